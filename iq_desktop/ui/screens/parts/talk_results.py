"""What a run came to, on the page: blocks of lines with bars, all views side by side, and what can be taken over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.screens.parts.result_blocks import blocks_of
from iq_desktop.ui.screens.parts.talk_words import in_ours
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.screens.parts.result_values import Bar, ResultBlock, ResultRow, View

_BARS: Final = 150
_BAR: Final = 10
_ACTS: Final = {
    "levels": say("Take over the levels"),
    "scripts": say("Take over the scripts"),
    "ratings": say("Take over the ratings"),
    "life": say("Take over into the case"),
}


class TalkResults(Card):
    """The results of one run; `taken` carries the block that shall be taken over, `closed` tells of their end."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(say("Results"), parent)
        self.setObjectName("talk_results")
        self.close_button = SpeakingButton(say("Close the results"), "icon", "close", self)
        self.head.addWidget(self.close_button)
        self.whose = SpeakingLabel(NOTHING, "muted", self)
        self.add(self.whose)
        self.blocks: list[ResultPart] = []
        self._views: tuple[View, ...] = ()
        self._language = ""
        self.close_button.clicked.connect(self._close)
        self.hide()

    @property
    def views(self) -> Sequence[View]:
        """The runs that are laid side by side, the one that was asked for first."""
        return self._views

    def show_views(self, views: Sequence[View], language: str) -> None:
        """Show runs side by side, the first one as the one that counts."""
        self._views, self._language = tuple(views), language
        instrument = views[0].talk.instrument
        self.heading.show_text(say("Results: {about}", about=in_ours(instrument, language, "title")))
        self.whose.show_text(joined([view.name for view in views], " | "))
        for part in self.blocks:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.blocks = [ResultPart(block, self) for block in blocks_of(views, language)]
        for part in self.blocks:
            self.add(part)
            part.wanted.connect(self.taken)
            speak_part(part)
        self.show()

    def mark_taken(self, blocks: Sequence[ResultBlock]) -> None:
        """Show which blocks are in the case already."""
        for part in self.blocks:
            part.mark_taken(is_taken=part.block in blocks)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class ResultPart(TightRow):
    """One block; `wanted` carries it when it shall be taken over."""

    wanted = Signal(object)

    def __init__(self, block: ResultBlock, parent: QWidget | None = None) -> None:
        """Build heading, rows and the button."""
        super().__init__(parent)
        self.block = block
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(line(self))
        lines.addWidget(SpeakingLabel(block.title, "strong", self))
        if block.note != NOTHING:
            lines.addWidget(SpeakingLabel(block.note, "hint", self))
        if block.radar:
            radar = Radar(block.radar_steps, self)
            radar.show_axes([Axis(axis.name, axis.own, axis.adviser) for axis in block.radar])
            lines.addWidget(radar)
        for row in block.rows:
            lines.addWidget(_Row(row, self))
        if not block.rows:
            lines.addWidget(SpeakingLabel(say("Nothing to show here yet."), "hint", self))
        self.button: SpeakingButton | None = None
        self._taken = SpeakingLabel(say("Taken over"), "good", self)
        self._taken.hide()
        if block.act:
            self.button = SpeakingButton(_ACTS[block.act], "", "import", self)
            self.button.clicked.connect(partial(self.wanted.emit, block))
            acts = QHBoxLayout()
            acts.addWidget(self.button)
            acts.addWidget(self._taken)
            acts.addStretch(1)
            lines.addLayout(acts)

    def mark_taken(self, *, is_taken: bool) -> None:
        """Show whether everything of it is in the case."""
        self._taken.setVisible(is_taken)
        if self.button is not None:
            self.button.setVisible(not is_taken)


class _Row(TightRow):
    """One line: name, bars, words."""

    def __init__(self, row: ResultRow, parent: QWidget) -> None:
        super().__init__(parent)
        name, said = SpeakingLabel(row.name, "", self), SpeakingLabel(row.said, "", self)
        beside = QHBoxLayout()
        beside.setSpacing(2 * STEP)
        beside.addWidget(name, 4 if row.bars else 3)
        if row.bars:
            beside.addWidget(_Bars(row.bars, self), 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(said, 4 if row.bars else 6)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(beside)
        if row.below != NOTHING:
            lines.addWidget(SpeakingLabel(row.below, "hint", self))


class _Bars(QWidget):
    """The views of a line as bars below each other; what they say stands beside them in words."""

    def __init__(self, bars: Sequence[Bar], parent: QWidget) -> None:
        super().__init__(parent)
        self._bars = tuple(bars)
        measure_by_text(self, width=_BARS, height=(_BAR + 4) * len(self._bars) + 4)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_BARS), scaled((_BAR + 4) * len(self._bars) + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = scaled(_BAR)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number, bar in enumerate(self._bars):
            room = QRectF(0, scaled(4) + number * (height + scaled(4)), self.width(), height)
            painter.setBrush(QColor(colours.border))
            painter.drawRoundedRect(room, height / 2, height / 2)
            if bar.value is None or bar.most <= bar.least:
                continue
            share = (bar.value - bar.least) / (bar.most - bar.least)
            filled = max(room.width() * min(max(share, 0), 1), height)
            painter.setBrush(QColor(colours.of(bar.colour)))
            left = room.width() - filled if is_rtl else 0
            painter.drawRoundedRect(QRectF(left, room.top(), filled, height), height / 2, height / 2)
        painter.end()
