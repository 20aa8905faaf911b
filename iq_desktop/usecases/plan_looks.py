"""Planning again and again for a page: rules and courses stay looked up while nothing they rest on changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.planning_ground import PlanLaw
from iq_desktop.domain.way import Plan, WayGoal
from iq_desktop.usecases.planning import PlanCourses, find_plan_courses, list_goals, open_plan_law, plan_ways

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class PlanLook:
    """A plan with the goals of the case, and what was looked up for it."""

    plan: Plan
    goals: tuple[WayGoal, ...]
    law: PlanLaw
    courses: PlanCourses
    rests_on: tuple[object, ...]
    """What the courses were looked up for."""
    of_parts: tuple[object, ...] = ()
    """The parts of the case from which the goals were read."""


def look_for_ways(desk: Desk, case: CaseFile, goal_code: str = "", before: PlanLook | None = None) -> PlanLook:
    """Return the plan for a goal by its code, the first goal where the case has none of it.

    `before` is the look that was taken last on the same rules and catalogues; what still holds of it is not looked up
    again.
    """
    law = before.law if before is not None else open_plan_law(desk)
    of_parts = (case.id, case.occupations, case.qualifications, case.works)
    goals = before.goals if before is not None and before.of_parts == of_parts else list_goals(desk, case, law)
    goal = next((one for one in goals if one.code == goal_code), goals[0])
    rests_on = (case.id, goal, case.client.postal_code, case.situation.travel_km, case.languages, case.kept_courses,
                case.competences)  # fmt: skip
    is_same = before is not None and before.rests_on == rests_on
    courses = before.courses if before is not None and is_same else find_plan_courses(desk, case, goal)
    return PlanLook(plan_ways(desk, case, goal, law, courses), goals, law, courses, rests_on, of_parts)
