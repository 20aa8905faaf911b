"""Beginnings and ends on paper: a table whose middle column is the way from where it stood to where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.ends import EndsRow
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, LINE, MUTED, WHITE, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph
from iq_desktop.pdf.pieces import Cell, Grid, Row
from iq_desktop.pdf.tables import ROW_LINE, head_row
from iq_desktop.pdf.tagging_grids import TABLE

if TYPE_CHECKING:
    from iq_desktop.documents.ends import Ends
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.voices import Voices

_SHARES: Final = (0.3, 0.4, 0.3)
_GAP: Final = 12.0
_EDGE: Final = 10.0
"""Room left and right of the scale, so that its outer marks are not cut, in points."""
_RADIUS: Final = 4.2
_TIP: Final = 4.0


def render_ends(block: Ends, voices: Voices) -> list[Item | Group]:
    """Return the table; hollow is where it stood, filled where it stands, and the words beside say the same."""
    head = head_row(voices, (block.words_label, block.told_label, block.told_label), _SHARES, _GAP)
    small = Look(size=7.5, colour=MUTED, align=Align.MIDDLE)
    scale = Marks(tuple(voices.plain(mark, small) for mark in block.marks))
    marked = replace(head, cells=(head.cells[0], Cell(scale, is_decoration=True), *head.cells[2:]))
    rows = (marked, *(_row(voices, row, len(block.marks)) for row in block.rows))
    grid = Grid(_SHARES, rows, head=1, gap=_GAP, padding=2.6 * voices.scale.air, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _row(voices: Voices, row: EndsRow, steps: int) -> Row:
    body = replace(voices.scale.body, align=Align.LEFT)
    small = replace(body, colour=MUTED, size=body.size - 0.5)
    told = replace(body, weight=Weight.BOLD)
    cells = (
        Cell(voices.stacked(row.words, body, small)),
        Cell(Way(row, steps), is_decoration=True),
        Cell(voices.stacked(row.told, told, small)),
    )
    return Row(cells, line_below=ROW_LINE, is_centred=True)


@dataclass(frozen=True, slots=True)
class Marks:
    """The names of the steps, each above its place."""

    marks: tuple[Paragraph, ...]
    height: float = 11

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a scale is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the names."""
        for step, words in enumerate(self.marks):
            words.draw(paper, x + _place(step, len(self.marks), width) - 20, y, 40)


@dataclass(frozen=True, slots=True)
class Way:
    """A line over all steps, on it a hollow dot, an arrow and a filled dot; one ringed dot where nothing changed."""

    row: EndsRow
    steps: int
    height: float = 16

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the scale and the way."""
        middle = y + self.height / 2
        for step in range(self.steps):
            at = x + _place(step, self.steps, width)
            paper.draw_line((at, middle - 3), (at, middle + 3), Line(LINE))
        paper.draw_line((x + _EDGE, middle), (x + width - _EDGE, middle), Line(LINE))
        last = x + _place(self.row.last, self.steps, width)
        if self.row.first is not None and self.row.first != self.row.last:
            first = x + _place(self.row.first, self.steps, width)
            side = 1 if last > first else -1
            paper.draw_line((first, middle), (last - side * _RADIUS, middle), Line(ACCENT, 1.6))
            tip = last - side * _RADIUS
            back = tip - side * _TIP
            arrow = [(back, middle - 2.6), (tip, middle), (back, middle + 2.6)]
            paper.draw_path(arrow, line=Line(ACCENT, 1.4), closed=False)
            paper.draw_circle(first, middle, _RADIUS, fill=WHITE, line=Line(INK, 1.2))
        if self.row.first == self.row.last:
            paper.draw_circle(last, middle, _RADIUS + 2.2, fill=WHITE, line=Line(INK, 1.2))
        paper.draw_circle(last, middle, _RADIUS, fill=ACCENT)


def _place(step: int, steps: int, width: float) -> float:
    """Return how far a step lies from the left end."""
    return _EDGE + (width - 2 * _EDGE) * step / max(steps - 1, 1)
