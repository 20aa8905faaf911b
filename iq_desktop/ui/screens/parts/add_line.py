"""A line to type something in, with a button that adds it to a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

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
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.label)
        lines.addLayout(row)
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
