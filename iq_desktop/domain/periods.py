"""Periods as the law counts them: §§ 187 to 193 BGB, § 31 VwVfG; every function is pure and counts whole days.

The day of the event is not counted (§ 187 (1) BGB); a period of months ends on the day that carries the same number, or
on the last day of a shorter month (§ 188 (2) and (3) BGB).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

IsHoliday = Callable[[dt.date], bool]
"""Tells whether a day is a public holiday where the act has to be done."""
_SATURDAY: Final = 5
_DAY: Final = dt.timedelta(days=1)


class Unit(Enum):
    """In what a period is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time such as three months."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a period does not run, both ends included; `last` is None while it goes on."""

    first: dt.date
    last: dt.date | None = None


def end_of_period(event: dt.date, period: Period) -> dt.date:
    """Return the last day of a period that an event begins (§ 187 (1), § 188 BGB); working days are not looked at.

    A day beyond the end of all calendars stays there.
    """
    try:
        if period.unit is Unit.DAYS:
            return event + dt.timedelta(days=period.count)
        if period.unit is Unit.WEEKS:
            return event + dt.timedelta(weeks=period.count)
        months = period.count * (12 if period.unit is Unit.YEARS else 1)
        return _months_later(event, months)
    except (OverflowError, ValueError):
        return dt.date.max


def end_from_first_day(first: dt.date, period: Period) -> dt.date:
    """Return the last day of a period whose first day counts whole (§ 187 (2), § 188 (2) BGB): of an age, of a stay."""
    return end_of_period(first, period) - _DAY if first < dt.date.max else first


def next_working_day(day: dt.date, is_holiday: IsHoliday) -> dt.date:
    """Return a day, or the next one that is no Saturday, Sunday or public holiday (§ 193 BGB, § 31 (3) VwVfG)."""
    while (day.weekday() >= _SATURDAY or is_holiday(day)) and day < dt.date.max:
        day += _DAY
    return day


def lengthened(begun: dt.date, end: dt.date, pauses: Iterable[Pause]) -> dt.date | None:
    """Return the end of a period that does not run during pauses; None while one of them goes on.

    `begun` is the day of the event, `end` the last day without pauses. A pause that begins after the end changes
    nothing any more.
    """
    for first, last in _merged(begun, pauses):
        if first > end:
            break
        if last is None:
            return None
        end = _later(end, (last - first).days + 1)
    return end


def paused_days(begun: dt.date, upto: dt.date, pauses: Iterable[Pause]) -> int:
    """Return on how many days after the event, up to and with a day, a period did not run."""
    found = 0
    for first, last in _merged(begun, pauses):
        end = upto if last is None else min(last, upto)
        found += max((end - first).days + 1, 0)
    return found


def _merged(begun: dt.date, pauses: Iterable[Pause]) -> list[tuple[dt.date, dt.date | None]]:
    """Return pauses in order, those that meet joined, without the days up to the event."""
    if begun == dt.date.max:
        return []
    spans = sorted(
        ((max(one.first, begun + _DAY), one.last) for one in pauses if one.last is None or one.last > begun),
        key=lambda span: span[0],
    )
    found: list[tuple[dt.date, dt.date | None]] = []
    for first, last in spans:
        if last is not None and last < first:
            continue
        if not found or _is_over_before(found[-1][1], first):
            found.append((first, last))
        elif found[-1][1] is not None and (last is None or last > found[-1][1]):
            found[-1] = (found[-1][0], last)
    return found


def _is_over_before(last: dt.date | None, first: dt.date) -> bool:
    return last is not None and last < first


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _later(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days) if (dt.date.max - day).days >= days else dt.date.max
