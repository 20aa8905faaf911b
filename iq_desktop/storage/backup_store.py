"""The port `Backups` on an open vault."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from iq_desktop.domain.backup import (
    BackupPlace,
    BackupReason,
    BackupState,
    Drill,
    KeptBackup,
    PlaceKind,
    PlaceState,
)
from iq_desktop.storage.backup_drill import rehearse_return
from iq_desktop.storage.backup_file import open_facts, prove_backup
from iq_desktop.storage.backup_ledger import Ledger, ledger_key, read_ledger, write_ledger
from iq_desktop.storage.backup_making import first_place, make_backup, origin_of
from iq_desktop.storage.backup_places import (
    Found,
    check_second,
    copy_backup,
    judge_place,
    list_backups,
    list_damaged,
    look_at_second,
    make_second,
    second_folder,
    set_aside,
    spread_erasures,
    thin_out,
)
from iq_desktop.storage.backup_problems import BackupRefusedError, DamagedBackupError, backup_refused
from iq_desktop.storage.erasure import sweeping_after
from iq_desktop.storage.erasure_log import erasure_key
from iq_desktop.storage.journal import JournalAnchor
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.tables import journal
from iq_desktop.storage.vault import Vault
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from iq_desktop.usecases.progress import Progress

MADE: Final = "backup_made"
COPIED: Final = "backup_copied"
DRILLED: Final = "backup_drilled"
"""The kinds of the journal's entries."""
QUIET: Final = frozenset(
    {MADE, COPIED, DRILLED, "unlocked", "unlock_failed", "locked", "vault_checked", "journal_checked"}
)
"""Kinds of entries after which no new backup is needed."""


@dataclass(frozen=True, slots=True)
class VaultBackups:
    """The backups of an open vault."""

    vault: Vault
    pen: JournalPen

    def state(self) -> BackupState:
        """Return what is known of the backups."""
        ledger = self._ledger()
        first, second = self._first(ledger), self._second(ledger)
        place = self._place(ledger)
        outside = [one.manifest.made_at for one in second] if place and place.is_outside else []
        known = [*outside, *([ledger.last_outside] if ledger.last_outside else [])]
        return BackupState(
            last=first[0].manifest.made_at if first else None,
            last_outside=_newest_of(known, self.pen.clock.now()),
            last_drill=ledger.drill,
            has_changed=not first or first[0].path.name != ledger.backup or self._has_news(ledger.seq),
            needs_new=bool(first) and first[0].manifest.header.generation != self.vault.header.generation,
            count=len(first),
            outside_count=len(outside),
            size=first[0].path.stat().st_size if first else 0,
            second=place,
            damaged=(*list_damaged(self.first_place()), *(list_damaged(self._folder(ledger)) if ledger.second else ())),
            failed_at=ledger.failed_at,
            since=ledger.since,
        )

    def kept(self) -> Sequence[KeptBackup]:
        """Return the backups that count, in both places, newest first."""
        generation = self.vault.header.generation
        ledger = self._ledger()
        kept = [one.told(generation=generation) for one in self._first(ledger)]
        kept += [one.told(is_in_second_place=True, generation=generation) for one in self._second(ledger)]
        return tuple(sorted(kept, key=lambda one: (one.made_at, not one.is_in_second_place), reverse=True))

    def first_place(self) -> Path:
        """Return the folder on this computer in which backups lie; it need not be there yet."""
        return first_place(self.vault.folder)

    def back_up(self, reason: BackupReason, progress: Progress) -> BackupState:
        """Make a backup, prove it, copy it to the second place where that is there, and thin out.

        Raises BackupRefusedError, DamagedDatabaseError where the vault is broken, Cancelled.
        """
        try:
            with sweeping_after(self.vault.cases):
                made = make_backup(origin_of(self.vault), self.first_place(), self.pen.clock.now(), reason, progress)
        except IqError:
            self._remember(lambda ledger: replace(ledger, failed_at=self.pen.clock.now()))
            raise
        found = Found(made.path, made.manifest)
        self._note(MADE, {"entries": made.facts.count("journal"), "reason": reason.value})
        own = {device: seq for device, seq, _ in made.facts.fingerprint.ends}.get(self.vault.device, 0)
        self._remember(lambda ledger: replace(ledger, backup=made.path.name, seq=own, failed_at=None))
        thin_out(self.first_place(), self.vault.header.vault_id, made.path.name)
        spread_erasures(self.vault.folder, self.first_place(), erasure_key(self.vault))
        with suppress(BackupRefusedError, Cancelled):  # the backup counts already
            self._copy_outside(found, progress)
        self._prove_one()
        return self.state()

    def look_at_place(self, folder: Path) -> BackupPlace:
        """Return what a folder would be as the second place; raises BackupRefusedError where it is none."""
        check_second(folder, self.vault.folder)
        kind, name = judge_place(folder, self.vault.folder)
        return BackupPlace(folder, kind, PlaceState.THERE, name)

    def choose_second_place(self, folder: Path) -> BackupPlace:
        """Keep backups there as well from now on; raises BackupRefusedError."""
        place = make_second(folder, self.vault.folder, self.vault.header.vault_id)
        self._remember(lambda ledger: replace(ledger, second=str(folder), last_outside=None), must=True)
        return place

    def forget_second_place(self) -> None:
        """Keep backups on this computer only; what lies in the second place stays there."""
        self._remember(lambda ledger: replace(ledger, second="", last_outside=None), must=True)

    def copy_newest(self, folder: Path, progress: Progress) -> Path:
        """Copy the newest backup into a folder once, prove it there, and return its file."""
        newest = self._newest()
        check_second(folder, self.vault.folder)
        path = copy_backup(newest, folder, progress).path
        kind, _name = judge_place(folder, self.vault.folder)
        self._note(COPIED, {"outside": kind is not PlaceKind.SAME_DISK})
        return path

    def drill(self, progress: Progress) -> Drill:
        """Restore the newest backup into a scratch vault, compare it with the living one, and keep the outcome."""
        newest = self._newest()
        try:
            drill = rehearse_return(self.vault, newest.path, self.pen.clock, progress)
        except DamagedBackupError:
            set_aside(newest.path)
            raise
        self._note(DRILLED, {"cases": drill.cases, "compared": drill.compared, "good": drill.is_good})
        self._remember(lambda ledger: replace(ledger, drill=drill))
        return drill

    def known_ends(self) -> tuple[JournalAnchor, ...]:
        """Return the ends of the journal that the backups of the present key hold: what was there then must be now."""
        found: dict[tuple[str, int], JournalAnchor] = {}
        ledger = self._ledger()
        for one in (*self._first(ledger), *self._second(ledger)):
            with suppress(IqError):
                facts = open_facts(one.manifest, self.vault.root, one.path.name)
                for device, seq, mac in facts.fingerprint.ends:
                    found.setdefault((device, seq), JournalAnchor(device, seq, mac))
        return tuple(found.values())

    def _copy_outside(self, found: Found, progress: Progress) -> None:
        """Copy a new backup to the second place, and what that missed while it was away is not made up for."""
        ledger = self._ledger()
        place = self._place(ledger)
        if place is None or place.state is not PlaceState.THERE:
            return
        folder = self._folder(ledger)
        copy_backup(found, folder, progress)
        if place.is_outside:
            self._remember(lambda known: replace(known, last_outside=found.manifest.made_at))
        self._note(COPIED, {"outside": place.is_outside})
        thin_out(folder, self.vault.header.vault_id, found.path.name)
        spread_erasures(self.vault.folder, folder, erasure_key(self.vault))

    def _prove_one(self) -> None:
        """Read one of the older backups again, each in its turn; one that is damaged is set aside."""
        ledger = self._ledger()
        newest, *older = (one.path for one in self._first(ledger))
        queue = {path.name: path for path in reversed(older)}
        known = [name for name in ledger.proved if name in queue]
        waiting = [*(name for name in queue if name not in known), *known]
        if not waiting:
            return
        try:
            prove_backup(queue[waiting[0]], Silence())
        except OSError:
            return
        except IqError:
            set_aside(queue[waiting[0]])
        names = (*waiting[1:], waiting[0], newest.name)
        self._remember(lambda ledger: replace(ledger, proved=names))

    def _has_news(self, seq: int) -> bool:
        """Return whether the journal tells of anything since an entry that asks for a backup."""
        news = (
            select(journal.c.seq)
            .where(journal.c.device == self.vault.device, journal.c.seq > seq, journal.c.kind.not_in(QUIET))
            .limit(1)
        )
        with self.vault.cases.reading() as connection:
            return connection.execute(news).first() is not None

    def _newest(self) -> Found:
        newest = next(iter(self._first(self._ledger())), None)
        if newest is None:
            raise BackupRefusedError(say("There is no backup yet."), say("Please make one first."))
        return newest

    def _first(self, ledger: Ledger) -> tuple[Found, ...]:
        """Return the backups on this computer, newest first: the one that was made last, whatever the clock said."""
        found = list_backups(self.first_place(), self.vault.header.vault_id)
        return tuple(sorted(found, key=lambda one: one.path.name != ledger.backup))

    def _second(self, ledger: Ledger) -> tuple[Found, ...]:
        return list_backups(self._folder(ledger), self.vault.header.vault_id) if ledger.second else ()

    def _folder(self, ledger: Ledger) -> Path:
        return second_folder(Path(ledger.second), self.vault.header.vault_id)

    def _place(self, ledger: Ledger) -> BackupPlace | None:
        if not ledger.second:
            return None
        return look_at_second(Path(ledger.second), self.vault.folder, self.vault.header.vault_id)

    def _key(self) -> SecretKey:
        return ledger_key(self.vault.key(Purpose.JOURNAL))

    def _ledger(self) -> Ledger:
        """Return what is remembered; the first question begins it."""
        ledger = read_ledger(self.vault.folder, self._key())
        if ledger is None:
            ledger = Ledger(self.pen.clock.now())
            with suppress(OSError):
                write_ledger(self.vault.folder, self._key(), ledger)
        return ledger

    def _remember(self, change: Callable[[Ledger], Ledger], *, must: bool = False) -> None:
        """Remember something else; a disk that refuses is no reason to fail where a backup counts already."""
        try:
            write_ledger(self.vault.folder, self._key(), change(self._ledger()))
        except OSError as error:
            if must:
                raise backup_refused() from error

    def _note(self, kind: str, payload: dict[str, object]) -> None:
        with suppress(IqError), self.vault.cases.writing() as connection:
            self.pen.note(connection, kind, None, payload)


def _newest_of(moments: Sequence[dt.datetime], now: dt.datetime) -> dt.datetime | None:
    """Return the newest moment; one that lies ahead, because the clock was wrong, only where there is no other."""
    return max([moment for moment in moments if moment <= now] or moments, default=None)
