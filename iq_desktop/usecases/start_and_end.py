"""Looking back over a counselling: where the person stood at the beginning and where they stand now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.start_and_end import count_words, level_words
from iq_desktop.domain.journal import JournalQuery
from iq_desktop.domain.start_and_end import NotedSave, StartAndEnd, start_and_end
from iq_desktop.usecases.journal_words import CASE_SAVED
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.journal import JournalLine
    from iq_desktop.domain.start_and_end import CountEnds
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


@dataclass(frozen=True, slots=True)
class StartLine:
    """One thing in words: what it is, where it stood (None: unknown) and stands on its scale, and the same told.

    Without a `last` there is no scale: the words alone tell it.
    """

    id: str
    words: Text
    told: Text
    first: int | None = None
    last: int | None = None


def skill_lines(ends: StartAndEnd) -> tuple[StartLine, ...]:
    """Return the skills of German of each side that is shown, side by side with their day."""
    return tuple(
        StartLine(
            f"{side.assessed_by.value}.{one.skill.value}",
            one.skill.label,
            level_words(one),
            one.first.rank if one.first is not None else None,
            one.last.rank,
        )
        for side in ends.shown_sides[:1]
        for one in side.skills
    )


def count_lines(ends: StartAndEnd) -> tuple[StartLine, ...]:
    """Return the numbers at the beginning and now."""
    return tuple(StartLine(one.what.value, one.what.label, _counted(one)) for one in ends.counts)


def _counted(one: CountEnds) -> Text:
    first, now = count_words(one)
    if one.first is None:
        return say("now: {level}", level=now)
    return say("at the beginning {first}, now {now}", first=first, now=now)
