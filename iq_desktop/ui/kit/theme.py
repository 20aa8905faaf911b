"""The look of the whole program: palette and style sheet, set once and again only when the theme is switched."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from iq_desktop.ui.kit.colours import DARK, LIGHT, Colours
from iq_desktop.ui.kit.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

STEP: Final = 8
"""The grid: every gap is a multiple or a half of it, in pixels."""


class Scheme(Enum):
    """Which colours the adviser wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ROLES: Final = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.Dark: "raised",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
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
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, scheme: Scheme) -> None:
        """Switch to another scheme at once."""
        self.scheme = scheme
        if colours_now() != self._wanted():
            self._dress()
            self.changed.emit()

    def _follow_system(self) -> None:
        self.choose(self.scheme)

    def _wanted(self) -> Colours:
        if self.scheme is Scheme.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.scheme is Scheme.DARK else LIGHT

    def _dress(self) -> None:
        colours = self._wanted()
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(style_sheet(colours))


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
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colours.of(name)))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette
