"""Deadlines as a calendar file: of one case, or of all of the adviser at the desk; names only where wished."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.deadline import deadlines_of, reminder_of
from iq_desktop.domain.talk import Alarm
from iq_desktop.usecases.calendar_memory import (
    EXPORTED,
    Sent,
    SentDate,
    as_sent_again,
    cancelled_day,
    find_sent,
    note_of,
)
from iq_desktop.usecases.calendar_ports import CalendarDay
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

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


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    """What a file tells: how many dates, and how many that the calendar had and that are no more."""

    count: int
    cancelled: int = 0


def export_case_calendar(
    desk: Desk, case: CaseFile, path: Path, tongue: Tongue, *, with_names: bool = False
) -> WrittenCalendar:
    """Write the deadlines of a case as a calendar, with what of an earlier file is gone; raises IqError.

    It is noted in the journal before anything leaves the vault.
    """
    since = desk.clock.today() - _BEHIND
    reminders = [reminder_of(case, one) for one in deadlines_of(case, desk.law) if one.due >= since]
    days = calendar_days(reminders, tongue, with_names=with_names)
    sent = find_sent(desk, case.id)
    return _write(desk, path, tongue, _File({case.id: days}, sent, _gone(desk, sent, days)))


def export_appointment(
    desk: Desk, case: CaseFile, item: str, path: Path, tongue: Tongue, *, with_names: bool = False
) -> WrittenCalendar:
    """Write one appointment or task of a case as a calendar; it takes the date back where it is gone or done."""
    reminders = [reminder_of(case, one) for one in deadlines_of(case, desk.law) if one.item == item]
    days = calendar_days(reminders, tongue, with_names=with_names)
    sent = find_sent(desk, case.id)
    gone = tuple(one for one in _gone(desk, sent, days) if f"/{item}/" in one.key)
    return _write(desk, path, tongue, _File({case.id: days}, sent, gone))


def export_my_calendar(desk: Desk, path: Path, tongue: Tongue, *, with_names: bool = False) -> WrittenCalendar:
    """Write the deadlines of all cases of the adviser at the desk, and what of an earlier file is gone; raises IqError.

    What went out with one case of a colleague stays. The journal notes it once, and for each case.
    """
    since = desk.clock.today() - _BEHIND
    reminders = desk.lists.deadlines(since, adviser_id=desk.adviser.id, limit=_MOST)
    days = calendar_days(reminders, tongue, with_names=with_names)
    by_case: dict[str, tuple[CalendarDay, ...]] = {}
    for one in days:
        by_case[case_of(one)] = (*by_case.get(case_of(one), ()), one)
    sent = find_sent(desk)
    gone = tuple(one for one in _gone(desk, sent, days) if one.is_mine or one.case_id in by_case)
    desk.cases.note_in_journal(EXPORTED, "", "")
    return _write(desk, path, tongue, _File(by_case, sent, gone if len(reminders) < _MOST else (), is_mine=True))


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


def case_of(day: CalendarDay) -> str:
    """Return the identity of the case to which a day belongs."""
    return day.key.partition("/")[0]


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


@dataclass(frozen=True, slots=True)
class _File:
    """What goes into a file: the days by case, what was sent before, what of it is gone, whether it is all of mine."""

    days: Mapping[str, tuple[CalendarDay, ...]]
    sent: Sent
    gone: tuple[SentDate, ...]
    is_mine: bool = False


def _gone(desk: Desk, sent: Sent, days: Sequence[CalendarDay]) -> tuple[SentDate, ...]:
    """Return what was sent, still lies ahead and waits no more."""
    waiting, now = {one.key for one in days}, desk.clock.now()
    return tuple(one for key, one in sent.dates.items() if key not in waiting and one.lies_ahead(now))


def _write(desk: Desk, path: Path, tongue: Tongue, file: _File) -> WrittenCalendar:
    gone_of = {one.case_id: tuple(each for each in file.gone if each.case_id == one.case_id) for one in file.gone}
    notes = {
        case_id: note_of(file.sent, file.days.get(case_id, ()), gone_of.get(case_id, ()), is_mine=file.is_mine)
        for case_id in (*file.days, *(one for one in gone_of if one not in file.days))
    }
    desk.journal.note_each(EXPORTED, notes)
    days = tuple(one for some in file.days.values() for one in some)
    told = (*days, *(cancelled_day(one, tongue) for one in file.gone))
    made_at = file.sent.moment_after(desk.clock.now())
    try:
        desk.calendars.write_calendar(path, tongue.speak(say("IQ deadlines")), told, made_at)
    except IqError:
        for one in file.gone:
            desk.journal.note(EXPORTED, one.case_id, as_sent_again(one))
        raise
    return WrittenCalendar(len(days), len(file.gone))
