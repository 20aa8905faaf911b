"""Where the person stood and stands: German skill by skill on its scale, and what has come together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.documents.start_and_end import side_words
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.start_and_end import count_lines, skill_lines
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.domain.start_and_end import StartAndEnd
    from iq_desktop.usecases.start_and_end import StartLine

_STEPS: Final = 7
"""None and the six levels."""
_WIDTH: Final = 220
_NARROW: Final = 70
_HEIGHT: Final = 22
_DOT: Final = 5.0
_LITTLE: Final = say("Little was noted so far. So a change cannot be shown yet.")


class StartCard(Card):
    """The card; `print_wanted` leads to the page to take home."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the card without anything to tell."""
        hint = say("What was noted at the beginning and what is noted now; nothing is averaged or judged.")
        super().__init__(say("Start and end in pictures"), parent, hint=hint)
        self.setObjectName("start_and_end")
        self.since = SpeakingLabel(NOTHING, "", self)
        self.honesty = SpeakingLabel(_LITTLE, "warn", self)
        self.side = SpeakingLabel(NOTHING, "label", self)
        self.skills = RowList(_make, _show, self, gap=2)
        self.key = SpeakingLabel(say("Hollow dot: the beginning. Full dot: now. A ring: no change."), "hint", self)
        self.counts = RowList(_make, _show, self, gap=2)
        self.print_out = SpeakingButton(say("Print for the person"), "", "print", self)
        for part in (self.since, self.honesty, self.side, self.skills, self.key, self.counts):
            self.add(part)
        self.body.addWidget(self.print_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.print_out.clicked.connect(self.print_wanted)

    def show_ends(self, ends: StartAndEnd) -> None:
        """Show where the person stood and stands; what is unknown is left out."""
        begun = say("The counselling began on {first}. Today is {day}.", first=ends.begun_on, day=ends.as_of)
        self.since.show_text(begun)
        self.honesty.setVisible(ends.is_thin)
        skills, counts = skill_lines(ends), count_lines(ends)
        self.skills.show_values(skills)
        self.counts.show_values(counts)
        for part in (self.side, self.skills, self.key):
            part.setVisible(bool(skills))
        self.counts.setVisible(bool(counts))
        if ends.shown_sides:
            self.side.show_text(say("German – {side}", side=side_words(ends.shown_sides[0])))


class StartRow(QWidget):
    """One thing: what it is, its way on the scale, and the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty row."""
        super().__init__(parent)
        self.words = SpeakingLabel(NOTHING, "", self)
        self.way = WayOnScale(self)
        self.told = SpeakingLabel(NOTHING, "strong", self)
        policy = self.way.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.way.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(self.words, 3)
        row.addWidget(self.way, 3)
        row.addWidget(self.told, 3)

    def show_line(self, line: StartLine) -> None:
        """Show a line; without a scale the words stand alone."""
        self.words.show_text(line.words)
        self.told.show_text(line.told)
        self.way.setVisible(line.last is not None)
        self.way.show_way(line.first, line.last)


class WayOnScale(QWidget):
    """A hollow dot, an arrow, a full dot; a ring where nothing changed. The words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a way."""
        super().__init__(parent)
        self.first: int | None = None
        self.last: int | None = None

    def show_way(self, first: int | None, last: int | None) -> None:
        """Show where it stood and stands, from 0."""
        self.first, self.last = first, last
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(scaled(_WIDTH), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size in which the steps stay apart."""
        return QSize(scaled(_NARROW), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale and way."""
        if self.last is None:
            return
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.drawLine(self._spot(0), self._spot(_STEPS - 1))
        for step in range(_STEPS):
            painter.drawLine(self._spot(step) - QPointF(0, 3), self._spot(step) + QPointF(0, 3))
        dot, last = scaled(10) / 10 * _DOT, self._spot(self.last)
        painter.setBrush(QColor(colours.surface))
        if self.first is not None and self.first != self.last:
            first = self._spot(self.first)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(first, last)
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.drawEllipse(first, dot, dot)
        elif self.first is not None:
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.drawEllipse(last, dot + 3, dot + 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(last, dot, dot)
        painter.end()

    def _spot(self, step: int) -> QPointF:
        edge = float(scaled(12))
        across = edge + (self.width() - 2 * edge) * step / (_STEPS - 1)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - across if is_rtl else across, self.height() / 2)


def _make(line: StartLine) -> StartRow:
    row = StartRow()
    row.show_line(line)
    return row


def _show(row: StartRow, line: StartLine, _number: int) -> None:
    row.show_line(line)
