"""One program at a time: the lock on a vault, and who holds it.

The operating system holds the lock and drops it when the process ends, however it ends. Who holds it is written beside
it, because Windows lets nobody read a locked file; that note is only for the message and never decides anything.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

LOCK_NAME: Final = "vault.lock"
HOLDER_NAME: Final = "vault.lock.holder"
_LONGEST_NOTE: Final = 1000


class VaultInUseError(IqError):
    """Another program has the vault open."""


@dataclass(frozen=True, slots=True)
class InstanceLock:
    """A vault that is ours until we release it."""

    folder: Path
    lock: FileLock

    @property
    def is_held(self) -> bool:
        """Whether the vault is still ours."""
        return bool(self.lock.is_locked)

    def release(self) -> None:
        """Let the next program in; releasing twice does no harm."""
        if self.lock.is_locked:
            with contextlib.suppress(OSError):
                (self.folder / HOLDER_NAME).unlink()
            self.lock.release()


def lock_vault(folder: Path) -> InstanceLock:
    """Take the lock of a vault without waiting; raises VaultInUseError naming the holder where that is known."""
    lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise _in_use(_read_holder(folder)) from None
    except OSError as error:
        if _is_held(folder / LOCK_NAME):
            raise _in_use(_read_holder(folder)) from error
        raise IqError(
            say("The folder of the vault cannot be written to."),
            say(
                "Please check whether the disk or the stick is write-protected, and whether you may change this folder."
            ),
        ) from error
    with contextlib.suppress(OSError):
        (folder / HOLDER_NAME).write_text(json.dumps(_this_holder()), encoding="utf-8")
    return InstanceLock(folder, lock)


def _is_held(path: Path) -> bool:
    """Return whether somebody holds a lock that we may not even write: another user of the same computer."""
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415  (not on Windows)

    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _this_holder() -> dict[str, str]:
    try:
        person = getpass.getuser()
    except (OSError, KeyError, ImportError):
        person = ""
    return {"person": person, "machine": platform.node()}


def _read_holder(folder: Path) -> tuple[str, str] | None:
    try:
        note = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8")[:_LONGEST_NOTE])
        person, machine = note["person"], note["machine"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return (person, machine) if isinstance(person, str) and isinstance(machine, str) else None


def _in_use(holder: tuple[str, str] | None) -> VaultInUseError:
    advice = say("Please close the other window first. Nothing was changed.")
    if holder is None or not any(holder):
        return VaultInUseError(say("This vault is already open in another program."), advice)
    person, machine = (words or "?" for words in holder)
    return VaultInUseError(
        say("This vault is already open: user “{person}” on the computer “{machine}”.", person=person, machine=machine),
        advice,
    )
