"""Reads dates as people tell them: „um 1980“, „1980 bis 1982“, „12.5.1980 oder 1.1.1981“; and times of day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from iq_desktop.wording.reading import MisreadError, read_date_parts
from iq_desktop.wording.text import Text, say

_ABOUT: Final = re.compile(
    r"(?:(?:um|ca|circa|zirka|etwa|ungefähr|rund|about|around|roughly)\b\.?|[~≈])\s*", re.IGNORECASE
)
_DOUBT: Final = re.compile(r"\s*[~?≈]$")
_EITHER: Final = re.compile(r"\s+(?:oder|or|bzw\.?)(?:\s+|$)|\s*\|\s*", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:von|from|zwischen|between)\s+", re.IGNORECASE)
_TO: Final = re.compile(r"\s+(?:bis|to|until|und|and)(?:\s+|$)|\s*(?:–|—|…|\.{2,3})\s*", re.IGNORECASE)
_HYPHEN: Final = re.compile(r"(.*\d{4})\s*-\s*(.*\d{4})")
_SHORT_SPAN: Final = re.compile(r"(\d\d)(\d\d)\s*[-–/]\s*(\d\d)")
_TIME: Final = re.compile(r"(\d{1,2})(?:\s*[:.,h]?\s*(\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)
_MONTHS: Final = 12
_NAMES: Final = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_MONTH_NAME: Final = re.compile(rf"\b({'|'.join(_NAMES)})[a-zä]*\.?\s*(?=\d)", re.IGNORECASE)
_EASTERN_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Told(Enum):
    """How a date was told: as one date, as a time from one to another, or as either of two."""

    ONE = "one"
    RANGE = "range"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class ToldDate:
    """One date; month and day may be unknown, `about` says that it is only roughly known."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class DateWords:
    """What was told; `second` is there for a range and for either of two."""

    first: ToldDate
    second: ToldDate | None = None
    told: Told = Told.ONE


def how_told(words: str) -> tuple[Told, bool]:
    """Return how words tell a date, and whether only roughly, however far they are typed."""
    told, parts = _split(_plain(words))
    return told, told is Told.ONE and _without_about(parts[0])[1]


def read_date_words(words: str, today: dt.date) -> DateWords:
    """Return the date that was typed, in each of the ways to tell one; raises MisreadError.

    A year, a month and a year or a day (see `read_date_parts`), each with „um“ or „ca.“ before it; two of them with
    „bis“, „–“ or „oder“ between them. A school year such as 1998/99 is a range.
    """
    told, parts = _split(_plain(words))
    if len(parts) == 1:
        return DateWords(_read(parts[0], today))
    first, second = parts
    if not first or not second:
        raise MisreadError(say("The second date is missing."), _how_to_write(told))
    if _split(second)[0] is not Told.ONE:
        raise MisreadError(say("These are more than two dates."), _how_to_write(told))
    return DateWords(_read(first, today), _read(second, today), told)


def read_time(words: str) -> str:
    """Return the time of day that was typed as „09:30“: 9, 9:30, 9.30, 930, 9 Uhr 30, 9h; raises MisreadError."""
    cleaned = re.sub(r"\s*uhr\s*(?=\d)", ":", words.translate(_EASTERN_DIGITS).strip(), flags=re.IGNORECASE)
    match = _TIME.fullmatch(cleaned)
    hour, minute = (int(part or 0) for part in match.groups()) if match else (24, 0)
    try:
        return dt.time(hour, minute).strftime("%H:%M")
    except ValueError as error:
        raise MisreadError(say("This is not a time of day."), say("Please write it like this: 9:30")) from error


def _plain(words: str) -> str:
    """Return words with digits as we write them, and with numbers in the place of names of months."""
    return _MONTH_NAME.sub(_number_of_month, words.translate(_EASTERN_DIGITS).strip())


def _number_of_month(match: re.Match[str]) -> str:
    return f"{_NAMES[match[1].lower()]}."


def _split(words: str) -> tuple[Told, list[str]]:
    """Return how words tell a date, and its one or two parts."""
    span = _SHORT_SPAN.fullmatch(words)
    if span and int(span[3]) > max(int(span[2]), _MONTHS):
        return Told.RANGE, [f"{span[1]}{span[2]}", f"{span[1]}{span[3]}"]
    either = _EITHER.split(words, maxsplit=1)
    if len(either) > 1:
        return Told.EITHER, [part.strip() for part in either]
    began = _FROM.match(words)
    rest = words[began.end() :] if began else words
    parts = _TO.split(rest, maxsplit=1)
    if len(parts) > 1:
        return Told.RANGE, [part.strip() for part in parts]
    pair = _HYPHEN.fullmatch(rest)
    return (Told.RANGE, [pair[1].strip(), pair[2].strip()]) if pair else (Told.ONE, [words])


def _without_about(words: str) -> tuple[str, bool]:
    match = _ABOUT.match(words)
    rest = words[match.end() :] if match else words
    certain = _DOUBT.sub("", rest)
    return certain, match is not None or certain != rest


def _read(words: str, today: dt.date) -> ToldDate:
    rest, about = _without_about(words)
    return ToldDate(*read_date_parts(rest, today), about=about)


def _how_to_write(told: Told) -> Text:
    if told is Told.EITHER:
        return say("Please write it like this: 12.05.1980 or 01.01.1981")
    return say("Please write it like this: 1980 to 1982")
