"""The look of the whole program: one style sheet for ever; palette and size of the text can be switched."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from iq_desktop.ui.kit.colours import CONTRAST, DARK, LIGHT, TABLES, Colours
from iq_desktop.ui.kit.fonts import BODY, SMALL
from iq_desktop.ui.kit.sizes import fit, scaled, size_words
from iq_desktop.ui.kit.style_sheet import style_sheet
from iq_desktop.ui.kit.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QApplication

STEP: Final = 8
"""The grid: every gap is a multiple or a half of it, in pixels."""


class Scheme(Enum):
    """Which colours the adviser wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_USUAL: Final = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.PlaceholderText: "muted",
}
"""Roles that mean to Qt what they mean to us."""
_CARRIERS: Final = {
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.ToolTipBase: "outline",
    QPalette.ColorRole.Midlight: "accent_soft",
    QPalette.ColorRole.Accent: "accent_hover",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.LinkVisited: "warn",
    QPalette.ColorRole.Link: "good",
    QPalette.ColorRole.Shadow: "side",
    QPalette.ColorRole.Light: "side_strong",
    QPalette.ColorRole.ToolTipText: "side_text",
    QPalette.ColorRole.NoRole: "side_chosen",
}
"""Roles that only carry a colour to the style sheet: nothing of ours is drawn by Qt in the meaning they have there."""
_DOUBLES: Final = {  # what Qt itself takes for buttons, words on windows, and the ground behind a paper
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Dark: "raised",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
}


class Theme(QObject):
    """The look of an application; `changed` is emitted after colours or sizes were switched."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme, text_size: int = 100) -> None:
        """Dress the application, which owns the theme from now on; the size of the text is in per cent."""
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.text_size = 0
        app.setStyle("Fusion")
        app.setPalette(_palette(self._wanted()))
        app.setStyleSheet(style_sheet({name: _css_name(role) for role, name in (_USUAL | _CARRIERS).items()}))
        self._turns = Turns(self)
        self._size_application(text_size)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def choose(self, scheme: Scheme) -> None:
        """Switch to another scheme: what is seen at once, what is hidden a few widgets at a time."""
        self.scheme = scheme
        if colours_now() != self._wanted():
            self._app.setPalette(_palette(self._wanted()))
            self._dress_again()

    def choose_text_size(self, text_size: int) -> None:
        """Switch to another size of the text, in per cent: what is seen at once, what is hidden bit by bit."""
        if text_size != self.text_size:
            self._size_application(text_size)
            self._dress_again()

    @property
    def is_worn(self) -> bool:
        """Whether every widget has the colours and the size that were chosen."""
        return self._turns.is_done

    def _size_application(self, text_size: int) -> None:
        self.text_size = text_size
        font = QFont(self._app.font())
        font.setPixelSize(BODY * text_size // 100)
        self._app.setFont(font)
        small = QFont(font)
        small.setPixelSize(scaled(SMALL))
        QToolTip.setFont(small)

    def _dress_again(self) -> None:
        widgets = list(_from_outside(self._app.topLevelWidgets()))
        for _dressed in _dress([widget for widget in widgets if widget.isVisible()]):
            pass
        self._turns.begin(_dress([widget for widget in widgets if not widget.isVisible()]))
        self.changed.emit()

    def _follow_system(self) -> None:
        self.choose(self.scheme)

    def _wanted(self) -> Colours:
        if self.scheme is not Scheme.SYSTEM:
            return {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}[self.scheme]
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def _from_outside(windows: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield every widget after the one around it, from which it takes its font."""
    for window in windows:
        if window.parentWidget() is None:
            yield window
            yield from window.findChildren(QWidget)


def _dress(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Let widgets read palette and sizes anew; one that was never shown reads the palette when it is shown."""
    for widget in widgets:
        if shiboken6.isValid(widget):
            fit(widget)
            if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                widget.style().polish(widget)
                _arrange(widget)
                widget.update()
            yield


def _arrange(widget: QWidget) -> None:
    """Let a widget of ours look again at what its width has room for."""
    if not type(widget).__module__.startswith("PySide6"):
        QCoreApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))


def install_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_size: int = 100) -> Theme:
    """Dress an application and return its theme."""
    return Theme(app, scheme, text_size)


def colours_now() -> Colours:
    """Return the colour table that the application wears, for widgets that paint themselves."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((table for table in TABLES if table.ground == ground), LIGHT)


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Give a widget its role in the style sheet, also after it was shown."""
    if widget.property(name) == role:
        return
    widget.setProperty(name, role)
    if isinstance(widget, QLabel):
        size_words(widget)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, name in (_USUAL | _CARRIERS | _DOUBLES).items():
        palette.setColor(role, QColor(colours.of(name)))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


def _css_name(role: QPalette.ColorRole) -> str:
    """Return what a role of the palette is called in a style sheet."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", role.name.replace("Tip", "tip")).lower()
