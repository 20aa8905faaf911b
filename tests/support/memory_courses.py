"""Partners' offers and remembered tables in memory, and counts and places of courses as the search would tell them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.course import (
    CourseCounts,
    CourseOffer,
    CoursePlaces,
    CoursePoint,
    CourseWish,
    FoundCourse,
    Place,
)
from iq_desktop.domain.course_mapping import CourseMapping, CourseTable
from iq_desktop.domain.kept_course import OwnOffer
from iq_desktop.usecases.course_ports import CoursePorts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path


@dataclass
class MemoryOwnOffers:
    """The port `OwnOffers`."""

    kept: dict[str, OwnOffer] = field(default_factory=dict)

    def offers(self) -> Sequence[OwnOffer]:
        return sorted(self.kept.values(), key=lambda one: one.title.casefold())

    def put(self, offer: OwnOffer) -> None:
        self.kept[offer.id] = offer

    def remove(self, offer_id: str) -> None:
        self.kept.pop(offer_id, None)


@dataclass
class MemoryMappings:
    """The port `CourseMappings`."""

    kept: dict[tuple[str, ...], CourseMapping] = field(default_factory=dict)

    def find(self, heads: Sequence[str]) -> CourseMapping | None:
        return self.kept.get(tuple(heads))

    def keep(self, mapping: CourseMapping) -> None:
        self.kept[mapping.heads] = mapping


@dataclass
class MemoryCourseTables:
    """The port `CourseTables`: tables by the names of their files."""

    tables: dict[str, CourseTable] = field(default_factory=dict)

    def look(self, path: Path) -> CourseTable | None:
        return self.tables.get(path.name)


class MemoryCourseSearch:
    """Counts and places for a store that finds courses."""

    places: dict[str, Place]

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        raise NotImplementedError

    def count_courses(self, wish: CourseWish, *, today: dt.date) -> CourseCounts:
        found = self._all(wish, today)
        return CourseCounts(
            total=len(found),
            kinds=_counted(one.kind for one in found),
            forms=_counted(one.form for one in found),
            times=_counted(time for one in found for time in one.times),
            fundings=_counted(who for one in found for who in one.fundings),
            exit_levels=_counted(one.exit_level for one in found if one.exit_level),
            catalogues=_counted(one.catalogue for one in found),
            providers=_counted(one.provider for one in found),
        )

    def find_course_places(self, wish: CourseWish, *, today: dt.date) -> CoursePlaces:
        found = Counter(one.postal_code for one in self._all(wish, today))
        points = tuple(CoursePoint(self.places[code], n) for code, n in found.most_common() if code in self.places)
        return CoursePlaces(points, here=self.places.get(wish.postal_code))

    def _all(self, wish: CourseWish, today: dt.date) -> list[CourseOffer]:
        return [one.course for one in self.find_courses(wish, limit=10_000, today=today)]


def memory_courses() -> CoursePorts:
    """Return the ports without any offer, mapping or table."""
    return CoursePorts(MemoryOwnOffers(), MemoryMappings(), MemoryCourseTables())


def _counted(answers: Any) -> tuple[tuple[Any, int], ...]:
    return tuple(Counter(answers).most_common())
