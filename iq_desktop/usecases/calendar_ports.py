"""The port of calendar files: dates that other programs put into their calendars."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One date of a calendar; `key` stays the same while the day or the words change.

    Without a time `at` it is the whole day; with one it takes so many `minutes`, by the clocks of Germany. `alarms` are
    how long before it the calendar shall ring: before nine in the morning where it is the whole day. What the calendar
    was told earlier and is no more `is_cancelled`.
    """

    key: str
    day: dt.date
    title: str
    note: str = ""
    alarms: tuple[dt.timedelta, ...] = (dt.timedelta(days=1),)
    at: dt.time | None = None
    minutes: int = 60
    place: str = ""
    is_cancelled: bool = False


class CalendarFiles(Protocol):
    """Calendars that are written as files for other programs."""

    def write_calendar(self, path: Path, name: str, days: Sequence[CalendarDay], made_at: dt.datetime) -> int:
        """Write a calendar and return how many days it has; a file appears whole or not at all. Raises IqError.

        `made_at` lies behind that of every earlier file, so that programs take the days of this one.
        """
