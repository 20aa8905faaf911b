"""Courses: counted, shown on a map, kept for a person; offers of the centre's own partners."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.kept_course import find_kept, keep_of

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import CourseCounts, CourseOffer, CoursePlaces, CourseWish
    from iq_desktop.domain.kept_course import OwnOffer
    from iq_desktop.usecases.desk import Desk

_CHANGED: Final = (Change(Area.COURSES),)


def count_courses(desk: Desk, wish: CourseWish) -> CourseCounts:
    """Return how many courses a wish finds, and how many there would be of each kind, form, time and so on."""
    return desk.reference.count_courses(wish, today=desk.clock.today())


def find_course_places(desk: Desk, wish: CourseWish) -> CoursePlaces:
    """Return where the courses of a wish are held, for a map."""
    return desk.reference.find_course_places(wish, today=desk.clock.today())


def keep_course(desk: Desk, case: CaseFile, course: CourseOffer) -> CaseFile:
    """Return the case with a course kept for the person; one that is kept already stays as it is."""
    if find_kept(case, course.key) is not None:
        return case
    return replace(case, kept_courses=(*case.kept_courses, keep_of(course, desk.clock.today())))


def let_course_go(case: CaseFile, key: str) -> CaseFile:
    """Return the case without a kept course (`catalogue/id`)."""
    return replace(case, kept_courses=tuple(one for one in case.kept_courses if one.course != key))


def own_offers(desk: Desk) -> tuple[OwnOffer, ...]:
    """Return the offers of the centre's partners by title."""
    return tuple(desk.courses.own.offers())


def save_own_offer(desk: Desk, offer: OwnOffer) -> tuple[Change, ...]:
    """Keep an offer of a partner as it is now; every adviser may."""
    dated = offer if offer.entered_on else replace(offer, entered_on=desk.clock.today())
    desk.courses.own.put(dated)
    return _CHANGED


def remove_own_offer(desk: Desk, offer: OwnOffer) -> tuple[Change, ...]:
    """Take an offer of a partner away; who keeps it or was referred to it keeps its name."""
    desk.courses.own.remove(offer.id)
    return _CHANGED
