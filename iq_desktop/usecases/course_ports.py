"""The ports of courses: the search, offers of the centre's own partners, and how tables are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.course import CourseCounts, CourseOffer, CoursePlaces, CourseWish, FoundCourse, Place
    from iq_desktop.domain.course_mapping import CourseMapping, CourseTable
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.kept_course import OwnOffer
    from iq_desktop.usecases.ports import Catalogue


class CourseSearch(Protocol):
    """Courses and places, as imported or from the starter pack."""

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        """Return courses by words (every word, German compounds included) and all else of a wish, best first."""

    def count_courses(self, wish: CourseWish, *, today: dt.date) -> CourseCounts:
        """Return how many courses a wish finds, and how many there would be of each kind, form, time and so on."""

    def find_course_places(self, wish: CourseWish, *, today: dt.date) -> CoursePlaces:
        """Return where the courses of a wish are held, for a map."""

    def find_course(self, catalogue: str, course_id: str) -> CourseOffer | None:
        """Return one course, or None where the catalogue no longer has it."""

    def find_place(self, postal_code: str) -> Place | None:
        """Return the place of a postal code, or None."""

    def list_places(self) -> Sequence[Place]:
        """Return the main place of every postal code."""


class OwnOffers(Protocol):
    """The offers of partners in the vault; each writing call stands in the journal, and the search knows them then."""

    def offers(self) -> Sequence[OwnOffer]:
        """Return all offers by title."""

    def put(self, offer: OwnOffer) -> None:
        """Keep an offer, in place of the one with the same identity."""

    def remove(self, offer_id: str) -> None:
        """Take an offer away; nothing happens where it is not there."""


class CourseMappings(Protocol):
    """How tables of courses are read: remembered for tables with the same heads."""

    def find(self, heads: Sequence[str]) -> CourseMapping | None:
        """Return how a table with these heads was read last, or None."""

    def keep(self, mapping: CourseMapping) -> None:
        """Remember how a table is read, in place of what was remembered for the same heads."""


class CourseTables(Protocol):
    """What looks into tables of courses before they are taken in."""

    def look(self, path: Path) -> CourseTable | None:
        """Return heads and first rows of a table of courses, None where the file is none; raises IqError."""


@runtime_checkable
class RenewableCatalogue(Protocol):
    """A catalogue that can come in place of one that is there, whatever its file is called."""

    def in_place_of(self, state: CatalogueState) -> Catalogue:
        """Return the same contents as a later state of a catalogue that is there."""


@dataclass(frozen=True, slots=True)
class CoursePorts:
    """What belongs to courses beside the catalogues."""

    own: OwnOffers
    mappings: CourseMappings
    tables: CourseTables
