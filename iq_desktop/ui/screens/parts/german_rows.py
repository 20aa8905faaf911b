"""Rows of the card on German: what belongs to a course, the steps of the ladder, how other courses stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, as_it_is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.usecases.german_told import OtherCourse, ToldLine

_LABEL = 150
_NARROW = 460


class TermRow(QWidget):
    """A label, and beside it the words with their place in the law; below each other where there is little room."""

    def __init__(self, told: ToldLine, parent: QWidget) -> None:
        """Build the row."""
        super().__init__(parent)
        self.label = SpeakingLabel(told.label, "muted", self)
        self.words = SpeakingLabel(told.words, "", self)
        self.place = SpeakingLabel(told.place, "hint", self)
        self.place.setVisible(bool(told.place.message))
        measure_by_text(self.label, least_width=_LABEL)
        side = QVBoxLayout()
        side.setSpacing(1)
        side.addWidget(self.words)
        side.addWidget(self.place)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(STEP // 2)
        self._row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words below the label where there is little room."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)


class MarkedRow(QWidget):
    """A mark, a strong line, and more words below it."""

    def __init__(self, mark: str, title: Text, more: Text, parent: QWidget) -> None:
        """Build the row."""
        super().__init__(parent)
        self.mark = Mark(mark, self)
        self.title = SpeakingLabel(title, "strong", self)
        self.more = SpeakingLabel(more, "muted", self)
        self.more.setVisible(bool(more.message))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class StepLine(QWidget):
    """One step of the ladder in words: its number as in the picture, the course, and how long it lasts."""

    def __init__(self, number: int, title: Text, more: Text, parent: QWidget) -> None:
        """Build the line."""
        super().__init__(parent)
        self.number = SpeakingLabel(as_it_is(f"{number}"), "strong", self, wrap=False)
        self.title = SpeakingLabel(title, "strong", self)
        self.more = SpeakingLabel(more, "muted", self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class RowColumn(QVBoxLayout):
    """A column of rows that are made anew when what they tell has changed."""

    def __init__(self, gap: int = STEP) -> None:
        """Begin without rows."""
        super().__init__()
        self.setSpacing(gap)
        self.rows: list[QWidget] = []

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in the place of those before."""
        for row in self.rows:
            self.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self.addWidget(row)
            speak_part(row)
            row.show()


def term_rows(lines: Sequence[ToldLine], parent: QWidget) -> list[QWidget]:
    """Return the rows of what belongs to a course."""
    return [TermRow(line, parent) for line in lines]


def other_rows(others: Sequence[OtherCourse], parent: QWidget) -> list[QWidget]:
    """Return the rows of the other courses."""
    return [MarkedRow(one.mark, one.name, one.words, parent) for one in others]
