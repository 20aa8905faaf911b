"""Attempts to open the vault that failed: counted beside it, and told in the journal at the next unlocking.

While the vault is closed nobody can write into it. So each refusal adds its moment, and nothing else, to a small file.
Whoever can change files can also empty it: it tells of colleagues and children who try, not of thieves with tools.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.safe_file import write_file_safely
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault

ATTEMPTS_NAME: Final = "vault.attempts"
UNLOCKED: Final = "unlocked"
FAILED: Final = "unlock_failed"
LOCKED: Final = "locked"
"""The kinds of the journal's entries."""
_MOST: Final = 1000


def note_refusal(folder: Path, moment: dt.datetime) -> None:
    """Add one failed attempt; a disk that takes nothing is no reason to say anything else than that it failed."""
    moments = [*read_refusals(folder), moment][-_MOST:]
    with suppress(OSError):
        lines = "".join(f"{one.astimezone(dt.UTC).isoformat(timespec='seconds')}\n" for one in moments)
        write_file_safely(folder / ATTEMPTS_NAME, lines.encode())


def read_refusals(folder: Path) -> tuple[dt.datetime, ...]:
    """Return the moments of failures since the last unlocking, a thousand at most; garbled lines are left out."""
    try:
        lines = (folder / ATTEMPTS_NAME).read_text(encoding="utf-8", errors="replace").splitlines()[-_MOST:]
    except OSError:
        return ()
    return tuple(moment for line in lines if (moment := _moment(line)) is not None)


def note_unlocking(vault: Vault, pen: JournalPen, way: str) -> int:
    """Tell in the journal that somebody unlocked the vault, and how often that failed before; return how often.

    `way` is `password`, `code` or `new`. A full disk shuts nobody out: then the count stays for the next time.
    """
    refusals = read_refusals(vault.folder)
    payload: dict[str, object] = {"way": way, "failed": len(refusals)}
    if refusals:
        payload |= {"first": refusals[0].isoformat(), "last": refusals[-1].isoformat()}
    moments = [moment.isoformat() for moment in refusals]
    with suppress(IqError, OSError):
        with vault.cases.writing() as connection:
            if refusals:
                pen.note(connection, FAILED, None, {"count": len(refusals), "moments": moments})
            pen.note(connection, UNLOCKED, None, payload)
        (vault.folder / ATTEMPTS_NAME).unlink(missing_ok=True)
    return len(refusals)


def note_locking(vault: Vault, pen: JournalPen) -> None:
    """Tell in the journal that the vault is closed; a disk that refuses it keeps nobody from leaving."""
    with suppress(IqError, OSError), vault.cases.writing() as connection:
        pen.note(connection, LOCKED, None, {})


def _moment(line: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(line)
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None
