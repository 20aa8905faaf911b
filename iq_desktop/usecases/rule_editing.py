"""What of a pack of rules can be edited, as values of forms: its days, and of each rule words, limits and days.

Which facts a rule asks, and how, is not edited here: that needs a new pack.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.fact import FactType
from iq_desktop.domain.fact_words import condition_in_words
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.rule import AllOf, AnyOf, Compared, Condition, Not, Rule, RulePack
from iq_desktop.domain.rule_logic import comparisons_in
from iq_desktop.forms.vocabulary import Field, Form, Kind, day, line, note, section, tick
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.rule import Limit


@dataclass(frozen=True, slots=True)
class EditedPack:
    """What of a pack can be edited."""

    checked_on: dt.date | None = None
    source: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class EditedRule:
    """What of a rule can be edited, beside the limits in its condition."""

    de: str = ""
    en: str = ""
    client_de_simple: str = ""
    client_en: str = ""
    client_ar: str = ""
    client_uk: str = ""
    client_tr: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    verified: bool = False


PACK_FORM: Final = Form(
    EditedPack,
    (
        section(
            NOTHING,
            day("checked_on", say("Checked against the law on")),
            line("source", say("Source"), wide=True),
            day("valid_from", say("Valid from")),
            day("valid_to", say("Valid until")),
            tick("verified", say("Everything in it was checked against the law itself")),
        ),
    ),
)
RULE_FORM: Final = Form(
    EditedRule,
    (
        section(
            NOTHING,
            note("de", say("Reason in German")),
            note("en", say("Reason in English")),
            note("client_de_simple", say("For the client, in simple German")),
            note("client_en", say("For the client, in English")),
            note("client_ar", say("For the client, in Arabic")),
            note("client_uk", say("For the client, in Ukrainian")),
            note("client_tr", say("For the client, in Turkish")),
            day("valid_from", say("Valid from")),
            day("valid_to", say("Valid until")),
            tick("verified", say("Checked against the law itself")),
        ),
    ),
)
_CLIENT: Final = "client_"
_NUMBERS: Final = {FactType.NUMBER: Kind.NUMBER, FactType.DAY: Kind.DAY, FactType.LEVEL: Kind.CHOICE}


@dataclass(frozen=True, slots=True)
class EditedLimit:
    """One limit in a condition: `at` counts its comparisons, `value` is as its field shows it."""

    at: int
    field: Field
    words: Text
    value: Any


def edited_pack(pack: RulePack) -> EditedPack:
    """Return what of a pack can be edited."""
    return EditedPack(pack.checked_on, pack.source, pack.valid_from, pack.valid_to, pack.verified)


def with_edited_pack(pack: RulePack, edited: EditedPack) -> RulePack:
    """Return the pack with what was edited; a day of checking that was emptied stays as it was."""
    return replace(
        pack,
        checked_on=edited.checked_on or pack.checked_on,
        source=edited.source,
        valid_from=edited.valid_from,
        valid_to=edited.valid_to,
        verified=edited.verified,
    )


def edited_rule(rule: Rule) -> EditedRule:
    """Return what of a rule can be edited."""
    words = {f"{_CLIENT}{code}": told for code, told in rule.client_reasons.items() if _has(f"{_CLIENT}{code}")}
    return EditedRule(
        de=rule.reasons.get("de", ""),
        en=rule.reasons.get("en", ""),
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        verified=rule.verified,
        **words,
    )


def with_edited_rule(rule: Rule, edited: EditedRule) -> Rule:
    """Return the rule with what was edited; sentences for the client that were emptied are left out."""
    names = [name for name in EditedRule.__slots__ if name.startswith(_CLIENT)]
    mine = {name.removeprefix(_CLIENT): getattr(edited, name) for name in names}
    others = {code: told for code, told in rule.client_reasons.items() if code not in mine}
    return replace(
        rule,
        reasons={**rule.reasons, "de": edited.de, "en": edited.en},
        client_reasons={**{code: told for code, told in mine.items() if told}, **others},
        valid_from=edited.valid_from,
        valid_to=edited.valid_to,
        verified=edited.verified,
    )


def limits_of(rule: Rule) -> tuple[EditedLimit, ...]:
    """Return the numbers, levels and days with which a rule compares, in the order of its condition."""
    found = []
    for at, test in enumerate(comparisons_in(rule.when)):
        fact = FACTS[test.fact]
        if fact.kind in _NUMBERS and test.values:
            kind, choices = _NUMBERS[fact.kind], Level if fact.kind is FactType.LEVEL else None
            field = Field(f"limit_{at}", condition_in_words(test), kind, choices=choices, unit=fact.unit)
            found.append(EditedLimit(at, field, condition_in_words(test), _shown(fact.kind, int(test.values[0]))))
    return tuple(found)


def with_limit(rule: Rule, at: int, value: Any) -> Rule:
    """Return the rule with another value of a limit; without a value it stays as it was."""
    if value is None:
        return rule
    return replace(rule, when=_with_limit(rule.when, at, _stored(value), count()))


def with_rule(pack: RulePack, rule: Rule) -> RulePack:
    """Return the pack with another state of one of its rules, known by its code."""
    return replace(pack, rules=tuple(rule if one.code == rule.code else one for one in pack.rules))


def _with_limit(condition: Condition, at: int, limit: Limit, places: Iterator[int]) -> Condition:
    if isinstance(condition, Compared):
        return replace(condition, values=(limit,)) if next(places) == at else condition
    if isinstance(condition, Not):
        return Not(_with_limit(condition.part, at, limit, places))
    parts = tuple(_with_limit(part, at, limit, places) for part in condition.parts)
    return AnyOf(parts) if isinstance(condition, AnyOf) else AllOf(parts)


def _shown(kind: FactType, number: int) -> Any:
    if kind is FactType.LEVEL:
        return tuple(Level)[number]
    return dt.date.fromordinal(number) if kind is FactType.DAY else number


def _stored(value: Any) -> int:
    if isinstance(value, Level):
        return value.rank
    return value.toordinal() if isinstance(value, dt.date) else int(value)


def _has(name: str) -> bool:
    return name in EditedRule.__slots__
