"""Packs of rules in words: their “Stand”, whence they are, what is old, and each rule as a line that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.rule import Outcome
from iq_desktop.usecases.rule_ports import Origin
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.rule import Rule, RulePack
    from iq_desktop.usecases.rule_ports import KeptPack
    from iq_desktop.usecases.rules import ListedRules, OfferedRules

OLD_RULES_ADVICE: Final = say("A responsible person checks them against the law: settings, section Rules.")


def old_rules_words(old: Sequence[RulePack]) -> Text:
    """Return that packs were checked more than six months ago, and when the oldest of them was."""
    return say_count(
        "One pack of rules was last checked more than six months ago (as of {day}).",
        "{count} packs of rules were last checked more than six months ago (the oldest as of {day}).",
        count=len(old),
        day=old[0].checked_on,
    )


def name_of_pack(pack: RulePack, language: str) -> Text:
    """Return what a pack is called in a language of advisers; German stands in for every other one."""
    return as_it_is(pack.names.get(language) or pack.names["de"])


def stand_of_pack(listed: ListedRules) -> Text:
    """Return the “Stand” of a pack, its version and whence it is."""
    pack = listed.pack
    version = say("Version {version}", version=pack.version)
    return joined((say("As of {day}", day=pack.checked_on), version, listed.origin.label, counted_rules(pack)))


def counted_rules(pack: RulePack) -> Text:
    """Return how many rules there are, and how many of them were read in the law itself."""
    verified = sum(rule.verified for rule in pack.rules) if pack.verified else 0
    return say_count(
        "{count} rule, {verified} of it verified",
        "{count} rules, {verified} of them verified",
        count=len(pack.rules),
        verified=verified,
    )


def state_words(state: KeptPack) -> Text:
    """Return one kept state: what was done, on which day, by whom."""
    done = say("Went back to the pack of the program") if state.origin is Origin.BUILT_IN else state.origin.label
    return joined((done, say("{day}", day=state.kept_on), as_it_is(state.kept_by) if state.kept_by else NOTHING))


def cites_of(rule: Rule) -> Text:
    """Return the places in the law that a rule cites, else its source."""
    return as_it_is("; ".join(cite.place for cite in rule.cites) or rule.source)


def validity_words(rule: Rule) -> Text:
    """Return from when to when a rule counts; empty where it has no limits of its own."""
    if rule.valid_from and rule.valid_to:
        return say("valid from {first} to {last}", first=rule.valid_from, last=rule.valid_to)
    if rule.valid_from:
        return say("valid from {first}", first=rule.valid_from)
    return say("valid until {last}", last=rule.valid_to) if rule.valid_to else NOTHING


def rule_title(rule: Rule) -> Text:
    """Return what a rule is about: its route and its outcome."""
    return say("{route}: {outcome}", route=rule.route.label, outcome=rule.outcome.label)


def outcome_mark(rule: Rule) -> str:
    """Return the mark of what a rule says."""
    return _MARKS[rule.outcome]


def verified_words(rule: Rule) -> Text:
    """Return the place in the law, with a doubt where nobody read it there."""
    place = rule.cites[0].place if rule.cites else ""
    return as_it_is(place) if rule.verified else say("to be checked")


def cite_lines(rule: Rule) -> tuple[Text, ...]:
    """Return what stands below a rule: each place in the law with its words, the source, how long it counts."""
    cites = tuple(
        say("{place}: “{words}”", place=cite.place, words=cite.words) if cite.words else as_it_is(cite.place)
        for cite in rule.cites
    )
    source = say("Source: {source}", source=rule.source) if rule.source else NOTHING
    return (*cites, source, validity_words(rule), NOTHING if rule.verified else say("to be checked"))


_MARKS: Final = {
    Outcome.OPEN: "good",
    Outcome.OPEN_IF: "info",
    Outcome.CLOSED: "close",
    Outcome.DUTY: "flag",
    Outcome.HINT: "info",
    Outcome.WARNING: "warn",
}


def offered_words(offered: OfferedRules) -> tuple[Text, ...]:
    """Return what is to be known of a pack in a file before it counts."""
    pack = offered.pack
    signed = say("Signed; fingerprint {fingerprint}", fingerprint=offered.fingerprint)
    unsigned = say("Not signed: nobody knows who made it or whether it was changed")
    replaced = say("Takes the place of version {version}, which stays in the list.", version=offered.replaces)
    return (
        joined((say("As of {day}", day=pack.checked_on), say("Version {version}", version=pack.version))),
        counted_rules(pack),
        say("Source: {source}", source=pack.source),
        signed if offered.fingerprint else unsigned,
        replaced if offered.replaces else NOTHING,
    )
