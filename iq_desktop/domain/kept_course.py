"""Courses that were kept for a person, and the offers of the centre's own partners that are entered by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.language_skill import Level

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

OWN_CATALOGUE: Final = "own"
"""The catalogue in which the offers of the centre's own partners are found."""


@dataclass(frozen=True, slots=True)
class KeptCourse:
    """A course that was kept for a person: `course` names the offer as `catalogue/id`, the rest is how it was then."""

    course: str
    title: str = ""
    provider: str = ""
    place: str = ""
    starts_on: dt.date | None = None
    note: str = ""
    kept_on: dt.date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """An offer of a partner of the centre; the fields are those of a course offer."""

    title: str = ""
    provider: str = ""
    description: str = ""
    kind: CourseKind = CourseKind.OTHER
    form: TeachingForm = TeachingForm.UNKNOWN
    street: str = ""
    postal_code: str = ""
    place: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    flexible_start: bool = False
    apply_by: dt.date | None = None
    times: tuple[TeachingTime, ...] = ()
    hours: int | None = None
    weekly_hours: int | None = None
    price: Decimal | None = None
    fundings: tuple[CourseFunding, ...] = ()
    entry_level: Level | None = None
    exit_level: Level | None = None
    web: str = ""
    phone: str = ""
    email: str = ""
    entered_on: dt.date | None = None
    id: str = field(default_factory=new_id)


_SAME: Final = tuple(
    name for name in OwnOffer.__dataclass_fields__ if name in CourseOffer.__dataclass_fields__ and name != "catalogue"
)


def offer_of(own: OwnOffer) -> CourseOffer:
    """Return the offer of a partner as the search over all courses knows it."""
    return CourseOffer(OWN_CATALOGUE, **{name: getattr(own, name) for name in _SAME})


def find_kept(case: CaseFile, key: str) -> KeptCourse | None:
    """Return what was kept of a course (`catalogue/id`) for a person, or None."""
    return next((one for one in case.kept_courses if one.course == key), None)


def keep_of(course: CourseOffer, day: dt.date) -> KeptCourse:
    """Return a course as it is kept for a person."""
    return KeptCourse(course.key, course.title, course.provider, course.place, course.starts_on, kept_on=day)
