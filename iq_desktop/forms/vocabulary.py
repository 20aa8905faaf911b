"""The words in which a form is declared: sections of fields, each bound to a field of a domain value."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import NOTHING, Text

Subject = TypeVar("Subject")


class Kind(Enum):
    """How a field is filled in."""

    LINE = "line"
    NOTE = "note"
    DAY = "day"
    PARTIAL_DATE = "partial_date"
    CHOICE = "choice"
    SEVERAL = "several"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    COUNTRY = "country"
    COUNTRIES = "countries"
    TICK = "tick"
    NUMBER = "number"
    MONEY = "money"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the name of the value's field, its label, a hint, the choices where it has some.

    `wide` fields take the whole width; `foreign` ones are written in the client's own script; an answer that the value
    cannot be without `needs_answer`. `unit` is what a number counts. A field with `asked_if` is asked only where that
    holds of the value; what is filled in is always shown.
    """

    name: str
    label: Text
    kind: Kind
    hint: Text = NOTHING
    choices: type[Choice] | None = None
    wide: bool = False
    foreign: bool = False
    needs_answer: bool = False
    unit: Text = NOTHING
    asked_if: Callable[[Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a heading; a folded one is opened only where it is wanted."""

    heading: Text
    fields: tuple[Field, ...]
    hint: Text = NOTHING
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Form(Generic[Subject]):
    """A form for one kind of value; raises TypeError at once where a field is not one of the value's."""

    subject: type[Subject]
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        """Refuse fields that the value does not have."""
        subject: Any = self.subject
        known = {field.name for field in dataclasses.fields(subject)}
        unknown = [field.name for field in self.fields() if field.name not in known]
        if unknown:
            message = f"{self.subject.__name__} has no {unknown}"
            raise TypeError(message)
        optional = {field.name for field in dataclasses.fields(subject) if field.default is None}
        wrong = [
            one.name for one in self.fields() if one.kind is Kind.CHOICE and one.needs_answer is (one.name in optional)
        ]
        if wrong:
            message = f"{self.subject.__name__}: can {wrong} be without an answer or not?"
            raise TypeError(message)

    def fields(self) -> tuple[Field, ...]:
        """Return all fields in reading order."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, name: str) -> Field:
        """Return the field of a name; raises KeyError where the form has none."""
        return {field.name: field for field in self.fields()}[name]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Several forms on one page: their sections in order, those of the same heading joined into one.

    Raises TypeError at once where two of them ask for fields of the same name.
    """

    forms: tuple[Form[Any], ...]

    def __post_init__(self) -> None:
        """Refuse fields that could not be told apart."""
        names = [field.name for form in self.forms for field in form.fields()]
        if len(set(names)) < len(names):
            message = f"asked twice: {sorted({name for name in names if names.count(name) > 1})}"
            raise TypeError(message)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections as they are shown."""
        joined: dict[Text, Section] = {}
        for one in (section for form in self.forms for section in form.sections):
            first = joined.get(one.heading)
            fields = (*first.fields, *one.fields) if first else one.fields
            joined[one.heading] = dataclasses.replace(first or one, fields=fields)
        return tuple(joined.values())

    def place_of(self, name: str) -> int:
        """Return the place of the form that asks for a field; raises KeyError where none does."""
        for place, form in enumerate(self.forms):
            if any(field.name == name for field in form.fields()):
                return place
        raise KeyError(name)


def section(heading: Text, *fields: Field, hint: Text = NOTHING, is_folded: bool = False) -> Section:
    """Return a section of fields."""
    return Section(heading, fields, hint, is_folded)


def asked_if(condition: Callable[[Any], bool], *fields: Field) -> tuple[Field, ...]:
    """Return fields that are asked only where a condition holds of the value."""
    return tuple(dataclasses.replace(field, asked_if=condition) for field in fields)


def line(name: str, label: Text, *, hint: Text = NOTHING, wide: bool = False, foreign: bool = False) -> Field:
    """Return a field for one line of words."""
    return Field(name, label, Kind.LINE, hint, wide=wide, foreign=foreign)


def note(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for as many words as are needed."""
    return Field(name, label, Kind.NOTE, hint, wide=True)


def day(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for a day."""
    return Field(name, label, Kind.DAY, hint)


def partial_date(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for a date of which day or month may be unknown."""
    return Field(name, label, Kind.PARTIAL_DATE, hint)


def choice(
    name: str,
    label: Text,
    choices: type[Choice],
    *,
    hint: Text = NOTHING,
    wide: bool = False,
    needs_answer: bool = False,
) -> Field:
    """Return a field for one answer out of a list."""
    return Field(name, label, Kind.CHOICE, hint, choices, wide=wide, needs_answer=needs_answer)


def several(name: str, label: Text, choices: type[Choice], *, hint: Text = NOTHING) -> Field:
    """Return a field for several answers out of a list."""
    return Field(name, label, Kind.SEVERAL, hint, choices, wide=True)


def language(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for one language."""
    return Field(name, label, Kind.LANGUAGE, hint)


def languages(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for several languages."""
    return Field(name, label, Kind.LANGUAGES, hint)


def country(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for one state."""
    return Field(name, label, Kind.COUNTRY, hint)


def countries(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for several states."""
    return Field(name, label, Kind.COUNTRIES, hint)


def tick(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for yes or no."""
    return Field(name, label, Kind.TICK, hint, wide=True)


def number(name: str, label: Text, unit: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for a whole number of something."""
    return Field(name, label, Kind.NUMBER, hint, unit=unit)


def money(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for an amount of euros with cents."""
    return Field(name, label, Kind.MONEY, hint)


def time(name: str, label: Text, *, hint: Text = NOTHING) -> Field:
    """Return a field for a time of day."""
    return Field(name, label, Kind.TIME, hint)
