"""What is filled in by hand: tables of boxes, boxes for numbers, lines to write on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from iq_desktop.pdf.drawing import DrawingPiece
from iq_desktop.pdf.fonts import Weight
from iq_desktop.pdf.looks import ACCENT, INK, MUTED, Align, Look
from iq_desktop.pdf.pages import Group, Item
from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.pieces import Cell, Grid, Row, Space, Stack
from iq_desktop.pdf.tables import NAMED_ROWS, ROW_LINE
from iq_desktop.pdf.tagging_grids import TABLE
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from iq_desktop.documents.blocks import TickRow, TickTable, WritingLines
    from iq_desktop.documents.number_boxes import NumberBoxes
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Piece
    from iq_desktop.pdf.voices import Voices

_BOX: Final = 13.0
_LARGE_BOX: Final = 26.0
_PICTURE: Final = 30.0
_NUMBER: Final = 20.0
_STEP: Final = 56.0
"""The least width of a column of boxes, in points; six of them still leave half of the paper to the words."""
_MOST_FOR_STEPS: Final = 0.46
_GAP: Final = 6.0
_LINE_APART: Final = 22.0
_SMALLEST: Final = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """An empty square in the middle of its column."""

    side: float = _BOX
    stands_left: bool = False
    line: ClassVar[Line] = Line(INK, 0.9)

    def measure(self, width: float) -> float:  # noqa: ARG002  (a box is as high at any width)
        """Return the height."""
        return self.side

    def split(self, width: float, height: float) -> None:
        """Return None: a box is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the box."""
        left = x if self.stands_left else x + (width - self.side) / 2
        paper.draw_box(left, y, self.side, self.side, line=self.line, radius=2)


@dataclass(frozen=True, slots=True)
class _WritingLine:
    """A line to write on, with the room above it."""

    def measure(self, width: float) -> float:  # noqa: ARG002  (a line is as high at any width)
        """Return the height."""
        return _LINE_APART

    def split(self, width: float, height: float) -> None:
        """Return None: a line is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the line."""
        paper.draw_line((x, y + _LINE_APART), (x + width, y + _LINE_APART), Line(MUTED, 0.6))


def render_ticks(block: TickTable, voices: Voices) -> list[Item | Group]:
    """Return lines with a box for each step; words of both languages stand beside each other, each on its side."""
    has_pictures = any(row.picture for row in block.rows)
    shares = _shares(block, voices, has_pictures=has_pictures)
    is_named = len(block.rows) >= NAMED_ROWS
    head = [_head(block, voices, shares)] if any(words != NOTHING for words in block.steps) else []
    rows = [_row(row, len(block.steps), voices, has_pictures=has_pictures, is_named=is_named) for row in block.rows]
    grid = Grid(shares, (*head, *rows), head=len(head), gap=_GAP, padding=3.2, kind=TABLE)
    return [Item(grid, space_before=voices.scale.rhythm * 0.3)]


def _shares(block: TickTable, voices: Voices, *, has_pictures: bool) -> tuple[float, ...]:
    columns = 2 + has_pictures + len(block.steps)
    inner = voices.scale.inner - _GAP * (columns - 1)
    number, picture = _NUMBER / inner, _PICTURE / inner if has_pictures else 0.0
    step = min(_STEP / inner, _MOST_FOR_STEPS / len(block.steps))
    words = 1 - number - picture - step * len(block.steps)
    return (number, *((picture,) if has_pictures else ()), words, *(step for _ in block.steps))


def _head(block: TickTable, voices: Voices, shares: tuple[float, ...]) -> Row:
    """Return the words of the steps above their boxes, as small as it takes to break none."""
    room = shares[-1] * (voices.scale.inner - _GAP * (len(shares) - 1))
    own = Look(size=8, weight=Weight.BOLD, align=Align.MIDDLE, role="TH")
    while own.size > _SMALLEST and any(
        voices.in_adviser_tongue(words, own).widest_word() > room for words in block.steps
    ):
        own = replace(own, size=own.size - 0.5)
    below = replace(own, weight=Weight.REGULAR, colour=MUTED)
    before = len(shares) - len(block.steps)
    empty = tuple(Cell(Space(0), is_decoration=0 < place < before - 1) for place in range(before))
    return Row(
        (*empty, *(Cell(voices.stacked(words, own, below)) for words in block.steps)),
        line_below=Line(ACCENT, 1),
    )


def _row(row: TickRow, steps: int, voices: Voices, *, has_pictures: bool, is_named: bool) -> Row:
    number = Look(size=9, weight=Weight.BOLD, colour=MUTED, align=Align.LEFT)
    look = replace(voices.scale.body, size=voices.scale.body.size + 0.5, align=Align.LEFT)
    own = voices.in_adviser_tongue(row.words, look)
    other = voices.in_client_tongue(row.words, replace(look, align=voices.client_side))
    words: Piece = own
    if other is not None:
        words = Stack((own, other), gap=2)
    picture = DrawingPiece(row.picture, _PICTURE) if row.picture else Space(0)
    cells = (
        Cell(voices.plain(str(row.number), number)),
        *((Cell(picture, is_decoration=True),) if has_pictures else ()),
        Cell(words, is_head=is_named),
        *(Cell(Box()) for _ in range(steps)),
    )
    return Row(cells, line_below=ROW_LINE, is_centred=True)


def render_number_boxes(block: NumberBoxes, voices: Voices) -> list[Item | Group]:
    """Return numbered boxes beside each other."""
    look = Look(size=11, weight=Weight.BOLD, colour=ACCENT, align=Align.RIGHT)
    cells = []
    for place in range(1, block.places + 1):
        cells += [Cell(voices.plain(f"{place}.", look)), Cell(Box(_LARGE_BOX, stands_left=True))]
    share = 1 / len(cells)
    grid = Grid((share,) * len(cells), (Row(tuple(cells), is_centred=True),), padding=4)
    return [Item(grid, space_before=voices.scale.rhythm * 0.4)]


def render_writing_lines(block: WritingLines, voices: Voices) -> list[Item | Group]:
    """Return a question with lines below it, and in front of them a box for a number where one is wanted."""
    question = voices.beside(block.question, replace(voices.scale.body, colour=MUTED))
    lines: Piece = Stack(tuple(_WritingLine() for _ in range(block.lines)))
    if block.number_box:
        share = (_LARGE_BOX + _GAP) / voices.scale.inner
        row = Row((Cell(Stack((Space(4), Box(_LARGE_BOX, stands_left=True)))), Cell(lines)))
        lines = Grid((share, 1 - share), (row,), gap=_GAP, padding=0)
    body = (lines,) if block.number_box else (question, lines)
    return [Group((Item(Stack(body, gap=2), space_before=voices.scale.rhythm * 0.5),))]
