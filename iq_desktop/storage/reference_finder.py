"""Keeps the index of reference occupations while the catalogues stay as they are."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.storage.occupation_search import find_occupations
from iq_desktop.storage.reference_index import of_groups, search_index
from iq_desktop.storage.reference_occupations import read_index, read_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.reference_occupation import FoundOccupation, ReferenceOccupation
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.reference_index import OccupationIndex

_ENOUGH: Final = 3
_SHORTEST: Final = 4
_NEAR: Final = 5
"""How many occupations of the other catalogues are asked which group they belong to."""


class ReferenceIndex:
    """The index, made anew after a catalogue was taken in; usable from every thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._stamp: tuple[Sequence[Any], ...] | None = None
        self._index: OccupationIndex | None = None

    def find(self, words: str, limit: int) -> tuple[FoundOccupation, ...]:
        """Return what words lead to, best first; where that is little, what lies near in the other catalogues."""
        index = self._current()
        found = search_index(index, words, limit)
        if len(found) >= min(_ENOUGH, limit) or len(words.strip()) < _SHORTEST:
            return found
        with self._database.reading() as connection:
            near = find_occupations(connection, words, "de", _NEAR)
        groups = {one.isco: one.naming.in_language("de") for one in reversed(near) if one.isco}
        known = {one.occupation.niq_id: one for one in found}
        for one in of_groups(index, reversed(groups.items())):
            known.setdefault(one.occupation.niq_id, one)
        return tuple(known.values())[:limit]

    def get(self, niq_id: str) -> ReferenceOccupation | None:
        """Return the occupation of a number, or None."""
        return next((one for one in self._current().occupations if one.niq_id == niq_id), None)

    def _current(self) -> OccupationIndex:
        with self._lock, self._database.reading() as connection:
            stamp = read_stamp(connection)
            if self._index is None or stamp != self._stamp:
                self._index, self._stamp = read_index(connection), stamp
            return self._index
