"""Reads the list of German reference occupations of the documentation NIQ: CSV with number and title.

Source: network IQ; the numbers are facts that NIQ takes. Numbers below zero are answers (“none fits”), no occupations.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.tables import Columns, read_table
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.reference_occupation import SPECIAL_NUMBERS, ReferenceOccupation
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.usecases.ports import ReferenceStore
    from iq_desktop.usecases.progress import Progress

COLUMNS: Final = Columns(("niq_id", "title_de"))
_NUMBER: Final = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class NiqOccupations:
    """A list of reference occupations that was recognised."""

    file: FoundFile
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the list in as a whole; raises IqError with file and line where it is broken."""
        skips = SkipLog()
        found = read_occupations(self.file, skips, progress)
        if not found:
            raise IncompleteCatalogue(say("{file} holds no row that can be used.", file=self.file.name))
        state = CatalogueState(
            kind=CatalogueKind.NIQ,
            id="niq-occupations",
            version="",
            taken_in_on=self.today,
            counts=((say("Reference occupations"), len(found)),),
            skipped=skips.result(),
            notice=say("Reference occupations: documentation NIQ of the network IQ."),
        )
        store.replace_reference_occupations(found, state, progress)
        return state


def is_niq_occupations(header: Iterable[str]) -> bool:
    """Return whether a table holds reference occupations, by the names of its columns."""
    return set(header).issuperset(COLUMNS.needed)


def read_occupations(file: FoundFile, skips: SkipLog, progress: Progress) -> tuple[ReferenceOccupation, ...]:
    """Return the occupations of a list in its order."""
    found: dict[str, ReferenceOccupation] = {}
    for line, (number, title) in read_table(file, COLUMNS, skips, progress):
        niq_id, name = number.strip(), unicodedata.normalize("NFC", " ".join(title.split()))
        if niq_id in SPECIAL_NUMBERS:
            continue
        if not _NUMBER.fullmatch(niq_id) or not name:
            skips.add(say("{file}: no number or no name", file=file.name), line)
        elif niq_id in found:
            skips.add(say("{file}: the same number once more", file=file.name), line)
        else:
            found[niq_id] = ReferenceOccupation(niq_id, name)
    return tuple(found.values())
