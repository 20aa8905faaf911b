"""The look of the whole program: one style sheet for ever, and a palette that is changed when the theme is switched."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.colours import DARK, LIGHT, Colours
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
    """The chosen scheme of an application; `changed` is emitted after the colours were switched."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme) -> None:
        """Dress the application, which owns the theme from now on."""
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        app.setStyle("Fusion")
        app.setPalette(_palette(self._wanted()))
        app.setStyleSheet(style_sheet({name: _css_name(role) for role, name in (_USUAL | _CARRIERS).items()}))
        self._turns = Turns(self)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, scheme: Scheme) -> None:
        """Switch to another scheme: what is seen at once, what is hidden a few widgets at a time."""
        self.scheme = scheme
        if colours_now() != self._wanted():
            self._app.setPalette(_palette(self._wanted()))
            self._turns.begin(_recolour(sorted(self._app.allWidgets(), key=QWidget.isVisible, reverse=True)))
            self.changed.emit()

    @property
    def is_worn(self) -> bool:
        """Whether every widget has the colours of the scheme."""
        return self._turns.is_done

    def _follow_system(self) -> None:
        self.choose(self.scheme)

    def _wanted(self) -> Colours:
        if self.scheme is Scheme.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.scheme is Scheme.DARK else LIGHT


def _recolour(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Let widgets read the palette anew; one that was never shown does so when it is shown."""
    for widget in widgets:
        if shiboken6.isValid(widget) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().polish(widget)
            widget.update()
            yield


def install_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> Theme:
    """Dress an application and return its theme."""
    return Theme(app, scheme)


def colours_now() -> Colours:
    """Return the colour table that the application wears, for widgets that paint themselves."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.ground else LIGHT


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Give a widget its role in the style sheet, also after it was shown."""
    if widget.property(name) == role:
        return
    widget.setProperty(name, role)
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
