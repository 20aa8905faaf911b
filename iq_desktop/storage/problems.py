"""What disks and files do to a vault, in words for the person at the desk."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.usecases.vault_health import DamagedVault
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

# Primary result codes of SQLite (https://sqlite.org/rescode.html).
_DISK_CODES: Final = frozenset({8, 10, 13, 14})  # READONLY, IOERR, FULL, CANTOPEN
_BUSY_CODES: Final = frozenset({5, 6})  # BUSY, LOCKED
_DAMAGE_CODES: Final = frozenset({11, 26})  # CORRUPT, NOTADB
_PRIMARY_CODE: Final = 0xFF
_CODES_OF_WORDS: Final = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""What SQLite calls its codes: the driver's copying of a database tells only these words (sqlite3_errstr)."""


class MissingDatabaseError(IqError):
    """A database file of the vault is not there."""


class ForeignDatabaseError(DamagedVault):
    """A database file does not belong to this vault's key, or its first page is damaged."""


class DamagedDatabaseError(DamagedVault):
    """A database file is damaged."""


class DiskRefusedError(IqError):
    """The disk did not take or give the data."""


class VaultGoneError(DiskRefusedError):
    """The folder of the open vault is no longer there."""


class VaultBusyError(IqError):
    """Another save takes too long."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what a disk or a damaged file does into words; a mistake in our own SQL stays what it is."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        problem = _problem_of(getattr(error, "orig", error))
        if problem is None:
            raise
        raise problem from error


def _problem_of(error: object) -> IqError | None:
    code = getattr(error, "sqlite_errorcode", None) or _CODES_OF_WORDS.get(str(error))
    primary = code & _PRIMARY_CODE if isinstance(code, int) else None
    if primary in _BUSY_CODES:
        return busy()
    if primary in _DISK_CODES:
        return disk_refused()
    if primary in _DAMAGE_CODES:
        return DamagedDatabaseError(
            say("A file of the vault is damaged."),
            say(
                "Please lock the program and unlock it again: the damaged vault can then be set aside and its "
                "readable cases rescued. Nothing is overwritten."
            ),
        )
    return None


def damaged_database(name: str) -> DamagedDatabaseError:
    """Return the message for a file in which something is not as it was written."""
    return DamagedDatabaseError(
        say("The file “{name}” of the vault is damaged.", name=name),
        say("Nothing was changed. The readable cases can be rescued, or a backup be restored."),
    )


def disk_refused() -> DiskRefusedError:
    """Return the message for a disk that is full, write-protected or gone."""
    return DiskRefusedError(
        say("The disk did not accept the data. The last step is not saved."),
        say("Your words are still on the screen. Please free some space or check the disk, then save again."),
    )


def vault_gone() -> VaultGoneError:
    """Return the message for a vault whose folder vanished: a stick pulled out, a folder moved or renamed."""
    return VaultGoneError(
        say("The folder of the vault is no longer there. The last step is not saved."),
        say(
            "Your words are still on the screen. Please plug in the stick again or put the folder back to its place, "
            "then save again."
        ),
    )


def busy() -> VaultBusyError:
    """Return the message for a save that must wait too long."""
    return VaultBusyError(
        say("The vault is still busy with another step."),
        say("Your words are still on the screen. Please try again in a moment."),
    )
