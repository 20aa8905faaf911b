"""The packs of rules of the program: every rule decides somebody's case, and no two of them contradict each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.catalogues.rules import read_rules, rule_files
from iq_desktop.catalogues.starter import read_course_types
from iq_desktop.domain.eligibility import Finding, RouteVerdict, Verdict, what_is_possible
from iq_desktop.domain.rule import Outcome, Route
from iq_desktop.domain.rule_logic import facts_in
from tests.support.builders import TODAY
from tests.support.counts import count
from tests.support.fact_cases import case_of_facts
from tests.support.rule_search import Search, consistent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iq_desktop.domain.rule import Rule, RulePack

GROUNDS: Final = frozenset({Outcome.OPEN, Outcome.OPEN_IF})
EXCLUSIONS: Final = {
    Route.RECOGNITION: {"already-equal"},
    Route.CERTIFICATE_EVALUATION: {"evaluated-already"},
    Route.QUALIFICATION_ANALYSIS: {"already-equal"},
    Route.VALIDATION: {"learned", "apprentice"},
    Route.STAY_16D: {"free-movement", "asylum-procedure", "title-suffices"},
    Route.RECOGNITION_GRANT: {"other-bearer", "nothing-to-recognise"},
    Route.WORK: {"asylum-safe-state", "duldung-safe-state", "unclear-identity"},
}
"""Closing rules that the law words as exceptions to what would open: only these may meet a ground that holds."""
OPPOSED: Final = (Route.RECOGNITION, Route.VALIDATION, Route.WORK, Route.FOUNDING)
"""Routes where “open” says that no condition is left, so that an “open if” beside it were a contradiction."""
ONE_OF: Final = (
    {"literacy-course", "second-script-course", "usual-course"},
    {"from-b1", "from-b2", "from-c1", "b1-first"},
    {"free-of-cost", "half-the-cost"},
    {"must-job-centre", "must-foreigners-office"},
    {"regulated", "not-regulated", "licensed-craft"},
    {"care-third-country", "care-union"},
    {"special-a2", "special-b1"},
    {"late-qualification", "late-qualification-short-work"},
    {"asylum-first-months", "asylum-later", "reception-first-months", "reception-later"},
    {"duldung-reception", "duldung-reception-later", "duldung"},
    {"claim-work", "claim-family", "claim-protection", "claim-long-term", "claim-admitted", "claim-lapsed"},
)
"""Rules that say different things about the same matter: of each group one may hold at a time."""


@pytest.fixture(scope="module")
def packs(project_folder: Path) -> tuple[RulePack, ...]:
    files = rule_files(project_folder / "resources" / "packs" / "rules")
    return tuple(read_rules(file.read_bytes(), file.name) for file in files)


@pytest.fixture(scope="module")
def search(packs: tuple[RulePack, ...]) -> Search:
    return Search(packs)


def test_the_packs_cover_every_route(packs: tuple[RulePack, ...]) -> None:
    assert {rule.route for pack in packs for rule in pack.rules} == set(Route)
    grounds = {rule.route for pack in packs for rule in pack.rules if rule.outcome in GROUNDS}
    assert grounds == set(Route)


def test_every_rule_decides_somebodys_case(packs: tuple[RulePack, ...], search: Search) -> None:
    unreachable = [
        f"{pack.code}/{rule.code}"
        for pack in packs
        for rule in pack.rules
        if not any(decides(packs, pack, rule, facts) for facts in search.candidates(rule))
    ]
    assert not unreachable


def decides(packs: tuple[RulePack, ...], pack: RulePack, rule: Rule, facts: Mapping[str, object]) -> bool:
    """Return whether a rule decides its route in a case of these facts, or is told there as a duty or a note."""
    speaking = [one for one in packs if any(other.route is rule.route for other in one.rules)]
    for verdict in what_is_possible(speaking, case_of_facts(facts), TODAY):
        if verdict.route is not rule.route:
            continue
        told = verdict.notes if rule.outcome not in {*GROUNDS, Outcome.CLOSED} else verdict.decided_by
        if any(finding.pack is pack and finding.rule is rule for finding in told):
            return rule.outcome is not Outcome.DUTY or verdict.verdict is not Verdict.CLOSED
    return False


@settings(max_examples=count(60, 3000), deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_two_rules_contradict_each_other(search: Search, seed: int) -> None:
    lots = search.again(seed)
    for facts in islice(lots.candidates(lots.any_rule()), 3):
        drawn = consistent({**lots.draw(), **facts})
        for verdict in what_is_possible(lots.packs, case_of_facts(drawn), TODAY):
            complaints = contradictions(verdict)
            assert not complaints, (verdict.route.value, complaints, drawn)


def contradictions(verdict: RouteVerdict) -> list[str]:
    """Return what speaks against itself in a verdict."""
    holding = {finding.rule.code for finding in (*verdict.decided_by, *verdict.notes)}
    found = [f"both {sorted(group & holding)}" for group in ONE_OF if len(group & holding) > 1]
    closing = codes(verdict.decided_by, Outcome.CLOSED)
    if closing and codes(verdict.notes, Outcome.DUTY):
        found.append("a duty to what is closed")
    opened, conditional = codes(verdict.decided_by, Outcome.OPEN), codes(verdict.decided_by, Outcome.OPEN_IF)
    if verdict.route in OPPOSED and opened and conditional:
        found.append(f"open by {sorted(opened)}, with conditions by {sorted(conditional)}")
    return found


def codes(findings: tuple[Finding, ...], *outcomes: Outcome) -> set[str]:
    """Return the codes of rules that hold and have one of these outcomes."""
    return {one.rule.code for one in findings if one.is_true and one.rule.outcome in outcomes}


def test_a_closed_route_meets_a_ground_only_where_the_law_makes_an_exception(
    packs: tuple[RulePack, ...], search: Search
) -> None:
    closing = [rule for pack in packs for rule in pack.rules if rule.outcome is Outcome.CLOSED]
    for rule in closing:
        for facts in islice(search.candidates(rule), count(3, 60)):
            drawn = consistent({**search.draw(), **facts})
            case = case_of_facts(drawn)
            closed = [one for one in what_is_possible(packs, case, TODAY) if codes(one.decided_by, Outcome.CLOSED)]
            without = {one.route: one for one in what_is_possible(without_closing(packs), case, TODAY)}
            for verdict in closed:
                opened = codes(without[verdict.route].decided_by, *GROUNDS) if verdict.route in without else set()
                stray = codes(verdict.decided_by, Outcome.CLOSED) - EXCLUSIONS.get(verdict.route, set())
                assert not (stray and opened), (verdict.route.value, stray, opened, drawn)


def without_closing(packs: tuple[RulePack, ...]) -> tuple[RulePack, ...]:
    """Return the packs without the rules that close."""
    return tuple(
        replace(pack, rules=tuple(rule for rule in pack.rules if rule.outcome is not Outcome.CLOSED)) for pack in packs
    )


def test_courses_of_rules_are_kinds_of_courses(packs: tuple[RulePack, ...], project_folder: Path) -> None:
    kinds = {one.code for one in read_course_types(project_folder / "resources" / "packs")}
    spoken_of = {course for pack in packs for rule in pack.rules for course in rule.courses}
    assert spoken_of <= kinds
    assert {"vocational-recognition", "literacy-course", "special-vocational-a2"} <= spoken_of


def test_rules_ask_for_most_facts_and_speak_plainly(packs: tuple[RulePack, ...]) -> None:
    rules = [rule for pack in packs for rule in pack.rules]
    assert len({fact for rule in rules for fact in facts_in(rule.when)}) > 55
    for rule in rules:
        for words in (*rule.reasons.values(), *rule.client_reasons.values()):
            assert words.strip() == words, rule.code
            assert words.endswith((".", "!", "?", "؟")), (rule.code, words)
        for language, words in rule.client_reasons.items():
            assert len(words) <= 160, (rule.code, language, words)
