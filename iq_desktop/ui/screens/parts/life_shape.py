"""Where on the line of life something lies: years on a scale, bars in lanes, and what a drag does to their dates."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.life_line import Bar
from iq_desktop.domain.partial_date import PartialDate, moved

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iq_desktop.domain.life_line import LifeLine

AXIS: Final = 28
LANE: Final = 44
BAR: Final = 34
_GRIP: Final = 8
_STEPS: Final = (1, 2, 5, 10, 20)
_ROOM_OF_A_YEAR: Final = 44
"""Pixels that the number of a year needs at the usual size of the text."""


class Grip(Enum):
    """Where a bar is held."""

    BEGIN = "begin"
    END = "end"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Scale:
    """Years from the beginning of `first` to the end of `last`, on `width` pixels."""

    first: int
    last: int
    width: float

    @property
    def months(self) -> int:
        """How many months the scale shows."""
        return (self.last - self.first + 1) * 12

    def x_of(self, day: dt.date) -> float:
        """Return where a day lies."""
        part = (day.day - 1) / calendar.monthrange(day.year, day.month)[1]
        months = (day.year - self.first) * 12 + day.month - 1 + part
        return max(0.0, min(months / self.months, 1.0)) * self.width

    def months_of(self, pixels: float) -> int:
        """Return how many whole months a way of some pixels is."""
        return round(pixels * self.months / self.width) if self.width > 0 else 0

    def years(self, factor: float = 1.0) -> tuple[int, ...]:
        """Return the years that have room to be named, words being `factor` times larger than usual."""
        room = self.width / (self.last - self.first + 1)
        step = next((one for one in _STEPS if one * room >= _ROOM_OF_A_YEAR * factor), _STEPS[-1])
        return tuple(year for year in range(self.first, self.last + 1) if year % step == 0)


@dataclass(frozen=True, slots=True)
class Box:
    """A bar on the picture, in pixels; between `sure_left` and `sure_right` its time is beyond doubt."""

    bar: Bar
    x: float
    y: float
    width: float
    height: float
    sure_left: float
    sure_right: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies on the bar."""
        return self.x - 2 <= x <= self.x + self.width + 2 and self.y <= y <= self.y + self.height


def boxes_of(line: LifeLine, scale: Scale, factor: float = 1.0) -> tuple[Box, ...]:
    """Return the boxes of all bars, in the order of the bars."""
    return tuple(_box(bar, scale, factor) for bar in line.bars)


def height_of(line: LifeLine, factor: float = 1.0) -> int:
    """Return how high the picture of a line is."""
    return round((AXIS + max(line.lanes, 1) * LANE + 8) * factor)


def box_at(boxes: Iterable[Box], x: float, y: float) -> Box | None:
    """Return the bar under a point, or None."""
    return next((box for box in boxes if box.holds(x, y)), None)


def grip_at(box: Box, x: float) -> Grip:
    """Return where a bar would be held at a place; a short bar is always held as a whole."""
    if box.width < 3 * _GRIP:
        return Grip.WHOLE
    if x < box.x + _GRIP:
        return Grip.BEGIN
    return Grip.END if x > box.x + box.width - _GRIP else Grip.WHOLE


def step_of(bar: Bar, grip: Grip) -> int:
    """Return by how many months a key moves what is held: one, or a whole year where only the year is known."""
    dates = {Grip.BEGIN: (bar.begun,), Grip.END: (bar.ended,), Grip.WHOLE: (bar.begun, bar.ended)}[grip]
    return 12 if any(date is not None and date.is_by_year for date in dates) else 1


def dragged(bar: Bar, grip: Grip, months: int) -> tuple[PartialDate, PartialDate | None]:
    """Return beginning and end of a bar after a drag; neither passes the other, and years stay years.

    A bar that is moved as a whole stays as long as it was. One that is open or goes on gets an end where its end is
    dragged.
    """
    begun, ended = bar.begun, bar.ended
    if grip is Grip.WHOLE:
        step = step_of(bar, grip)
        months = round(months / step) * step
    if grip is not Grip.END:
        begun = moved(begun, months)
    if grip is not Grip.BEGIN and (ended is not None or grip is Grip.END):
        ended = moved(ended or PartialDate(bar.end.year, bar.end.month), months)
    if ended is not None and ended.latest < begun.earliest:
        return (bar.begun, ended) if grip is Grip.BEGIN else (begun, PartialDate(begun.year, begun.month))
    return begun, ended


def _box(bar: Bar, scale: Scale, factor: float) -> Box:
    left, right = scale.x_of(bar.start), scale.x_of(bar.end)
    width = max(right - left, 6 * factor)
    sure_left = scale.x_of(min(bar.begun.latest, bar.end))
    sure_right = scale.x_of(bar.ended.earliest) if bar.ended else right
    if sure_right <= sure_left:
        sure_left = sure_right = left + width / 2
    top = (AXIS + bar.lane * LANE + (LANE - BAR) / 2) * factor
    return Box(bar, left, top, width, BAR * factor, sure_left, min(max(sure_right, sure_left), left + width))
