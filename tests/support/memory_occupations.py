"""A few reference occupations in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.reference_occupation import FoundOccupation, ReferenceOccupation

if TYPE_CHECKING:
    from collections.abc import Sequence

REFERENCES: Final = (
    ReferenceOccupation("103", "Elektroniker*in", (("en", "electrician"),), "Stromleitungen verlegen", "urn:o:0"),
    ReferenceOccupation("105", "Elektroniker*in für Betriebstechnik", occupation_uri="urn:o:0"),
    ReferenceOccupation("19", "Bäcker*in", (("en", "baker"),), "Brot backen", "urn:o:1"),
    ReferenceOccupation("91", "Drechsler*in"),
)


class MemoryReferenceOccupations:
    """The port `ReferenceOccupations` over four occupations."""

    def find_reference_occupations(self, words: str, *, limit: int) -> Sequence[FoundOccupation]:
        wanted = words.casefold()
        found = []
        for one in REFERENCES:
            names = ("", *(name for _, name in one.other_names), one.tasks)
            through = next((name for name in names[1:] if wanted in name.casefold()), "")
            if wanted and (wanted in one.name.casefold() or through):
                found.append(FoundOccupation(one, through))
        return found[:limit]

    def find_reference_occupation(self, niq_id: str) -> ReferenceOccupation | None:
        return next((one for one in REFERENCES if one.niq_id == niq_id), None)

    def replace_reference_occupations(self, *_: object) -> None:
        raise NotImplementedError
