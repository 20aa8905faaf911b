"""The port of the German reference occupations of NIQ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.domain.reference_occupation import FoundOccupation, ReferenceOccupation
    from iq_desktop.usecases.progress import Progress


class ReferenceOccupations(Protocol):
    """Reference occupations, from the list of the network or, before it was taken in, from the starter pack."""

    def find_reference_occupations(self, words: str, *, limit: int) -> Sequence[FoundOccupation]:
        """Return reference occupations by names in any spelling and gender, by foreign titles, by tasks, best first."""

    def find_reference_occupation(self, niq_id: str) -> ReferenceOccupation | None:
        """Return the reference occupation of a number, or None where the list does not have it."""

    def replace_reference_occupations(
        self, occupations: Iterable[ReferenceOccupation], state: CatalogueState, progress: Progress
    ) -> None:
        """Take in a list in one transaction.

        The list of the network replaces all names; the starter pack brings other names and tasks, and names only
        where the list of the network is not there.
        """
