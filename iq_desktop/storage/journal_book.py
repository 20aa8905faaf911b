"""The port of the journal on cases.db: reading in windows, checking, codes of papers, entries that use cases write."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.journal import CODE_GROUPS, JournalCheck, JournalCode
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.journal_reading import count_lines, find_coded, list_actors, read_telling_rows, read_window
from iq_desktop.storage.journal_verifying import verify_wholly
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from iq_desktop.domain.journal import JournalLine, JournalQuery
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal import JournalAnchor
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.usecases.progress import Progress

_SEAL: Final = 4 * CODE_GROUPS


def no_anchors() -> tuple[JournalAnchor, ...]:
    """Return no ends: nothing outside the vault is known."""
    return ()


def code_of(anchor: JournalAnchor) -> JournalCode:
    """Return the check code of an entry."""
    return JournalCode(anchor.seq, anchor.mac.hex().upper()[:_SEAL])


class VaultJournal:
    """The port `JournalBook`; usable from every thread. `anchors` gives the ends that backups know.

    Entries about cases that `sight` hides are neither told nor counted.
    """

    def __init__(
        self,
        database: Database,
        pen: JournalPen,
        anchors: Callable[[], Iterable[JournalAnchor]] = no_anchors,
        sight: Sight = WHOLE,
    ) -> None:
        self._database = database
        self._pen = pen
        self._sight = sight
        self._door = Doorkeeper(database, pen, sight)
        self._anchors = anchors
        self._noted: set[tuple[str, str, str]] = set()
        self._noting = threading.Lock()

    def note(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> JournalCode:
        """Append an entry and return its check code."""
        with self._database.writing() as connection:
            return code_of(self._pen.note(connection, kind, case_id or None, payload or {}))

    def note_once(self, kind: str, case_id: str = "", payload: Mapping[str, Any] | None = None) -> None:
        """Append an entry where the same was not noted since the vault was unlocked."""
        same = kind, case_id, repr(sorted((payload or {}).items()))
        with self._noting:
            if same in self._noted:
                return
            self._noted.add(same)
        try:
            self.note(kind, case_id, payload)
        except BaseException:
            with self._noting:
                self._noted.discard(same)
            raise

    def note_each(self, kind: str, payloads: Mapping[str, Mapping[str, Any]]) -> None:
        """Append an entry for each case in one transaction; raises NotYourCase."""
        with self._door.watching(*payloads), self._database.writing() as connection:
            check_seen(connection, self._sight, *payloads)
            for case_id, payload in payloads.items():
                self._pen.note(connection, kind, case_id, payload)

    def window(
        self, query: JournalQuery, *, limit: int, start: int = 0, after: JournalLine | None = None
    ) -> Sequence[JournalLine]:
        """Return some entries, newest first: behind an entry, or from a place on."""
        with self._database.reading() as connection:
            return read_window(connection, query, limit=limit, start=start, after=after, sight=self._sight)

    def count(self, query: JournalQuery) -> int:
        """Return how many entries there are."""
        with self._database.reading() as connection:
            return count_lines(connection, query, self._sight)

    def actors(self) -> Sequence[str]:
        """Return the identities of everybody who ever wrote."""
        with self._database.reading() as connection:
            return list_actors(connection)

    def rows_of(self, case_id: str) -> Mapping[str, tuple[str, Mapping[str, Any]]]:
        """Return by what the rows of a case are told apart now: part and stored values, by the row's identity."""
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            return read_telling_rows(connection, case_id)

    def verify(self, progress: Progress) -> JournalCheck:
        """Look at every entry of every device from the first to the last; raises Cancelled."""
        anchors = tuple(self._anchors())
        with self._database.reading() as connection:
            return verify_wholly(connection, self._pen.key, anchors, progress)

    def find_code(self, code: JournalCode) -> JournalLine | None:
        """Return the entry to which a check code belongs, or None where there is none; raises NotYourCase."""
        with self._database.reading() as connection:
            found = find_coded(connection, code)
        if found is not None and found.case_id:
            with self._door.watching(found.case_id), self._database.reading() as connection:
                check_seen(connection, self._sight, found.case_id)
        return found
