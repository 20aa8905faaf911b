"""The elements of a grid: a table with its head, rows and cells, or a list; grids that only lay out have none."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper
    from iq_desktop.pdf.pieces import Cell, Grid, Row

TABLE: Final = "Table"
LISTING: Final = "L"
_REPEATED: Final = "<</Type /Pagination>>"
_DECORATION: Final = "<</Type /Layout>>"
_NOTHING: Final = nullcontext()
_LISTED: Final = ("Lbl", "LBody")


def open_grid(paper: Paper, grid: Grid) -> AbstractContextManager[None]:
    """Return the context of a whole grid; grids that only lay out are no element."""
    return paper.element(grid.kind, thread=grid.thread) if grid.kind else _NOTHING


def open_rows(paper: Paper, grid: Grid, *, are_head: bool) -> AbstractContextManager[None]:
    """Return the context of the head or of the other rows; a head that is repeated is no content."""
    if grid.kind != TABLE:
        return _NOTHING
    if are_head and grid.is_later:
        return paper.artifact(_REPEATED)
    part = "THead" if are_head else "TBody"
    return paper.element(part, thread=(grid.thread, part))


def open_row(paper: Paper, grid: Grid, row: Row) -> AbstractContextManager[None]:
    """Return the context of a row."""
    return paper.element("TR" if grid.kind == TABLE else "LI", thread=row.thread) if grid.kind else _NOTHING


def open_cell(paper: Paper, grid: Grid, row: Row, place: int, *, is_head: bool) -> AbstractContextManager[None]:
    """Return the context of a cell; `place` is its place in the row."""
    cell: Cell = row.cells[place]
    if not grid.kind:
        return _NOTHING
    if cell.is_decoration:
        return paper.artifact(_DECORATION)
    if grid.kind == LISTING:
        return paper.element(_LISTED[min(place, 1)], thread=(row.thread, min(place, 1)))
    scope = "Column" if is_head else "Row" if cell.is_head else ""
    return paper.element("TH" if scope else "TD", thread=(row.thread, place), scope=scope, columns=cell.span)
