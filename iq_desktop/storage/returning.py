"""The port `Returns`: the way back from a backup file to a vault in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.usecases.ports import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.backup import BackupAge, BackupLook, Returned
    from iq_desktop.usecases.backup_ports import BackupSecret
    from iq_desktop.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class VaultReturns:
    """The way back into one folder."""

    folder: Path
    clock: Clock

    def find_backups(self) -> Sequence[BackupLook]:
        """Return the backups that lie beside the place of the vault, newest first."""
        return ()

    def look_at_backup(self, file: Path) -> BackupLook:
        """Return what a file says of itself."""
        raise NotImplementedError

    def is_place_taken(self) -> bool:
        """Return whether there is something in the place of the vault that may be a living vault."""
        raise NotImplementedError

    def compare(self, file: Path, secret: BackupSecret, anchor_code: str = "") -> BackupAge:
        """Open a backup and return what it holds and how far it is behind the newest state that is known."""
        raise NotImplementedError

    def restore(self, file: Path, secret: BackupSecret, progress: Progress) -> Returned:
        """Make the vault anew from a backup."""
        raise NotImplementedError
