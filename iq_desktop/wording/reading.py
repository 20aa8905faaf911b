"""Reads what people type: dates and numbers in the ways they are written by hand, forgiving but not guessing."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

_YEARS_AHEAD: Final = 20
_EARLIEST: Final = 1900
_LATEST: Final = 2199
_EASTERN_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_MONTHS: Final = 12


class MisreadError(IqError):
    """What was typed is not what the field asks for; the text says why, the advice how to write it."""


def read_day(words: str, today: dt.date) -> dt.date:
    """Return the date that was typed: 3.11.26, 03112026, 2026-11-03, 3/11/2026; raises MisreadError.

    Two digits of a year mean the nearest year that lies at most 20 years after `today`.
    """
    year, month, day = read_date_parts(words, today)
    if month is None or day is None:
        raise MisreadError(say("Day and month are needed here."), _how_to_write())
    return dt.date(year, month, day)


def read_date_parts(words: str, today: dt.date) -> tuple[int, int | None, int | None]:
    """Return year, month and day; day, or day and month, may be left out: 1980, 5.1980, 3.5.80; raises MisreadError."""
    cleaned = words.translate(_EASTERN_DIGITS).strip().rstrip(".")
    parts = re.split(r"[^\d]+", cleaned) if re.search(r"\D", cleaned) else _split_digits(cleaned)
    if not all(part.isdigit() for part in parts) or len(parts) > 3:  # noqa: PLR2004  (day, month, year)
        raise MisreadError(say("This is not a date."), _how_to_write())
    if len(parts) > 1 and len(parts[0]) == 4:  # noqa: PLR2004  (a year has four digits)
        parts = parts[::-1]
    if len(parts) < 3 and len(parts[-1]) != 4:  # noqa: PLR2004  (see above)
        raise MisreadError(say("Please write the year with four digits."), _how_to_write())
    return _checked([int(part) for part in parts], today, is_short=len(parts[-1]) <= 2)  # noqa: PLR2004  (80 for 1980)


def read_number(words: str) -> Decimal:
    """Return the number that was typed: 1200, 1.200,50, 1 200.5; raises MisreadError.

    A single point with exactly three digits after it separates thousands, as it is written in German.
    """
    cleaned = re.sub(r"[\s\u00a0\u202f'’€%]", "", words.translate(_EASTERN_DIGITS))
    if "," in cleaned and "." in cleaned:
        group, point = (".", ",") if cleaned.rindex(",") > cleaned.rindex(".") else (",", ".")
        cleaned = cleaned.replace(group, "").replace(point, ".")
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", cleaned):
        cleaned = cleaned.replace(".", "")
    else:
        cleaned = cleaned.replace(",", ".")
    if not _NUMBER.fullmatch(cleaned):
        raise MisreadError(say("This is not a number."), say("Please write it like this: 1200 or 1.200,50"))
    try:
        return Decimal(cleaned)
    except InvalidOperation as error:
        raise MisreadError(say("This number is too long.")) from error


def _split_digits(digits: str) -> list[str]:
    """Return the parts of a date typed without points: 03112026, 3112026, 20261103, 031126, 112026, 1980."""
    match len(digits):
        case 8 if int(digits[2:4]) > _MONTHS or not _EARLIEST <= int(digits[4:]) <= _LATEST:
            return [digits[:4], digits[4:6], digits[6:]]
        case 8:
            return [digits[:2], digits[2:4], digits[4:]]
        case 7:
            return [digits[:1], digits[1:3], digits[3:]]
        case 6 if int(digits[2:4]) > _MONTHS:
            return [digits[:2], digits[2:]]
        case 6:
            return [digits[:2], digits[2:4], digits[4:]]
        case _:
            return [digits]


def _checked(parts: list[int], today: dt.date, *, is_short: bool) -> tuple[int, int | None, int | None]:
    year = _full_year(parts[-1], today) if is_short else parts[-1]
    month = parts[-2] if len(parts) > 1 else None
    day = parts[0] if len(parts) > 2 else None  # noqa: PLR2004  (day, month, year)
    if not _EARLIEST <= year <= _LATEST:
        raise MisreadError(say("The year {year} cannot be right.", year=str(year)), _how_to_write())
    if month is not None and not 1 <= month <= _MONTHS:
        raise MisreadError(say("There is no month {month}.", month=str(month)), _how_to_write())
    if month is not None and day is not None:
        _check_day(year, month, day)
    return year, month, day


def _check_day(year: int, month: int, day: int) -> None:
    try:
        dt.date(year, month, day)
    except ValueError as error:
        what = f"{day}.{month}.{year}"
        raise MisreadError(say("There is no {day}.", day=what), say("Please check day and month.")) from error


def _full_year(short: int, today: dt.date) -> int:
    latest = today.year + _YEARS_AHEAD
    return latest - (latest - short) % 100


def _how_to_write() -> Text:
    return say("Please write it like this: 03.11.2026")
