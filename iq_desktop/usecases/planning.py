"""Planning ways: to which occupations, by which ways, with what weights; choosing one, and what shall wait."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseOffer, CourseSort, CourseWish
from iq_desktop.domain.course_traits import GERMAN_KINDS, TeachingForm
from iq_desktop.domain.fact import Circumstances, Span
from iq_desktop.domain.fact_choices import OccupationKind
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.occupation_names import names_in
from iq_desktop.domain.planning import plan_for
from iq_desktop.domain.planning_ground import PlanLaw
from iq_desktop.domain.planning_stand import goals_of
from iq_desktop.domain.standing import NOT_LISTED
from iq_desktop.domain.way_wish import Aim, NotBefore, WayKind, WayWish, wish_of
from iq_desktop.usecases.german import open_german_law
from iq_desktop.usecases.routes import find_course, find_courses_for_gap, rank_occupation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.way import Plan, WayGoal
    from iq_desktop.usecases.desk import Desk

_NEXT_LEVELS: Final = (Level.A2, Level.B1, Level.B2, Level.C1)
_OFFERS: Final = 8
"""Real courses that are looked at for each level and time; of some the person has no access, or no time for them."""
_REGION_KM: Final = 50
_DAYS_AHEAD: Final = (0, 120, 240, 360)
"""From which days on courses are looked for: the next ones, and those that somebody reaches after a course."""
_GAP_COURSES: Final = 3
_CARE: Final = str(OccupationKind.CARE.value)
_NAMES: Final = 5
"""Reference occupations that are compared with the one that is wished for."""


@dataclass(frozen=True, slots=True)
class PlanCourses:
    """Real courses for a plan: of German, and for what is missing."""

    german: tuple[CourseOffer, ...] = ()
    gaps: tuple[CourseOffer, ...] = ()


def open_plan_law(desk: Desk) -> PlanLaw:
    """Return all that plans rest on beside a case; a page reads it once and asks it for every plan."""
    return PlanLaw(open_german_law(desk), desk.law, desk.cost_terms(), desk.rules.ways())


def list_goals(desk: Desk, case: CaseFile, law: PlanLaw) -> tuple[WayGoal, ...]:
    """Return the occupations to which ways can lead: those wished for first; one without a code where none is known."""
    goals = [_named(desk, goal, law) for goal in goals_of(case, law.german.standings)]
    trained = [goal for goal in goals if goal.qualification_id]
    linked = tuple(_with_training(desk, goal, trained) if goal.is_wished else goal for goal in goals)
    taken = {goal.qualification_id for goal in linked if goal.is_wished}
    return tuple(goal for goal in linked if goal.is_wished or goal.qualification_id not in taken - {""})


def find_plan_courses(desk: Desk, case: CaseFile, goal: WayGoal) -> PlanCourses:
    """Return the real courses that a plan can hold, as the catalogues know them now; kept ones first."""
    german = {one.key: one for one in (*_kept_offers(desk, case), *_german_offers(desk, case))}
    gaps = {one.key: one for one in _gap_courses(desk, case, goal)}
    return PlanCourses(tuple(german.values()), tuple(gaps.values())[:_GAP_COURSES])


def plan_ways(
    desk: Desk,
    case: CaseFile,
    goal: WayGoal | None = None,
    law: PlanLaw | None = None,
    courses: PlanCourses | None = None,
) -> Plan:
    """Return the plan for a goal, else for the first one.

    Whoever plans again after a change hands in law and courses that were looked up before; it is much quicker.
    """
    law = law or open_plan_law(desk)
    goal = goal or list_goals(desk, case, law)[0]
    courses = courses or find_plan_courses(desk, case, goal)
    return plan_for(law, case, desk.clock.today(), goal, courses.german, courses.gaps)


def weigh(case: CaseFile, goal: WayGoal, aim: Aim, weight: int) -> CaseFile:
    """Return the case with another weight of an aim, from 0 to 2."""
    return _with_wish(case, _wish_for(case, goal).with_weight(aim, weight))


def choose_way(desk: Desk, case: CaseFile, goal: WayGoal, kind: WayKind) -> CaseFile:
    """Return the case with a way chosen today."""
    return _with_wish(case, replace(_wish_for(case, goal), chosen_way=kind, chosen_on=desk.clock.today()))


def leave_way(case: CaseFile, goal: WayGoal) -> CaseFile:
    """Return the case without a chosen way; weights and wished days stay."""
    wish = wish_of(case, goal.code)
    return case if wish is None else _with_wish(case, replace(wish, chosen_way=None, chosen_on=None))


def begin_not_before(case: CaseFile, goal: WayGoal, step_code: str, day: dt.date, name: str = "") -> CaseFile:
    """Return the case in which a step shall not begin before a day; `name` is what the step is called in German."""
    before = _day_of(case, goal, step_code)
    if before is None:
        return replace(case, way_days=(*case.way_days, NotBefore(goal.code, step_code, name, day)))
    changed = replace(before, day=day, name=name or before.name)
    return replace(case, way_days=tuple(changed if one is before else one for one in case.way_days))


def begin_any_day(case: CaseFile, goal: WayGoal, step_code: str) -> CaseFile:
    """Return the case in which a step may begin as soon as it can."""
    before = _day_of(case, goal, step_code)
    return replace(case, way_days=tuple(one for one in case.way_days if one is not before))


def set_hours(case: CaseFile, hours: int | None) -> CaseFile:
    """Return the case with another number of hours a week for learning; None where nobody said."""
    return replace(case, situation=replace(case.situation, hours_per_week=hours))


def _wish_for(case: CaseFile, goal: WayGoal) -> WayWish:
    return wish_of(case, goal.code) or WayWish(goal.code, goal.name)


def _with_wish(case: CaseFile, wish: WayWish) -> CaseFile:
    others = tuple(wish if one.id == wish.id else one for one in case.way_wishes)
    return replace(case, way_wishes=others if wish in others else (*case.way_wishes, wish))


def _day_of(case: CaseFile, goal: WayGoal, step_code: str) -> NotBefore | None:
    mine = (one for one in case.way_days if (one.goal_code, one.step_code) == (goal.code, step_code))
    return next(mine, None)


def _named(desk: Desk, goal: WayGoal, law: PlanLaw) -> WayGoal:
    """Return a goal with the name of its reference occupation, or with its number where only the name is known."""
    if goal.niq_occupation:
        found = desk.reference.find_reference_occupation(goal.niq_occupation)
        return replace(goal, name=found.name) if found is not None else goal
    if not goal.name:
        return goal
    wanted = goal.name.casefold()
    for one in desk.reference.find_reference_occupations(goal.name, limit=_NAMES):
        same = one.occupation
        is_same = same.occupation_uri and same.occupation_uri == goal.occupation_uri
        if is_same or wanted in {name.casefold() for name in (same.name, *names_in(same.name))}:
            standing = law.german.standings.get(same.niq_id, NOT_LISTED)
            return replace(goal, niq_occupation=same.niq_id, standing=standing)
    return goal


def _with_training(desk: Desk, goal: WayGoal, trained: list[WayGoal]) -> WayGoal:
    """Return a wished occupation with the training that leads to it, where one of the same occupation is there."""
    for training in trained:
        if _is_same(desk, goal, training):
            work_id = goal.work_id or training.work_id
            return replace(goal, qualification_id=training.qualification_id, work_id=work_id)
    return goal


def _is_same(desk: Desk, goal: WayGoal, training: WayGoal) -> bool:
    """Return whether a training is for a wished occupation: by number, as nursing of before and now, or by its name."""
    if goal.niq_occupation and training.niq_occupation:
        kinds = (goal.standing.kind, training.standing.kind)
        return goal.niq_occupation == training.niq_occupation or kinds == (_CARE, _CARE)
    found = desk.reference.find_reference_occupations(training.name, limit=1)
    numbers = {one.occupation.niq_id for one in found} - {""}
    uris = {one.occupation.occupation_uri for one in found} - {""}
    return goal.niq_occupation in numbers or goal.occupation_uri in uris


def _german_offers(desk: Desk, case: CaseFile) -> Iterator[CourseOffer]:
    """Yield real German courses in reach for each level, those that begin first."""
    today, level = desk.clock.today(), _german_level(desk, case)
    code = _home_of(desk, case)
    # Where nobody knows from where somebody comes, only what is held online is in reach.
    reach = CourseWish(
        postal_code=code,
        within_km=_reach_km(case) if code else None,
        form=None if code else TeachingForm.ONLINE,
        kinds=GERMAN_KINDS,
        sort=CourseSort.SOON,
    )
    for after in _DAYS_AHEAD:
        first = replace(reach, starts_from=today + dt.timedelta(days=after))
        for wanted in (one for one in _NEXT_LEVELS if one.rank > level):
            found = desk.reference.find_courses(replace(first, exit_level=wanted), limit=_OFFERS, today=today)
            yield from (one.course for one in found if one.course.exit_level is wanted)


def _home_of(desk: Desk, case: CaseFile) -> str:
    """Return the postal code from which distances can be told, empty where none is known."""
    code = case.client.postal_code
    return code if code and desk.reference.find_place(code) is not None else ""


def _reach_km(case: CaseFile) -> float:
    """Return how many kilometres away a course may be: as was said, else the usual region."""
    return float(case.situation.travel_km or _REGION_KM)


def _german_level(desk: Desk, case: CaseFile) -> int:
    """Return the rank of the lowest skill in German, 0 where nobody said."""
    value = FACTS["german_level"].read(Circumstances(case, desk.clock.today()))
    return value.low if isinstance(value, Span) else 0


def _kept_offers(desk: Desk, case: CaseFile) -> Iterator[CourseOffer]:
    """Yield the courses that were kept for the person and are still there."""
    for kept in case.kept_courses:
        offer = find_course(desk, kept.course)
        if offer is not None and offer.kind in GERMAN_KINDS:
            yield offer


def _gap_courses(desk: Desk, case: CaseFile, goal: WayGoal) -> Iterator[CourseOffer]:
    """Yield courses that close gaps: kept ones, and those found for skills that the goal needs and that are missing."""
    for kept in case.kept_courses:
        offer = find_course(desk, kept.course)
        if offer is not None and offer.kind not in GERMAN_KINDS:
            yield offer
    ranked = rank_occupation(desk, case, goal.occupation_uri) if goal.occupation_uri else None
    if ranked is not None and ranked.missing and _home_of(desk, case):
        for gap in find_courses_for_gap(desk, case, ranked, _reach_km(case)):
            yield from (one.course for one in gap.courses)
