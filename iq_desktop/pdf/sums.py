"""Sums of answers on paper: each side's bar between the least and the most, with its words below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, MUTED, WHITE, Align
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.tables import ROW_LINE, head_row

if TYPE_CHECKING:
    from iq_desktop.documents.sums import Sum, SumRow, Sums
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.voices import Voices

_HEIGHT: Final = 9.0
_BAR: Final = 7.0
_FRAME: Final = Line(MUTED, 0.6)
_NAMES: Final = 0.3
_GAP: Final = 14.0


@dataclass(frozen=True, slots=True)
class SumBar:
    """A frame from the least to the most, filled up to the value; an empty one where nothing was answered."""

    share: float
    fill: str = ACCENT

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return _HEIGHT

    def split(self, width: float, height: float) -> None:
        """Return None: a bar is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the frame and what fills it."""
        top = y + (_HEIGHT - _BAR) / 2
        paper.draw_box(x, top, width, _BAR, fill=WHITE, line=_FRAME)
        if self.share > 0:
            paper.draw_box(x, top, width * self.share, _BAR, fill=self.fill)


def share_of(one: Sum) -> float:
    """Return which part of the bar is filled: 0 for the least, 1 for the most."""
    if one.value is None or one.most <= one.least:
        return 0.0
    return max(0.0, min((one.value - one.least) / (one.most - one.least), 1.0))


def render_sums(block: Sums, voices: Voices) -> list[Item | Group]:
    """Return the table of areas, a column for each side."""
    shares = (_NAMES, *((1 - _NAMES) / len(block.sides) for _ in block.sides))
    rows = [head_row(voices, (block.words_label, *block.sides), shares, _GAP)]
    rows += [_row(row, voices) for row in block.rows]
    grid = Grid(shares, tuple(rows), head=1, gap=_GAP, padding=2.8 * voices.scale.air)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _row(row: SumRow, voices: Voices) -> Row:
    name = replace(voices.scale.body, weight=Weight.BOLD, align=Align.LEFT)
    below = replace(voices.scale.body, colour=MUTED, size=voices.scale.body.size - 1, align=Align.LEFT)
    cells = [Cell(voices.stacked(row.words, name, replace(below, size=name.size - 0.5)))]
    for place, one in enumerate(row.sums):
        bar = SumBar(share_of(one), INK if place else ACCENT)
        cells.append(Cell(Stack((bar, voices.stacked(one.words, below)), gap=1)))
    return Row(tuple(cells), line_below=ROW_LINE)
