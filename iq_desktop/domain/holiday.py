"""The Länder of Germany, and what makes a day a public holiday there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


class Land(Choice):
    """A Land of Germany, by its code in ISO 3166-2."""

    BADEN_WUERTTEMBERG = "BW", say("Baden-Württemberg")
    BAVARIA = "BY", say("Bavaria")
    BERLIN = "BE", say("Berlin")
    BRANDENBURG = "BB", say("Brandenburg")
    BREMEN = "HB", say("Bremen")
    HAMBURG = "HH", say("Hamburg")
    HESSE = "HE", say("Hesse")
    MECKLENBURG = "MV", say("Mecklenburg-Western Pomerania")
    LOWER_SAXONY = "NI", say("Lower Saxony")
    NORTH_RHINE = "NW", say("North Rhine-Westphalia")
    PALATINATE = "RP", say("Rhineland-Palatinate")
    SAARLAND = "SL", say("Saarland")
    SAXONY = "SN", say("Saxony")
    SAXONY_ANHALT = "ST", say("Saxony-Anhalt")
    HOLSTEIN = "SH", say("Schleswig-Holstein")
    THURINGIA = "TH", say("Thuringia")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday: when it is, in which Länder (all where none is named), and from which to which year.

    One of `month` and `day` is fixed; `easter` counts days from Easter Sunday; `wednesday_before` is the last Wednesday
    before a fixed day. `is_everywhere` is false where only some communities of a Land keep it: such a day never
    lengthens a period here, so that no deadline is told too late.
    """

    code: str
    name_de: str
    name_en: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    wednesday_before: bool = False
    lands: tuple[Land, ...] = ()
    since: int = 0
    until: int = 9999
    is_everywhere: bool = True

    def in_year(self, year: int) -> dt.date | None:
        """Return its day in a year, or None where it is not kept then."""
        if not self.since <= year <= self.until:
            return None
        if self.easter is not None:
            return easter_sunday(year) + dt.timedelta(days=self.easter)
        day = dt.date(year, self.month, self.day)
        if self.wednesday_before:
            return day - dt.timedelta(days=(day.weekday() - 3) % 7 + 1)
        return day

    def is_kept_in(self, land: Land | None) -> bool:
        """Return whether the whole of a Land keeps it; where no Land is known, whether all of them do."""
        return self.is_everywhere and (not self.lands or land in self.lands)


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """The public holidays of Germany with the state of knowledge that they rest on."""

    holidays: tuple[Holiday, ...] = ()
    checked_on: dt.date | None = None
    verified: bool = False

    def find(self, day: dt.date, land: Land | None) -> Holiday | None:
        """Return the public holiday that a day is in a Land, or None."""
        return next((one for one in self.holidays if one.is_kept_in(land) and one.in_year(day.year) == day), None)

    def in_land(self, land: Land | None) -> Callable[[dt.date], bool]:
        """Return what tells whether a day is a public holiday in a Land."""
        return lambda day: self.find(day, land) is not None


def easter_sunday(year: int) -> dt.date:
    """Return Easter Sunday of a year of the Gregorian calendar (the anonymous rule of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * weekday) // 451
    month, day = divmod(correction + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
