"""The port `Backups` on an open vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.backup import BackupPlace, BackupReason, BackupState, Drill, KeptBackup
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class VaultBackups:
    """The backups of an open vault."""

    vault: Vault
    pen: JournalPen

    def state(self) -> BackupState:
        """Return what is known of the backups."""
        return BackupState(has_changed=False)

    def kept(self) -> Sequence[KeptBackup]:
        """Return the backups that count, in both places, newest first."""
        raise NotImplementedError

    def first_place(self) -> Path:
        """Return the folder on this computer in which backups lie."""
        raise NotImplementedError

    def back_up(self, reason: BackupReason, progress: Progress) -> BackupState:
        """Make a backup, prove it, copy it to the second place where that is there, and thin out."""
        raise NotImplementedError

    def look_at_place(self, folder: Path) -> BackupPlace:
        """Return what a folder would be as the second place."""
        raise NotImplementedError

    def choose_second_place(self, folder: Path) -> BackupPlace:
        """Keep backups there as well from now on."""
        raise NotImplementedError

    def forget_second_place(self) -> None:
        """Keep backups on this computer only."""
        raise NotImplementedError

    def drill(self, progress: Progress) -> Drill:
        """Restore the newest backup into a scratch vault and compare it with the living one."""
        raise NotImplementedError
