"""What makes no sense in a pack of rules that is built rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault
from iq_desktop.catalogues.rule_shape import CLIENT_LANGUAGES
from iq_desktop.domain.fact import About
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.rule import Outcome, Route
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SAYS_ITSELF: Final = Outcome.HINT.value
"""An outcome that only advisers need."""


def find_sense_faults(pack: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what makes no sense; the pack must be built rightly."""
    yield from _of_days(pack, "")
    routes = {one["code"]: one["route"] for one in pack["rules"]}
    for at, rule in enumerate(pack["rules"]):
        place = f"rules[{at}]"
        yield from _of_days(rule, place)
        yield from _of_words(rule, place)
        yield from _of_sources(rule, place)
        yield from _of_facts(rule["when"], Route.of(rule["route"]).about, f"{place}.when")
        yield from _of_displaced(rule, routes, place)
    yield from _circles(pack)


def _of_days(value: Mapping[str, Any], place: str) -> Iterator[Fault]:
    first, last = value.get("valid_from"), value.get("valid_to")
    if first and last and last < first:
        yield Fault(f"{place}.valid_to".lstrip("."), say("ends before it begins"))


def _of_words(rule: Mapping[str, Any], place: str) -> Iterator[Fault]:
    if rule["outcome"] == _SAYS_ITSELF and "client" not in rule:
        return
    missing = [language for language in CLIENT_LANGUAGES if language not in rule.get("client", {})]
    yield from (Fault(f"{place}.client.{language}", say("is missing")) for language in missing)


def _of_sources(rule: Mapping[str, Any], place: str) -> Iterator[Fault]:
    if not rule.get("cites") and not rule.get("source"):
        yield Fault(f"{place}.cites", say("a rule names a place in the law, or a source"))
    if not rule.get("cites") and rule["verified"]:
        yield Fault(f"{place}.verified", say("only a rule that cites the law can be verified"))


def _of_facts(value: Mapping[str, Any], about: About, place: str) -> Iterator[Fault]:
    if "fact" in value:
        if FACTS[value["fact"]].about not in {About.PERSON, about}:
            yield Fault(f"{place}.fact", say("a rule about this route cannot ask for this fact"))
        return
    if "not" in value:
        yield from _of_facts(value["not"], about, f"{place}.not")
        return
    key = next(iter(value))
    for at, part in enumerate(value[key]):
        yield from _of_facts(part, about, f"{place}.{key}[{at}]")


def _of_displaced(rule: Mapping[str, Any], routes: Mapping[str, str], place: str) -> Iterator[Fault]:
    for at, code in enumerate(rule.get("displaces", ())):
        if routes.get(code) != rule["route"]:
            yield Fault(f"{place}.displaces[{at}]", say("there is no rule “{code}” of the same route", code=code))


def _circles(pack: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the rules that displace each other in a circle: those that are left when all others are taken away."""
    left = {one["code"]: set(one.get("displaces", ())) for one in pack["rules"]}
    while free := [code for code, displaced in left.items() if not displaced & set(left)]:
        for code in free:
            del left[code]
    for at, rule in enumerate(pack["rules"]):
        if rule["code"] in left and any(rule["code"] in left[code] for code in left):
            yield Fault(f"rules[{at}].displaces", say("rules displace each other in a circle"))
