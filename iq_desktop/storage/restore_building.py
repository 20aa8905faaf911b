"""Making a vault of an opened backup, in a folder beside its place: whole, checked, and with a journal of its own end.

The old chain of the journal stays as it was, and ends where the backup was made. The vault that comes back writes on as
a new device: what was noted after the backup and is lost keeps its numbers, and a check code of such an entry on paper
is told as missing instead of meeting another entry under the same number.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from iq_desktop.storage import engine
from iq_desktop.storage.backup_file import SUFFIX, backup_key, open_facts, read_manifest, take_out_cases
from iq_desktop.storage.backup_making import CheckSteps, check_room, first_place
from iq_desktop.storage.backup_problems import damaged_backup
from iq_desktop.storage.erasure import replay_erasures
from iq_desktop.storage.erasure_log import erasure_key_from, join_erasures, open_erasures, read_erasures, write_erasures
from iq_desktop.storage.header_places import write_header
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.journal_verifying import RESTORED
from iq_desktop.storage.key_copy import UntrueCopyError, check_copy, copy_under_key, watching
from iq_desktop.storage.migrations.schema import CASES, check_revision, migrate
from iq_desktop.storage.secret_key import Purpose, SecretKey
from iq_desktop.storage.tables import case_tables
from iq_desktop.storage.vault_checks import check_at_start
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iq_desktop.domain.erasure import Erasure
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.restore_opening import OpenedBackup
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.usecases.progress import Progress

_SCRATCH: Final = "backup.db"
_COPIES: Final = 3
"""How often a backup lies on the disk while it is restored: the cases as they were, under their new key, the log."""


@dataclass(frozen=True, slots=True)
class Built:
    """A vault that was made of a backup, not in its place yet."""

    header: VaultHeader
    cases: int
    erased_again: int


def build_vault(backup: OpenedBackup, new: Path, near: Sequence[Path], clock: Clock, progress: Progress) -> Built:
    """Make the cases and the header of a vault in a new folder; the catalogues are not in a backup.

    `near` are folders in which logs of erasings may lie. Raises DamagedBackupError, DamagedDatabaseError, Cancelled,
    OSError; whoever calls removes the folder then.
    """
    check_room(new, _COPIES * backup.manifest.size)
    header = replace(backup.header, device=secrets.token_hex(16))
    journal_key = header.journal_key(backup.root)
    _copy_cases(backup, new, progress)
    database = engine.open_database(new / CASES_NAME, backup.root.derive(Purpose.CASES))
    try:
        if check_revision(database, CASES):
            migrate(database, CASES)
        pen = JournalPen(header.device, backup.slot.id, clock, journal_key)
        erasures = gather_erasures(backup, near)
        erased = replay_erasures(database, pen, erasures) if erasures else 0
        cases = _note(database, pen, backup, erased)
        check_at_start(database, journal_key)
    finally:
        database.close()
    write_erasures(new, erasure_key_from(journal_key), erasures)
    header = header.with_next_revision(backup.root)
    write_header(new, header)
    return Built(header, cases, erased)


def gather_erasures(backup: OpenedBackup, near: Sequence[Path]) -> tuple[Erasure, ...]:
    """Return every erasing that is known from the backup itself, from logs near it, and from other backups there.

    So a log that is lost or bent brings nobody back whose erasing any of the backups beside it knows.
    """
    key = erasure_key_from(backup.header.journal_key(backup.root))
    logs = []
    with suppress(IqError):  # what cannot be read keeps nobody from the cases; the cases know their erasings themselves
        logs.append(open_erasures(backup.facts.erasures, key) if backup.facts.erasures else ())
    for folder in near:
        with suppress(OSError, IqError):  # the log of another vault
            logs.append(read_erasures(folder, key))
        logs += _erasures_in_backups(backup, folder, key)
    return join_erasures(*logs)


def _erasures_in_backups(backup: OpenedBackup, folder: Path, key: SecretKey) -> Iterator[tuple[Erasure, ...]]:
    """Yield the logs that were sealed in the backups of the same vault and key which lie in a folder."""
    with suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            with suppress(OSError, IqError):
                manifest = read_manifest(path)
                if manifest.header.vault_id == backup.manifest.header.vault_id:
                    sealed = open_facts(manifest, backup.root, path.name).erasures
                    yield open_erasures(sealed, key) if sealed else ()


def folders_near(backup: Path, place: Path) -> tuple[Path, ...]:
    """Return where logs of erasings may lie: beside the backup, in the place of the vault, beside its backups."""
    return tuple(dict.fromkeys((backup.parent, place, first_place(place))))


def _copy_cases(backup: OpenedBackup, new: Path, progress: Progress) -> None:
    """Bring the cases under the key of the vault, and prove that they are what was backed up."""
    scratch, key = new / _SCRATCH, backup.root.derive(Purpose.CASES)
    take_out_cases(backup.file, backup.manifest, scratch, progress, say("Reading the backup"))
    with watching(scratch, backup_key(backup.root)) as watch:
        copy_under_key(watch, new / CASES_NAME, key, progress, say("Restoring the cases"))
    try:
        check_copy(new / CASES_NAME, key, backup.facts.fingerprint, CheckSteps(progress, None))
    except UntrueCopyError as error:
        raise damaged_backup(backup.file.name) from error
    for path in new.glob(f"{_SCRATCH}*"):
        path.unlink()


def _note(database: Database, pen: JournalPen, backup: OpenedBackup, erased: int) -> int:
    """Note in the journal what came back, and return how many cases there are."""
    with database.writing() as connection:
        cases = connection.execute(select(func.count()).select_from(case_tables.case_file)).scalar_one()
        made_at = backup.manifest.made_at.isoformat(timespec="seconds")
        ends = {device: seq for device, seq, _mac in backup.facts.fingerprint.ends}
        told = {"made_at": made_at, "cases": cases, "erased_again": erased, "ends": ends}
        pen.note(connection, RESTORED, None, told)
    return int(cases)
