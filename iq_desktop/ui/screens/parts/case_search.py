"""The line in which cases are searched for: a glass before it, a cross behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from iq_desktop.ui.kit.icons import icon_of
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from iq_desktop.wording.tongue import Tongue


class CaseSearch(QLineEdit):
    """The line; it says what can be searched for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the line."""
        super().__init__(parent)
        self.setObjectName("case_search")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._colour_icons()

    def speak(self, tongue: Tongue) -> None:
        """Show and tell what can be searched for."""
        words = tongue.speak(say("Name in any spelling, case number, place or telephone"))
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Recolour the icons when the theme is switched."""
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.ApplicationPaletteChange):
            self._colour_icons()

    def _colour_icons(self) -> None:
        colour = colours_now().muted
        self._glass.setIcon(icon_of("search", colour))
        for action in self.findChildren(QAction):
            if action is not self._glass:
                action.setIcon(icon_of("close", colour))
