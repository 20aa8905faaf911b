"""The choice of a language on the first screen: light, for it stands before anything else is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

NAMES: Final = (("de", as_it_is("Deutsch")), ("en", as_it_is("English")))


class LanguageButtons(QWidget):
    """One button for each language, written in its own; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Build the buttons with one pressed."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        self._group = QButtonGroup(self)
        self.buttons = {code: SpeakingButton(name, "plain", parent=self) for code, name in NAMES}
        for code, button in self.buttons.items():
            button.setObjectName(code)
            button.setCheckable(True)
            button.clicked.connect(self._choose)
            self._group.addButton(button)
            row.addWidget(button)
        self.buttons[language if language in self.buttons else "de"].setChecked(True)
        self._show_pressed()

    def speak(self, tongue: Tongue) -> None:
        """Name the group for screen readers."""
        self.setAccessibleName(tongue.speak(say("Language")))

    def _choose(self) -> None:
        self._show_pressed()
        pressed = self._group.checkedButton()
        if pressed is not None:
            self.chosen.emit(pressed.objectName())

    def _show_pressed(self) -> None:
        for button in self.buttons.values():
            set_role(button, "" if button.isChecked() else "plain")
