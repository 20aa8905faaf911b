"""What must stand where in a pack: small rules that name the place of each fault."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from iq_desktop.wording.text import Text, say

_LONGEST_SHOWN: Final = 80
"""Signs of a wrong value that a message shows."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the path to it inside the file (occupations[3].isco)."""

    place: str
    what: Text


Rule = Callable[[Any, str], Iterator[Fault]]
"""Yields what is wrong with a value that stands at a place."""


def words(pattern: str = r"\S.*") -> Rule:
    """Return the rule for a text that matches a pattern from end to end."""
    wanted = re.compile(pattern, re.DOTALL)

    def check(value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(place, say("must be a text"))
        elif not wanted.fullmatch(value):
            yield Fault(place, say("“{value}” does not have the right form", value=_shortened(value)))

    return check


def number(least: float, most: float) -> Rule:
    """Return the rule for a number between two limits."""

    def check(value: Any, place: str) -> Iterator[Fault]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield Fault(place, say("must be a number"))
        elif not least <= value <= most:
            yield Fault(place, say("{value} is out of range", value=str(value)))

    return check


def flag(value: Any, place: str) -> Iterator[Fault]:
    """Yield what is wrong with true or false."""
    if not isinstance(value, bool):
        yield Fault(place, say("must be true or false"))


def day(value: Any, place: str) -> Iterator[Fault]:
    """Yield what is wrong with a date such as 2026-11-22."""
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        yield Fault(place, say("must be a date such as 2026-11-22"))


def day_or_none(value: Any, place: str) -> Iterator[Fault]:
    """Yield what is wrong with a date or null."""
    if value is not None:
        yield from day(value, place)


def one_of(*allowed: str | None) -> Rule:
    """Return the rule for one of several words."""

    def check(value: Any, place: str) -> Iterator[Fault]:
        if value not in allowed:
            shown = _shortened(str(value))
            yield Fault(place, say("“{value}” is not one of: {allowed}", value=shown, allowed=_listed(allowed)))

    return check


def shape(needed: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    """Return the rule for an object with these keys and no others."""
    known = {**needed, **(optional or {})}

    def check(value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(place, say("must be an object"))
            return
        yield from (Fault(_inside(place, key), say("is missing")) for key in needed if key not in value)
        for key, inner in value.items():
            if key in known:
                yield from known[key](inner, _inside(place, key))
            else:
                yield Fault(_inside(place, key), say("is not known here"))

    return check


def many(rule: Rule, unique: str = "") -> Rule:
    """Return the rule for a list of at least one; what stands under the key `unique` may stand there only once."""

    def check(value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, list) or not value:
            yield Fault(place, say("must be a list that is not empty"))
            return
        seen: set[str] = set()
        for number_, inner in enumerate(value):
            here = f"{place}[{number_}]"
            yield from rule(inner, here)
            mark = str(inner.get(unique, inner) if unique and isinstance(inner, dict) else inner)
            if mark in seen:
                yield Fault(here, say("“{value}” stands there twice", value=_shortened(mark)))
            seen.add(mark)

    return check


def at_most(most: int, rule: Rule) -> Rule:
    """Return the rule for a list that may be empty, of at most so many members."""

    def check(value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(place, say("must be a list"))
        elif len(value) > most:
            yield Fault(place, say("has more than {most} members", most=str(most)))
        elif value:
            yield from rule(value, place)

    return check


def each(key: str, rule: Rule) -> Rule:
    """Return the rule for an object of any keys that match a pattern, each with a value of the same kind."""
    wanted = re.compile(key)

    def check(value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(place, say("must be an object"))
            return
        for name, inner in value.items():
            if wanted.fullmatch(name):
                yield from rule(inner, _inside(place, name))
            else:
                yield Fault(_inside(place, name), say("is not known here"))

    return check


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _shortened(value: str) -> str:
    """Return what a message shows of a value that a stranger wrote."""
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def _listed(allowed: tuple[str | None, ...]) -> str:
    return ", ".join("null" if one is None else one for one in allowed)


NAMES = shape({"de": words(), "en": words()})
"""A name in both languages of the advisers."""
