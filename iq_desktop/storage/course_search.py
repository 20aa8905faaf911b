"""Reads single courses and places; what finds them among all others is the room next door (`course_finder.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from iq_desktop.domain.course import CourseOffer, Place
from iq_desktop.domain.saved_search import SEARCH_PAGES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.reference_tables import course, place
from iq_desktop.storage.saved_searches import of_family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_OFFER: Final = codec_of(CourseOffer)
_columns: Final = tuple(course.c[name] for name in _OFFER.columns)


def find_course(connection: Connection, catalogue: str, course_id: str) -> CourseOffer | None:
    """Return one course, or none; of a search page the one that was taken in last."""
    here = of_family(catalogue) if catalogue in SEARCH_PAGES else course.c.catalogue == catalogue
    found = select(*_columns).where(here, course.c.id == course_id).order_by(course.c.key.desc())
    row = connection.execute(found).first()
    return _OFFER.from_row(row) if row else None


def find_place(connection: Connection, postal_code: str) -> Place | None:
    """Return the main place of a postal code, or none."""
    columns = select(place.c.postal_code, place.c.name, place.c.latitude, place.c.longitude)
    row = connection.execute(columns.where(place.c.postal_code == postal_code).order_by(place.c.id).limit(1)).first()
    return Place(*row) if row else None


def read_courses(connection: Connection, keys: Sequence[int]) -> dict[int, CourseOffer]:
    """Return the courses of some keys; those that are gone are left out."""
    rows = connection.execute(select(course.c.key, *_columns).where(course.c.key.in_(keys)))
    return {row[0]: _OFFER.from_row(row[1:]) for row in rows}
