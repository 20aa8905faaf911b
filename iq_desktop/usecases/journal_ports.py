"""The port of the journal: read in windows, checked, held against codes on paper, and written into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.journal import JournalCheck, JournalCode, JournalLine, JournalQuery
    from iq_desktop.usecases.progress import Progress


class JournalBook(Protocol):
    """The journal of an open vault; what is read stays as it is, newest first."""

    def note(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> JournalCode:
        """Append an entry (plain JSON values) and return its check code."""

    def note_once(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> None:
        """Append an entry where the same was not noted since the vault was unlocked."""

    def note_each(self, kind: str, payloads: Mapping[str, Mapping[str, Any]]) -> None:
        """Append an entry for each case in one transaction, by the identity of the case."""

    def window(
        self, query: JournalQuery, *, limit: int, start: int = 0, after: JournalLine | None = None
    ) -> Sequence[JournalLine]:
        """Return some entries, newest first: behind an entry, or from a place on (from 0)."""

    def count(self, query: JournalQuery) -> int:
        """Return how many entries there are."""

    def actors(self) -> Sequence[str]:
        """Return the identities of everybody who ever wrote."""

    def rows_of(self, case_id: str) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
        """Return by what the rows of a case are told apart now: part and stored values, by the row's identity."""

    def verify(self, progress: Progress) -> JournalCheck:
        """Look at every entry of every device from the first to the last; raises Cancelled."""

    def find_code(self, code: JournalCode) -> JournalLine | None:
        """Return the entry to which a check code belongs, or None where there is none."""
