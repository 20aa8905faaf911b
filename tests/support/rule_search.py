"""Looks for facts that let one rule decide, and draws facts on which rules turn."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.fact import FactType
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import AllOf, AnyOf, Compared, Condition, How, Not, Outcome, Rule, RulePack
from iq_desktop.domain.rule_logic import comparisons_in
from tests.support.fact_cases import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iq_desktop.domain.rule import Route

_LEVELS: Final = tuple(level.value for level in Level)
_TRIES: Final = 400
_LIMITS: Final = {
    "age": (16, 64),
    "title_months": (0, 300),
    "months_in_germany": (0, 300),
    "occupation_months": (0, 400),
}
SPANS: Final = {FactType.NUMBER, FactType.LEVEL, FactType.DAY}


def values_of(rules: Iterable[Rule]) -> dict[str, tuple[Any, ...]]:
    """Return for each fact the values on which rules turn: what they compare with, and the neighbours of numbers."""
    found: dict[str, set[Any]] = {}
    for rule in rules:
        for test in comparisons_in(rule.when):
            found.setdefault(test.fact, set()).update(_turning(test))
    return {code: tuple(sorted(values, key=str)) for code, values in sorted(found.items())}


def _turning(test: Compared) -> Iterable[Any]:
    fact = FACTS[test.fact]
    if fact.kind is FactType.YES_NO:
        return (True, False)
    if fact.kind is FactType.LEVEL:
        return _LEVELS
    if fact.kind is FactType.DAY:
        return ("2014-05-01", "2019-05-01", "2026-01-01")
    if fact.kind is FactType.NUMBER:
        least, most = _LIMITS.get(test.fact, (0, 10**6))
        return (max(least, min(most, int(value) + step)) for value in test.values for step in (-1, 0, 1))
    return (one.value for one in fact.choices) if fact.choices else test.values


def consistent(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts without what cannot be together: a section belongs to its title, a home to its time here."""
    found = {code: value for code, value in facts.items() if not says_nothing(value)}
    title = TITLES.get(found.get("residence_paragraph", ""))
    if title is not None:
        found["residence_title"] = title.value
    if found.get("home") == "abroad":
        found.pop("months_in_germany", None)
        found.pop("entry_on", None)
    if "months_in_germany" in found:
        found.pop("entry_on", None)
    if found.get("qualification_kind") == "none":
        found["qualification_finished"] = "no"
    if found.get("residence_title") in {"german", "eu_free_movement"}:
        found["nationality_group"] = "german" if found["residence_title"] == "german" else "eu"
    elif "residence_title" in found and found.get("nationality_group") != "third":
        found["nationality_group"] = "third"
    return found


def says_nothing(value: Any) -> bool:
    """Return whether a value is an answer that says nothing."""
    return value in {None, "no_answer", "unknown", "not_said_which", "sgb_2_and_3"}


class Search:
    """Looks for facts with which one rule decides its route."""

    def __init__(self, packs: Sequence[RulePack], seed: int = 1) -> None:
        """Keep the rules, and the values on which they turn."""
        self.packs = tuple(packs)
        self._rules = tuple(rule for pack in packs for rule in pack.rules)
        self.values = values_of(self._rules)
        self._chance = random.Random(seed)  # noqa: S311  (no secret: the same draw on every machine)

    def candidates(self, rule: Rule) -> Iterable[dict[str, Any]]:
        """Yield facts with which a rule holds, those first that no rule of the same route closes."""
        closing = [one for one in self._of_route(rule.route) if one.outcome is Outcome.CLOSED and one is not rule]
        for _ in range(_TRIES):
            facts: dict[str, Any] = {}
            for one in closing:
                self._make(one.when, facts, wanted=False)
            self._make(rule.when, facts, wanted=True)
            yield consistent(facts)

    def again(self, seed: int) -> Search:
        """Return a search through the same rules with other lots."""
        return Search(self.packs, seed)

    def any_rule(self) -> Rule:
        """Return one of the rules by lot."""
        return self._chance.choice(self._rules)

    def draw(self) -> dict[str, Any]:
        """Return facts by lot; a third of them nobody said."""
        return consistent(
            {code: self._chance.choice(values) for code, values in self.values.items() if self._chance.random() > 1 / 3}
        )

    @cache  # noqa: B019  (the search lives as long as one test)
    def _of_route(self, route: Route) -> tuple[Rule, ...]:
        return tuple(rule for rule in self._rules if rule.route is route)

    def _make(self, condition: Condition, facts: dict[str, Any], *, wanted: bool) -> None:
        """Write into facts what lets a condition hold, or not hold, as far as chance leads there."""
        if isinstance(condition, Not):
            self._make(condition.part, facts, wanted=not wanted)
        elif isinstance(condition, Compared):
            self._set(condition, facts, wanted=wanted)
        elif isinstance(condition, AllOf) is wanted:
            for part in condition.parts:
                self._make(part, facts, wanted=wanted)
        else:
            self._make(self._chance.choice(_parts(condition)), facts, wanted=wanted)

    def _set(self, test: Compared, facts: dict[str, Any], *, wanted: bool) -> None:
        if test.how in {How.KNOWN, How.EMPTY}:
            if (test.how is How.EMPTY) is wanted:
                facts.pop(test.fact, None)
            else:
                facts.setdefault(test.fact, self._chance.choice(self.values[test.fact]))
            return
        if test.fact in facts and _passes(test, facts[test.fact]) is wanted:
            return
        fitting = [
            value for value in self.values[test.fact] if _passes(test, value) is wanted and not says_nothing(value)
        ]
        if fitting:
            facts[test.fact] = self._chance.choice(fitting)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AllOf | AnyOf) else ()


def _passes(test: Compared, value: Any) -> bool:
    kind = FACTS[test.fact].kind
    if kind is FactType.LEVEL:
        value = _LEVELS.index(value)
    if kind is FactType.DAY:
        return str(value) > "2015-08-31"
    limit = test.values[0]
    if test.how is How.AT_LEAST:
        return bool(value >= limit)
    if test.how is How.AT_MOST:
        return bool(value <= limit)
    return value in test.values
