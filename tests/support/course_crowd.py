"""Many courses in the towns of the starter pack, and reference data that search them in memory."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course import (
    CourseFunding,
    CourseKind,
    CourseOffer,
    FoundCourse,
    OfferAge,
    Place,
    TeachingForm,
    TeachingTime,
    distance_km,
)
from iq_desktop.domain.language_skill import Level
from tests.support.builders import TODAY
from tests.support.office import StatesReference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.course import CourseWish

_TOWNS: Final = Path(__file__).resolve().parent.parent.parent / "resources" / "packs" / "towns.json"
_KINDS: Final = (
    ("Deutsch für den Beruf B2", CourseKind.VOCATIONAL_GERMAN, Level.B1, Level.B2, 400),
    ("Integrationskurs mit Abendunterricht", CourseKind.INTEGRATION, Level.NONE, Level.B1, 600),
    ("Teilqualifikation Lagerlogistik, Modul 2", CourseKind.PARTIAL, None, None, 240),
    ("Anpassungslehrgang Pflege", CourseKind.ADAPTATION, Level.B2, None, 960),
    ("Grundlagen der Buchführung mit Prüfung", CourseKind.FURTHER_TRAINING, None, None, 80),
    ("Sprechtraining für den Arbeitsplatz", CourseKind.GERMAN, Level.A2, Level.B1, 60),
)
_PROVIDERS: Final = ("Volkshochschule", "Bildungswerk Mitte", "Sprachschule am Markt", "Lernhaus")


def some_towns() -> tuple[Place, ...]:
    """Return the towns of the starter pack."""
    towns = json.loads(_TOWNS.read_text(encoding="utf-8"))["towns"]
    return tuple(Place(one["code"], one["name"], one["latitude"], one["longitude"]) for one in towns)


def some_courses(count: int, towns: Sequence[Place]) -> tuple[CourseOffer, ...]:
    """Return courses in towns, the first towns more often than the last."""
    return tuple(_course(number, towns[(number * number) % len(towns)]) for number in range(count))


def _course(number: int, town: Place) -> CourseOffer:
    title, kind, entry, end, hours = _KINDS[number % len(_KINDS)]
    form = TeachingForm.ONLINE if number % 11 == 0 else TeachingForm.CLASSROOM
    start = TODAY + dt.timedelta(days=7 * (number % 23) - 14)
    return CourseOffer(
        "demo",
        str(number),
        title,
        provider=f"{_PROVIDERS[number % len(_PROVIDERS)]} {town.name}",
        description="Kleine Gruppen, mit Beratung vorab. Kinderbetreuung auf Anfrage.",
        form=form,
        street=f"Marktstraße {number % 90 + 1}",
        postal_code=town.postal_code,
        place=town.name,
        starts_on=start,
        ends_on=start + dt.timedelta(days=120),
        hours=hours,
        price=Decimal((number % 7) * 45),
        phone="0000 123456",
        kind=kind,
        entry_level=entry,
        exit_level=end,
        times=(tuple(TeachingTime)[number % 3],),
        weekly_hours=5 * (number % 5 + 1),
        fundings=(tuple(CourseFunding)[number % 3],),
    )


@dataclass
class CrowdReference(StatesReference):
    """Reference data with many courses, narrowed by kind, place and distance as the real search does."""

    crowd: tuple[CourseOffer, ...] = field(default_factory=lambda: some_courses(240, some_towns()))

    def __post_init__(self) -> None:
        self.courses = self.crowd
        self.places = {town.postal_code: town for town in some_towns()}

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        home = self.places.get(wish.postal_code)
        found = [
            FoundCourse(one, self._far(home, one), (), age=_age(one, today)) for one in self.courses if _fits(wish, one)
        ]
        near = [one for one in found if wish.within_km is None or (one.distance_km or 0) <= wish.within_km]
        return sorted(near, key=lambda one: (one.is_old, one.distance_km or 0, one.course.id))[:limit]

    def _far(self, home: Place | None, course: CourseOffer) -> float | None:
        if home is None or course.form is TeachingForm.ONLINE:
            return None
        return distance_km(home, self.places[course.postal_code])


def _fits(wish: CourseWish, course: CourseOffer) -> bool:
    return (
        all(word.casefold() in course.title.casefold() for word in wish.words.split())
        and (not wish.kinds or course.kind in wish.kinds)
        and wish.form in (None, course.form)
        and (not wish.times or bool(set(wish.times) & set(course.times)))
        and (not wish.postal_codes or course.postal_code in wish.postal_codes)
    )


def _age(course: CourseOffer, today: dt.date) -> OfferAge:
    return OfferAge.PAST if course.starts_on is not None and course.starts_on < today else OfferAge.CURRENT
