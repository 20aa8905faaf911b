"""Single cells of the IQ Webapp become values of ours, in the many ways in which days, yes and answers are written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.partial_date import PartialDate, read_partial_date
from iq_desktop.usecases.webapp_fields import ImportField, Shape, fold
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.reading import MisreadError, read_day, read_number
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.usecases.webapp_ports import Cell

COUNTRY: Final = "country"
"""The list of states, which all fields of states share."""
_EMPTY: Final = frozenset({"", "-", "–", "--", "n/a", "null", "none", "nan", "00.00.0000", "0000-00-00"})
_TIME: Final = re.compile(r"[T ]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?(Uhr|Z))?$")
_SERIAL: Final = range(10_000, 80_000)
"""Numbers that are days in a spreadsheet (from 1927 to 2119)."""
_DAY_ZERO: Final = dt.date(1899, 12, 30)
_YES: Final = frozenset({"ja", "yes", "true", "wahr", "1", "x", "j"})
_NO: Final = frozenset({"nein", "no", "false", "falsch", "0", "n"})
_YEARS: Final = range(1900, 2200)
_PARTS: Final = re.compile(r"[;|\n]+")


class UnknownWord(IqError):  # noqa: N818  (a name that says what happened)
    """A word that stands for no answer of ours, until somebody says for which."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__(say("It is not known what this means here."))


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What words mean: codes by list and folded word, states by folded name, occupations by their name as it stands.

    An empty code means that nothing was said. `occupation` returns number and name, or None.
    """

    answers: Mapping[str, Mapping[str, str]]
    countries: Mapping[str, str]
    occupation: Callable[[str], tuple[str, str] | None]
    advisers: Mapping[str, str]
    today: dt.date


def words_of(cell: Cell) -> str:
    """Return a cell as words, as a person would read it in the spreadsheet; empty where nothing is said."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, dt.datetime):
        return f"{cell:%d.%m.%Y}" if cell.time() == dt.time() else f"{cell:%d.%m.%Y %H:%M}"
    if isinstance(cell, dt.date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    words = str(cell).strip()
    return "" if words.casefold() in _EMPTY else words


def list_of(code: str) -> str:
    """Return the name of the list of a field: the qualifications share theirs."""
    parts = code.split(".")
    return f"qualification.{parts[2]}" if len(parts) > 2 else code  # noqa: PLR2004  (qualification, place, field)


def read_value(  # noqa: PLR0911  (one line for each shape)
    field: ImportField, code: str, cell: Cell, words: ImportWords
) -> Any:
    """Return what a cell says for a field, None for nothing; raises IqError where it cannot be read."""
    said = words_of(cell)
    if not said:
        return None
    match field.shape:
        case Shape.CHOICE:
            return _read_answer(field, list_of(code), said, words)
        case Shape.CHOICES:
            return _read_answers(field, list_of(code), said, words)
        case Shape.COUNTRY:
            return _read_country(said, words)
        case Shape.OCCUPATION:
            return words.occupation(said) or ("", said)
        case Shape.DAY:
            return read_cell_day(cell, words.today)
        case Shape.DONE:
            return fold(said) in _YES if fold(said) in _YES | _NO else read_cell_day(cell, words.today)
        case Shape.PARTIAL:
            return _read_partial(cell, words.today)
        case Shape.NUMBER:
            return _read_whole(said)
        case _:
            return said


def read_cell_day(cell: Cell, today: dt.date) -> dt.date:
    """Return the day of a cell: a day, a number of a spreadsheet, or words with or without a time."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    said = words_of(cell)
    if said.isdigit() and int(said) in _SERIAL:
        return _DAY_ZERO + dt.timedelta(days=int(said))
    return read_day(_TIME.sub("", said), today)


def parts_of(said: str) -> tuple[str, ...]:
    """Return the answers of a cell that may hold several."""
    return tuple(part for one in _PARTS.split(said) if (part := one.strip()))


def _read_answer(field: ImportField, name: str, said: str, words: ImportWords) -> Any:
    code = words.answers.get(name, {}).get(fold(said) or said)
    if code is None:
        raise UnknownWord
    return field.choices.of(code) if code and field.choices is not None else None


def _read_answers(field: ImportField, name: str, said: str, words: ImportWords) -> tuple[Any, ...]:
    whole = words.answers.get(name, {}).get(fold(said))
    if whole is not None:
        return (field.choices.of(whole),) if whole and field.choices is not None else ()
    parts = parts_of(said)
    if len(parts) == 1 and "," in said:
        parts = tuple(part.strip() for part in said.split(",") if part.strip())
    read = (_read_answer(field, name, part, words) for part in parts)
    return tuple(dict.fromkeys(one for one in read if one is not None))


def _read_country(said: str, words: ImportWords) -> str | None:
    code = words.countries.get(fold(said) or said)
    if code is None:
        raise UnknownWord
    return code or None


def _read_partial(cell: Cell, today: dt.date) -> PartialDate:
    said = words_of(cell)
    if said.isdigit() and int(said) in _YEARS:
        return PartialDate(int(said))
    if isinstance(cell, (dt.date, dt.datetime)) or (said.isdigit() and int(said) in _SERIAL):
        day = read_cell_day(cell, today)
        return PartialDate(day.year, day.month, day.day)
    return read_partial_date(_TIME.sub("", said), today)


def _read_whole(said: str) -> int:
    number = read_number(re.sub(r"(?i)\s*(min\.?|minuten|jahre?|monate?)$", "", said))
    if number != int(number) or not 0 <= number <= 10_000:  # noqa: PLR2004  (nothing that is counted here is more)
        raise MisreadError(say("This is not a whole number."))
    return int(number)
