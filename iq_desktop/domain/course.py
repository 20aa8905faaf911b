"""Courses as providers offer them, and the places where they are held."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say

_EARTH_RADIUS_KM = 6371.0


class TeachingForm(Choice):
    """How a course is held."""

    CLASSROOM = "classroom", say("In the classroom")
    ONLINE = "online", say("Online")
    MIXED = "mixed", say("Classroom and online")
    AT_WORK = "at_work", say("At the workplace")
    UNKNOWN = "unknown", say("Not said")


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its postal code (five digits) and coordinates in degrees (WGS 84)."""

    postal_code: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class CourseOffer:
    """One offer at one place and time, as a catalogue publishes it; `id` is unique within `catalogue`.

    `hours` are teaching units of 45 minutes, `price` is in euro; None where the catalogue does not say.
    """

    catalogue: str
    id: str
    title: str
    part_of: str = ""
    """Id of the offer to which this event belongs; empty where it stands for itself."""
    provider: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    form: TeachingForm = TeachingForm.UNKNOWN
    street: str = ""
    postal_code: str = ""
    place: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    flexible_start: bool = False
    hours: int | None = None
    price: Decimal | None = None
    degree: str = ""
    measure_number: str = ""
    web: str = ""
    phone: str = ""
    email: str = ""


INHERITED: Final = (
    "title",
    "provider",
    "description",
    "keywords",
    "form",
    "hours",
    "price",
    "degree",
    "measure_number",
    "web",
    "phone",
    "email",
)
"""What an event shares with its offer where it says nothing itself; place and time are always its own."""
_NOTHING_SAID: Final = ("", (), None, TeachingForm.UNKNOWN)


def inherit(event: CourseOffer, offer: CourseOffer) -> CourseOffer:
    """Return an event with what it does not say itself from its offer."""
    silent = (name for name in INHERITED if getattr(event, name) in _NOTHING_SAID)
    given: dict[str, Any] = {name: getattr(offer, name) for name in silent}
    return replace(event, **given)


def pass_on(event: CourseOffer, before: CourseOffer, after: CourseOffer) -> CourseOffer:
    """Return an event whose offer has changed: what it had from the offer as it was, it has from it as it is now."""
    shared = (name for name in INHERITED if getattr(event, name) == getattr(before, name))
    given: dict[str, Any] = {name: getattr(after, name) for name in shared}
    return replace(event, **given)


@dataclass(frozen=True, slots=True)
class FoundCourse:
    """A course that a search found, with its distance from the client in kilometres and the words that led to it."""

    course: CourseOffer
    distance_km: float | None
    matched_words: tuple[str, ...]
    closes: tuple[str, ...] = ()
    """Names of the client's missing skills that led to this course."""


@dataclass(frozen=True, slots=True)
class CourseWish:
    """What to search for: words, a postal code, how far (km), the earliest start and the form; all may be left open."""

    words: str = ""
    postal_code: str = ""
    within_km: float | None = None
    starts_from: dt.date | None = None
    form: TeachingForm | None = None


def distance_km(one: Place, other: Place) -> float:
    """Return the distance of two places along the earth's surface in kilometres (haversine)."""
    lat_1, lat_2 = math.radians(one.latitude), math.radians(other.latitude)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin(half_lon) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))
