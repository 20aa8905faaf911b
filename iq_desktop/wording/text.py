"""A text is a value: the English source sentence with its values, spoken later by a tongue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = "str | int | Decimal | dt.date | Month | Money | LanguageName | CountryName | Text"


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year, spoken with its name: „Mai 1980“."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of euros, spoken with two places: „208,50 €“."""

    euros: Decimal


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its code such as `ar`, spoken as its name."""

    code: str


@dataclass(frozen=True, slots=True)
class CountryName:
    """A state by its code (ISO 3166-1 alpha-2), spoken as its name."""

    code: str


@dataclass(frozen=True, slots=True)
class Text:
    """One message to a person; `message` is the English source, `values` fill its `{names}`."""

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int | None = None


def say(message: str, /, **values: Value) -> Text:
    """Return the text of a message.

    The first argument is always a literal, so that extraction finds every message (a house test reads the code).
    """
    return Text(message, tuple(values.items())) if values else _plain(message)


@cache
def _plain(message: str) -> Text:
    """Return the one text of a literal: forms, gaps and lists say the same few hundred again and again."""
    return Text(message)


def say_count(one: str, many: str, /, *, count: int, **values: Value) -> Text:
    """Return a text that depends on a number; both sources may use `{count}`."""
    return Text(one, (("count", count), *values.items()), many, count)


def as_it_is(words: str) -> Text:
    """Return words that are the same in every language: names, codes, what a person typed."""
    return Text("{words}", (("words", words),))


def joined(texts: Iterable[Text], by: str = " · ") -> Text:
    """Return texts beside each other with a sign between them; those that say nothing are left out."""
    said = tuple((f"part{number}", text) for number, text in enumerate(texts) if _says_something(text))
    return Text(by.join(f"{{{name}}}" for name, _text in said), said) if said else NOTHING


def _says_something(text: Text) -> bool:
    return bool(text.message) and text != as_it_is("")


NOTHING = Text("")
