"""What of an adviser's cases went out into calendars: told by the journal, so a later file takes back what is gone.

Each entry about a case notes the dates that were new or moved, and those that were taken back. With the values of an
erased case they go too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.journal import JournalLine, JournalQuery
from iq_desktop.usecases.calendar_ports import CalendarDay
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

EXPORTED: Final = "calendar_exported"
"""The kind of the entry in the journal."""
_SO_LONG: Final = dt.timedelta(days=400)
"""How far back one looks; what was told longer ago lies behind by now."""
_WINDOW: Final = 500


@dataclass(frozen=True, slots=True)
class SentDate:
    """A date that stands in the adviser's calendar: its key there, its case, its day and time of day.

    `is_mine` tells that it went out with all dates of the adviser and not with those of one case.
    """

    key: str
    case_id: str
    case_number: str
    day: dt.date
    at: dt.time | None = None
    is_mine: bool = False

    @property
    def kind(self) -> ReminderKind | None:
        """Why it waited."""
        return next((kind for kind in ReminderKind if kind.value == self.key.split("/")[1]), None)

    def lies_ahead(self, now: dt.datetime) -> bool:
        """Return whether it has not begun yet; a whole day of today has not."""
        here = now.astimezone()
        return self.day > here.date() or (self.day == here.date() and (self.at is None or self.at > here.time()))


@dataclass(frozen=True, slots=True)
class Sent:
    """All dates that went out and were not taken back, by their key, and the moment of the last file."""

    dates: Mapping[str, SentDate]
    last: dt.datetime | None = None

    def moment_after(self, now: dt.datetime) -> dt.datetime:
        """Return a moment behind the last file, also where the clock was set back: a later file counts."""
        return now if self.last is None else max(now, self.last + dt.timedelta(seconds=1))


def find_sent(desk: Desk, case_id: str = "") -> Sent:
    """Return what the adviser at the desk sent into a calendar, of one case or of all."""
    since = desk.clock.today() - _SO_LONG
    query = JournalQuery(actor=desk.adviser.id, case_id=case_id, kind=EXPORTED, first_day=since)
    lines = tuple(_lines(desk, query))
    dates: dict[str, SentDate] = {}
    for line in reversed(lines):
        for key in line.payload.get("gone", ()):
            dates.pop(f"{line.case_id}/{key}", None)
        dates |= {one.key: one for one in _dates_of(line)}
    return Sent(dates, max((line.utc for line in lines), default=None))


def note_of(sent: Sent, days: Iterable[CalendarDay], gone: Iterable[SentDate], *, is_mine: bool) -> dict[str, Any]:
    """Return what is noted of one case: what of its days is new or moved, and what is taken back."""
    known = {key: _moment(one.day, one.at) for key, one in sent.dates.items() if one.is_mine or not is_mine}
    told = {one.key: _moment(one.day, one.at) for one in days}
    dates = {_short(key): moment for key, moment in told.items() if known.get(key) != moment}
    taken_back = [_short(one.key) for one in gone]
    noted = {"dates": dates, "gone": taken_back, "mine": is_mine}
    return {key: value for key, value in noted.items() if value}


def cancelled_day(one: SentDate, tongue: Tongue) -> CalendarDay:
    """Return a date that is gone as the calendar is told of it: no name and no word that anybody typed."""
    what = one.kind.label if one.kind else say("Date")
    title = tongue.speak(say("No longer: {what} · case {number}", what=what, number=one.case_number))
    return CalendarDay(one.key, one.day, title, alarms=(), at=one.at, is_cancelled=True)


def as_sent_again(one: SentDate) -> dict[str, Any]:
    """Return the note with which a date counts as sent after all: the file that took it back was not written."""
    noted: dict[str, Any] = {"dates": {_short(one.key): _moment(one.day, one.at)}, "mine": one.is_mine}
    return {key: value for key, value in noted.items() if value}


def _lines(desk: Desk, query: JournalQuery) -> Iterator[JournalLine]:
    """Yield the entries, newest first."""
    after: JournalLine | None = None
    while True:
        window: Sequence[JournalLine] = desk.journal.window(query, limit=_WINDOW, after=after)
        yield from window
        if len(window) < _WINDOW:
            return
        after = window[-1]


def _dates_of(line: JournalLine) -> Iterator[SentDate]:
    is_mine = bool(line.payload.get("mine"))
    for key, moment in line.payload.get("dates", {}).items():
        day, _, at = moment.partition(" ")
        sent = SentDate(f"{line.case_id}/{key}", line.case_id, line.case_number, dt.date.fromisoformat(day))
        yield replace(sent, at=dt.time.fromisoformat(at) if at else None, is_mine=is_mine)


def _short(key: str) -> str:
    """Return the key of a date within its case."""
    return key.partition("/")[2]


def _moment(day: dt.date, at: dt.time | None) -> str:
    return f"{day.isoformat()} {at:%H:%M}" if at else day.isoformat()
