"""The ports of backups: those of an open vault, and the way back from one where no vault is open.

Every call looks at disks, sticks or the network and may take long: call it behind the window.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.backup import (
        BackupAge,
        BackupLook,
        BackupPlace,
        BackupReason,
        BackupState,
        Drill,
        KeptBackup,
        Returned,
    )
    from iq_desktop.usecases.progress import Progress


class Backups(Protocol):
    """The backups of an open vault; whatever fails raises IqError, leaves nothing half made and touches no old one."""

    def state(self) -> BackupState:
        """Return what is known of the backups."""

    def kept(self) -> Sequence[KeptBackup]:
        """Return the backups that count, in both places, newest first."""

    def first_place(self) -> Path:
        """Return the folder on this computer in which backups lie; it need not be there yet."""

    def back_up(self, reason: BackupReason, progress: Progress) -> BackupState:
        """Make a backup, prove it, copy it to the second place where that is there, and thin out.

        Saving goes on meanwhile. Raises Cancelled, or IqError where the disk is full or refuses. A second place that
        is away or refuses does not make the backup fail: `last_outside` then stays what it was.
        """

    def look_at_place(self, folder: Path) -> BackupPlace:
        """Return what a folder would be as the second place; nothing is touched. Raises IqError where it is none."""

    def choose_second_place(self, folder: Path) -> BackupPlace:
        """Keep backups there as well from now on; raises IqError where the folder cannot be written to."""

    def forget_second_place(self) -> None:
        """Keep backups on this computer only; what lies in the second place stays there."""

    def copy_newest(self, folder: Path, progress: Progress) -> Path:
        """Copy the newest backup into a folder once, prove it there, and return its file; raises Cancelled or IqError.

        The folder is not remembered.
        """

    def drill(self, progress: Progress) -> Drill:
        """Restore the newest backup into a scratch vault, compare it with the living one, and keep the outcome.

        Raises Cancelled, or IqError where there is no backup that the present key opens, or no room.
        """


@dataclass(frozen=True, slots=True)
class BackupSecret:
    """What opens a backup: a recovery code as it was typed, or an adviser's password of the day it was made."""

    code: str = field(default="", repr=False)
    adviser_id: str = ""
    password: str = field(default="", repr=False)


class Returns(Protocol):
    """The way back from a backup file to a vault; every call may raise IqError and then has changed nothing."""

    def find_backups(self) -> Sequence[BackupLook]:
        """Return the backups that lie beside the place of the vault, newest first; empty where there are none."""

    def look_at_backup(self, file: Path) -> BackupLook:
        """Return what a file says of itself; raises IqError where it is no backup, or a damaged one."""

    def is_place_taken(self) -> bool:
        """Return whether there is something in the place of the vault that may be a living vault."""

    def compare(self, file: Path, secret: BackupSecret, anchor_code: str = "") -> BackupAge:
        """Open a backup and return what it holds and how far it is behind the newest state that is known.

        `anchor_code` is a check code that was printed on paper, or empty. Takes about a second.
        """

    def restore(self, file: Path, secret: BackupSecret, progress: Progress) -> Returned:
        """Make the vault anew from a backup; it is closed afterwards, and the same secret opens it.

        A living vault is never touched: IqError. A damaged one is set aside whole. Raises Cancelled.
        """
