"""The ten worked cases get the ways that an adviser would lay out, in an order that an adviser could defend."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.client import Home, ResidenceTitle
from iq_desktop.domain.competence import ChosenOccupation, OccupationRole
from iq_desktop.domain.cost import FundingSource
from iq_desktop.domain.fact import About
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.planning import plan_for
from iq_desktop.domain.planning_stand import goals_of
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.domain.way import Risk
from iq_desktop.domain.way_wish import WayKind, WayWish
from tests.support.builders import TODAY
from tests.support.german import a_learner
from tests.support.plan_law import the_plan_law
from tests.support.tongues import english
from tests.support.worked_cases import TRAINING, WORKED_CASES

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.way import Plan, Way

K = WayKind


def the_plan(case: CaseFile) -> Plan:
    """Return the plan of a case for its first goal."""
    law = the_plan_law()
    return plan_for(law, case, TODAY, goals_of(case, law.german.standings)[0])


@cache
def plan_of(name: str) -> Plan:
    """Return the plan of a worked case."""
    return the_plan(WORKED_CASES[name]())


def way_of(name: str, kind: WayKind) -> Way:
    """Return one way of a worked case."""
    way = plan_of(name).way(kind)
    assert way is not None
    return way


def codes(way: Way) -> list[str]:
    """Return the steps of a way."""
    return [one.code for one in way.steps]


def span(way: Way, code: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a step."""
    one = next(step for step in way.steps if step.code == code)
    return one.starts_on, one.ends_on


EXPECTED: dict[str, tuple[list[WayKind], list[WayKind], set[WayKind]]] = {
    # Name: ways that lead to the goal, the best first; ways beside it; what is closed.
    # A measure is to be expected for a Syrian diploma; she may choose course or examination. Full equivalence at once
    # stands last: it seldom happens. Meanwhile she may work, but not as a nurse.
    "nurse from Syria": (
        [K.RECOGNITION_COURSE, K.RECOGNITION_EXAM, K.RECOGNITION],
        [K.WORK],
        {K.RECOGNITION_ANALYSIS, K.EVALUATION, K.VALIDATION},
    ),
    # The certificate is gone: the analysis is quicker and safer than a school that may never answer. Validation would
    # do as well, later, and needs more German. Employed he may work at once without any certificate.
    "electrician without papers": (
        [K.RECOGNITION_ANALYSIS, K.VALIDATION, K.RECOGNITION],
        [K.WORK, K.GERMAN_FIRST],
        {K.EVALUATION},
    ),
    # Her degree can be evaluated, but that opens no school.
    "teacher from Ukraine": (
        [K.RECOGNITION_EXAM, K.RECOGNITION_COURSE, K.RECOGNITION],
        [K.WORK, K.EVALUATION],
        {K.RECOGNITION_ANALYSIS, K.VALIDATION},
    ),
    # Twelve years in the craft: validation is months, everything else years.
    "hairdresser without certificate": ([K.VALIDATION, K.PARTIAL, K.TRAINING, K.RETRAINING], [], set()),
    # She works in her field already: the evaluation shows what her degree is worth. The protected title can wait.
    "engineer": (
        [K.EVALUATION, K.RECOGNITION_COURSE, K.RECOGNITION, K.RECOGNITION_EXAM],
        [],
        {K.RECOGNITION_ANALYSIS, K.VALIDATION},
    ),
    # The notice names the measures, and a place was found: the course before the examination.
    "care worker at A2": (
        [K.RECOGNITION_COURSE, K.RECOGNITION_EXAM],
        [K.EVALUATION],
        {K.RECOGNITION_ANALYSIS, K.VALIDATION},
    ),
    # He works as a baker; what is left is the recognition.
    "baker": ([K.RECOGNITION], [], {K.RECOGNITION_ANALYSIS, K.EVALUATION, K.VALIDATION}),
    # Young, without a training, and nobody knows for how long he stays: a training pays wages and needs no consent;
    # what an office would have to pay for over years is uncertain.
    "person with a Duldung": ([K.TRAINING, K.PARTIAL, K.RETRAINING], [K.WORK, K.GERMAN_FIRST], {K.VALIDATION}),
    # Both ways begin in Tunis; the partnership costs less, the accelerated procedure ends first.
    "one abroad": ([K.PARTNERSHIP, K.FROM_ABROAD], [], {K.RECOGNITION_ANALYSIS, K.EVALUATION, K.VALIDATION}),
    # Nothing is left to recognise; she wants her own business, and could work as a painter any day.
    "one who wants to found": (
        [K.FOUNDING],
        [K.WORK],
        {K.RECOGNITION, K.RECOGNITION_ANALYSIS, K.EVALUATION, K.VALIDATION},
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_worked_case_gets_sensible_ways(name: str) -> None:
    plan = plan_of(name)
    leading, beside, closed = EXPECTED[name]
    assert [way.kind for way in plan.ways if way.reaches_goal] == leading
    assert [way.kind for way in plan.ways if not way.reaches_goal] == beside
    assert closed <= {one.kind for one in plan.closed}
    assert all(one.reasons for one in plan.closed)
    assert plan.best_why
    assert all(way.why and way.steps for way in plan.ways)


def test_the_nurse_learns_german_while_the_body_decides() -> None:
    way = way_of("nurse from Syria", K.RECOGNITION_COURSE)
    assert codes(way)[:2] == ["papers", "grant"] or codes(way)[:2] == ["grant", "papers"]
    # Money first: nothing is ordered before the recognition grant is applied for.
    assert span(way, "translation")[0] > span(way, "grant")[1]
    # The course and the procedure run side by side; the licence waits for both.
    assert span(way, "german-B2")[0] < span(way, "decision")[0] <= span(way, "german-B2")[1]
    assert span(way, "licence")[0] > max(span(way, "german-B2")[1], span(way, "adaptation")[1])
    assert way.german_level is Level.B2
    assert way.risk is Risk.LOW
    # The course for recognition is open to her and costs nothing; how many units it has, the law leaves open. So is the
    # recognition; the period of the body is mere custom.
    german = next(one for one in way.steps if one.code == "german-B2")
    assert (german.course_type, german.cost.high, german.is_settled) == ("vocational-recognition", Decimal(0), False)
    assert {one.finding.rule.code for one in german.reasons if one.finding} >= {"seeking", "recognition"}
    decision = next(one for one in way.steps if one.code == "decision")
    assert (decision.is_settled, decision.is_clock) == (False, False)
    assert {one.finding.rule.code for one in way.why if one.finding} == {"care-third-country"}
    assert way.is_settled


def test_the_electrician_shows_his_skills_within_the_period_of_the_law() -> None:
    way = way_of("electrician without papers", K.RECOGNITION_ANALYSIS)
    assert codes(way)[-3:] == ["application", "analysis", "decision"]
    decision = way.steps[-1]
    assert (decision.is_settled, decision.is_clock, decision.days_low) == (True, True, 92)
    assert english().speak(decision.duration_source) == "§ 6 (3) sentence 1 BQFG"
    assert way.german_level is Level.NONE
    assert {one.finding.rule.code for one in way.why if one.finding} == {"proof-missing", "foreign-training"}
    asking = way_of("electrician without papers", K.RECOGNITION)
    assert asking.steps[0].risk is Risk.HIGH or asking.steps[1].risk is Risk.HIGH
    assert asking.ends_on > way.ends_on


def abroad(case: CaseFile, *told: ToldFact) -> Plan:
    """Return the plan of somebody who is not here yet, has a job offer, and of whom some more is told."""
    client = replace(case.client, home=Home.ABROAD, residence_title=ResidenceTitle.ABROAD)
    more = (ToldFact("contract", "job_offer"), ToldFact("employer_has_authority", "yes"), *told)
    known = {one.fact for one in more} | {"residence_paragraph", "integration_course"}
    kept = tuple(one for one in case.told_facts if one.fact not in known)
    return the_plan(replace(case, client=client, told_facts=(*kept, *more)))


def test_nobody_abroad_practises_a_regulated_occupation_without_permission() -> None:
    state = ToldFact("is_state_recognised", "yes", TRAINING)
    plan = abroad(WORKED_CASES["nurse from Syria"](), state)
    assert {way.kind for way in plan.ways} == {K.PARTNERSHIP, K.FROM_ABROAD}
    for way in plan.ways:
        assert codes(way)[-1] == "licence"
        assert span(way, "adaptation")[0] > span(way, "visa")[1]
        assert way.german_level is Level.B2


def test_what_is_asked_of_the_person_is_asked_once() -> None:
    nurse = WORKED_CASES["nurse from Syria"]()
    client = replace(nurse.client, home=Home.ABROAD, residence_title=ResidenceTitle.ABROAD)
    asked = the_plan(replace(nurse, client=client, told_facts=())).missing
    assert "contract" in {one.fact.code for one in asked}
    assert len({one.fact.code for one in asked}) == len(asked)
    assert {one.subject_id for one in asked if one.fact.about is About.PERSON} == {""}


def test_who_has_a_notice_abroad_applies_for_nothing_again() -> None:
    plan = abroad(WORKED_CASES["care worker at A2"]())
    assert {way.kind for way in plan.ways} == {K.RECOGNITION_COURSE, K.RECOGNITION_EXAM}
    for way in plan.ways:
        assert not {"application", "papers", "decision"} & {*codes(way)}
        measure = "adaptation" if way.kind is K.RECOGNITION_COURSE else "exam"
        assert span(way, "visa")[1] < span(way, measure)[0]
        assert codes(way)[-1] == "licence"


def test_a_nurse_abroad_without_an_employer_gets_the_notice_first() -> None:
    told = (ToldFact("contract", "none"), ToldFact("employer_has_authority", "no"))
    nurse = WORKED_CASES["nurse from Syria"]()
    client = replace(nurse.client, home=Home.ABROAD, residence_title=ResidenceTitle.ABROAD)
    known = {"contract", "employer_has_authority", "residence_paragraph", "integration_course"}
    kept = tuple(one for one in nurse.told_facts if one.fact not in known)
    plan = the_plan(replace(nurse, client=client, told_facts=(*kept, *told)))
    assert {way.kind for way in plan.ways} == {K.RECOGNITION_COURSE, K.RECOGNITION_EXAM}
    for way in plan.ways:
        measure = "adaptation" if way.kind is K.RECOGNITION_COURSE else "exam"
        assert span(way, "decision")[1] < span(way, "visa")[0], "without a notice there is no visa for a measure"
        assert span(way, "visa")[1] < span(way, measure)[0]
        assert codes(way)[-1] == "licence"


def test_who_needs_a_permission_asks_for_it_before_a_training() -> None:
    way = way_of("person with a Duldung", K.TRAINING)
    assert codes(way)[-2:] == ["permission", "training"]
    assert span(way, "company")[1] < span(way, "permission")[0]
    # A training in a company needs no consent of the agency: its period must not be named.
    permission = next(one for one in way.steps if one.code == "permission")
    assert "BeschV" not in english().speak(permission.duration_source)
    assert "permission" not in codes(way_of("hairdresser without certificate", K.TRAINING))


def test_a_validation_needs_proofs_of_work_and_no_training() -> None:
    way = way_of("hairdresser without certificate", K.VALIDATION)
    assert codes(way) == ["work-papers", "application", "validation"]
    assert way.open_costs == 1, "no fee of a chamber stands in any pack"


def test_the_care_worker_has_her_notice_and_begins_with_the_measure() -> None:
    way = way_of("care worker at A2", K.RECOGNITION_COURSE)
    assert {"papers", "application", "decision"} & set(codes(way)) == set()
    assert codes(way)[0] == "german-B1"
    assert span(way, "adaptation")[0] > span(way, "german-B1")[1]


def test_the_one_with_a_duldung_learns_german_and_an_occupation() -> None:
    way = way_of("person with a Duldung", K.TRAINING)
    assert {*codes(way)} == {"company", "german-B1", "permission", "training"}
    german = next(one for one in way.steps if one.code == "german-B1")
    assert german.course_type == "special-vocational-b1"
    funded = way_of("person with a Duldung", K.PARTIAL)
    assert funded.risk is Risk.HIGH


def test_the_one_abroad_gets_two_months_in_the_accelerated_procedure() -> None:
    way = way_of("one abroad", K.FROM_ABROAD)
    decision = next(one for one in way.steps if one.code == "decision")
    assert (decision.is_clock, decision.days_low) == (True, 61)
    assert codes(way)[-1] == "visa"
    # The fee of a chamber as a range, the agreement, the visa.
    assert (way.cost_low, way.cost_high) == (Decimal(100 + 411 + 75), Decimal(600 + 411 + 75))
    partners = way_of("one abroad", K.PARTNERSHIP)
    assert span(partners, "application")[0] > span(partners, "visa")[1]
    assert partners.german_level is Level.A2
    assert way.ends_on < partners.ends_on


def test_the_founder_applies_for_money_before_she_begins() -> None:
    way = way_of("one who wants to found", K.FOUNDING)
    assert codes(way)[0] == "plan"
    assert span(way, "business")[0] > max(span(way, "founding-grant")[1], span(way, "register")[1])


@pytest.mark.parametrize(
    ("weights", "best"),
    [
        ((2, 1, 1, 0), K.RECOGNITION),
        ((0, 1, 1, 2), K.RECOGNITION_COURSE),
        ((2, 0, 0, 1), K.RECOGNITION_EXAM),
    ],
)
def test_the_best_way_follows_what_counts_for_the_person(weights: tuple[int, int, int, int], best: WayKind) -> None:
    case = WORKED_CASES["nurse from Syria"]()
    case = replace(case, way_wishes=(WayWish(f"training:{TRAINING}", "", *weights),))
    plan = the_plan(case)
    assert plan.best is not None
    assert plan.best.kind is best


def test_a_wish_without_a_training_leads_through_learning() -> None:
    wish = ChosenOccupation("urn:cook", "Koch/Köchin", role=OccupationRole.WISHED)
    case = replace(WORKED_CASES["person with a Duldung"](), occupations=(wish,))
    plan = the_plan(case)
    assert plan.goal.name == "Koch/Köchin"
    assert [way.kind for way in plan.ways if way.reaches_goal] == [K.TRAINING, K.PARTIAL, K.RETRAINING]


def test_nothing_known_at_all_still_gives_a_plan() -> None:
    case = replace(WORKED_CASES["baker"](), qualifications=(), works=(), languages=(), told_facts=())
    plan = the_plan(case)
    assert plan.goal.code == ""
    assert all(way.kind in {K.WORK, K.GERMAN_FIRST} for way in plan.ways)


def test_a_beginner_without_an_occupation_learns_german_first() -> None:
    # A refugee at A1 of whom no occupation is known: with so little German hardly an employer is found, the integration
    # course is open to her and costs nothing.
    plan = the_plan(a_learner())
    assert [way.kind for way in plan.ways] == [K.GERMAN_FIRST, K.WORK]
    german, work = plan.ways[0].steps
    assert (german.course_type, german.german_after, german.cost.high) == ("integration-course", Level.B1, Decimal(0))
    assert work.starts_on > german.ends_on
    assert plan.ways[1].risk is Risk.HIGH


def test_fees_come_from_the_pack_and_grants_are_told_where_they_may_pay() -> None:
    analysis = way_of("electrician without papers", K.RECOGNITION_ANALYSIS)
    fee = next(one.cost for one in analysis.steps if one.code == "application")
    assert (fee.low, fee.high, fee.is_settled) == (Decimal(100), Decimal(600), False)
    (grant, *_others) = fee.payers
    assert (grant.source, grant.most, grant.is_first) == (FundingSource.RECOGNITION_GRANT, Decimal(600), True)
    validation = way_of("electrician without papers", K.VALIDATION)
    fee = next(one.cost for one in validation.steps if one.code == "application")
    assert not fee.is_known
    assert FundingSource.RECOGNITION_GRANT not in {one.source for one in fee.payers}
    duldung = way_of("person with a Duldung", K.PARTIAL)
    assert not next(one.cost for one in duldung.steps if one.code == "partial").is_known
