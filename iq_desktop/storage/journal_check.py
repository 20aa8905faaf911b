"""The journal of a closed vault, checked without opening the vault: not even that somebody looked is noted.

So a tampered journal is told with its place also where the vault would no longer open because of it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from iq_desktop.storage.backup_file import open_facts
from iq_desktop.storage.backup_making import first_place
from iq_desktop.storage.backup_places import list_backups
from iq_desktop.storage.engine import open_database
from iq_desktop.storage.instance_lock import lock_vault
from iq_desktop.storage.journal import JournalAnchor
from iq_desktop.storage.journal_verifying import verify_wholly
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.unlocking import Unlocked, password_of, unlock_newest
from iq_desktop.storage.vault_checks import check_before_opening
from iq_desktop.storage.vault_place import CASES_NAME, check_place
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.journal import JournalCheck
    from iq_desktop.usecases.progress import Progress


def check_closed_journal(folder: Path, adviser: str, password: str, progress: Progress) -> JournalCheck:
    """Hold the journal of a closed vault against its key and against the ends that its backups keep.

    Raises NoVaultError, VaultInUseError, AccessRefusedError, DamagedHeaderError, MissingDatabaseError,
    ForeignDatabaseError, DamagedDatabaseError, Cancelled.
    """
    check_place(folder)
    lock = lock_vault(folder)
    try:
        unlocked = unlock_newest(folder, password_of(adviser, password))
        cases = unlocked.root.derive(Purpose.CASES)
        check_before_opening(folder / CASES_NAME, cases)
        database = open_database(folder / CASES_NAME, cases)
        try:
            with database.reading() as connection:
                key = unlocked.header.journal_key(unlocked.root)
                return verify_wholly(connection, key, _ends(folder, unlocked), progress)
        finally:
            database.close()
    finally:
        lock.release()


def _ends(folder: Path, unlocked: Unlocked) -> tuple[JournalAnchor, ...]:
    found = []
    for backup in list_backups(first_place(folder), unlocked.header.vault_id):
        with suppress(IqError):
            facts = open_facts(backup.manifest, unlocked.root, backup.path.name)
            found += [JournalAnchor(device, seq, mac) for device, seq, mac in facts.fingerprint.ends]
    return tuple(found)
