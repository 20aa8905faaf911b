"""The port `Returns`: the way back from a backup file to a vault in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.domain.backup import BackupAge, BackupLook, Returned
from iq_desktop.storage.backup_file import SUFFIX, read_manifest
from iq_desktop.storage.backup_making import first_place
from iq_desktop.storage.migrations.schema import CASES
from iq_desktop.storage.restore_age import age_of
from iq_desktop.storage.restore_opening import look_into, open_backup, secret_of
from iq_desktop.storage.restoring import may_be_living, restore_vault
from iq_desktop.usecases.ports import Clock
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.storage.backup_file import Manifest
    from iq_desktop.usecases.backup_ports import BackupSecret
    from iq_desktop.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class VaultReturns:
    """The way back into one folder."""

    folder: Path
    clock: Clock

    def find_backups(self) -> Sequence[BackupLook]:
        """Return the backups that lie beside the place of the vault, newest first; empty where there are none."""
        found = [one for path in _files(first_place(self.folder)) if (one := _try_to_look(path)) is not None]
        return tuple(sorted(found, key=lambda look: look.made_at, reverse=True))

    def look_at_backup(self, file: Path) -> BackupLook:
        """Return what a file says of itself.

        Raises NoBackupError, DamagedBackupError, NewerBackupError, BackupRefusedError.
        """
        return _look_of(file, look_into(file))

    def is_place_taken(self) -> bool:
        """Return whether there is something in the place of the vault that may be a living vault."""
        return may_be_living(self.folder)

    def compare(self, file: Path, secret: BackupSecret, anchor_code: str = "") -> BackupAge:
        """Open a backup and return what it holds and how far it is behind the newest state that is known.

        Raises the errors of `open_backup`, RecoveryCodeSlipError, UnreadableCode.
        """
        return age_of(open_backup(file, secret_of(secret), self.folder), self.folder, anchor_code)

    def restore(self, file: Path, secret: BackupSecret, progress: Progress) -> Returned:
        """Make the vault anew from a backup; raises the errors of `restore_vault`, and RecoveryCodeSlipError."""
        return restore_vault(file, secret_of(secret), self.folder, self.clock, progress)


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return []


def _try_to_look(path: Path) -> BackupLook | None:
    try:
        return _look_of(path, read_manifest(path))
    except (OSError, IqError):
        return None


def _look_of(file: Path, manifest: Manifest) -> BackupLook:
    return BackupLook(
        file=file,
        made_at=manifest.made_at,
        size=file.stat().st_size,
        program=manifest.program,
        advisers=tuple((slot.id, slot.label) for slot in manifest.header.advisers),
        is_newer=manifest.schema not in CASES.revisions,
    )
