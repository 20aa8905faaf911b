"""Plans of cases that chance draws: every step can be gone when it comes, and no rule closes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_traits import CourseFunding, CourseKind
from iq_desktop.domain.eligibility import Verdict, what_is_possible
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill
from iq_desktop.domain.planning import plan_for
from iq_desktop.domain.planning_stand import goals_of
from iq_desktop.domain.qualification import EarlierApplication, EquivalenceResult
from iq_desktop.domain.rule import Route
from iq_desktop.domain.situation import Situation
from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_wish import NotBefore, WayKind
from tests.support.builders import TODAY
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.fact_cases import case_of_facts
from tests.support.plan_law import the_plan_law
from tests.support.rule_search import Search, consistent
from tests.support.worked_cases import WORKED_CASES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.way import Plan, Way, WayGoal, WayStep

LEVELS = tuple(Level)
GERMAN = frozenset({Route.INTEGRATION_COURSE, Route.VOCATIONAL_GERMAN})
KINDS = {
    Route.INTEGRATION_COURSE: CourseKind.INTEGRATION,
    Route.VOCATIONAL_GERMAN: CourseKind.VOCATIONAL_GERMAN,
}
LAW = the_plan_law()
NUMBERS = tuple(LAW.german.standings)
ANY_CASES = Search(LAW.german.packs)


def a_case_by_lot(seed: int) -> CaseFile:
    """Return a case of drawn facts, with a drawn reference occupation, hours, first day and wished days."""
    lot = seeded(seed)
    case = case_of_facts(consistent(ANY_CASES.again(seed).draw()))
    (training,) = case.qualifications
    situation = replace(
        case.situation,
        hours_per_week=lot.choice([None, 4, 20, 40]),
        can_start_on=lot.choice([None, TODAY + dt.timedelta(days=lot.randint(0, 300))]),
        needs_childcare=lot.random() < 0.5,
    )
    numbered = replace(training, niq_occupation=lot.choice(["", *NUMBERS, "746", "19", "103"]))
    return replace(case, situation=situation, qualifications=(numbered,))


def some_offers(lot: Random) -> tuple[CourseOffer, ...]:
    """Return German courses with days, some of them over, some above anybody's level."""
    return tuple(_an_offer(lot, number) for number in range(lot.randint(0, 12)))


def _an_offer(lot: Random, number: int) -> CourseOffer:
    start = TODAY + dt.timedelta(days=lot.randint(-40, 400))
    kind = lot.choice([CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN, CourseKind.GERMAN, CourseKind.OTHER])
    entry, to = lot.choice([None, *LEVELS[:4]]), lot.choice([None, *LEVELS[1:6]])
    end = start + dt.timedelta(days=lot.randint(0, 200))
    return CourseOffer("drawn", str(number), f"Kurs {number}", kind=kind, entry_level=entry, exit_level=to,
                       starts_on=lot.choice([None, start]), ends_on=lot.choice([None, end]),
                       weekly_hours=lot.choice([None, 8, 25]), price=lot.choice([None, Decimal(480)]),
                       fundings=lot.choice([(), (CourseFunding.BAMF,), (CourseFunding.OWN,)]),
                       apply_by=lot.choice([None, None, start - dt.timedelta(days=14)]),
                       flexible_start=lot.random() < 0.2)  # fmt: skip


@settings(max_examples=count(60, 1500), deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_step_is_offered_whose_condition_fails(seed: int) -> None:
    lot, case = seeded(seed), a_case_by_lot(seed)
    goal = lot.choice(goals_of(case, LAW.german.standings))
    wished = {
        code: TODAY + dt.timedelta(days=lot.randint(0, 400))
        for code in ("papers", "german-B1", "german-B2", "decision", "work")
        if lot.random() < 0.3
    }
    case = replace(case, way_days=tuple(NotBefore(goal.code, code, "", day) for code, day in wished.items()))
    offers = some_offers(lot)
    plan = plan_for(LAW, case, TODAY, goal, offers)
    by_key = {one.key: one for one in offers}
    for way in plan.ways:
        check_way(case, goal, way)
        for step in way.steps:
            assert step.starts_on >= max(TODAY, wished.get(step.code, TODAY))
            check_course(case, step, by_key, way.steps)
    check_closed(plan)


def check_way(case: CaseFile, goal: WayGoal, way: Way) -> None:
    """Check each step of a way against the case as it will be when the step begins, worked out anew."""
    days = {step.code: step for step in way.steps}
    assert len(days) == len(way.steps)
    level = level_of(case)
    for step in way.steps:
        for code in step.after:
            assert days[code].ends_on <= step.starts_on, (way.kind, code, step.code)
        if case.languages and step.german_needed:
            reached = max([level, *(learned.rank for learned in learned_before(way.steps, step))])
            (needed,) = {one for _skill, one in step.german_needed}
            assert {skill for skill, _level in step.german_needed} == set(Skill)
            assert reached >= needed.rank
        if step.route is not None:
            then = case_then(case, way.steps, step) if step.route in GERMAN else case
            assert verdict_of(then, step.route, goal) is not Verdict.CLOSED, (way.kind, step.code)
    if way.route is not None:
        assert verdict_of(case, way.route, goal) is not Verdict.CLOSED
    filling = sorted((one for one in way.steps if one.kind.takes_hours), key=lambda one: one.starts_on)
    for earlier, later in pairwise(filling):
        assert earlier.ends_on < later.starts_on
    free = case.situation.can_start_on
    assert free is None or all(one.starts_on >= free for one in filling)
    assert way.ends_on == max((one.ends_on for one in way.steps), default=TODAY)
    assert way.latest_on >= way.ends_on


def check_course(case: CaseFile, step: WayStep, offers: dict[str, CourseOffer], steps: Sequence[WayStep]) -> None:
    """Check that a course is begun with the German that it asks for, a real one on its day."""
    reached = max([level_of(case), *(learned.rank for learned in learned_before(steps, step))])
    entry = LAW.german.kinds[step.course_type].from_level if step.course_type else None
    assert entry is None or entry.rank <= reached
    if not step.offer:
        return
    offer = offers[step.offer]
    assert offer.entry_level is None or offer.entry_level.rank <= reached
    assert step.german_after is offer.exit_level
    hours = case.situation.hours_per_week
    assert hours is None or offer.weekly_hours is None or offer.weekly_hours * 3 <= hours * 4
    assert offer.apply_by is None or offer.apply_by >= TODAY
    if step.route is not None:
        assert offer.kind is KINDS[step.route]
        assert offer.fundings in {(), (CourseFunding.BAMF,)}
    else:
        assert offer.kind is CourseKind.GERMAN or offer.fundings == (CourseFunding.OWN,)
        assert (step.cost.low, step.course_type) == (offer.price, "")
    if offer.starts_on is not None and not offer.flexible_start:
        assert step.starts_on == offer.starts_on
        if offer.ends_on is not None:
            assert step.ends_on == max(offer.ends_on, offer.starts_on)


def check_closed(plan: Plan) -> None:
    """Check that what is closed says why, and is no way; and that no way is safer than its steps."""
    assert all(one.reasons for one in plan.closed)
    assert not {one.kind for one in plan.closed} & {way.kind for way in plan.ways}
    for way in plan.ways:
        assert way.why
        assert all(one.words.message or one.finding for one in way.why)
        assert way.risk.grade >= max((one.risk.grade for one in way.steps), default=0)


def level_of(case: CaseFile) -> int:
    """Return the rank of the lowest skill in German."""
    return min((one.lowest.rank for one in case.languages if one.language == "de" and one.lowest), default=0)


def learned_before(steps: Sequence[WayStep], step: WayStep) -> list[Level]:
    """Return the levels of German that are reached when a step begins."""
    return [one.german_after for one in steps if one.german_after is not None and one.ends_on <= step.starts_on]


def case_then(case: CaseFile, steps: Sequence[WayStep], step: WayStep) -> CaseFile:
    """Return the case as it will be when a step begins: with the German that was learned, and the courses done."""
    learned = [one for one in learned_before(steps, step) if one.rank > level_of(case)]
    if learned:
        level = max(learned, key=lambda one: one.rank)
        case = replace(
            case, languages=(LanguageSkill("de", AssessedBy.CERTIFICATE, level, level, level, level, level),)
        )
    done = [one for one in steps if one.route is Route.INTEGRATION_COURSE and one.ends_on <= step.starts_on]
    if done and step not in done:
        told = tuple(one for one in case.told_facts if one.fact != "integration_course")
        case = replace(case, told_facts=(*told, ToldFact("integration_course", "done_b1")))
    return case


def verdict_of(case: CaseFile, route: Route, goal: WayGoal) -> Verdict | None:
    """Return what the rules say of a route for a case."""
    subjects = {"", goal.qualification_id, goal.work_id}
    found = what_is_possible(LAW.german.packs, case, TODAY, LAW.german.standings)
    return next((one.verdict for one in found if one.route is route and one.subject_id in subjects), None)


def test_an_answer_that_is_missing_is_named_and_makes_the_way_uncertain() -> None:
    case = WORKED_CASES["nurse from Syria"]()
    told = tuple(one for one in case.told_facts if one.fact != "residence_paragraph")
    vague = replace(case, told_facts=told, client=replace(case.client, residence_title=None, work_permission=None))
    (goal, *_others) = goals_of(vague, LAW.german.standings)
    plan = plan_for(LAW, vague, TODAY, goal)
    work = plan.way(WayKind.WORK)
    assert work is not None
    assert {one.fact.code for one in work.missing} >= {"residence_title"}
    assert work.risk.grade >= Risk.MEDIUM.grade
    assert not work.is_settled
    assert work.missing[0] in plan.missing


def test_german_that_nobody_knows_is_asked_for_where_it_is_needed() -> None:
    case = replace(WORKED_CASES["nurse from Syria"](), languages=())
    (goal, *_others) = goals_of(case, LAW.german.standings)
    way = plan_for(LAW, case, TODAY, goal).way(WayKind.RECOGNITION)
    assert way is not None
    assert "german_level" in {one.fact.code for one in way.missing}
    assert WayStepKind.GERMAN not in {one.kind for one in way.steps}


def test_a_beginner_climbs_the_ladder_before_the_licence() -> None:
    case = WORKED_CASES["nurse from Syria"]()
    (goal, *_others) = goals_of(case, LAW.german.standings)
    none = Level.NONE
    low = replace(case, languages=(LanguageSkill("de", AssessedBy.TEST, none, none, none, none, none),))
    plan = plan_for(LAW, low, TODAY, goal)
    way = plan.way(WayKind.RECOGNITION)
    assert way is not None
    levels = [one.german_after for one in way.steps if one.german_after]
    assert levels[-1] is Level.B2
    assert len(levels) >= 2


@pytest.mark.parametrize("name", WORKED_CASES)
def test_every_way_of_a_worked_case_tells_why(name: str) -> None:
    case = WORKED_CASES[name]()
    for goal in goals_of(case, LAW.german.standings):
        check_closed(plan_for(LAW, case, TODAY, goal))


@pytest.mark.parametrize("name", WORKED_CASES)
def test_the_same_case_gives_the_same_plan(name: str) -> None:
    case = WORKED_CASES[name]()
    goal = goals_of(case, LAW.german.standings)[0]
    assert plan_for(LAW, case, TODAY, goal) == plan_for(LAW, case, TODAY, goal)


def test_hoped_for_time_stands_beside_the_computed_one() -> None:
    case = WORKED_CASES["baker"]()
    hoped = replace(case.contact, hoped_by=case.client.birth)
    assert case.client.birth is not None
    goal = goals_of(case, LAW.german.standings)[0]
    assert plan_for(LAW, replace(case, contact=hoped), TODAY, goal).hoped_on == case.client.birth.latest


def test_a_running_procedure_is_waited_for_and_not_begun_again() -> None:
    case = WORKED_CASES["baker"]()
    (training,) = case.qualifications
    waiting = replace(
        training, earlier_application=EarlierApplication.EQUIVALENCE, equivalence_result=EquivalenceResult.PENDING
    )
    running = replace(case, qualifications=(waiting,))
    way = plan_for(LAW, running, TODAY, goals_of(running, LAW.german.standings)[0]).way(WayKind.RECOGNITION)
    assert way is not None
    assert [one.code for one in way.steps] == ["decision"]


def test_a_private_course_keeps_no_granted_one_waiting_and_costs_what_it_says() -> None:
    nurse = replace(WORKED_CASES["nurse from Syria"](), situation=Situation(hours_per_week=10))
    goal = goals_of(nurse, LAW.german.standings)[0]
    late = TODAY + dt.timedelta(days=300)
    private = CourseOffer("a", "1", "Deutsch B2 privat", kind=CourseKind.GERMAN, exit_level=Level.B2, starts_on=late,
                          ends_on=late + dt.timedelta(days=60), price=Decimal(900))  # fmt: skip
    full = replace(private, id="2", starts_on=TODAY, ends_on=TODAY + dt.timedelta(days=60), weekly_hours=25)
    plan = plan_for(LAW, nurse, TODAY, goal, (private, full))
    german = next(one for one in plan.ways[0].steps if one.code == "german-B2")
    assert (german.offer, german.starts_on, german.cost.high) == ("", TODAY, Decimal(0))
    alone = plan_for(LAW, nurse, TODAY, goal, (replace(private, starts_on=TODAY, ends_on=TODAY),))
    german = next(one for one in alone.ways[0].steps if one.code == "german-B2")
    assert (german.offer, german.cost.high, german.route) == ("a/1", Decimal(900), None)


def test_courses_that_have_begun_close_no_gap_and_no_way() -> None:
    case = WORKED_CASES["electrician without papers"]()
    goal = goals_of(case, LAW.german.standings)[0]
    begun = CourseOffer("a", "1", "Schaltpläne", starts_on=TODAY - dt.timedelta(days=3))
    hard = CourseOffer("a", "2", "Meisterkurs", starts_on=TODAY + dt.timedelta(days=9), entry_level=Level.C1)
    for gaps in ((begun,), (hard,)):
        plan = plan_for(LAW, case, TODAY, goal, (), gaps)
        assert plan.way(WayKind.COURSES) is None
        assert WayKind.COURSES not in {one.kind for one in plan.closed}
