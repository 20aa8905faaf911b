"""Calendars as files that every calendar program takes in: iCalendar (RFC 5545), whole days and times, with alarms."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iq_desktop.usecases.calendar_ports import CalendarDay

_LONGEST: Final = 75
"""Octets of a line; a longer one is folded (section 3.1)."""
_OURS: Final = uuid.UUID("8b2f4c1e-6d0a-5e37-9c44-1f6a7d2b9e50")
"""The space of names in which identities of events are made, so that a second export changes and does not double."""
_FIRST_CHANGE: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_NINE: Final = dt.timedelta(hours=9)
_ZONE: Final = "Europe/Berlin"
_SUMMER_AND_WINTER: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The clocks of Germany, for calendars that know no zones by their name."""


class IcsFiles:
    """The port `CalendarFiles`."""

    def write_calendar(self, path: Path, name: str, days: Sequence[CalendarDay], made_at: dt.datetime) -> int:
        """Write a calendar and return how many days it has; a file appears whole or not at all.

        Raises IqError where the disk refuses.
        """
        draft = path.with_name(f"{path.name}.part")
        words = "".join(_folded(line) for line in calendar_lines(name, days, made_at))
        try:
            try:
                with draft.open("wb") as file:
                    file.write(words.encode("utf-8"))
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise IqError(
                say("The calendar could not be written to “{name}”.", name=path.name),
                say("Please choose another folder, or close the program that has the file open."),
            ) from error
        return len(days)


def calendar_lines(name: str, days: Sequence[CalendarDay], made_at: dt.datetime) -> Iterator[str]:
    """Yield the lines of a calendar, unfolded and without their ends; equal input gives equal lines."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IQ Desktop//Deadlines//DE", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}")
    if any(one.at is not None for one in days):
        yield from _SUMMER_AND_WINTER
    for one in days:
        yield from _event(one, made_at)
    yield "END:VCALENDAR"


def _event(one: CalendarDay, made_at: dt.datetime) -> Iterator[str]:
    moment = made_at.astimezone(dt.UTC)
    sequence = max(int((moment - _FIRST_CHANGE).total_seconds()), 0)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_OURS, one.key)}"
    yield f"DTSTAMP:{moment:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{sequence}"
    yield from _time(one)
    yield f"SUMMARY:{_escaped(one.title)}"
    if one.note:
        yield f"DESCRIPTION:{_escaped(one.note)}"
    if one.place:
        yield f"LOCATION:{_escaped(one.place)}"
    is_free = one.at is None or one.is_cancelled
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT" if is_free else "TRANSP:OPAQUE")
    yield "STATUS:CANCELLED" if one.is_cancelled else "STATUS:CONFIRMED"
    for before in one.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(one.title)}")
        yield f"TRIGGER:{_trigger(before if one.at is not None else before - _NINE)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _time(one: CalendarDay) -> Iterator[str]:
    """Yield when it begins and ends: the whole day, or from a time on by the clocks of Germany."""
    if one.at is None:
        yield f"DTSTART;VALUE=DATE:{_day_words(one.day)}"
        if one.day < dt.date.max:
            yield f"DTEND;VALUE=DATE:{_day_words(one.day + dt.timedelta(days=1))}"
        return
    yield f"DTSTART;TZID={_ZONE}:{_day_words(one.day)}T{one.at:%H%M%S}"
    if one.day < dt.date.max:
        end = dt.datetime.combine(one.day, one.at) + dt.timedelta(minutes=one.minutes)
        yield f"DTEND;TZID={_ZONE}:{_day_words(end.date())}T{end:%H%M%S}"


def _trigger(before: dt.timedelta) -> str:
    """Return how long before its beginning a date rings, as section 3.3.6 writes it; negative times lie behind it."""
    sign = "-" if before > dt.timedelta() else ""
    days, seconds = divmod(int(abs(before).total_seconds()), 24 * 60 * 60)
    hours, minutes = divmod(seconds // 60, 60)
    of_day = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M")) if count)
    words = (f"{days}D" if days else "") + (f"T{of_day}" if of_day else "")
    return f"{sign}P{words or 'T0M'}"


def _day_words(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(words: str) -> str:
    return "".join(sign for sign in words.translate(_ESCAPED) if sign >= " ")


def _folded(line: str) -> str:
    """Return a line with its end, in pieces of at most 75 octets; a sign is never parted."""
    pieces: list[str] = []
    piece, octets = "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if octets + size > _LONGEST:
            pieces.append(piece)
            piece, octets = " ", 1
        piece, octets = piece + sign, octets + size
    return "\r\n".join((*pieces, piece)) + "\r\n"
