"""A new root key for a vault: both databases copied under it, the copies proved, and exchanged in one moment.

Why: who was removed may have kept a copy of the old key. Everybody else keeps password and code (slot_renewal.py), the
journal keeps its chain (vault_header.py). While the copies are made everybody goes on working; who saves meanwhile
makes them be made again. A kill at any step leaves the old vault or the new one, whole (key_exchange.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.storage import engine
from iq_desktop.storage.engine import Database
from iq_desktop.storage.header_codec import encode_header
from iq_desktop.storage.header_places import HEADER_NAME, write_header
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.key_copy import Watch, check_copy, copy_under_key, untrue_copy, watching
from iq_desktop.storage.key_exchange import copy_place, put_in_place, sweep
from iq_desktop.storage.problems import busy, disk_refused
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.secret_key import SecretKey, make_root_key
from iq_desktop.storage.vault import Vault
from iq_desktop.usecases.progress import Cancelled, Progress
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.storage.vault_header import VaultHeader

KEY_RENEWED: Final = "key_renewed"
"""The kind of the journal's entry."""
_TRIES: Final = 5
_CHECKS: Final = 3


class HalfExchangedError(IqError):
    """The new key counts, but its files are not in their place yet; the next start puts them there."""


Proof = Callable[["VaultHeader"], SecretKey]
"""Opens a header, before it counts, with a secret that somebody has just typed."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What a change of the key needs."""

    vault: Vault
    root: SecretKey
    pen: JournalPen
    proof: Proof
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Room:
    """One database on its way to the new key."""

    database: Database
    watch: Watch
    copy: Path
    key: SecretKey


def give_new_key(vault: Vault, pen: JournalPen, proof: Proof, progress: Progress) -> None:
    """Give an open vault a new root key; it stays open, with every password and code as it was.

    Raises Cancelled, UntrueCopyError, VaultBusyError, DiskRefusedError, IqError naming who must unlock once before;
    then the vault keeps its key and every row. Raises HalfExchangedError where only the next start can finish.
    """
    change = _Change(vault, make_root_key(), pen, proof, progress)
    vault.header.with_new_root(vault.root, change.root)
    try:
        for _ in range(_TRIES):
            if _try_once(change):
                return
        raise busy()
    except HalfExchangedError:
        raise
    except OSError as error:
        _sweep(vault.folder)
        raise disk_refused() from error
    except (IqError, Cancelled):
        _sweep(vault.folder)
        raise


def _sweep(folder: Path) -> None:
    with suppress(OSError):
        sweep(folder)


def _try_once(change: _Change) -> bool:
    """Return whether the copies became the vault; false where somebody saved meanwhile."""
    vault, root = change.vault, change.root
    with ExitStack() as watches:
        rooms = [_room(vault, database, root.derive(purpose), watches) for database, purpose in vault.rooms]
        for room in rooms:
            _make_copy(room, change.progress)
        with rooms[0].database.keeping_writers_out(), rooms[1].database.keeping_writers_out():
            if any(room.watch.has_changed() for room in rooms):
                return False
            for room in rooms:
                check_copy(room.copy, room.key, room.watch.read_fingerprint(), _Steps(change.progress))
            header = vault.header.with_new_root(vault.root, root)
            if change.proof(header) != root:
                raise untrue_copy(HEADER_NAME)
            _note(rooms[0], change.pen, header.generation)
            watches.close()
            _exchange(change, header, rooms)
    return True


def _room(vault: Vault, database: Database, key: SecretKey, watches: ExitStack) -> _Room:
    copy = copy_place(vault.folder, database.path.name, vault.header.generation + 1)
    watch = watches.enter_context(watching(database.path, database.keyhole.key))
    return _Room(database, watch, copy, key)


def _make_copy(room: _Room, progress: Progress) -> None:
    for path in room.copy.parent.glob(f"{room.copy.name}*"):  # what an attempt before this one left
        path.unlink()
    copy_under_key(room.watch, room.copy, room.key, progress, say("Encrypting with the new key"))


def _note(room: _Room, pen: JournalPen, generation: int) -> None:
    """Write the entry into the copy, so that it is there exactly when the new key is."""
    database = engine.open_database(room.copy, room.key)
    try:
        with database.writing() as connection:
            pen.note(connection, KEY_RENEWED, None, {"generation": generation})
    finally:
        database.close()


def _exchange(change: _Change, header: VaultHeader, rooms: list[_Room]) -> None:
    """Make the copies the vault: the header decides, then the files move."""
    vault = change.vault
    with ExitStack() as still:
        for room in rooms:
            still.enter_context(room.database.standing_still())
        for room in rooms:
            _check_logs(room)
            _sync(room.copy)
        sync_folder(vault.folder)
        try:
            _decide(vault.folder, header)
        except HalfExchangedError:
            vault.take_new_root(header, change.root)  # nothing more is written into the old files
            raise
        vault.take_new_root(header, change.root)
        try:
            put_in_place(vault.folder, header.generation, {room.database.path.name: room.key for room in rooms})
        except OSError as error:
            raise _half_exchanged() from error


def _decide(folder: Path, header: VaultHeader) -> None:
    """Write the header that makes the copies the vault.

    Raises OSError where the old header is still the one on the disk, HalfExchangedError where that is not certain.
    """
    try:
        write_header(folder, header)
    except OSError as error:
        try:
            is_new = (folder / HEADER_NAME).read_bytes() == encode_header(header)
        except OSError:
            is_new = True
        if is_new:
            raise _half_exchanged() from error
        raise


def _check_logs(room: _Room) -> None:
    """Raise VaultBusyError where a log holds anything: it would be lost with the file beside it."""
    for path in (room.database.path, room.copy):
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise busy()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _half_exchanged() -> HalfExchangedError:
    return HalfExchangedError(
        say("The new key is valid, but the disk did not let the files of the vault be exchanged."),
        say("Please close the program and start it again: it finishes this by itself. Nothing is lost."),
    )


@dataclass(slots=True)
class _Steps:
    """Counts the checks of a copy as steps of the progress."""

    progress: Progress
    done: int = 0

    def __call__(self, text: Text) -> None:
        self.done += 1
        self.progress.step(self.done, _CHECKS, text)
