"""The ports of NIQ and of workbooks in memory: what was written is kept, with the numbers of the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.catalogues.niq_codes import read_niq_codes
from iq_desktop.domain.niq_record import NiqRecord
from iq_desktop.usecases.export_ports import Cell, NextSheet
from iq_desktop.usecases.niq_ports import NiqForm, NiqPorts
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.niq_codes import NiqCodes
    from iq_desktop.usecases.export_ports import Sheet


_PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"


@dataclass
class MemoryNiqFiles:
    """Records by the name of their file; `fail_with` is raised by writing, `chiffres` are what a table holds."""

    written: dict[str, tuple[NiqForm, tuple[NiqRecord, ...]]] = field(default_factory=dict)
    chiffres: dict[str, str] = field(default_factory=dict)
    fail_with: IqError | None = None

    def write(self, path: Path, records: Sequence[NiqRecord], form: NiqForm) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.written[path.name] = form, tuple(records)

    def read_chiffres(self, path: Path) -> Mapping[str, str]:
        del path
        return self.chiffres


@dataclass
class MemoryWorkbooks:
    """Workbooks by the name of their file: each sheet's head and rows by its name."""

    written: dict[str, dict[str, list[tuple[Cell, ...]]]] = field(default_factory=dict)

    def write(self, path: Path, sheets: Sequence[Sheet]) -> tuple[int, ...]:
        told: dict[str, list[tuple[Cell, ...]]] = {sheet.name: [sheet.heads] for sheet in sheets}
        names = [sheet.name for sheet in sheets]
        for place, sheet in enumerate(sheets):
            for row in sheet.rows:
                is_next = isinstance(row, NextSheet)
                told[names[place + is_next]].append(row.cells if isinstance(row, NextSheet) else row)
        self.written[path.name] = told
        return tuple(len(rows) - 1 for rows in told.values())


@cache
def the_codes(packs: Path = _PACKS) -> NiqCodes:
    """Return the numbers of the pack that comes with the program."""
    return read_niq_codes(packs)


def memory_niq(packs: Path = _PACKS) -> NiqPorts:
    """Return the ports; the numbers are read once."""
    return NiqPorts(the_codes(packs), MemoryNiqFiles())
