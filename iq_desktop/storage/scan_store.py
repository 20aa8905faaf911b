"""Scans in the vault: encrypted like the cases, in pieces of a megabyte, and only whole ones count.

A scan is kept in several transactions, so that saving a case never waits for fifty megabytes. Its row says that it is
whole in the last of them, together with the entry in the journal; what a crash or a full disk left before is swept away
when the vault is opened the next time, and so is what somebody removed.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from iq_desktop.domain.rights import Act
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.domain.scan import CHUNK, Scan
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.paper_tables import scan as scans
from iq_desktop.storage.paper_tables import scan_chunk
from iq_desktop.storage.seen_rows import Doorkeeper, check_seen
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.rights_checks import check_act
from iq_desktop.usecases.scan_ports import DamagedScan, NoSuchScan, ScanUse
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.scan_ports import LookedAt

_SCAN: Final = codec_of(Scan)
_AT_ONCE: Final = 4
"""Pieces in one transaction: a save waits at most for those."""
_KEEPING: Final = say("Keeping the scan")
_READING: Final = say("Reading the scan")
_STOPPED_BY: Final = {ScanUse.SAVED: Act.PRINT}


class VaultScans:
    """The port `ScanStore` on cases.db; usable from every thread. What `sight` hides is neither told nor touched."""

    def __init__(self, database: Database, pen: JournalPen, sight: Sight = WHOLE) -> None:
        self._database, self._pen, self._sight = database, pen, sight
        self._door = Doorkeeper(database, pen, sight)

    def scans_of(self, case_id: str) -> Sequence[Scan]:
        """Return the scans of a case that were not removed, in the order in which they were taken in."""
        columns = [scans.c[name] for name in _SCAN.columns]
        found = select(*columns).where(_counts(case_id)).order_by(scans.c.added_at, scans.c.id)
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            return tuple(_SCAN.from_row(row) for row in connection.execute(found))

    def thumbnail(self, case_id: str, scan_id: str) -> bytes:
        """Return the small picture of the first page; raises NoSuchScan."""
        found = select(scans.c.thumbnail).where(_counts(case_id), scans.c.id == scan_id)
        with self._door.watching(case_id), self._database.reading() as connection:
            check_seen(connection, self._sight, case_id)
            picture: bytes | None = connection.execute(found).scalar_one_or_none()
        if picture is None:
            raise NoSuchScan
        return picture

    def take_in(self, case_id: str, scan: Scan, looked: LookedAt, progress: Progress) -> None:
        """Keep a scan a few megabytes at a time; whatever stops it leaves nothing of it that counts."""
        content = looked.content
        progress.step(0, scan.chunks, _KEEPING)
        with self._touching(case_id, Act.EDIT) as connection:
            cells = dict(zip(_SCAN.columns, _SCAN.to_row(clean_value(scan)), strict=True))
            row = {**cells, "case_id": case_id, "is_whole": 0, "thumbnail": looked.thumbnail}
            connection.execute(insert(scans).values(row))
        try:
            for first in range(0, scan.chunks, _AT_ONCE):
                progress.step(first, scan.chunks, _KEEPING)
                self._keep_pieces(case_id, scan, content, first)
            progress.step(scan.chunks, scan.chunks, _KEEPING)
            self._finish(case_id, scan)
        except BaseException:
            self._give_up(case_id, scan.id)
            raise

    def content(self, case_id: str, scan_id: str, use: ScanUse, progress: Progress) -> bytes:
        """Return the whole content, proved by its digest, and note who read it; raises NoSuchScan, DamagedScan."""
        with self._touching(case_id, _STOPPED_BY.get(use)) as connection:
            scan = _find(connection, case_id, scan_id)
            self._pen.note(connection, use.value, case_id, _told(scan))
        pieces: list[bytes] = []
        digest = hashlib.sha256()
        mine = (scan_chunk.c.case_id == case_id, scan_chunk.c.scan_id == scan_id)
        with self._database.reading() as connection:
            for number in range(scan.chunks):
                progress.step(number, scan.chunks, _READING)
                asked = select(scan_chunk.c.content).where(*mine, scan_chunk.c.number == number)
                piece: bytes | None = connection.execute(asked).scalar_one_or_none()
                if piece is None:
                    raise DamagedScan
                digest.update(piece)
                pieces.append(piece)
        if digest.hexdigest() != scan.digest:
            raise DamagedScan
        return b"".join(pieces)

    def remove(self, case_id: str, scan_id: str) -> None:
        """Take a scan away; it goes for good when the vault is opened the next time."""
        with self._touching(case_id, Act.EDIT) as connection:
            scan = _find(connection, case_id, scan_id)
            day = self._pen.clock.today().isoformat()
            connection.execute(update(scans).where(_is(case_id, scan_id)).values(removed_on=day))
            self._pen.note(connection, "scan_removed", case_id, _told(scan))

    def bring_back(self, case_id: str, scan_id: str) -> None:
        """Undo the taking away; raises NoSuchScan."""
        with self._touching(case_id, Act.EDIT) as connection:
            changed = update(scans).where(_is(case_id, scan_id), scans.c.is_whole == 1).values(removed_on=None)
            if connection.execute(changed).rowcount != 1:
                raise NoSuchScan
            self._pen.note(connection, "scan_brought_back", case_id, _told(_find(connection, case_id, scan_id)))

    @contextmanager
    def _touching(self, case_id: str, act: Act | None) -> Iterator[Connection]:
        """Lend a writing connection for a case that may be seen and in which nothing stops the act."""
        with self._door.watching(case_id), self._database.writing() as connection:
            check_seen(connection, self._sight, case_id)
            case = find_case(connection, case_id)
            if case is None:
                raise NoSuchCase
            if act is not None:
                check_act(case, act)
            yield connection

    def _keep_pieces(self, case_id: str, scan: Scan, content: bytes, first: int) -> None:
        numbers = range(first, min(first + _AT_ONCE, scan.chunks))
        rows = [
            {
                "case_id": case_id,
                "scan_id": scan.id,
                "number": number,
                "content": content[number * CHUNK : (number + 1) * CHUNK],
            }
            for number in numbers
        ]
        try:
            with self._database.writing() as connection:
                connection.execute(insert(scan_chunk), rows)
        except IntegrityError:  # the case was erased meanwhile, and the row of the scan with it
            raise NoSuchCase from None

    def _finish(self, case_id: str, scan: Scan) -> None:
        with self._database.writing() as connection:
            done = connection.execute(update(scans).where(_is(case_id, scan.id)).values(is_whole=1))
            if done.rowcount != 1:
                raise NoSuchCase
            self._pen.note(connection, "scan_taken", case_id, _told(scan))

    def _give_up(self, case_id: str, scan_id: str) -> None:
        """Take away what was kept of a scan; where the disk refuses even that, the next opening does it."""
        with suppress(IqError), self._database.writing() as connection:
            connection.execute(delete(scans).where(_is(case_id, scan_id)))


def sweep_scans(database: Database) -> int:
    """Remove for good what somebody took away and what a crash left half kept, and return how many those were."""
    gone = or_(scans.c.is_whole == 0, scans.c.removed_on.is_not(None))
    with database.reading() as connection:
        if connection.execute(select(scans.c.id).where(gone).limit(1)).first() is None:
            return 0
    with database.writing() as connection:
        return connection.execute(delete(scans).where(gone)).rowcount


def _find(connection: Connection, case_id: str, scan_id: str) -> Scan:
    columns = [scans.c[name] for name in _SCAN.columns]
    row = connection.execute(select(*columns).where(_counts(case_id), scans.c.id == scan_id)).first()
    if row is None:
        raise NoSuchScan
    return _SCAN.from_row(row)


def _is(case_id: str, scan_id: str) -> ColumnElement[bool]:
    return (scans.c.case_id == case_id) & (scans.c.id == scan_id)


def _counts(case_id: str) -> ColumnElement[bool]:
    return (scans.c.case_id == case_id) & (scans.c.is_whole == 1) & scans.c.removed_on.is_(None)


def _told(scan: Scan) -> dict[str, Any]:
    """Return what the journal tells of a scan."""
    return {"scan": scan.name, "pages": scan.pages, "octets": scan.octets}
