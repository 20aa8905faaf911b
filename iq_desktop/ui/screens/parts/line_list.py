"""A card with lines that lead somewhere, kept while they stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.screens.parts.line_button import Line, LineButton
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class LineList(Card):
    """Lines under a heading; `chosen` carries the value of the line that was pressed."""

    chosen = Signal(object)

    def __init__(self, heading: Text, empty: Text = NOTHING, parent: QWidget | None = None) -> None:
        """Build the card; `empty` stands there while there are no lines."""
        super().__init__(heading, parent)
        self.body.setSpacing(8)
        self.empty = SpeakingLabel(empty, "muted", self)
        self.add(self.empty)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.add(self._lines)
        self.buttons: list[LineButton] = []
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; nothing moves where they are the same as before."""
        self.empty.setVisible(not lines and self.empty.said is not NOTHING)
        if [button.line for button in self.buttons] == list(lines):
            return
        for button in self.buttons:
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [LineButton(line, self) for line in lines]
        for button in self.buttons:
            self._lines.addWidget(button)
            button.clicked.connect(self._tell)
            speak_part(button)

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, LineButton):
            self.chosen.emit(button.line.value)
