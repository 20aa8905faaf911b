"""The port of workbooks: sheets of rows that are written as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

Cell: TypeAlias = "str | int | dt.date | None"
"""What a cell holds; nothing where it is None."""


@dataclass(frozen=True, slots=True)
class NextSheet:
    """A row that comes up among the rows of a sheet and belongs to the sheet behind it."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name (31 signs at most), its head, and rows that are asked for as they are written.

    `widths` are those of the columns in signs; a column without one has that of the program that opens the file.
    """

    name: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...] | NextSheet]
    widths: tuple[float, ...] = ()


class WorkbookFiles(Protocol):
    """Workbooks that are written as files for spreadsheets."""

    def write(self, path: Path, sheets: Sequence[Sheet]) -> tuple[int, ...]:
        """Write a workbook and return how many rows each sheet has; it appears whole or not at all. Raises IqError."""
