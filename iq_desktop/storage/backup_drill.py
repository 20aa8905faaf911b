"""The drill: the newest backup comes back into a scratch vault, which is compared with the living one and removed.

It goes the way of a real return, but for the typing of a secret. The scratch vault lies encrypted in the folder of the
vault; one that a crash left is removed by the next drill.
"""

from __future__ import annotations

import secrets
import shutil
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from iq_desktop.domain.backup import Drill
from iq_desktop.storage import engine
from iq_desktop.storage.backup_file import open_facts
from iq_desktop.storage.backup_problems import BackupRefusedError, damaged_backup, return_refused
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.restore_building import build_vault
from iq_desktop.storage.restore_opening import OpenedBackup, look_into
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.tables import case_tables, journal
from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.usecases.progress import Progress

SCRATCH_MARK: Final = "drill-"
"""How the folder of a scratch vault begins."""
_MOST_COMPARED: Final = 50
"""Cases that are read whole, the first by an id that is drawn by lot; every row is counted and every page proved."""
_case_id: Final = case_tables.case_file.c.id


def rehearse_return(vault: Vault, file: Path, clock: Clock, progress: Progress) -> Drill:
    """Restore a backup into a scratch vault, compare it with the living one, and return the outcome.

    Raises BackupRefusedError where the backup was made under an earlier key or the disk refuses, DamagedBackupError,
    Cancelled; the scratch vault is removed in any case.
    """
    backup = _open(vault, file)
    sweep_scratch(vault.folder)
    new = vault.folder / f"{SCRATCH_MARK}{secrets.token_hex(4)}"
    try:
        new.mkdir()
        built = build_vault(backup, new, (), clock, progress)
        progress.step(0, None, say("Comparing cases"))
        compared, is_good = _compare(vault, new / CASES_NAME, backup)
    except (OSError, DiskRefusedError) as error:
        raise return_refused() from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    entries = backup.facts.count("journal")
    return Drill(clock.now(), file.name, backup.manifest.made_at, built.cases, entries, compared, is_good)


def sweep_scratch(folder: Path) -> None:
    """Remove scratch vaults that a crash left."""
    for path in folder.glob(f"{SCRATCH_MARK}*"):
        shutil.rmtree(path, ignore_errors=True)


def _open(vault: Vault, file: Path) -> OpenedBackup:
    """Return the backup opened with the key of the vault; raises IqError where it is another vault's or key's."""
    manifest = look_into(file)
    if manifest.header.vault_id != vault.header.vault_id:
        raise damaged_backup(file.name)
    if manifest.header.generation != vault.header.generation:
        raise BackupRefusedError(
            say("This backup was made before the vault got a new key."),
            say("Please make a new backup first, then rehearse the return."),
        )
    facts = open_facts(manifest, vault.root, file.name)
    return OpenedBackup(file, manifest, facts, manifest.header, vault.unlocked_by, vault.root)


def _compare(vault: Vault, path: Path, backup: OpenedBackup) -> tuple[int, bool]:
    """Return how many cases were read whole, and whether all is as in the living vault, whose cases may be newer."""
    database = engine.open_database(path, vault.key(Purpose.CASES))
    try:
        with database.reading() as restored, vault.cases.reading() as living:
            is_same = all(_has_entry(living, *end) for end in backup.facts.fingerprint.ends)
            ids = restored.execute(select(_case_id).order_by(_case_id).limit(_MOST_COMPARED)).scalars().all()
            for case_id in ids:
                is_same = is_same and _is_same_case(restored, living, case_id)
    finally:
        database.close()
    return len(ids), is_same


def _is_same_case(restored: Connection, living: Connection, case_id: str) -> bool:
    """Return whether a case reads as in the living vault; one that was saved or erased since only needs to be whole."""
    back, now = find_case(restored, case_id), find_case(living, case_id)
    if back is None:
        return False
    return now is None or now.revision != back.revision or now == back


def _has_entry(living: Connection, device: str, seq: int, mac: bytes) -> bool:
    """Return whether an end of the backup's journal is an entry of the living one."""
    found = select(journal.c.mac).where(journal.c.device == device, journal.c.seq == seq)
    return living.execute(found).scalar_one_or_none() == mac
