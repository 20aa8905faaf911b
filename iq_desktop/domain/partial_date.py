"""A date of which the day or the month may be unknown, as it stands in many papers."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from iq_desktop.wording.text import Month, Text, say

_FORM: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year or a day; `about` says that it is only roughly known.

    Ordered by the first day that it can mean, a less exact date before a more exact one. Raises ValueError for a date
    that no calendar has, or for a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        """Refuse impossible dates."""
        if self.day is not None and self.month is None:
            message = "a day needs its month"
            raise ValueError(message)
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __lt__(self, other: PartialDate) -> bool:
        """Return whether this date stands before another one."""
        return self._place() < other._place()

    @property
    def earliest(self) -> dt.date:
        """The first day that this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def code(self) -> str:
        """Return the stored form, Extended Date/Time Format (ISO 8601-2): `1980`, `1980-05`, `1980-05-12`, `1980~`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("~" if self.about else "")

    def text(self) -> Text:
        """Return the date in words, saying what is unknown."""
        return say("about {date}", date=self._words()) if self.about else self._words()

    def _place(self) -> tuple[dt.date, bool, bool, bool]:
        return self.earliest, self.month is not None, self.day is not None, not self.about

    def _words(self) -> Text:
        if self.month is None:
            return say("{year} (day and month unknown)", year=str(self.year))
        if self.day is None:
            return say("{month} (day unknown)", month=Month(self.year, self.month))
        return say("{day}", day=self.earliest)


def partial_date_from(code: str) -> PartialDate:
    """Return the partial date of its stored form; raises ValueError where it is none."""
    match = _FORM.fullmatch(code)
    if match is None:
        message = "not a partial date"
        raise ValueError(message)
    year, month, day, about = match.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None, about=bool(about))
