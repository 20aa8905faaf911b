"""Plans at the desk: goals with their names, real courses, wishes that stay with the case."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.domain.competence import ChosenOccupation, OccupationRole
from iq_desktop.domain.course import CourseOffer, CourseWish, FoundCourse
from iq_desktop.domain.course_traits import CourseKind, TeachingForm
from iq_desktop.domain.kept_course import keep_of
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.way_wish import Aim, WayKind, not_before, wish_of
from iq_desktop.usecases.planning import (
    begin_any_day,
    begin_not_before,
    choose_way,
    find_plan_courses,
    leave_way,
    list_goals,
    open_plan_law,
    plan_ways,
    set_hours,
    weigh,
)
from tests.support.builders import TODAY
from tests.support.fakes import MemoryReference, a_desk
from tests.support.worked_cases import a_nurse_from_syria

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

START = TODAY + dt.timedelta(days=40)
B2_COURSE = CourseOffer(
    "demo",
    "b2",
    "Berufssprachkurs B2 in Kassel",
    kind=CourseKind.VOCATIONAL_GERMAN,
    starts_on=START,
    ends_on=START + dt.timedelta(days=110),
    entry_level=Level.B1,
    exit_level=Level.B2,
)
TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"


def a_desk_with(*courses: CourseOffer) -> Desk:
    """Return a desk whose catalogue knows some courses."""
    return a_desk(TRANSLATIONS, reference=MemoryReference(courses=courses))


def a_nurse_in_berlin() -> CaseFile:
    """Return the nurse with the postal code of her home."""
    nurse = a_nurse_from_syria()
    return replace(nurse, client=replace(nurse.client, postal_code="12043"))


@dataclass
class AskedReference(MemoryReference):
    """Reference data that remember what was searched."""

    asked: list[CourseWish] = field(default_factory=list)

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        self.asked.append(wish)
        return super().find_courses(wish, limit=limit, today=today)


def test_courses_are_looked_for_in_reach_alone() -> None:
    reference = AskedReference(courses=(B2_COURSE,))
    desk = a_desk(TRANSLATIONS, reference=reference)
    goal = list_goals(desk, a_nurse_in_berlin(), open_plan_law(desk))[0]
    find_plan_courses(desk, a_nurse_in_berlin(), goal)
    assert {(one.postal_code, one.within_km, one.form) for one in reference.asked} == {("12043", 50.0, None)}
    reference.asked.clear()
    nurse = a_nurse_in_berlin()
    find_plan_courses(desk, replace(nurse, situation=replace(nurse.situation, travel_km=20)), goal)
    assert {one.within_km for one in reference.asked} == {20.0}
    reference.asked.clear()
    elsewhere = replace(nurse, client=replace(nurse.client, postal_code="99999"))
    assert find_plan_courses(desk, elsewhere, goal).german == ()
    # Without a postal code a town is as good as any other: only what is held online is in reach.
    assert find_plan_courses(desk, a_nurse_from_syria(), goal).german == ()
    assert {one.form for one in reference.asked} == {TeachingForm.ONLINE}


def test_a_plan_holds_real_courses_and_the_name_of_the_goal() -> None:
    desk = a_desk_with(B2_COURSE)
    plan = plan_ways(desk, a_nurse_in_berlin())
    way = plan.way(WayKind.RECOGNITION_COURSE)
    assert way is not None
    german = next(one for one in way.steps if one.code == "german-B2")
    # A kind of course without a day could begin at once, but a real one is known.
    assert (german.offer, german.starts_on) == ("demo/b2", START)
    assert plan.goal.niq_occupation == "746"


def test_a_real_course_is_taken_where_it_ends_first() -> None:
    soon = replace(B2_COURSE, starts_on=TODAY, ends_on=TODAY + dt.timedelta(days=60))
    plan = plan_ways(a_desk_with(soon), a_nurse_in_berlin())
    assert plan.best is not None
    german = next(one for one in plan.best.steps if one.code == "german-B2")
    assert (german.offer, german.starts_on, german.ends_on) == ("demo/b2", TODAY, soon.ends_on)
    assert german.is_settled


def test_a_kept_course_is_looked_at_first() -> None:
    desk = a_desk_with(B2_COURSE)
    case = replace(a_nurse_from_syria(), kept_courses=(keep_of(B2_COURSE, TODAY),))
    courses = find_plan_courses(desk, case, list_goals(desk, case, open_plan_law(desk))[0])
    assert [one.key for one in courses.german] == ["demo/b2"]


def test_what_was_looked_up_is_used_again() -> None:
    desk = a_desk_with(B2_COURSE)
    case, law = a_nurse_from_syria(), open_plan_law(desk)
    goal = list_goals(desk, case, law)[0]
    courses = find_plan_courses(desk, case, goal)
    assert plan_ways(desk, case, goal, law, courses) == plan_ways(desk, case)


def test_weights_and_the_chosen_way_stay_with_the_case() -> None:
    desk = a_desk_with()
    case = a_nurse_from_syria()
    goal = list_goals(desk, case, open_plan_law(desk))[0]
    case = weigh(weigh(case, goal, Aim.RISK, 5), goal, Aim.TIME, 0)
    case = choose_way(desk, case, goal, WayKind.RECOGNITION_EXAM)
    (wish,) = case.way_wishes
    assert (wish.risk, wish.time, wish.money) == (2, 0, 1)
    assert (wish.goal_name, wish.chosen_way, wish.chosen_on) == (goal.name, WayKind.RECOGNITION_EXAM, TODAY)
    plan = plan_ways(desk, case, goal)
    assert plan.chosen is WayKind.RECOGNITION_EXAM
    assert plan.weights.risk == 2
    left = leave_way(case, goal)
    kept = wish_of(left, goal.code)
    assert kept is not None
    assert (kept.chosen_way, kept.risk) == (None, 2)
    untouched = a_nurse_from_syria()
    assert leave_way(untouched, goal) is untouched


def test_a_step_waits_for_its_day_and_what_follows_waits_too() -> None:
    desk = a_desk_with()
    case = a_nurse_from_syria()
    goal = list_goals(desk, case, open_plan_law(desk))[0]
    before = plan_ways(desk, case, goal).way(WayKind.RECOGNITION)
    day = TODAY + dt.timedelta(days=200)
    case = begin_not_before(case, goal, "german-B2", TODAY, "Deutschkurs")
    case = begin_not_before(case, goal, "german-B2", day)
    assert [one.name for one in case.way_days] == ["Deutschkurs"]
    after = plan_ways(desk, case, goal).way(WayKind.RECOGNITION)
    assert before is not None
    assert after is not None
    german = next(one for one in after.steps if one.code == "german-B2")
    assert (german.starts_on, german.not_before) == (day, day)
    assert after.ends_on > before.ends_on
    free = begin_any_day(case, goal, "german-B2")
    assert not_before(free, goal.code) == {}
    assert plan_ways(desk, free, goal).way(WayKind.RECOGNITION) == before


def test_hours_of_the_week_and_the_first_free_day_move_the_courses() -> None:
    desk = a_desk_with()
    case = a_nurse_from_syria()
    few = set_hours(case, 6)
    assert set_hours(few, None) == case
    late = replace(case, situation=replace(case.situation, can_start_on=START))
    usual, slow, waiting = (plan_ways(desk, one).way(WayKind.RECOGNITION) for one in (case, few, late))
    assert usual is not None
    assert slow is not None
    assert waiting is not None
    assert slow.ends_on > usual.ends_on
    assert next(one for one in waiting.steps if one.code == "german-B2").starts_on == START
    assert next(one for one in waiting.steps if one.code == "papers").starts_on == TODAY


def test_a_wish_comes_before_the_training() -> None:
    desk = a_desk_with()
    wish = ChosenOccupation("urn:x", "Koch/Köchin", role=OccupationRole.WISHED)
    case = replace(a_nurse_from_syria(), occupations=(wish,))
    goals = list_goals(desk, case, open_plan_law(desk))
    assert goals[0].is_wished
    assert goals[0].name == "Koch/Köchin"
    assert len({goal.code for goal in goals}) == len(goals)


def test_a_wish_for_the_learned_occupation_leads_through_recognition() -> None:
    desk = a_desk_with()
    case = a_nurse_from_syria()
    learned = list_goals(desk, case, open_plan_law(desk))[0]
    wish = ChosenOccupation("urn:nurse", learned.name, role=OccupationRole.WISHED)
    (goal, *others) = list_goals(desk, replace(case, occupations=(wish,)), open_plan_law(desk))
    assert (goal.is_wished, goal.qualification_id) == (True, learned.qualification_id)
    assert learned.qualification_id not in {one.qualification_id for one in others}
    plan = plan_ways(desk, replace(case, occupations=(wish,)), goal)
    assert plan.way(WayKind.RECOGNITION_COURSE) is not None
