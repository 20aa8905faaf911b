"""The line of life: everything with a time, as bars in lanes on one scale; overlaps lie below each other.

Bars are views: a drag changes the qualification, the work or the entry that the bar shows. What no bar covers is told
neutrally, as a time of which nothing was told yet.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import Finished, WorkKind, WorkPeriod
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.case_file import CaseFile

Lasting = TypeVar("Lasting", WorkPeriod, LifeEntry)

_SHORTEST_GAP: Final = dt.timedelta(days=183)
"""Half a year: what is shorter needs no word on any CV."""
_CHILDHOOD: Final = 15
"""Years of age before which nobody asks what somebody did."""


class Source(Choice):
    """Which part of the case a bar shows."""

    QUALIFICATION = "qualification", NOTHING
    WORK = "work", NOTHING
    ENTRY = "entry", NOTHING


@dataclass(frozen=True, slots=True)
class Bar:
    """One time of life: `begun` and `ended` as they were told, `start` and `end` the days on the scale.

    A bar that still goes on ends today; one of which nobody told the end `is_open` and is drawn a year long.
    """

    source: Source
    id: str
    kind: LifeKind
    title: str
    country: str
    begun: PartialDate
    ended: PartialDate | None
    start: dt.date
    end: dt.date
    is_going_on: bool = False
    lane: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody said when it ended."""
        return self.ended is None and not self.is_going_on


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which nothing was told yet, from its first to its last day."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class LifeLine:
    """Bars by their beginning, gaps in their order, the undated ones by name, and the years of the scale."""

    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    undated: tuple[tuple[Source, str, str], ...]
    first_year: int
    last_year: int

    @property
    def lanes(self) -> int:
        """How many bars lie below each other at most."""
        return max((bar.lane for bar in self.bars), default=-1) + 1


def life_line(case: CaseFile, today: dt.date) -> LifeLine:
    """Return the line of life of a case; the scale begins with the first bar and ends with the year after today."""
    raw = tuple(_raw_bars(case))
    dated = tuple(bar for found in raw if (bar := _dated(found, today)) is not None)
    bars = _laid(sorted(dated, key=lambda bar: (bar.start, bar.end, bar.id)))
    undated = tuple((one.source, one.id, one.title) for one in raw if one.begun is None)
    first = min((bar.start.year for bar in bars), default=today.year - 10)
    last = max((bar.end.year for bar in bars), default=today.year)
    return LifeLine(bars, gaps_between(bars, told_from(case), today), undated, first, max(last, today.year))


def move_bar(
    case: CaseFile, source: Source, part_id: str, begun: PartialDate | None, ended: PartialDate | None
) -> CaseFile:
    """Return the case in which a bar has other dates; an end takes away “still going on”. Raises KeyError."""
    if source is Source.QUALIFICATION:
        finished = {part.id: part.finished for part in case.qualifications}[part_id]
        if ended is not None and finished is Finished.RUNNING:
            finished = None
        parts = tuple(
            replace(part, begun=begun, ended=ended, finished=finished) if part.id == part_id else part
            for part in case.qualifications
        )
        return replace(case, qualifications=parts)
    if source is Source.WORK:
        return replace(case, works=tuple(_with_dates(case.works, part_id, begun, ended)))
    return replace(case, life=tuple(_with_dates(case.life, part_id, begun, ended)))


def gaps_between(
    bars: Iterable[Bar], since: dt.date | None, today: dt.date, longer_than: dt.timedelta = _SHORTEST_GAP
) -> tuple[Gap, ...]:
    """Return the times longer than half a year that no bar covers, from `since` or the first bar until today."""
    found: list[Gap] = []
    reached = since
    for bar in sorted(bars, key=lambda one: one.start):
        if reached is not None and bar.start - reached > longer_than:
            found.append(Gap(reached, bar.start))
        reached = bar.end if reached is None else max(reached, bar.end)
    if reached is not None and today - reached > longer_than:
        found.append(Gap(reached, today))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A part with a time, before it is known where on the scale it lies."""

    source: Source
    id: str
    kind: LifeKind
    title: str
    country: str
    begun: PartialDate | None
    ended: PartialDate | None
    is_going_on: bool


_OF_WORK: Final = {WorkKind.CARE: LifeKind.FAMILY, WorkKind.VOLUNTEER: LifeKind.VOLUNTEER}


def _raw_bars(case: CaseFile) -> Iterable[_Raw]:
    for one in case.qualifications:
        runs = one.finished is Finished.RUNNING
        yield _Raw(Source.QUALIFICATION, one.id, LifeKind.TRAINING, one.title, one.country, one.begun, one.ended, runs)
    for work in case.works:
        kind = _OF_WORK.get(work.kind, LifeKind.WORK)
        yield _Raw(Source.WORK, work.id, kind, work.title, work.country, work.begun, work.ended, work.is_going_on)
    for entry in case.life:
        yield _Raw(
            Source.ENTRY, entry.id, entry.kind, entry.title, entry.country, entry.begun, entry.ended, entry.is_going_on
        )


def _dated(raw: _Raw, today: dt.date) -> Bar | None:
    if raw.begun is None:
        return None
    start = raw.begun.earliest
    if raw.ended is not None:
        end = raw.ended.latest
    elif raw.is_going_on:
        end = today
    else:
        end = max(raw.begun.latest, start + dt.timedelta(days=365))
    return Bar(
        raw.source,
        raw.id,
        raw.kind,
        raw.title,
        raw.country,
        raw.begun,
        raw.ended,
        start,
        max(start, end),
        is_going_on=raw.is_going_on and raw.ended is None,
    )


def _laid(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Give each bar the first lane that is free from its beginning on."""
    free_from: list[dt.date] = []
    laid: list[Bar] = []
    for bar in bars:
        lane = next((number for number, day in enumerate(free_from) if day <= bar.start), len(free_from))
        if lane == len(free_from):
            free_from.append(bar.end)
        else:
            free_from[lane] = bar.end
        laid.append(replace(bar, lane=lane))
    return tuple(laid)


def told_from(case: CaseFile) -> dt.date | None:
    """Return the day from which a life is asked for: never childhood, and only where a date of birth is known."""
    birth = case.client.birth
    return dt.date(birth.latest.year + _CHILDHOOD + 1, 1, 1) if birth else None


def _with_dates(
    parts: Sequence[Lasting], part_id: str, begun: PartialDate | None, ended: PartialDate | None
) -> Iterable[Lasting]:
    if part_id not in {part.id for part in parts}:
        raise KeyError(part_id)
    for part in parts:
        runs = part.is_going_on and ended is None
        yield replace(part, begun=begun, ended=ended, is_going_on=runs) if part.id == part_id else part
