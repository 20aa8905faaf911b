"""Times of a life on paper: a table whose last column is one scale of years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.spans import SpanRow
from iq_desktop.pdf.looks import ACCENT, ACCENT_TINT, LINE, MUTED, WHITE, Align, Look
from iq_desktop.pdf.pages import Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.paragraph import Paragraph
from iq_desktop.pdf.pieces import Cell, Grid, Row, Stack
from iq_desktop.pdf.tables import ROW_LINE, head_row
from iq_desktop.pdf.tagging_grids import TABLE

if TYPE_CHECKING:
    from iq_desktop.documents.spans import Spans
    from iq_desktop.pdf.pages import Group
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_GAP: Final = 10.0
_DASHES: Final = (2.0, 1.5)
_LEAST: Final = 3.0
"""Points that the shortest bar is wide."""


def render_spans(block: Spans, voices: Voices) -> list[Item | Group]:
    """Return the table; years stand above their lines, and bars read in black and white."""
    head = head_row(voices, (block.words_label, block.when_label, block.when_label), block.shares, _GAP)
    year = Look(size=7, colour=MUTED)
    scale = Scale(tuple((place, voices.plain(words, year)) for place, words in block.marks))
    first = replace(head, cells=(*head.cells[:2], Cell(scale, is_decoration=True)))
    rows = (first, *(_row(voices, row, block) for row in block.rows))
    grid = Grid(block.shares, rows, head=1, gap=_GAP, padding=2.4 * voices.scale.air, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def _row(voices: Voices, row: SpanRow, block: Spans) -> Row:
    body = replace(voices.scale.body, align=Align.LEFT)
    small = replace(body, colour=MUTED, size=body.size - 0.5)
    what: Piece = voices.stacked(row.words, body, small)
    if row.where.message:
        what = Stack((what, voices.stacked(row.where, small, small)))
    bar = SpanBar(row, tuple(place for place, _words in block.marks))
    cells = (Cell(what), Cell(voices.stacked(row.when, body, small)), Cell(bar, is_decoration=True))
    return Row(cells, line_below=ROW_LINE, is_centred=True)


@dataclass(frozen=True, slots=True)
class Scale:
    """The named years of a scale, each above its place."""

    marks: tuple[tuple[float, Paragraph], ...]
    height: float = 11

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a scale is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the years, the last one before its line where there is no room behind it."""
        for place, words in self.marks:
            wide = words.widest_word()
            words.draw(paper, x + min(place * width + 1, width - wide), y, wide + 1)


@dataclass(frozen=True, slots=True)
class SpanBar:
    """A bar on the scale: thin where its time is not known exactly, thick where it is, open at the end with dashes."""

    row: SpanRow
    marks: tuple[float, ...]
    height: float = 14

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: a bar is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the lines of the years and the bar upon them."""
        for place in self.marks:
            paper.draw_line((x + place * width, y - 3), (x + place * width, y + self.height + 3), Line(LINE))
        row = self.row
        left, wide = x + row.begin * width, max((row.end - row.begin) * width, _LEAST)
        dashes = _DASHES if row.is_open else ()
        paper.draw_box(left, y + 5, wide, 4, fill=ACCENT_TINT, line=Line(ACCENT, 0.5, dashes), radius=1.5)
        sure = (row.sure_end - row.sure_begin) * width
        if sure > 0 and not row.is_open:
            fill, line = (WHITE, Line(ACCENT, 0.9, _DASHES)) if row.is_doubtful else (ACCENT, None)
            left = x + row.sure_begin * width
            paper.draw_box(left, y + 2.5, sure, 9, fill=fill, line=line, radius=min(2.0, sure / 2))
