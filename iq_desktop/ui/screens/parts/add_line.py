"""A line to type something in, with a button that adds it to a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


class AddLine(QWidget):
    """The line; `added` carries the words, which then leave it."""

    added = Signal(str)

    def __init__(self, name: str, label: Text, parent: QWidget | None = None) -> None:
        """Build label, line and button."""
        super().__init__(parent)
        self.setObjectName(f"{name}_line")
        self._said = label
        self.label = SpeakingLabel(label, "label", self)
        self.line = QLineEdit(self)
        self.line.setObjectName(name)
        self.label.setBuddy(self.line)
        self.button = SpeakingButton(say("Add"), "", "plus", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.line, 1, 0)
        grid.addWidget(self.button, 1, 1)
        self.line.returnPressed.connect(self._add)
        self.button.clicked.connect(self._add)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers; the button says to which line it belongs."""
        words = tongue.speak(self._said)
        self.line.setAccessibleName(words)
        self.button.setAccessibleDescription(words)

    def _add(self) -> None:
        words = clean_line(self.line.text())
        self.line.clear()
        self.line.setFocus()
        if words:
            self.added.emit(words)
