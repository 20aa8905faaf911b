"""Courses as providers offer them, and the places where they are held."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from iq_desktop.domain.course_sort import CourseSort
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, OfferAge, TeachingForm, TeachingTime
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.saved_search import family_of

__all__ = ["CourseFunding", "CourseKind", "CourseSort", "OfferAge", "TeachingForm", "TeachingTime"]

EARTH_RADIUS_KM: Final = 6371.0


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

    `hours` are teaching units of 45 minutes, `weekly_hours` how many of them a week has, `price` is in euro; None
    where the catalogue does not say. `entry_level` is the German one needs, `exit_level` the one it leads to.
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
    kind: CourseKind = CourseKind.OTHER
    entry_level: Level | None = None
    exit_level: Level | None = None
    times: tuple[TeachingTime, ...] = ()
    weekly_hours: int | None = None
    fundings: tuple[CourseFunding, ...] = ()
    apply_by: dt.date | None = None

    @property
    def key(self) -> str:
        """What names the course everywhere else: `catalogue/id`, the same in every saved search that brings it."""
        return f"{family_of(self.catalogue)}/{self.id}"


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
    "kind",
    "entry_level",
    "exit_level",
    "times",
    "weekly_hours",
    "fundings",
)
"""What an event shares with its offer where it says nothing itself; place and time are always its own."""
_NOTHING_SAID: Final = ("", (), None, TeachingForm.UNKNOWN, CourseKind.OTHER)


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
    age: OfferAge = OfferAge.CURRENT

    @property
    def is_old(self) -> bool:
        """Whether nobody can begin the course any more, or it comes from a catalogue that is not fresh."""
        return self.age is not OfferAge.CURRENT


@dataclass(frozen=True, slots=True)
class CourseWish:
    """What to search for; all may be left open. Of several kinds, times or fundings an offer needs one.

    `within_km` counts from the postal code; online courses are near everywhere. `entry_level` is the German that the
    person has: courses that one can begin with it and that lead further. `exit_level` is the least to which a course
    leads. `price_up_to` is in euro. `provider` are words of its name, `catalogue` its identity. An offer that says
    nothing of price, times, kind, funding or level is left out where one asks for it; one without a day stays.
    """

    words: str = ""
    postal_code: str = ""
    within_km: float | None = None
    starts_from: dt.date | None = None
    form: TeachingForm | None = None
    starts_until: dt.date | None = None
    times: tuple[TeachingTime, ...] = ()
    price_up_to: Decimal | None = None
    entry_level: Level | None = None
    exit_level: Level | None = None
    kinds: tuple[CourseKind, ...] = ()
    fundings: tuple[CourseFunding, ...] = ()
    provider: str = ""
    catalogue: str = ""
    postal_codes: tuple[str, ...] = ()
    """Only courses held at these places: what somebody has chosen on the map."""
    sort: CourseSort = CourseSort.FIT


@dataclass(frozen=True, slots=True)
class CourseCounts:
    """How many courses a wish finds, and how many of each answer there would be if one asked for that one instead.

    Answers without a course are left out; `catalogues` and `providers` are named by themselves, providers the most
    frequent first.
    """

    total: int = 0
    kinds: tuple[tuple[CourseKind, int], ...] = ()
    forms: tuple[tuple[TeachingForm, int], ...] = ()
    times: tuple[tuple[TeachingTime, int], ...] = ()
    fundings: tuple[tuple[CourseFunding, int], ...] = ()
    exit_levels: tuple[tuple[Level, int], ...] = ()
    catalogues: tuple[tuple[str, int], ...] = ()
    providers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """A place on the map at which `count` courses of a wish are held; `distance_km` from the wished postal code."""

    place: Place
    count: int
    distance_km: float | None = None
    behind: int = 0
    """How many of them nobody can begin any more."""


@dataclass(frozen=True, slots=True)
class CoursePlaces:
    """Where the courses of a wish are held: most courses first; beside them those that have no place on a map."""

    points: tuple[CoursePoint, ...] = ()
    online: int = 0
    elsewhere: int = 0
    """Courses whose place is not told, or not known to the list of places."""
    here: Place | None = None
    """The place of the wished postal code, where it is known."""


def distance_km(one: Place, other: Place) -> float:
    """Return the distance of two places along the earth's surface in kilometres (haversine)."""
    lat_1, lat_2 = math.radians(one.latitude), math.radians(other.latitude)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))
