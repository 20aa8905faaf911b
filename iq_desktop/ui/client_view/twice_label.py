"""A question or a sentence in two languages, one below the other, each in its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from iq_desktop.ui.client_view.letters import QUESTION, font_for, height_for, layout_direction
from iq_desktop.ui.kit.sizes import set_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.ui.client_view.shown import Line, Twice

_GAP: Final = 2
_SLACK: Final = 3
"""Pixels by which a label may be higher than its words were measured."""


class TwiceLabel(QWidget):
    """Two labels, the client's first and larger; the second is hidden where there is one language only."""

    def __init__(self, parent: QWidget | None = None, *, is_bold: bool = False) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.words: Twice | None = None
        self._is_bold, self._size = is_bold, float(QUESTION)
        self.theirs, self.ours = _line("theirs", self), _line("ours", self)
        self.ours.setProperty("role", "muted")

    def show_words(self, words: Twice) -> None:
        """Show words in one or two languages."""
        self.words = words
        for label, line in self._pairs():
            label.setVisible(line is not None)
            if line is not None:
                label.setText(line.words)
                label.setLayoutDirection(layout_direction(line))
        self._write()

    def set_size(self, size: float) -> None:
        """Write with letters of a size in pixels."""
        if size != self._size:
            self._size = size
            self._write()

    def height_in(self, width: int, size: float) -> int:
        """Return how high it would be with letters of a size."""
        if self.words is None:
            return 0
        lines = len(self.words.lines)
        return height_for(self.words, width, size, is_bold=self._is_bold) + _SLACK * lines + _GAP * (lines - 1)

    def fit_text(self) -> None:
        """Write again in the sizes of the window, whatever the size of the text elsewhere is."""
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines below each other, in the middle of the place."""
        super().resizeEvent(event)
        self._arrange()

    def _pairs(self) -> tuple[tuple[QLabel, Line | None], ...]:
        words = self.words
        return () if words is None else ((self.theirs, words.theirs), (self.ours, words.ours))

    def _write(self) -> None:
        for label, line in self._pairs():
            if line is not None:
                font = font_for(line, self._size, is_ours=label is self.ours, is_bold=self._is_bold)
                if label.font() != font:
                    set_font(label, font)
        self._arrange()

    def _arrange(self) -> None:
        labels = [label for label, line in self._pairs() if line is not None]
        heights = [label.heightForWidth(self.width()) for label in labels]
        top = max((self.height() - sum(heights) - _GAP * (len(labels) - 1)) // 2, 0)
        for label, height in zip(labels, heights, strict=True):
            label.setGeometry(QRect(0, top, self.width(), height))
            top += height + _GAP


def _line(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("own_size", True)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label
