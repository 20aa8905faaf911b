"""Looking back over a counselling: where the person stood at the beginning and where they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.journal import JournalQuery
from iq_desktop.domain.start_and_end import NotedSave, StartAndEnd, start_and_end
from iq_desktop.usecases.journal_words import CASE_SAVED

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.journal import JournalLine
    from iq_desktop.usecases.desk import Desk

_PORTION: Final = 500


def look_back(desk: Desk, case: CaseFile) -> StartAndEnd:
    """Return where a case stood and stands, from what was saved of it; what was erased from the journal is unknown."""
    return start_and_end(case, noted_saves(desk, case.id), desk.clock.today())


def noted_saves(desk: Desk, case_id: str) -> tuple[NotedSave, ...]:
    """Return every save of a case, oldest first; it is read in portions."""
    query = JournalQuery(case_id=case_id, kind=CASE_SAVED)
    found: list[JournalLine] = []
    while portion := desk.journal.window(query, limit=_PORTION, after=found[-1] if found else None):
        found += portion
        if len(portion) < _PORTION:
            break
    return tuple(NotedSave(line.local.date(), line.payload) for line in reversed(found))
