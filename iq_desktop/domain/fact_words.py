"""Facts and conditions in words: „Alter: 34 Jahre“, „Alter ist mindestens 25 Jahre“."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from iq_desktop.domain.fact import FactType, Span
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import AllOf, AnyOf, Compared, Condition, How, Not
from iq_desktop.wording.text import NOTHING, CountryName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.fact import Fact, FactValue
    from iq_desktop.domain.rule import Limit

_COUNTRIES = frozenset({"nationalities", "qualification_country"})
_LEVELS = tuple(Level)


def value_in_words(fact: Fact, value: FactValue) -> Text:
    """Return what is known of a fact, with its unit."""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, Span):
        if value.low == value.high:
            return number_in_words(fact, value.low)
        return say("{first} to {second}", first=_bare(fact, value.low), second=number_in_words(fact, value.high))
    if isinstance(value, frozenset):
        return joined([_code_in_words(fact, code) for code in sorted(value)], ", ")
    return _code_in_words(fact, value)


def number_in_words(fact: Fact, number: int) -> Text:
    """Return a whole number of a fact: with its unit, as a day, as a level."""
    bare = _bare(fact, number)
    return say("{number} {unit}", number=bare, unit=fact.unit) if fact.unit.message else bare


def condition_in_words(condition: Condition) -> Text:
    """Return a condition as one line: „Alter ist mindestens 25 Jahre und (… oder …)“."""
    if isinstance(condition, Compared):
        return _test_in_words(condition)
    if isinstance(condition, Not):
        return say("not: {condition}", condition=_bracketed(condition.part))
    if not condition.parts:
        return say("always")
    if len(condition.parts) == 1:
        return condition_in_words(condition.parts[0])
    return _chained([_bracketed(part) for part in condition.parts], is_any=isinstance(condition, AnyOf))


def _chained(parts: list[Text], *, is_any: bool) -> Text:
    words = parts[0]
    for part in parts[1:]:
        words = say("{first} or {second}", first=words, second=part) if is_any else _and(words, part)
    return words


def _and(first: Text, second: Text) -> Text:
    return say("{first} and {second}", first=first, second=second)


def _bracketed(condition: Condition) -> Text:
    words = condition_in_words(condition)
    is_long = isinstance(condition, AllOf | AnyOf) and len(condition.parts) > 1
    return say("({condition})", condition=words) if is_long else words


def _test_in_words(test: Compared) -> Text:
    fact = FACTS[test.fact]
    words = joined([_limit_in_words(fact, one) for one in test.values], ", ")
    sentences = {
        How.IS: say("{fact}: {value}", fact=fact.label, value=words),
        How.IN: say("{fact}: one of {value}", fact=fact.label, value=words),
        How.AT_LEAST: say("{fact}: at least {value}", fact=fact.label, value=words),
        How.AT_MOST: say("{fact}: at most {value}", fact=fact.label, value=words),
        How.BEFORE: say("{fact}: before {value}", fact=fact.label, value=words),
        How.AFTER: say("{fact}: after {value}", fact=fact.label, value=words),
        How.KNOWN: say("{fact}: known", fact=fact.label),
        How.EMPTY: say("{fact}: not said", fact=fact.label),
    }
    return sentences[test.how]


def _limit_in_words(fact: Fact, value: Limit) -> Text:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return number_in_words(fact, value) if isinstance(value, int) else _code_in_words(fact, value)


def _bare(fact: Fact, number: int) -> Text:
    if fact.kind is FactType.LEVEL:
        return _LEVELS[number].label
    if fact.kind is FactType.DAY:
        return say("{day}", day=dt.date.fromordinal(number))
    return as_it_is(str(number))


def _code_in_words(fact: Fact, code: str) -> Text:
    if fact.choices is None:
        return say("{country}", country=CountryName(code)) if fact.code in _COUNTRIES else as_it_is(code)
    return next((choice.label for choice in fact.choices if choice.value == code), as_it_is(code) if code else NOTHING)
