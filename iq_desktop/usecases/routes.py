"""From the profile to occupations that fit, and to courses that close the gap."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import ChosenOccupation, OccupationRole
from iq_desktop.domain.course import CourseWish, FoundCourse
from iq_desktop.domain.occupation import Need, OccupationSkill
from iq_desktop.domain.route import RankedOccupation
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import Competence
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.usecases.desk import Desk

ROUTES: Final = 20
"""Occupations that are shown at once."""
COURSES: Final = 50
"""Courses that are shown at once."""
_ESSENTIAL_WEIGHT: Final = 3
_COUNTS_FROM_STEP: Final = 2
"""A skill counts for an occupation when it is done alone (step 2) or better."""


class Reach(Choice):
    """How far away a course may be."""

    NEAR = "25", say("up to 25 km")
    REGION = "50", say("up to 50 km")
    ANYWHERE = "anywhere", say("anywhere")

    @property
    def km(self) -> float | None:
        """The distance in kilometres, None for any."""
        return None if self is Reach.ANYWHERE else float(self.value)


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing skill and the courses that its words found."""

    skill: OccupationSkill
    courses: tuple[FoundCourse, ...]


def counts(competence: Competence) -> bool:
    """Return whether a competence counts for an occupation: the adviser's view decides, else the own view."""
    view = competence.adviser_rating or competence.self_rating
    return view is not None and view.step >= _COUNTS_FROM_STEP and bool(competence.skill_uri)


def counted_skills(case: CaseFile) -> tuple[str, ...]:
    """Return the skills that count for a ranking, by their identity."""
    return tuple(competence.skill_uri for competence in case.competences if counts(competence))


def rank_occupations(desk: Desk, case: CaseFile) -> Sequence[RankedOccupation]:
    """Return the occupations that the rated competences fit: wished ones first, then best first.

    None where nothing is rated.
    """
    skills = counted_skills(case)
    if not skills:
        return ()
    ranked = desk.reference.rank_occupations(skills, limit=ROUTES)
    by_uri = {one.occupation.uri: one for one in ranked}
    wished = dict.fromkeys(chosen.uri for chosen in case.occupations_as(OccupationRole.WISHED))
    first = [by_uri.get(uri) or _rank_one(desk, uri, frozenset(skills)) for uri in wished]
    return (*(one for one in first if one), *(one for one in ranked if one.occupation.uri not in wished))


def rank_occupation(desk: Desk, case: CaseFile, uri: str) -> RankedOccupation | None:
    """Return how one occupation fits the rated competences, None where nothing is rated or nobody knows it."""
    skills = counted_skills(case)
    return _rank_one(desk, uri, frozenset(skills)) if skills else None


def _rank_one(desk: Desk, uri: str, had: frozenset[str]) -> RankedOccupation | None:
    """Return how one occupation fits, or None where the catalogue no longer has it."""
    try:
        occupation = desk.reference.get_occupation(uri)
    except KeyError:
        return None
    skills = desk.reference.skills_of(uri)
    essential = [skill for skill in skills if skill.need is Need.ESSENTIAL]
    fits = tuple(skill for skill in skills if skill.uri in had)
    weight = sum(map(_weight, skills))
    return RankedOccupation(
        occupation,
        sum(map(_weight, fits)) / weight if weight else 0.0,
        fits,
        tuple(skill for skill in essential if skill.uri not in had),
        len(essential),
        len(skills) - len(essential),
    )


def _weight(skill: OccupationSkill) -> int:
    return _ESSENTIAL_WEIGHT if skill.need is Need.ESSENTIAL else 1


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


def courses_of(gaps: Sequence[Gap], language: str) -> tuple[FoundCourse, ...]:
    """Return each course once with the missing skills that led to it: those that close most first, then the nearest."""
    found: dict[str, FoundCourse] = {}
    for gap in gaps:
        name = gap.skill.naming.in_language(language)
        for one in gap.courses:
            key = one.course.key
            known = found.get(key)
            found[key] = replace(one, closes=(*known.closes, name) if known else (name,))
    return tuple(sorted(found.values(), key=_closeness))


def _closeness(found: FoundCourse) -> tuple[int, float]:
    return (-len(found.closes), found.distance_km if found.distance_km is not None else math.inf)


def wish_for(case: CaseFile, occupation: Occupation) -> CaseFile:
    """Return the case with an occupation that the person wishes for."""
    naming = occupation.naming
    wished = ChosenOccupation(
        occupation.uri,
        naming.in_language("de"),
        naming.in_language("en"),
        occupation.isco,
        occupation.kldb,
        OccupationRole.WISHED,
    )
    return case if is_wished(case, occupation) else replace(case, occupations=(*case.occupations, wished))


def unwish(case: CaseFile, occupation: Occupation) -> CaseFile:
    """Return the case without the wish for an occupation."""
    return replace(
        case,
        occupations=tuple(
            chosen
            for chosen in case.occupations
            if (chosen.uri, chosen.role) != (occupation.uri, OccupationRole.WISHED)
        ),
    )


def is_wished(case: CaseFile, occupation: Occupation) -> bool:
    """Return whether the person wishes for an occupation."""
    return any(chosen.uri == occupation.uri for chosen in case.occupations_as(OccupationRole.WISHED))


def find_courses(desk: Desk, wish: CourseWish) -> Sequence[FoundCourse]:
    """Return the courses of a wish, best first."""
    return desk.reference.find_courses(wish, limit=COURSES, today=desk.clock.today())


def find_course(desk: Desk, key: str) -> CourseOffer | None:
    """Return the course that a referral names as `catalogue/id`, or None where the catalogue no longer has it."""
    catalogue, _, course_id = key.partition("/")
    return desk.reference.find_course(catalogue, course_id)


def say_fit(ranked: RankedOccupation) -> Text:
    """Return in words how much of what an occupation needs is there."""
    there = ranked.essential_total - len(ranked.missing)
    more = len(ranked.fits) - there
    if more > 0:
        return say(
            "{there} of {total} essential competences are there, and {more} further useful ones.",
            there=there,
            total=ranked.essential_total,
            more=more,
        )
    return say("{there} of {total} essential competences are there.", there=there, total=ranked.essential_total)
