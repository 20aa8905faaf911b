"""What a course tells, in words: start, times, length, price, levels, place, and why it may be of no use any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.course import OfferAge
from iq_desktop.domain.course_traits import CourseKind, TeachingForm
from iq_desktop.domain.kept_course import OWN_CATALOGUE
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer, FoundCourse


def start_words(course: CourseOffer) -> Text:
    """Return when a course starts."""
    if course.starts_on is not None:
        return say("{day}", day=course.starts_on)
    return say("at any time") if course.flexible_start else say("not said")


def span_words(course: CourseOffer) -> Text:
    """Return from when to when a course goes, and until when one must apply."""
    if course.starts_on is not None and course.ends_on is not None:
        span = say("{start} to {end}", start=course.starts_on, end=course.ends_on)
    else:
        span = start_words(course)
    apply_by = NOTHING if course.apply_by is None else say("apply by {day}", day=course.apply_by)
    return joined((span, apply_by))


def time_words(course: CourseOffer) -> Text:
    """Return when lessons are, and how many a week."""
    weekly = NOTHING
    if course.weekly_hours is not None:
        weekly = say_count("{count} lesson a week", "{count} lessons a week", count=course.weekly_hours)
    return joined((*(time.label for time in course.times), weekly))


def length_words(course: CourseOffer) -> Text:
    """Return how many lessons a course has."""
    if course.hours is None:
        return NOTHING
    return say_count("{count} lesson of 45 minutes", "{count} lessons of 45 minutes", count=course.hours)


def price_words(course: CourseOffer) -> Text:
    """Return what a course costs."""
    if course.price is None:
        return NOTHING
    return say("{price} euro", price=course.price) if course.price else say("free of charge")


def funding_words(course: CourseOffer) -> Text:
    """Return who may pay."""
    return joined([one.label for one in course.fundings], ", ")


def level_words(course: CourseOffer) -> Text:
    """Return with which German one begins and to which it leads."""
    entry, end = course.entry_level, course.exit_level
    if entry is Level.NONE:
        return say("from the beginning to {end}", end=end.label) if end is not None else say("from the beginning")
    if entry is not None and end is not None:
        return say("from {entry} to {end}", entry=entry.label, end=end.label)
    if entry is not None:
        return say("from {entry}", entry=entry.label)
    return say("to {end}", end=end.label) if end is not None else NOTHING


def form_words(course: CourseOffer) -> Text:
    """Return how a course is held."""
    return NOTHING if course.form is TeachingForm.UNKNOWN else course.form.label


def kind_words(course: CourseOffer) -> Text:
    """Return of what kind a course is, nothing for those of no particular kind."""
    return NOTHING if course.kind is CourseKind.OTHER else course.kind.label


def place_words(course: CourseOffer) -> Text:
    """Return the place without the street."""
    words = " ".join(filter(None, (course.postal_code, course.place)))
    return as_it_is(words) if words else NOTHING


def distance_words(found: FoundCourse) -> Text:
    """Return how far away a course is, or nothing where that is not known."""
    if found.distance_km is None:
        return NOTHING
    return say("{distance} km", distance=round(found.distance_km))


def age_words(found: FoundCourse) -> Text:
    """Return why an offer may be of no use any more, or nothing."""
    return NOTHING if found.age is OfferAge.CURRENT else found.age.label


def is_own(course: CourseOffer) -> bool:
    """Return whether a partner of the centre offers the course, entered by hand."""
    return course.catalogue == OWN_CATALOGUE


def cost_words(course: CourseOffer) -> Text:
    """Return length and price in one line."""
    return joined((length_words(course), price_words(course)))
