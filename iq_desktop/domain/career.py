"""Training and work in the order of time, as an application for recognition wants it, with the times between them.

What a person did besides (family, flight, waiting) is told to nobody here: such a time is only said to have been
without training or work.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.biography import LifeKind
from iq_desktop.domain.life_line import Bar, Source, gaps_between, life_line, told_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.life_line import Gap

LONGEST_SILENCE: Final = dt.timedelta(days=62)
"""Two months: a longer time between two stations is shown."""
_KINDS: Final = frozenset({LifeKind.SCHOOL, LifeKind.TRAINING, LifeKind.COURSE, LifeKind.WORK, LifeKind.VOLUNTEER})


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without training or work, from its first to its last day; the last day is None where it lasts.

    `is_told` where the person told what it was filled with.
    """

    begun: dt.date
    ended: dt.date | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class Career:
    """Stations and pauses, each in the order of time, and the stations that have no date."""

    stations: tuple[Bar, ...]
    pauses: tuple[Pause, ...]
    undated: tuple[tuple[Source, str], ...]


def career(case: CaseFile, today: dt.date) -> Career:
    """Return training and work of a case, and every time longer than two months that lies between or before them.

    Before the first station a pause is shown from the age of sixteen on, where the year of birth is known.
    """
    line = life_line(case, today)
    stations = tuple(bar for bar in line.bars if bar.kind in _KINDS)
    others = tuple(bar for bar in line.bars if bar.kind not in _KINDS)
    gaps = gaps_between(stations, told_from(case), today, LONGEST_SILENCE) if stations else ()
    pauses = tuple(_pause(gap, others, today) for gap in gaps)
    left_out = {entry.id for entry in case.life if entry.kind not in _KINDS}
    undated = tuple((source, part_id) for source, part_id, _title in line.undated if part_id not in left_out)
    return Career(stations, pauses, undated)


def _pause(gap: Gap, others: Iterable[Bar], today: dt.date) -> Pause:
    one_day = dt.timedelta(days=1)
    return Pause(gap.start + one_day, None if gap.end >= today else gap.end - one_day, _is_filled(gap, others))


def _is_filled(gap: Gap, others: Iterable[Bar]) -> bool:
    """Return whether other times leave no more than two months of a gap open at once."""
    reached = gap.start
    for bar in sorted(others, key=lambda one: one.start):
        if bar.start - reached > LONGEST_SILENCE:
            break
        reached = max(reached, bar.end)
    return gap.end - reached <= LONGEST_SILENCE
