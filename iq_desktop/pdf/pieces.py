"""Pieces of a page: each knows how high it is for a width, how it splits over two pages, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from iq_desktop.pdf.paper import Line
from iq_desktop.pdf.tagging import Thread
from iq_desktop.pdf.tagging_grids import open_cell, open_grid, open_row, open_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.pdf.paper import Paper

TOLERANCE: Final = 0.01
_FEW_ROWS: Final = 3
"""A table of more rows never leaves its last one alone on a page."""
_TALL_ROW: Final = 160.0
"""Rows that are higher, in points, are parted where they stand; others go to the next page in one piece."""


class Piece(Protocol):
    """Anything that takes up space on paper. All measures are points; y grows downwards."""

    def measure(self, width: float) -> float:
        """Return the height for a width."""

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return what fits a height and what does not, or None where it cannot be parted there."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw below the point (x, y)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a certain height."""

    height: float

    def measure(self, width: float) -> float:  # noqa: ARG002  (nothing is as high at any width)
        """Return the height."""
        return self.height

    def split(self, width: float, height: float) -> None:
        """Return None: nothing is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces below each other."""

    pieces: tuple[Piece, ...]
    gap: float = 0

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        return sum(piece.measure(width) for piece in self.pieces) + self.gap * max(len(self.pieces) - 1, 0)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the pieces that fit and the others; the one at the border is parted where it can be."""
        used = 0.0
        for index, piece in enumerate(self.pieces):
            end = used + piece.measure(width)
            if end > height + TOLERANCE:
                parts = piece.split(width, height - used)
                before, after = self.pieces[:index], self.pieces[index:]
                if parts:
                    before, after = (*before, parts[0]), (parts[1], *self.pieces[index + 1 :])
                return (Stack(before, self.gap), Stack(after, self.gap)) if before else None
            used = end + self.gap
        return None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the pieces below each other."""
        for piece in self.pieces:
            piece.draw(paper, x, y, width)
            y += piece.measure(width) + self.gap


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece on a soft ground with round corners."""

    piece: Piece
    fill: str
    padding: float = 10
    radius: float = 5

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        return self.piece.measure(width - 2 * self.padding) + 2 * self.padding

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return two panels."""
        parts = self.piece.split(width - 2 * self.padding, height - 2 * self.padding)
        return (replace(self, piece=parts[0]), replace(self, piece=parts[1])) if parts else None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the ground and the piece on it."""
        paper.draw_box(x, y, width, self.measure(width), fill=self.fill, radius=self.radius)
        self.piece.draw(paper, x + self.padding, y + self.padding, width - 2 * self.padding)


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece in a grid; it may stand over several columns."""

    piece: Piece
    span: int = 1
    is_head: bool = False
    """Whether the cell names what its row tells."""
    is_decoration: bool = False
    """Whether the cell repeats to the eye what other cells say; it is then no part of the table."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other."""

    cells: tuple[Cell, ...]
    fill: str | None = None
    line_below: Line | None = None
    is_centred: bool = False
    """Whether low cells stand in the middle of the row's height."""
    order: tuple[int, ...] = ()
    """The order in which the cells are read, where it is not that of their places."""
    thread: Thread = field(default_factory=Thread)
    """What both parts of a row have that is split over two pages."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells in columns; the first `head` rows repeat on every page."""

    shares: tuple[float, ...]
    """Shares of the width, adding up to 1."""
    rows: tuple[Row, ...]
    head: int = 0
    gap: float = 8
    """Between columns."""
    padding: float = 3
    """Above and below each row."""
    inset: float = 0
    """Left and right of each row."""
    kind: str = ""
    """What the grid is for people who hear it: `Table`, `L` (a list), or nothing but an order on the page."""
    thread: Thread = field(default_factory=Thread)
    """What all parts of a grid have that is split over pages."""
    is_later: bool = False
    """Whether another part stands on an earlier page."""

    def measure(self, width: float) -> float:
        """Return the height for a width."""
        return sum(self._height(row, width) for row in self.rows)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the rows that fit and the others under the same head; a tall row is parted where it stands."""
        head = self.rows[: self.head]
        used = sum(self._height(row, width) for row in head)
        for index, row in enumerate(self.rows[self.head :], self.head):
            end = used + self._height(row, width)
            if end <= height + TOLERANCE:
                used = end
                continue
            is_last = index == len(self.rows) - 1
            before, after = self.rows[:index], self.rows[index:]
            if end - used > _TALL_ROW and (parts := self._split_row(row, width, height - used)):
                before, after = (*before, parts[0]), (parts[1], *self.rows[index + 1 :])
            elif is_last and index - self.head >= _FEW_ROWS:
                before, after = self.rows[: index - 1], self.rows[index - 1 :]
            if len(before) == self.head:
                return None
            return replace(self, rows=before), replace(self, rows=(*head, *after), is_later=True)
        return None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the rows below each other."""
        with open_grid(paper, self):
            for rows, are_head in ((self.rows[: self.head], True), (self.rows[self.head :], False)):
                if rows:
                    with open_rows(paper, self, are_head=are_head):
                        for row in rows:
                            y += self._draw_row(paper, row, (x, y, width), is_head=are_head)

    def _draw_row(self, paper: Paper, row: Row, place: tuple[float, float, float], *, is_head: bool) -> float:
        """Draw a row at left, top and width, and return its height."""
        x, y, width = place
        height = self._height(row, width)
        if row.fill:
            paper.draw_box(x, y, width, height, fill=row.fill, radius=2)
        if row.line_below:
            paper.draw_line((x, y + height), (x + width, y + height), row.line_below)
        with open_row(paper, self, row):
            places = tuple(self._places(row, width))
            for number in row.order or range(len(places)):
                piece, left, cell_width = places[number]
                free = height - 2 * self.padding - piece.measure(cell_width) if row.is_centred else 0
                with open_cell(paper, self, row, number, is_head=is_head):
                    piece.draw(paper, x + left, y + self.padding + free / 2, cell_width)
        return height

    def _places(self, row: Row, width: float) -> Sequence[tuple[Piece, float, float]]:
        """Return each piece of a row with its place from the left and its width."""
        inner = width - 2 * self.inset - self.gap * (len(self.shares) - 1)
        places = []
        left, column = self.inset, 0
        for cell in row.cells:
            own = sum(self.shares[column : column + cell.span]) * inner + self.gap * (cell.span - 1)
            places.append((cell.piece, left, own))
            left += own + self.gap
            column += cell.span
        return places

    def _height(self, row: Row, width: float) -> float:
        heights = (piece.measure(cell_width) for piece, _, cell_width in self._places(row, width))
        return max(heights, default=0) + 2 * self.padding

    def _split_row(self, row: Row, width: float, height: float) -> tuple[Row, Row] | None:
        """Return a row in two parts; what fits whole stands in the first one."""
        first, second = [], []
        height -= 2 * self.padding
        for cell, (piece, _, cell_width) in zip(row.cells, self._places(row, width), strict=True):
            if piece.measure(cell_width) <= height + TOLERANCE:
                parts: tuple[Piece, Piece] | None = (piece, Space(0))
            else:
                parts = piece.split(cell_width, height)
            if parts is None:
                return None
            first.append(replace(cell, piece=parts[0]))
            second.append(replace(cell, piece=parts[1]))
        return replace(row, cells=tuple(first), line_below=None), replace(row, cells=tuple(second))
