"""Deadlines as a calendar file: of one case, or of all cases of the adviser at the desk; names only where wished."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.deadline import deadlines_of, reminder_of
from iq_desktop.domain.talk import Alarm
from iq_desktop.usecases.calendar_ports import CalendarDay
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

EXPORTED: Final = "calendar_exported"
_BEHIND: Final = dt.timedelta(days=30)
_MOST: Final = 5000
_DAY: Final = dt.timedelta(days=1)
_USUAL: Final = 60
"""Minutes of an appointment of which nobody said how long it takes."""
_WISHED: Final = {
    Alarm.NONE: (),
    Alarm.HOUR: (dt.timedelta(hours=1),),
    Alarm.DAY: (_DAY,),
    Alarm.WEEK: (7 * _DAY, _DAY),
}
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
    reminders = [reminder_of(case, one) for one in deadlines_of(case, desk.law) if one.due >= since]
    desk.cases.note_in_journal(EXPORTED, case.id, "")
    return _write(desk, reminders, path, tongue, with_names=with_names)


def export_appointment(
    desk: Desk, case: CaseFile, item: str, path: Path, tongue: Tongue, *, with_names: bool = False
) -> int:
    """Write one appointment or task of a case as a calendar; returns 1, or 0 where it has no day or is done."""
    reminders = [reminder_of(case, one) for one in deadlines_of(case, desk.law) if one.item == item]
    desk.cases.note_in_journal(EXPORTED, case.id, "")
    return _write(desk, reminders, path, tongue, with_names=with_names)


def export_my_calendar(desk: Desk, path: Path, tongue: Tongue, *, with_names: bool = False) -> int:
    """Write the deadlines of all cases of the adviser at the desk as a calendar; returns how many, raises IqError."""
    since = desk.clock.today() - _BEHIND
    reminders = desk.lists.deadlines(since, adviser_id=desk.adviser.id, limit=_MOST)
    desk.cases.note_in_journal(EXPORTED, "", "")
    return _write(desk, reminders, path, tongue, with_names=with_names)


def calendar_days(reminders: Iterable[Reminder], tongue: Tongue, *, with_names: bool) -> tuple[CalendarDay, ...]:
    """Return the days of a calendar; without names only kind, case number, time and length, nothing that anybody typed.

    The key of a deadline is its case, kind and row, so that a later export moves it and does not double it.
    """
    seen: Counter[str] = Counter()
    days = []
    for one in reminders:
        if one.due is None:
            continue
        place = f"{one.case_id}/{one.kind.value}/{one.field}/{one.item}"
        seen[place] += 1
        days.append(_day_of(one, one.due, f"{place}/{seen[place]}", tongue, with_names=with_names))
    return tuple(days)


def _day_of(one: Reminder, due: dt.date, key: str, tongue: Tongue, *, with_names: bool) -> CalendarDay:
    case = say("case {number}", number=one.case_number)
    words = one.words.removeprefix(one.at).strip()
    told = (as_it_is(words), as_it_is(one.case_name)) if with_names else (NOTHING, NOTHING)
    title = tongue.speak(joined((one.kind.label, told[0], told[1], case)))
    at = _time_of(one.at)
    place = one.place if with_names else ""
    return CalendarDay(key, due, title, alarms=_alarms(one), at=at, minutes=one.minutes or _USUAL, place=place)


def _time_of(at: str) -> dt.time | None:
    """Return a time of day that was written as `09:30`, None for none."""
    with suppress(ValueError):
        return dt.time.fromisoformat(at) if at else None
    return None


def _alarms(one: Reminder) -> tuple[dt.timedelta, ...]:
    if one.alarm is not None:
        return _WISHED[one.alarm]
    if one.kind in _VERY_EARLY:
        return (56 * _DAY, 7 * _DAY, _DAY)
    return (7 * _DAY, _DAY) if one.kind in _EARLY else (_DAY,)


def _write(desk: Desk, reminders: Sequence[Reminder], path: Path, tongue: Tongue, *, with_names: bool) -> int:
    days = calendar_days(reminders, tongue, with_names=with_names)
    name = tongue.speak(say("IQ deadlines"))
    return desk.calendars.write_calendar(path, name, days, desk.clock.now())
