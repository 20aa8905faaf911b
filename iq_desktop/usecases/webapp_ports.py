"""The ports of coming from the IQ Webapp: its tables, its words, and what was taken in before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from iq_desktop.domain.identity import new_id

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile

Cell: TypeAlias = str | int | float | dt.date | dt.datetime | bool | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a sheet with its number as the spreadsheet shows it (from 1)."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet: its heads, and the rows below them that are not empty."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A workbook that was read whole: nothing of it is a formula, a macro or a link any more."""

    name: str
    sheets: tuple[TableSheet, ...]


@dataclass(frozen=True, slots=True)
class CaseImport:
    """One import: `rows` stood in the file, `case_ids` were taken in, `left_out` rows were not.

    `heads` tells tables of the same kind apart, `choices` (JSON) is how its columns and values were read, `report` is
    what was told at the end; empty where it was broken off. `undone_at` is the moment in which it was taken back.
    """

    name: str
    taken_at: dt.datetime
    adviser_id: str = ""
    rows: int = 0
    left_out: int = 0
    heads: str = ""
    choices: str = ""
    report: str = ""
    case_ids: tuple[str, ...] = ()
    undone_at: dt.datetime | None = None
    id: str = field(default_factory=new_id)


class TableReader(Protocol):
    """What reads workbooks of others."""

    def read(self, path: Path) -> TableFile:
        """Return what stands in a workbook; raises IqError where it is none, is locked, too large or unsafe."""


class CaseImports(Protocol):
    """What was taken in: each batch of cases is one transaction with the entries of the journal."""

    def imports(self) -> Sequence[CaseImport]:
        """Return all imports, newest first."""

    def take(self, entry: CaseImport, cases: Sequence[CaseFile]) -> CaseImport:
        """Save new cases and note them with their import, together or not at all; returns the import with them."""

    def keep(self, entry: CaseImport) -> None:
        """Keep an import as it is now."""

    def untouched(self, case_ids: Sequence[str]) -> Sequence[str]:
        """Return the cases that nobody changed since they were taken in, in their order."""


@dataclass(frozen=True, slots=True)
class WebappPorts:
    """What coming from the IQ Webapp needs; `lists` are codes of ours by field and word of the Webapp."""

    reader: TableReader
    imports: CaseImports
    lists: Mapping[str, Mapping[str, str]]
