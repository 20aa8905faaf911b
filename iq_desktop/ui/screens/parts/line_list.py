"""A card with lines that lead somewhere, kept while they stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.ui.screens.parts.line import Line


class LineList(Card):
    """Lines under a heading; `chosen` carries the value of the line that was pressed.

    Of more than `most` lines the others come on demand.
    """

    chosen = Signal(object)

    def __init__(self, heading: Text, empty: Text = NOTHING, parent: QWidget | None = None, *, most: int = 0) -> None:
        """Build the card; `empty` stands there while there are no lines."""
        super().__init__(heading, parent)
        self.body.setSpacing(8)
        self.empty = SpeakingLabel(empty, "muted", self)
        self.add(self.empty)
        self._most = most
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.add(self._lines)
        self.buttons: list[LineButton] = []
        self._shown: tuple[Line, ...] = ()
        self.more = SpeakingButton(NOTHING, "plain", "down", self)
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; nothing moves where they are the same as before."""
        self.empty.setVisible(not lines and self.empty.said is not NOTHING)
        if self._shown == tuple(lines) and lines:
            return
        self._shown = tuple(lines)
        kept = lines if len(lines) <= self._most + 1 or not self._most else lines[: self._most]
        for number, button in enumerate(self.buttons[: len(kept)]):
            button.show_line(kept[number])
        for button in self.buttons[len(kept) :]:
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        del self.buttons[len(kept) :]
        self._add(kept[len(self.buttons) :])
        rest = len(lines) - len(kept)
        self.more.setVisible(rest > 0)
        self.more.show_text(say("Show {count} more", count=rest))

    def _add(self, lines: Sequence[Line]) -> None:
        for line in lines:
            button = self._make(line)
            self.buttons.append(button)
            self._lines.addWidget(button)
            button.clicked.connect(self._tell)
            speak_part(button)

    def _make(self, line: Line) -> LineButton:
        return LineButton(line, self)

    def _show_all(self) -> None:
        first = len(self.buttons)
        self._add(self._shown[first:])
        self.more.hide()
        self.buttons[first].setFocus()

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, LineButton):
            self.chosen.emit(button.line.value)
