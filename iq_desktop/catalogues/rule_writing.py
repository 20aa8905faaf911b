"""Writes a pack of rules as it is read: the same pack has the same bytes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from iq_desktop.catalogues.rule_shape import FORMAT
from iq_desktop.domain.fact import Fact, FactType
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import AllOf, AnyOf, Condition, How, Not

if TYPE_CHECKING:
    from iq_desktop.domain.rule import Limit, Rule, RulePack

_LEVELS = tuple(Level)


def write_rules(pack: RulePack) -> bytes:
    """Return a pack as the text of a file."""
    content = {
        "pack": "rules",
        "format": FORMAT,
        "code": pack.code,
        "version": pack.version,
        "names": dict(pack.names),
        **({"licence": pack.licence} if pack.licence else {}),
        "source": pack.source,
        "checked_on": pack.checked_on.isoformat(),
        "valid_from": _day(pack.valid_from),
        "valid_to": _day(pack.valid_to),
        "verified": pack.verified,
        "rules": [_rule(rule) for rule in pack.rules],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _rule(rule: Rule) -> dict[str, Any]:
    optional = {
        "client": dict(rule.client_reasons),
        "cites": [{name: part for name, part in dataclasses.asdict(cite).items() if part} for cite in rule.cites],
        "source": rule.source,
        "displaces": list(rule.displaces),
        "courses": list(rule.courses),
        "valid_from": _day(rule.valid_from),
        "valid_to": _day(rule.valid_to),
    }
    return {
        "code": rule.code,
        "route": rule.route.value,
        "outcome": rule.outcome.value,
        "when": _condition(rule.when),
        "reasons": dict(rule.reasons),
        **{key: value for key, value in optional.items() if value},
        "verified": rule.verified,
    }


def _condition(condition: Condition) -> dict[str, Any]:
    if isinstance(condition, Not):
        return {"not": _condition(condition.part)}
    if isinstance(condition, AllOf | AnyOf):
        return {"all" if isinstance(condition, AllOf) else "any": [_condition(part) for part in condition.parts]}
    fact = FACTS[condition.fact]
    if condition.how in {How.KNOWN, How.EMPTY}:
        return {"fact": fact.code, condition.how.value: True}
    limits = [_limit(fact, value) for value in condition.values]
    return {"fact": fact.code, condition.how.value: limits if condition.how is How.IN else limits[0]}


def _limit(fact: Fact, value: Limit) -> Limit:
    if fact.kind is FactType.LEVEL:
        return str(_LEVELS[int(value)].value)
    if fact.kind is FactType.DAY:
        return dt.date.fromordinal(int(value)).isoformat()
    return value


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
