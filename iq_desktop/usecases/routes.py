"""From the profile to occupations that fit, and to courses that close the gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseWish, FoundCourse
from iq_desktop.domain.occupation import OccupationSkill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import Competence
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.usecases.desk import Desk

ROUTES: Final = 20
"""Occupations that are shown at once."""
COURSES: Final = 50
"""Courses that are shown at once."""
_COUNTS_FROM_STEP: Final = 2
"""A skill counts for an occupation when it is done alone (step 2) or better."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing skill and the courses that its words found."""

    skill: OccupationSkill
    courses: tuple[FoundCourse, ...]


def counts(competence: Competence) -> bool:
    """Return whether a competence counts for an occupation: the adviser's view decides, else the own view."""
    view = competence.adviser_rating or competence.self_rating
    return view is not None and view.step >= _COUNTS_FROM_STEP and bool(competence.skill_uri)


def rank_occupations(desk: Desk, case: CaseFile) -> Sequence[RankedOccupation]:
    """Return the occupations that the rated competences fit, best first; none where nothing is rated."""
    skills = tuple(competence.skill_uri for competence in case.competences if counts(competence))
    return desk.reference.rank_occupations(skills, limit=ROUTES) if skills else ()


def find_courses_for_gap(
    desk: Desk, case: CaseFile, ranked: RankedOccupation, within_km: float | None = None
) -> tuple[Gap, ...]:
    """Return the courses for each missing essential skill by its words, near the client's postal code, from today."""
    today = desk.clock.today()
    wishes = (
        (skill, CourseWish(skill.naming.in_language("de"), case.client.postal_code, within_km, today))
        for skill in ranked.missing
    )
    found = ((skill, tuple(desk.reference.find_courses(wish, limit=3, today=today))) for skill, wish in wishes)
    return tuple(Gap(skill, courses) for skill, courses in found if courses)


def find_courses(desk: Desk, wish: CourseWish) -> Sequence[FoundCourse]:
    """Return the courses of a wish, best first."""
    return desk.reference.find_courses(wish, limit=COURSES, today=desk.clock.today())


def find_course(desk: Desk, key: str) -> CourseOffer | None:
    """Return the course that a referral names as `catalogue/id`, or None where the catalogue no longer has it."""
    catalogue, _, course_id = key.partition("/")
    return desk.reference.find_course(catalogue, course_id)
