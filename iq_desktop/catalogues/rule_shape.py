"""How a pack of rules is built: which keys, which kinds of values, how many at most, what a condition compares."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import (
    Fault,
    Rule,
    at_most,
    day,
    day_or_none,
    flag,
    many,
    number,
    one_of,
    shape,
    words,
)
from iq_desktop.domain.fact import FactType
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import How, Outcome, Route
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.domain.fact import Fact
    from iq_desktop.domain.rule import Limit

FORMAT: Final = 1
CLIENT_LANGUAGES: Final = ("de_simple", "en", "ar", "uk", "tr")
"""Languages in which every rule that decides speaks to the client."""
_MOST_RULES: Final = 400
_DEEPEST: Final = 6
_MOST_PARTS: Final = 60
_CODE: Final = words(r"[a-z0-9-]{1,60}")
_LINE: Final = words(r"[^\n]{1,400}")
_TEXT: Final = words(r"\s*\S.{0,899}")
_PLACE: Final = words(r"[0-9]{1,3}[a-z]{0,2}")
_SECTION: Final = words(r"[0-9]{1,4}[a-z]{0,2}|Anlage [A-Z0-9]{1,3}|Art\. [0-9]{1,3}")
_WITHOUT_VALUE: Final = frozenset({How.KNOWN.value, How.EMPTY.value})
_OF_SPANS: Final = frozenset({How.IS.value, How.AT_LEAST.value, How.AT_MOST.value})
_COMPARISONS: Final = {
    FactType.YES_NO: frozenset({How.IS.value}),
    FactType.CHOICE: frozenset({How.IS.value, How.IN.value}),
    FactType.CHOICES: frozenset({How.IS.value, How.IN.value}),
    FactType.NUMBER: _OF_SPANS,
    FactType.LEVEL: _OF_SPANS,
    FactType.DAY: frozenset({How.IS.value, How.BEFORE.value, How.AFTER.value}),
}
"""Which comparisons a fact of a type allows beside “known” and “empty”."""


def condition(value: Any, place: str, depth: int = 1) -> Iterator[Fault]:
    """Yield what is wrong with a condition."""
    if not isinstance(value, dict):
        yield Fault(place, say("must be an object"))
    elif depth > _DEEPEST:
        yield Fault(place, say("conditions lie too deep inside each other"))
    elif set(value) == {"not"}:
        yield from condition(value["not"], f"{place}.not", depth + 1)
    elif len(value) == 1 and (key := next(iter(value))) in {"all", "any"}:
        yield from _parts(value[key], f"{place}.{key}", depth, may_be_empty=key == "all" and depth == 1)
    elif "fact" in value:
        yield from _test(value, place)
    else:
        yield Fault(place, say("must have exactly one of: {allowed}", allowed="all, any, not, fact"))


def _parts(value: Any, place: str, depth: int, *, may_be_empty: bool) -> Iterator[Fault]:
    if not isinstance(value, list) or not (value or may_be_empty):
        yield Fault(place, say("must be a list that is not empty"))
    elif len(value) > _MOST_PARTS:
        yield Fault(place, say("has more than {most} members", most=str(_MOST_PARTS)))
    else:
        for at, part in enumerate(value):
            yield from condition(part, f"{place}[{at}]", depth + 1)


def _test(value: dict[str, Any], place: str) -> Iterator[Fault]:
    fact = FACTS.get(value["fact"]) if isinstance(value["fact"], str) else None
    if fact is None:
        yield Fault(f"{place}.fact", say("is no fact that rules know"))
        return
    compared = [key for key in value if key != "fact"]
    allowed = (*sorted(_COMPARISONS[fact.kind]), *sorted(_WITHOUT_VALUE))
    if len(compared) != 1 or compared[0] not in allowed:
        yield Fault(
            place, say("a fact of this type is compared by exactly one of: {allowed}", allowed=", ".join(allowed))
        )
        return
    key, limit = compared[0], value[compared[0]]
    if key in _WITHOUT_VALUE:
        if limit is not True:
            yield Fault(f"{place}.{key}", say("must be true"))
    elif key == How.IN.value:
        yield from some(300, many(_LIMITS[fact.kind](fact)))(limit, f"{place}.{key}")
    else:
        yield from _LIMITS[fact.kind](fact)(limit, f"{place}.{key}")


def some(most: int, rule: Rule) -> Rule:
    """Return the rule for a list of at least one, and of at most so many members."""

    def check(value: Any, place: str) -> Iterator[Fault]:
        yield from at_most(most, rule)(value, place)
        if value == []:
            yield Fault(place, say("must be a list that is not empty"))

    return check


def _code_of(fact: Fact) -> Callable[[Any, str], Iterator[Fault]]:
    if fact.choices is None:
        return words(r"[A-Z]{2}")
    return one_of(*(str(choice.value) for choice in fact.choices))


_LIMITS: Final[dict[FactType, Callable[[Fact], Callable[[Any, str], Iterator[Fault]]]]] = {
    FactType.YES_NO: lambda _fact: flag,
    FactType.CHOICE: _code_of,
    FactType.CHOICES: _code_of,
    FactType.NUMBER: lambda _fact: number(0, 10_000_000),
    FactType.LEVEL: lambda _fact: one_of(*(str(level.value) for level in Level)),
    FactType.DAY: lambda _fact: day,
}
"""With what a fact of a type may be compared."""

CITE: Final = shape(
    {"law": words(r"[A-Za-zÄÖÜäöüß0-9_ -]{1,40}"), "section": _SECTION},
    {
        "paragraph": _PLACE,
        "sentence": _PLACE,
        "number": _PLACE,
        "letter": words(r"[a-z]{1,3}"),
        "words": words(r"[^\n]{1,400}"),
    },
)
_CLIENT: Final = shape({}, dict.fromkeys((*CLIENT_LANGUAGES, "de", "fa", "ru", "fr", "es", "pl", "ro", "ti"), _TEXT))
_RULE: Final = shape(
    {
        "code": _CODE,
        "route": one_of(*(str(route.value) for route in Route)),
        "outcome": one_of(*(str(outcome.value) for outcome in Outcome)),
        "when": condition,
        "reasons": shape({"de": _TEXT, "en": _TEXT}),
        "verified": flag,
    },
    {
        "client": _CLIENT,
        "cites": at_most(20, many(CITE)),
        "source": _LINE,
        "displaces": at_most(40, many(_CODE)),
        "courses": at_most(40, many(_CODE)),
        "valid_from": day_or_none,
        "valid_to": day_or_none,
    },
)
_PACK: Final = shape(
    {
        "pack": one_of("rules"),
        "format": number(FORMAT, FORMAT),
        "code": _CODE,
        "version": words(r"\d{4}\.\d{1,4}"),
        "names": shape({"de": _LINE, "en": _LINE}),
        "source": _LINE,
        "checked_on": day,
        "verified": flag,
        "rules": some(_MOST_RULES, many(_RULE, "code")),
    },
    {"licence": _LINE, "valid_from": day_or_none, "valid_to": day_or_none},
)


def find_shape_faults(content: Any) -> Iterator[Fault]:
    """Yield what is wrong with the build of a pack of rules."""
    yield from _PACK(content, "")


def limit_of(fact: Fact, value: Limit) -> Limit:
    """Return with what a fact is compared as the engine wants it: levels become ranks, days ordinals."""
    if fact.kind is FactType.LEVEL:
        return Level.of(str(value)).rank
    if fact.kind is FactType.DAY:
        return dt.date.fromisoformat(str(value)).toordinal()
    return value
