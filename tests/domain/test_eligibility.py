"""Verdicts: closed before open, open before conditions, special before general; unknown is never taken for no."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.eligibility import Verdict, decide, what_is_possible
from iq_desktop.domain.fact import Circumstances, FactValue, Span
from iq_desktop.domain.fact_words import condition_in_words
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import Qualification, WorkPeriod
from iq_desktop.domain.rule import ALWAYS, Cite, Compared, Condition, How, Not, Outcome, Route, Rule, RulePack
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.domain.training_readers import worked_occupations
from tests.support.builders import TODAY, a_case, a_client
from tests.support.tongues import english

if TYPE_CHECKING:
    from iq_desktop.domain.eligibility import RouteVerdict

A, B, C = (Compared(fact, How.IS, (True,)) for fact in ("wants_to_work", "is_obliged", "stays_for_good"))


def a_rule(code: str, outcome: Outcome, when: Condition = ALWAYS, **changes: object) -> Rule:
    made = Rule(code, Route.WORK, outcome, when, {"de": code, "en": code}, cites=(Cite("BBiG", "1"),), verified=True)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of a rule


def a_pack(*rules: Rule, **changes: object) -> RulePack:
    made = RulePack("trial", "2026.1", {"de": "Probe", "en": "Trial"}, "invented", TODAY, True, rules)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of a pack


def verdict(pack: RulePack, **known: FactValue) -> RouteVerdict:
    return decide(Route.WORK, [(pack, rule) for rule in pack.rules], known.get)


OPEN, OPEN_IF, CLOSED, UNDECIDED = Verdict.OPEN, Verdict.OPEN_IF, Verdict.CLOSED, Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("closed", "opened", "opened_if", "expected"),
    [
        (True, True, True, CLOSED),
        (True, None, None, CLOSED),
        (False, True, None, OPEN),
        (False, True, False, OPEN),
        (False, None, True, OPEN_IF),
        (False, False, True, OPEN_IF),
        (False, False, False, CLOSED),
        (False, None, False, UNDECIDED),
        (False, None, None, UNDECIDED),
        (False, False, None, UNDECIDED),
        (None, True, True, UNDECIDED),
        (None, False, True, UNDECIDED),
        (None, False, False, CLOSED),
        (None, None, False, UNDECIDED),
    ],
)
def test_closed_comes_before_open_and_open_before_conditions(
    closed: bool | None, opened: bool | None, opened_if: bool | None, expected: Verdict
) -> None:
    pack = a_pack(
        a_rule("closed", Outcome.CLOSED, A), a_rule("open", Outcome.OPEN, B), a_rule("if", Outcome.OPEN_IF, C)
    )
    said = {"wants_to_work": closed, "is_obliged": opened, "stays_for_good": opened_if}
    known = {fact: value for fact, value in said.items() if value is not None}
    assert verdict(pack, **known).verdict is expected


def test_a_verdict_is_what_every_way_to_fill_the_unknown_comes_to() -> None:
    """Brute force over three facts: undecided means that more than one verdict can come."""
    pack = a_pack(
        a_rule("closed", Outcome.CLOSED, A),
        a_rule("open", Outcome.OPEN, B),
        a_rule("if", Outcome.OPEN_IF, C, displaces=()),
        a_rule("special", Outcome.CLOSED, Not(C), displaces=("closed",)),
    )
    facts = ("wants_to_work", "is_obliged", "stays_for_good")
    for said in itertools.product((True, False, None), repeat=3):
        known = {fact: value for fact, value in zip(facts, said, strict=True) if value is not None}
        now = verdict(pack, **known)
        filled = {
            verdict(pack, **dict(zip(facts, values, strict=True))).verdict
            for values in itertools.product((True, False), repeat=3)
            if all(known.get(fact, value) is value for fact, value in zip(facts, values, strict=True))
        }
        if now.verdict is UNDECIDED:
            assert now.missing
            assert CLOSED in filled
            continue
        assert now.verdict in filled
        assert CLOSED not in filled - {now.verdict}, "what can still be closed is not open"


def test_a_special_rule_displaces_the_general_one() -> None:
    but = a_rule("but", Outcome.HINT, B, displaces=("closed",))
    pack = a_pack(a_rule("open", Outcome.OPEN), a_rule("closed", Outcome.CLOSED, A), but)
    assert verdict(pack, wants_to_work=True, is_obliged=False).verdict is CLOSED
    assert verdict(pack, wants_to_work=True, is_obliged=True).verdict is OPEN
    undecided = verdict(pack, wants_to_work=True)
    assert undecided.verdict is UNDECIDED


def test_reasons_facts_notes_and_courses_are_those_of_the_rules_that_hold() -> None:
    pack = a_pack(
        a_rule("open", Outcome.OPEN, A, courses=("integration-course",)),
        a_rule("other", Outcome.OPEN, B, courses=("vocational-b2",)),
        a_rule("duty", Outcome.DUTY, A),
        a_rule("hint", Outcome.HINT, B),
    )
    found = verdict(pack, wants_to_work=True, is_obliged=False)
    assert [one.rule.code for one in found.decided_by] == ["open"]
    assert [one.rule.code for one in found.notes] == ["duty"]
    assert [one.rule.code for one in found.lacking] == ["other"]
    assert found.courses == ("integration-course",)
    assert [(one.fact.code, one.value) for one in found.decided_by[0].facts] == [("wants_to_work", True)]


def test_a_verdict_is_as_good_as_its_weakest_rule() -> None:
    sure = a_pack(a_rule("open", Outcome.OPEN))
    assert verdict(sure).is_verified
    assert not verdict(a_pack(a_rule("open", Outcome.OPEN, verified=False))).is_verified
    assert not verdict(replace(sure, verified=False)).is_verified
    older = a_pack(a_rule("open", Outcome.OPEN), checked_on=dt.date(2026, 1, 2), code="older")
    both = decide(Route.WORK, [(sure, sure.rules[0]), (older, older.rules[0])], dict[str, FactValue]().get)
    assert both.checked_on == dt.date(2026, 1, 2)


def test_rules_count_only_in_their_time() -> None:
    rule = a_rule("open", Outcome.OPEN, valid_from=TODAY)
    pack = a_pack(rule, valid_to=TODAY + dt.timedelta(days=1))
    case = a_case()
    assert [one.verdict for one in what_is_possible([pack], case, TODAY)] == [OPEN]
    assert what_is_possible([pack], case, TODAY - dt.timedelta(days=1)) == ()
    assert what_is_possible([pack], case, TODAY + dt.timedelta(days=2)) == ()


def test_each_qualification_and_each_occupation_has_its_own_verdict() -> None:
    learned = Compared("qualification_country", How.IS, ("SY",))
    pack = a_pack(
        a_rule("from", Outcome.OPEN, learned, route=Route.RECOGNITION),
        a_rule("long", Outcome.OPEN, Compared("occupation_months", How.AT_LEAST, (24,)), route=Route.VALIDATION),
    )
    works = (
        WorkPeriod(title_de="Bäcker", begun=PartialDate(2020, 1), ended=PartialDate(2022, 12), country="SY", id="w1"),
        WorkPeriod(title_de="Fahrer", begun=PartialDate(2023, 1), ended=PartialDate(2023, 6), country="SY", id="w2"),
        WorkPeriod(title_de="bäcker ", begun=PartialDate(2022, 6), ended=PartialDate(2023, 5), country="DE", id="w3"),
    )
    trainings = (
        Qualification(title_de="Gesellenbrief", country="SY", id="q1"),
        Qualification(title_de="Kurs", id="q2"),
    )
    case = replace(a_case(), qualifications=trainings, works=works)
    found = {(one.route, one.subject_name): one for one in what_is_possible([pack], case, TODAY)}
    assert found[Route.RECOGNITION, "Gesellenbrief"].verdict is OPEN
    assert found[Route.RECOGNITION, "Kurs"].verdict is UNDECIDED
    assert found[Route.VALIDATION, "Bäcker"].verdict is OPEN
    assert found[Route.VALIDATION, "Fahrer"].verdict is CLOSED
    assert [one.id for one in worked_occupations(case)] == ["w1", "w2"]
    nobody = replace(case, qualifications=(), works=())
    assert {one.subject_name for one in what_is_possible([pack], nobody, TODAY)} == {""}


def test_times_of_work_that_overlap_count_once_and_rough_dates_give_two_limits() -> None:
    works = (
        WorkPeriod(begun=PartialDate(2020, 1, 1), ended=PartialDate(2021, 12, 31), id="w1"),
        WorkPeriod(begun=PartialDate(2021, 1, 1), ended=PartialDate(2022, 12, 31), id="w2"),
    )
    at = Circumstances(replace(a_case(), works=works), TODAY)
    assert FACTS["work_months"].read(at) == Span(36, 36)
    rough = (WorkPeriod(begun=PartialDate(2020), ended=PartialDate(2022), id="w1"),)
    assert FACTS["work_months"].read(replace(at, case=replace(at.case, works=rough))) == Span(12, 36)


def test_the_age_of_whom_only_the_year_of_birth_is_known_decides_as_far_as_it_can() -> None:
    case = replace(a_case(), client=a_client(birth=PartialDate(TODAY.year - 25)))
    at = Circumstances(case, TODAY)
    assert FACTS["age"].read(at) == Span(24, 25)


def test_what_was_told_of_one_subject_is_not_told_of_another() -> None:
    told = (ToldFact("regulation", "regulated", "q1"), ToldFact("income", "20000"), ToldFact("is_learned", "yes", "w1"))
    case = replace(a_case(), qualifications=(Qualification(id="q1"), Qualification(id="q2")), told_facts=told)
    first, second = (Circumstances(case, TODAY, qualification=one) for one in case.qualifications)
    assert (FACTS["regulation"].read(first), FACTS["regulation"].read(second)) == ("regulated", None)
    assert FACTS["income"].read(Circumstances(case, TODAY)) == Span(20000, 20000)
    assert FACTS["is_learned"].read(first) is None


def test_a_condition_can_be_read_by_people() -> None:
    condition = Not(Compared("age", How.AT_LEAST, (25,)))
    assert english().speak(condition_in_words(condition)) == "not: Age: at least 25 years"
    level = Compared("german_level", How.AT_LEAST, (3,))
    assert english().speak(condition_in_words(level)) == "German, lowest skill: at least B1"
    assert english().speak(condition_in_words(ALWAYS)) == "always"
