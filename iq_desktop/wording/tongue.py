"""A tongue speaks texts, dates and numbers in one language; two tongues can be alive at once."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.wording.catalogue import Catalogue, load_catalogue
from iq_desktop.wording.languages import Direction, direction_of
from iq_desktop.wording.text import CountryName, LanguageName, Money, Month, Text, Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from babel import Locale

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_LEFT_TO_RIGHT: Final = frozenset({"L"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_NUMERIC: Final = frozenset({"EN", "AN"})
_TURNS: Final = frozenset({"LRE", "RLE", "LRO", "RLO"})
"""Invisible characters that telephones put around what is copied from them; one that stays open turns all behind it."""
_LAW: Final = re.compile(r"§§? ?\d+[a-z]?(?:–\d+[a-z]?)?(?: [A-Za-z]+)?")
"""A reference such as `§ 18a AufenthG`: in a right-to-left sentence its number would jump behind its law."""


def isolate(words: str, around: Direction) -> str:
    """Return words wrapped in Unicode isolates where they could change the direction of the sentence around them."""
    classes = {unicodedata.bidirectional(character) for character in words}
    foreign = _LEFT_TO_RIGHT | _NUMERIC if around is Direction.RIGHT_TO_LEFT else _RIGHT_TO_LEFT
    return f"{_FIRST_STRONG_ISOLATE}{words}{_POP_ISOLATE}" if classes & (foreign | _TURNS) else words


def without_isolates(words: str) -> str:
    """Return words without invisible isolates, as tests and searches compare them."""
    return words.replace(_FIRST_STRONG_ISOLATE, "").replace(_POP_ISOLATE, "")


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language that is being spoken: its code (BCP 47 with underscore) and its catalogue."""

    code: str
    catalogue: Catalogue

    @property
    def direction(self) -> Direction:
        """The direction in which this language is written."""
        return direction_of(self.code)

    @property
    def is_reviewed(self) -> bool:
        """Whether a named person has reviewed the translations; the source language needs no review."""
        return self.catalogue.is_reviewed

    def speak(self, text: Text) -> str:
        """Return the sentence in this language; a message without translation stays in the source language."""
        if not text.message:
            return ""
        message = self.catalogue.translate(text)
        if "§" in message:
            message = _LAW.sub(lambda law: isolate(law[0], self.direction), message)
        if not text.values:
            return message
        spoken = {name: self._speak_value(value) for name, value in text.values}
        if message == "{words}":
            return spoken["words"]
        return message.format(**{name: isolate(words, self.direction) for name, words in spoken.items()})

    def knows(self, text: Text) -> bool:
        """Return whether the catalogue has this message."""
        return self.catalogue.knows(text)

    def _speak_value(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, int | Decimal):
            return self.number(value)
        if isinstance(value, dt.date):  # also a moment, spoken as its day
            return self.day(value)
        return self._speakers()[type(value)](value)

    def _speakers(self) -> dict[type, Callable[[Any], str]]:
        return {
            Text: self.speak,
            Month: self.month,
            Money: self.money,
            LanguageName: lambda name: self.language_name(name.code),
            CountryName: lambda name: self.country_name(name.code),
        }

    def day(self, value: dt.date) -> str:
        """Return a date as people write it, for example 03.11.2026; of a moment its day."""
        from babel.dates import format_date  # noqa: PLC0415  (14 ms that the unlock screen does not need)

        return format_date(value, format="medium", locale=self._locale())

    def month(self, value: Month) -> str:
        """Return a month of a year, for example „Mai 1980“."""
        from babel.dates import format_skeleton  # noqa: PLC0415  (see `day`)

        return format_skeleton("yMMMM", dt.date(value.year, value.month, 1), locale=self._locale())

    def short_month(self, value: dt.date) -> str:
        """Return the short name of the month of a day, as calendars have it, for example „Sep“."""
        from babel.dates import format_date  # noqa: PLC0415  (see `day`)

        return format_date(value, format="LLL", locale=self._locale())

    def number(self, value: int | Decimal) -> str:
        """Return a number with the separators of the language."""
        from babel.numbers import format_decimal  # noqa: PLC0415  (see `day`)

        return format_decimal(value, locale=self._locale())

    def money(self, value: Money) -> str:
        """Return an amount of euros with cents, for example „1.208,50 €“; the sign stands behind in every language."""
        from babel.numbers import format_decimal  # noqa: PLC0415  (see `day`)

        return f"{format_decimal(value.euros, '#,##0.00', locale=self._locale())}\u00a0€"

    def language_name(self, code: str) -> str:
        """Return the name of a language in this language, or its code where CLDR has none."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415  (see `day`)

        name = self._locale().languages.get(code)
        if name is None:
            try:
                name = Locale.parse(code).get_display_name(self._locale())
            except (UnknownLocaleError, ValueError):
                name = None
        return name or code

    def country_name(self, code: str) -> str:
        """Return the name of a state (ISO 3166-1 alpha-2) in this language, or its code where CLDR has none."""
        return self._locale().territories.get(code) or code

    def _locale(self) -> Locale:
        from babel import Locale  # noqa: PLC0415  (see `day`)

        return Locale.parse(self.code)


def load_tongue(code: str, translations: Path) -> Tongue:
    """Return the tongue of a language from the folder of catalogues."""
    return Tongue(code, load_catalogue(code, translations))
