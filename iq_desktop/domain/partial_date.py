"""A date of which the day or the month may be unknown, as it stands in many papers."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.date_words import Told, ToldDate, how_told, read_date_words
from iq_desktop.wording.reading import MisreadError
from iq_desktop.wording.text import Month, Text, as_it_is, say

_FORM: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


class Pair(Enum):
    """How two dates belong together: somewhere from the first to the second, or either of two papers is right."""

    RANGE = "range"
    DIFFER = "differ"


class DateForm(Choice):
    """How a date is told."""

    DATE = "date", say("Date")
    ABOUT = "about", say("roughly")
    RANGE = "range", say("from … to")
    DIFFER = "differ", say("papers differ")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year or a day; `about` says that it is only roughly known.

    With `second` it is a pair: a range, or two dates of two papers that differ. Ordered by the first day that it can
    mean, a less exact date before a more exact one. Raises ValueError for a date that no calendar has, for a day
    without a month, and for a pair in the wrong order.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False
    second: PartialDate | None = None
    pair: Pair | None = None

    def __post_init__(self) -> None:
        """Refuse impossible dates."""
        if self.day is not None and self.month is None:
            message = "a day needs its month"
            raise ValueError(message)
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        if (self.second is None) is not (self.pair is None) or (self.second and self.second.second):
            message = "a pair has two simple dates"
            raise ValueError(message)
        if self.second and self.pair is Pair.RANGE and self.second.latest < self.first.earliest:
            message = "a range ends after it begins"
            raise ValueError(message)

    def __lt__(self, other: PartialDate) -> bool:
        """Return whether this date stands before another one."""
        return self._place() < other._place()

    @property
    def first(self) -> PartialDate:
        """The first date of a pair, or the date itself."""
        return PartialDate(self.year, self.month, self.day, self.about) if self.second else self

    @property
    def is_by_year(self) -> bool:
        """Whether of this date, or of one of a pair, only the year is known."""
        return self.month is None or (self.second is not None and self.second.month is None)

    @property
    def earliest(self) -> dt.date:
        """The first day that this date can mean."""
        begin = dt.date(self.year, self.month or 1, self.day or 1)
        return min(begin, self.second.earliest) if self.second else begin

    @property
    def latest(self) -> dt.date:
        """The last day that this date can mean."""
        month = self.month or 12
        end = dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
        return max(end, self.second.latest) if self.second else end

    def code(self) -> str:
        """Return the stored form, Extended Date/Time Format (ISO 8601-2).

        `1980`, `1980-05`, `1980-05-12`, `1980~`; a range `1980/1982`, two papers that differ `[1980-05-12,1981]`.
        """
        if self.second is None:
            return self._simple_code()
        first, second = self.first.code(), self.second.code()
        return f"{first}/{second}" if self.pair is Pair.RANGE else f"[{first},{second}]"

    def text(self) -> Text:
        """Return the date in words, saying what is unknown."""
        if self.second is None:
            return say("about {date}", date=self._words()) if self.about else self._words()
        first, second = self.first.text(), self.second.text()
        if self.pair is Pair.RANGE:
            return say("{first} to {second}", first=first, second=second)
        return say("{first} or {second} (papers differ)", first=first, second=second)

    def typed(self) -> Text:
        """Return the date as it is typed: „um 1980“, „05.1980 bis 1982“, „12.05.1980 oder 01.01.1981“."""
        if self.second is None:
            parts = (
                f"{self.day:02}." if self.day else "",
                f"{self.month:02}." if self.month else "",
                f"{self.year:04}",
            )
            date = as_it_is("".join(parts))
            return say("about {date}", date=date) if self.about else date
        first, second = self.first.typed(), self.second.typed()
        if self.pair is Pair.RANGE:
            return say("{first} to {second}", first=first, second=second)
        return say("{first} or {second}", first=first, second=second)

    @property
    def form(self) -> DateForm:
        """How the date is told."""
        if self.pair is not None:
            return _FORMS[self.pair]
        return DateForm.ABOUT if self.about else DateForm.DATE

    def brief(self) -> Text:
        """Return the date as short as a list needs it: `1980`, `05/1980`, a day; pairs with a dash or a stroke."""
        if self.second is None:
            return say("about {date}", date=self._brief_words()) if self.about else self._brief_words()
        first, second = self.first.brief(), self.second.brief()
        if self.pair is Pair.RANGE:
            return say("{first}–{second}", first=first, second=second)
        return say("{first} / {second}", first=first, second=second)

    def _brief_words(self) -> Text:
        if self.month is None:
            return say("{year}", year=str(self.year))
        if self.day is None:
            return say("{month}/{year}", month=f"{self.month:02}", year=str(self.year))
        return say("{day}", day=dt.date(self.year, self.month, self.day))

    def _simple_code(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("~" if self.about else "")

    def _place(self) -> tuple[dt.date, bool, bool, bool, str]:
        return self.earliest, self.month is not None, self.day is not None, not self.about, self.code()

    def _words(self) -> Text:
        if self.month is None:
            return say("{year} (day and month unknown)", year=str(self.year))
        if self.day is None:
            return say("{month} (day unknown)", month=Month(self.year, self.month))
        return say("{day}", day=dt.date(self.year, self.month, self.day))


def partial_date_from(code: str) -> PartialDate:
    """Return the partial date of its stored form; raises ValueError where it is none."""
    if code.startswith("[") and code.endswith("]"):
        return _paired(code[1:-1].split(","), Pair.DIFFER)
    if "/" in code:
        return _paired(code.split("/"), Pair.RANGE)
    match = _FORM.fullmatch(code)
    if match is None:
        message = "not a partial date"
        raise ValueError(message)
    year, month, day, about = match.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None, about=bool(about))


def paired(first: PartialDate, second: PartialDate, pair: Pair) -> PartialDate:
    """Return two simple dates as one; raises ValueError where one is a pair or a range ends before it begins."""
    if first.second is not None:
        message = "a pair has two simple dates"
        raise ValueError(message)
    return PartialDate(first.year, first.month, first.day, first.about, second, pair)


def read_partial_date(words: str, today: dt.date) -> PartialDate:
    """Return the date that was typed, in each of the ways to tell one; raises MisreadError."""
    told = read_date_words(words, today)
    first = _told_date(told.first)
    if told.second is None:
        return first
    second, pair = _told_date(told.second), Pair.RANGE if told.told is Told.RANGE else Pair.DIFFER
    if pair is Pair.DIFFER and first == second:
        return first
    try:
        return paired(first, second, pair)
    except ValueError as error:
        raise MisreadError(
            say("The second date lies before the first."), say("Please begin with the earlier one.")
        ) from error


def form_of_words(words: str) -> DateForm:
    """Return how words tell a date, however far they are typed."""
    told, about = how_told(words)
    if told is Told.ONE:
        return DateForm.ABOUT if about else DateForm.DATE
    return DateForm.RANGE if told is Told.RANGE else DateForm.DIFFER


_FORMS: Final = {Pair.RANGE: DateForm.RANGE, Pair.DIFFER: DateForm.DIFFER}


def _told_date(told: ToldDate) -> PartialDate:
    return PartialDate(told.year, told.month, told.day, told.about)


def moved(date: PartialDate, months: int) -> PartialDate:
    """Return a date some months later, or earlier where `months` is below 0, as exact as it was.

    A date of which only the year is known moves by the nearest number of years; both dates of a pair move by the same.
    A day that the new month does not have becomes its last one.
    """
    if date.is_by_year:
        months = round(months / 12) * 12
    year, month, day = date.year, date.month, date.day
    if month is None:
        year += months // 12
    else:
        years, before = divmod(month - 1 + months, 12)
        year, month = year + years, before + 1
    if day is not None and month is not None:
        day = min(day, calendar.monthrange(year, month)[1])
    second = moved(date.second, months) if date.second else None
    return PartialDate(year, month, day, date.about, second, date.pair)


def _paired(codes: list[str], pair: Pair) -> PartialDate:
    first, second = codes
    return paired(partial_date_from(first), partial_date_from(second), pair)
