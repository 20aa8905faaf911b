"""The ports of courses beside the catalogues: offers of the centre's own partners, and how tables are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.course_mapping import CourseMapping, CourseTable
    from iq_desktop.domain.kept_course import OwnOffer


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


@dataclass(frozen=True, slots=True)
class CoursePorts:
    """What belongs to courses beside the catalogues."""

    own: OwnOffers
    mappings: CourseMappings
    tables: CourseTables
