"""Deadlines as a calendar file: of one case, or of all cases of the adviser at the desk; names only where wished."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.usecases.calendar_ports import CalendarDay
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

EXPORTED: Final = "calendar_exported"
_BEHIND: Final = dt.timedelta(days=30)
_MOST: Final = 5000
_EARLY: Final = frozenset(
    {ReminderKind.REMEDY_ENDS, ReminderKind.PAPERS_DUE, ReminderKind.STAY_ENDS, ReminderKind.RESIDENCE_ENDS}
)
"""What the client loses for good: an alarm a week before as well."""
_VERY_EARLY: Final = frozenset({ReminderKind.STAY_ENDS, ReminderKind.RESIDENCE_ENDS})
"""What takes weeks at the office."""


def export_case_calendar(desk: Desk, case: CaseFile, path: Path, tongue: Tongue, *, with_names: bool = False) -> int:
    """Write the deadlines of a case as a calendar and return how many there are; raises IqError.

    It is noted in the journal before anything leaves the vault.
    """
    since = desk.clock.today() - _BEHIND
    reminders = [
        Reminder(
            one.kind, case.id, case.number, case.client.full_name, one.page, one.words, one.due, one.field, one.item
        )
        for one in deadlines_of(case, desk.law)
        if one.due >= since
    ]
    desk.cases.note_in_journal(EXPORTED, case.id, "")
    return _write(desk, reminders, path, tongue, with_names=with_names)


def export_my_calendar(desk: Desk, path: Path, tongue: Tongue, *, with_names: bool = False) -> int:
    """Write the deadlines of all cases of the adviser at the desk as a calendar; returns how many, raises IqError."""
    since = desk.clock.today() - _BEHIND
    reminders = desk.lists.deadlines(since, adviser_id=desk.adviser.id, limit=_MOST)
    desk.cases.note_in_journal(EXPORTED, "", "")
    return _write(desk, reminders, path, tongue, with_names=with_names)


def calendar_days(reminders: Iterable[Reminder], tongue: Tongue, *, with_names: bool) -> tuple[CalendarDay, ...]:
    """Return the days of a calendar; without names only kind and case number, nothing that anybody typed.

    The key of a deadline is its case, kind and row, so that a later export moves it and does not double it.
    """
    seen: Counter[str] = Counter()
    days = []
    for one in reminders:
        if one.due is None:
            continue
        place = f"{one.case_id}/{one.kind.value}/{one.field}/{one.item}"
        seen[place] += 1
        case = say("case {number}", number=one.case_number)
        told = (as_it_is(one.words), as_it_is(one.case_name)) if with_names else (NOTHING, NOTHING)
        title = joined((one.kind.label, told[0], told[1], case))
        days.append(CalendarDay(f"{place}/{seen[place]}", one.due, tongue.speak(title), alarms=_alarms(one.kind)))
    return tuple(days)


def _alarms(kind: ReminderKind) -> tuple[int, ...]:
    if kind in _VERY_EARLY:
        return (56, 7, 1)
    return (7, 1) if kind in _EARLY else (1,)


def _write(desk: Desk, reminders: Sequence[Reminder], path: Path, tongue: Tongue, *, with_names: bool) -> int:
    days = calendar_days(reminders, tongue, with_names=with_names)
    name = tongue.speak(say("IQ deadlines"))
    return desk.calendars.write_calendar(path, name, days, desk.clock.now())
