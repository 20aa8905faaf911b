"""Where on the calendar of a way something lies: months on a scale, a lane for each step, and what a drag means."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

AXIS: Final = 44
"""Room for years and months above the lanes, in pixels at the usual size of the text, as all lengths here."""
LANE: Final = 56
TITLE: Final = 24
BAR: Final = 22
FOOT: Final = 8
WEEK: Final = 7
_LEAST: Final = 8
_NEAR: Final = 3
"""So many days from the first of a month, a drag ends on it: people say “not before September”."""
_ROOM_OF_A_MONTH: Final = 34
_STEPS: Final = (1, 2, 3, 6, 12)
_FEWEST_MONTHS: Final = 6
_AIR: Final = 0.4
"""How much longer than what is sure the picture may become by what may last longer."""
_LEAST_AIR: Final = 90
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class WayBar:
    """A step as a bar: from its first day to its last; `late` is its last day at the latest.

    `not_before` is the day before which it must not begin, where the adviser said so.
    """

    code: str
    title: Text
    icon: str
    first: dt.date
    last: dt.date
    late: dt.date
    is_clock: bool = False
    """Whether it is a period that the law sets: such a bar is hatched."""
    is_settled: bool = True
    not_before: dt.date | None = None


@dataclass(frozen=True, slots=True)
class WayLine:
    """Steps in their order, today, the day that the way is hoped to end, and the day that it ends at the earliest."""

    bars: tuple[WayBar, ...]
    today: dt.date
    hoped: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MonthScale:
    """`months` months from the first day of `first` on, on `width` pixels; mirrored where one reads from the right."""

    first: dt.date
    months: int
    width: float
    is_mirrored: bool = False

    def x_of(self, day: dt.date) -> float:
        """Return where a day begins; what lies outside is put to the edge."""
        part = (day.day - 1) / calendar.monthrange(day.year, day.month)[1]
        gone = (day.year - self.first.year) * _MONTHS + day.month - self.first.month + part
        share = max(0.0, min(gone / self.months, 1.0))
        return self.width * (1 - share if self.is_mirrored else share)

    @property
    def end(self) -> dt.date:
        """The first day that is not seen any more."""
        return _month_after(self.first, self.months)

    def days_of(self, pixels: float) -> int:
        """Return how many days a way of some pixels is, later ones being positive."""
        days = (self.end - self.first).days
        gone = round(pixels * days / self.width) if self.width > 0 else 0
        return -gone if self.is_mirrored else gone

    def marks(self, room: float = _ROOM_OF_A_MONTH) -> tuple[dt.date, ...]:
        """Return the first days of the months that are named, each name needing `room` pixels."""
        step = next((one for one in _STEPS if one * self.width / self.months >= room), _STEPS[-1])
        days = (_month_after(self.first, number) for number in range(self.months))
        return tuple(day for day in days if (day.month - 1) % step == 0)

    def years(self) -> tuple[dt.date, ...]:
        """Return the day from which each year is seen."""
        last = _month_after(self.first, self.months - 1).year
        return (self.first, *(dt.date(year, 1, 1) for year in range(self.first.year + 1, last + 1)))


@dataclass(frozen=True, slots=True)
class WayBox:
    """A bar on the picture in pixels; from `sure_left` to `sure_right` it lasts in any case."""

    bar: WayBar
    x: float
    y: float
    width: float
    height: float
    sure_left: float
    sure_right: float
    goes_on: bool = False
    """Whether it may last longer than the picture shows."""

    def holds(self, x: float, y: float, slack: float = 4) -> bool:
        """Return whether a point lies on the bar."""
        return self.x - slack <= x <= self.x + self.width + slack and self.y <= y <= self.y + self.height


def scale_of(line: WayLine, width: float, *, is_mirrored: bool = False) -> MonthScale:
    """Return the scale that shows all steps, today and the hoped-for day, with a month of air behind them.

    What may last very long at the latest leaves the picture, so that the rest can be read.
    """
    days = [line.today, *filter(None, (line.hoped, line.end))]
    days += [day for bar in line.bars for day in (bar.first, bar.last)]
    first, sure = min(days).replace(day=1), max(days)
    room = max((sure - first) * _AIR, dt.timedelta(days=_LEAST_AIR))
    last = min(max((bar.late for bar in line.bars), default=sure), sure + room)
    last = max(last, sure)
    months = (last.year - first.year) * _MONTHS + last.month - first.month + 2
    return MonthScale(first, max(months, _FEWEST_MONTHS), max(width, 1.0), is_mirrored)


def boxes_of(line: WayLine, scale: MonthScale, factor: float = 1.0) -> tuple[WayBox, ...]:
    """Return the boxes of all bars, each in a lane of its own."""
    return tuple(_box(bar, number, scale, factor) for number, bar in enumerate(line.bars))


def height_of(line: WayLine, factor: float = 1.0) -> int:
    """Return how high the picture is."""
    return round((AXIS + max(len(line.bars), 1) * LANE + FOOT) * factor)


def box_at(boxes: Iterable[WayBox], x: float, y: float) -> WayBox | None:
    """Return the bar under a point, or None."""
    return next((box for box in boxes if box.holds(x, y)), None)


def dropped(bar: WayBar, days: int, today: dt.date) -> dt.date:
    """Return the day before which a step must not begin after it was dragged by some days; never before today."""
    day = max(bar.first + dt.timedelta(days=days), today)
    here, following = day.replace(day=1), _month_after(day, 1)
    if (following - day).days <= _NEAR:
        return following
    return here if (day - here).days <= _NEAR and here >= today else day


def moved_by_key(bar: WayBar, steps: int, today: dt.date, *, by_month: bool) -> dt.date:
    """Return the day before which a step must not begin after the keys moved it by weeks or months."""
    if not by_month:
        return max(bar.first + dt.timedelta(days=WEEK * steps), today)
    if steps < 0 and bar.first.day > 1:
        steps += 1
    return max(_month_after(bar.first, steps), today)


def title_place(box: WayBox, wanted: float, width: float, *, is_mirrored: bool = False) -> tuple[float, float]:
    """Return where the words above a bar begin, and how much room they have: at the bar, pushed in where it is late."""
    room = min(wanted, width)
    x = box.x + box.width - room if is_mirrored else box.x
    return max(0.0, min(x, width - room)), room


def _box(bar: WayBar, number: int, scale: MonthScale, factor: float) -> WayBox:
    ends = scale.x_of(bar.first), scale.x_of(_day_after(max(bar.late, bar.last)))
    sure = scale.x_of(bar.first), scale.x_of(_day_after(bar.last))
    width = max(abs(ends[1] - ends[0]), _LEAST * factor)
    left = max(0.0, min(*ends, scale.width - width))
    top = (AXIS + number * LANE + TITLE) * factor
    sure_left, sure_right = min(sure), max(sure)
    if bar.late <= bar.last:
        sure_left, sure_right = left, left + width
    held = max(sure_left, left), min(sure_right, left + width)
    return WayBox(bar, left, top, width, BAR * factor, *held, goes_on=bar.late >= scale.end)


def _month_after(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that is so many months after a day's."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return dt.date(day.year + years, month + 1, 1)


def _day_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1)
