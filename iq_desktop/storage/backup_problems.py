"""What can go wrong with a backup, in words for the person at the desk."""

from __future__ import annotations

from typing import Final

from iq_desktop.storage.key_slots import AccessRefusedError
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

_MEGABYTE: Final = 1_000_000


class NoBackupError(IqError):
    """A file is no backup, or only a part of one."""


class DamagedBackupError(IqError):
    """A backup is not what was written, or was put together from several."""


class NewerBackupError(IqError):
    """A newer version of the program made the backup."""


class BackupRefusedError(IqError):
    """A backup could not be made or read: the disk refused, or what was written did not prove true."""


class LivingVaultError(IqError):
    """A vault that may be alive stands where another one shall come back."""


def no_backup(name: str) -> NoBackupError:
    """Return the message for a file that does not end as a backup does."""
    return NoBackupError(
        say("The file “{name}” is no backup of IQ Desktop, or only a part of one.", name=name),
        say("Please choose another file. The names of backups end in “.iqbackup”. Nothing was changed."),
    )


def damaged_backup(name: str) -> DamagedBackupError:
    """Return the message for a file of which something is not as it was written."""
    return DamagedBackupError(
        say("The backup “{name}” is damaged, or it was put together from several files.", name=name),
        say("It is not used, and nothing was changed. Please choose another backup."),
    )


def newer_backup() -> NewerBackupError:
    """Return the message for a backup of a newer program."""
    return NewerBackupError(
        say("This backup was made with a newer version of IQ Desktop."),
        say("Please install the newest version and restore it there. Nothing was changed."),
    )


def outdated_secret() -> AccessRefusedError:
    """Return the message for a secret that opens a backup and counts no more in the vault that lies in the place."""
    return AccessRefusedError(
        say("This password or code was replaced after the backup was made, or this person was removed."),
        say("Please use the newest password or the newest recovery code. Nothing was changed."),
    )


def backup_refused() -> BackupRefusedError:
    """Return the message for a disk that does not take a backup."""
    return BackupRefusedError(
        say("The backup could not be written: the disk is full, write-protected or gone."),
        say("Your cases and the backups from before are unchanged. Please free some space or check the disk."),
    )


def return_refused() -> BackupRefusedError:
    """Return the message for a disk that does not give a backup or does not take what comes back."""
    return BackupRefusedError(
        say("The backup could not be read, or the disk did not accept what was to be restored."),
        say("Nothing was changed. Please check the stick with the backup, free some space on the disk and try again."),
    )


def no_room(needed: int, free: int) -> BackupRefusedError:
    """Return the message for a disk without room; both in bytes."""
    return BackupRefusedError(
        say(
            "There is not enough room on the disk: {needed} MB are needed, {free} MB are free.",
            needed=-(-needed // _MEGABYTE),
            free=free // _MEGABYTE,
        ),
        say("Your cases and the backups from before are unchanged. Please free some space or check the disk."),
    )


def untrue_backup() -> BackupRefusedError:
    """Return the message for a backup that was read again and is not what was written."""
    return BackupRefusedError(
        say("The new backup was read again and is not what was written. It does not count."),
        say("Your cases and the backups from before are unchanged. Please check the disk and try again."),
    )


def living_vault() -> LivingVaultError:
    """Return the message for a place in which a vault stands that is not known to be broken."""
    return LivingVaultError(
        say("In this place stands a vault that may hold newer cases. It is not overwritten."),
        say(
            "Please unlock it with your password. If you really want to go back to the backup: close the program and "
            "give the folder of the vault another name first. Nothing was changed."
        ),
    )
