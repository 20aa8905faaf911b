"""What was kept for a person: the courses as they are now, and the way from there to a referral."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.course import CourseOffer, FoundCourse, OfferAge, distance_km
from iq_desktop.domain.course_age import age_of
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.usecases.referrals import refer_to_course
from iq_desktop.usecases.routes import find_course

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import Place
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.kept_course import KeptCourse
    from iq_desktop.usecases.desk import Desk


def kept_for_case(desk: Desk, case: CaseFile) -> tuple[FoundCourse, ...]:
    """Return the courses that were kept for a person, newest first; one that no catalogue has any more as it was."""
    home = desk.reference.find_place(case.client.postal_code) if case.client.postal_code else None
    states = [one for one in desk.reference.catalogues() if one.kind is CatalogueKind.COURSES]
    return tuple(_kept(desk, one, home, states) for one in case.kept_courses[::-1])


def _kept(desk: Desk, kept: KeptCourse, home: Place | None, states: Sequence[CatalogueState]) -> FoundCourse:
    course = find_course(desk, kept.course)
    if course is None:
        return FoundCourse(_as_it_was(kept), None, (), age=OfferAge.OLD_CATALOGUE)
    there = desk.reference.find_place(course.postal_code) if course.postal_code else None
    far = distance_km(home, there) if home is not None and there is not None else None
    state = next((one for one in states if one.id == course.catalogue), None)
    return FoundCourse(course, far, (), age=age_of(course, state, desk.clock.today()))


def refer_to_kept(desk: Desk, case: CaseFile, kept: KeptCourse) -> CaseFile:
    """Return the case with a planned referral to a course that was kept, also where no catalogue has it any more."""
    return refer_to_course(desk, case, find_course(desk, kept.course) or _as_it_was(kept))


def _as_it_was(kept: KeptCourse) -> CourseOffer:
    catalogue, _, course_id = kept.course.partition("/")
    return CourseOffer(
        catalogue, course_id, kept.title, provider=kept.provider, place=kept.place, starts_on=kept.starts_on
    )
