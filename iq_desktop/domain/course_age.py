"""Whether an offer is still of use: by its own days, by its last day to apply, and by how old its catalogue is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course_traits import OfferAge
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.kept_course import OWN_CATALOGUE

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.imports import CatalogueState

OLD_AFTER_DAYS: Final = 183
"""Half a year: most courses of a catalogue have begun by then."""


def is_past(offer: CourseOffer, today: dt.date) -> bool:
    """Return whether a course is over, or has begun and takes nobody in any more."""
    has_begun = offer.starts_on is not None and offer.starts_on < today and not offer.flexible_start
    return has_begun or (offer.ends_on is not None and offer.ends_on < today)


def last_day_to_apply(offer: CourseOffer) -> dt.date | None:
    """Return until when one can apply, or None: where nobody says, and where people are taken in after that day too.

    A course that takes people in all along tells that day for its first start alone, unless it lies behind that start.
    """
    if offer.flexible_start and offer.starts_on and offer.apply_by and offer.apply_by <= offer.starts_on:
        return None
    return offer.apply_by


def is_closed(offer: CourseOffer, today: dt.date) -> bool:
    """Return whether nobody can apply for a course any more."""
    last = last_day_to_apply(offer)
    return last is not None and last < today


def is_catalogue_old(state: CatalogueState, today: dt.date) -> bool:
    """Return whether a catalogue of courses was published, or taken in, more than half a year ago.

    What was entered by hand is looked after one by one and never old as a whole.
    """
    if state.kind is not CatalogueKind.COURSES or state.id == OWN_CATALOGUE:
        return False
    return (today - (state.published_on or state.taken_in_on)).days > OLD_AFTER_DAYS


def age_of(offer: CourseOffer, state: CatalogueState | None, today: dt.date) -> OfferAge:
    """Return whether an offer is still of use; `state` is its catalogue, where it is known."""
    if is_past(offer, today):
        return OfferAge.PAST
    if is_closed(offer, today):
        return OfferAge.CLOSED
    return OfferAge.OLD_CATALOGUE if state is not None and is_catalogue_old(state, today) else OfferAge.CURRENT
