"""The cases of the centre as a workbook, with their follow-up contacts on a second sheet; also without names.

Cases stream window by window, however many there are, and each brings its contacts along.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.rights import UNCOUNTED
from iq_desktop.usecases.centre_columns import CONTACT_SHEET, PARTS, Around, columns_for
from iq_desktop.usecases.desk import Desk
from iq_desktop.usecases.export_ports import Cell, NextSheet, Sheet
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_list import CaseQuery
    from iq_desktop.usecases.centre_columns import CentreColumn, ContactColumn
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

CASE_EXPORTED: Final = "case_exported"
"""The kind of the entry in the journal of a case that went into a workbook."""
_WINDOW: Final = 500
_UNCOUNTED: Final = frozenset(stop.code for stop in UNCOUNTED)
_TITLE: Final = say("Writing the workbook")


class WorkbookKind(Choice):
    """Whether people can be read out of a workbook."""

    WITH_NAMES = "with_names", say("with names")
    WITHOUT_NAMES = "without_names", say("without names, for statistics")


@dataclass(frozen=True, slots=True)
class WorkbookWish:
    """What shall stand in a workbook: the names of columns (none means all), with names of people or without."""

    columns: tuple[str, ...] = ()
    is_anonymous: bool = False

    @property
    def words(self) -> Text:
        """What the journal tells."""
        return (WorkbookKind.WITHOUT_NAMES if self.is_anonymous else WorkbookKind.WITH_NAMES).label


@dataclass(frozen=True, slots=True)
class Exported:
    """How many cases and follow-up contacts a workbook holds."""

    cases: int
    contacts: int


def export_centre(
    desk: Desk,
    query: CaseQuery,
    wish: WorkbookWish,
    path: Path,
    tongue: Tongue,
    progress: Progress,
    *,
    chosen: Sequence[str] = (),
) -> Exported:
    """Write the cases of the list, or the chosen ones, and return how many there are; noted before anything leaves.

    Who is only kept or does not want to be counted stands in no row. Without names the rows come in an order drawn by
    lot, under numbers that mean nothing. Raises IqError where the disk refuses, Cancelled; then there is no file.
    """
    case_ids = _list(desk, query, frozenset(chosen))
    if wish.is_anonymous:
        random.SystemRandom().shuffle(case_ids)
    columns = columns_for(wish.columns, is_anonymous=wish.is_anonymous)
    words = f"{len(case_ids)} {path.name} {' '.join(column.name for column in columns)}"
    desk.cases.note_in_journal("exported", "", words)
    advisers = {adviser.id: adviser.name for adviser in desk.centres.advisers()}
    writing = _Writing(desk, wish, path.name, Around(tongue, desk.clock.today(), desk.niq.codes, advisers))
    cases, contacts = desk.workbooks.write(path, writing.sheets(case_ids, columns, progress))
    return Exported(cases, contacts)


@dataclass(frozen=True, slots=True)
class _Writing:
    """One workbook that is being written."""

    desk: Desk
    wish: WorkbookWish
    name: str
    around: Around

    def sheets(
        self, case_ids: Sequence[str], columns: Sequence[CentreColumn], progress: Progress
    ) -> tuple[Sheet, Sheet]:
        """Return both sheets; each row begins with the number that joins them."""
        told = tuple(one for one in CONTACT_SHEET if one.names_nobody or not self.wish.is_anonymous)
        spoken = self.around.tongue.speak
        row = spoken(say("Row"))
        widths = (8.0, *(column.width for column in columns))
        heads = (row, *(spoken(column.title) for column in columns))
        cases = Sheet(spoken(say("Cases")), heads, self._rows(case_ids, columns, told, progress), widths)
        of_contacts = (row, *(spoken(column.title) for column in told))
        return cases, Sheet(spoken(say("Follow-up contacts")), of_contacts, (), (8.0, *(one.width for one in told)))

    def _rows(
        self,
        case_ids: Sequence[str],
        columns: Sequence[CentreColumn],
        told: Sequence[ContactColumn],
        progress: Progress,
    ) -> Iterator[tuple[Cell, ...] | NextSheet]:
        for number, case in enumerate(self._read(case_ids, progress), 1):
            yield (number, *(column.tell(case, self.around) for column in columns))
            for talk in case.talks:
                yield NextSheet((number, *(column.tell(talk, self.around) for column in told)))

    def _read(self, case_ids: Sequence[str], progress: Progress) -> Iterator[CaseFile]:
        for start in range(0, len(case_ids), _WINDOW):
            progress.step(start, len(case_ids), _TITLE)
            window = case_ids[start : start + _WINDOW]
            yield from self.desk.cases.hand_out(window, CASE_EXPORTED, self._said(), PARTS)

    def _said(self) -> str:
        return f"{self.name} · {self.desk.tongue('de').speak(self.wish.words)}"


def _list(desk: Desk, query: CaseQuery, chosen: frozenset[str]) -> list[str]:
    """Return the identities of the cases that go, in the order of the list."""
    mine = query.unfiltered if chosen else query.for_adviser(desk.adviser.id)
    found: list[str] = []
    window = desk.lists.window(mine, limit=_WINDOW)
    while window:
        kept = (row for row in window if not chosen or row.id in chosen)
        found += [row.id for row in kept if not _UNCOUNTED & set(row.stops)]
        window = desk.lists.window(mine, limit=_WINDOW, after=window[-1])
    return found
