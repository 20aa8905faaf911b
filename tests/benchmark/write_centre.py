"""The workbook of a centre, written by a process of its own: how long it takes and what it needs of memory.

Run it with FOLDER of the vault, COUNT of cases, FILE of results, and one of the words below.
"""

from __future__ import annotations

import itertools
import json
import os
import resource
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.centre import Centre
from iq_desktop.exchange.workbooks import XlsxFiles
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases.centre_export import WorkbookWish, export_centre
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.export_ports import NextSheet, Sheet
from iq_desktop.usecases.progress import Silence
from tests.support.fakes import FixedClock
from tests.support.office import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.export_ports import Cell

MAKE: Final = "make"
"""The word behind which the vault is made."""
EXPORT: Final = "export"
"""The word behind which its cases are written."""
FLOOR: Final = "floor"
"""The word behind which the writer alone writes as many rows: those of the first cases, again and again."""
_SAMPLE: Final = 1_000


def main(folder: Path, count: int, results: Path, what: str) -> None:
    """Do one of the three, and write down seconds, seconds of the processor, megabytes at most, cases and contacts."""
    os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = str(folder)
    paths = find_paths()
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    if what == MAKE:
        make(door, count)
        return
    desk = door.unlock(door.advisers()[0].id, PASSWORD)
    target = folder / "centre.xlsx"
    if what == FLOOR:
        sheets = take_sample(desk, target)
        told = measure(lambda: XlsxFiles().write(target, [repeated(sheet, count) for sheet in sheets]))
    else:
        told = measure(lambda: export(desk, target))
    desk.close()
    results.write_text(json.dumps(told), encoding="utf-8")


def make(door: VaultDoor, count: int) -> None:
    """Make the vault with its crowd."""
    from tests.support.told_crowd import fill_told

    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", PASSWORD))
    assert isinstance(desk.cases, VaultCases)
    fill_told(desk.cases._database, count)
    desk.close()


def export(desk: Desk, target: Path, chosen: Sequence[str] = ()) -> tuple[int, int]:
    """Write the workbook with every column and return how many rows each sheet has."""
    done = export_centre(desk, CaseQuery(), WorkbookWish(), target, desk.tongue("de"), Silence(), chosen=chosen)
    return done.cases, done.contacts


def measure(work: Callable[[], Iterable[int]]) -> dict[str, float]:
    """Return what some work took."""
    begun, used = time.perf_counter(), time.process_time()
    cases, contacts = work()
    taken, used = time.perf_counter() - begun, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    return {"seconds": taken, "processor": used, "megabytes": memory, "cases": cases, "contacts": contacts}


@dataclass
class Listening:
    """Workbooks that keep their sheets, with all rows, instead of writing them."""

    sheets: tuple[Sheet, ...] = ()

    def write(self, path: Path, sheets: Sequence[Sheet]) -> tuple[int, ...]:
        """Keep the sheets."""
        del path
        self.sheets = tuple(replace(sheet, rows=tuple(sheet.rows)) for sheet in sheets)
        return tuple(0 for _ in sheets)


def take_sample(desk: Desk, target: Path) -> tuple[Sheet, ...]:
    """Return the sheets of the first cases, their rows at hand."""
    books = Listening()
    first = [row.id for row in desk.lists.window(CaseQuery(), limit=_SAMPLE)]
    export(replace(desk, workbooks=books), target, first)
    return books.sheets


def repeated(sheet: Sheet, count: int) -> Sheet:
    """Return a sheet with its rows again and again, until there are as many cases."""
    return replace(sheet, rows=_again(tuple(sheet.rows), count))


def _again(rows: tuple[tuple[Cell, ...] | NextSheet, ...], count: int) -> Iterator[tuple[Cell, ...] | NextSheet]:
    left = count + 1 if rows else 0
    for row in itertools.cycle(rows):
        left -= not isinstance(row, NextSheet)
        if not left:
            return
        yield row


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
