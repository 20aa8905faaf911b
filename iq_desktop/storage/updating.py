"""A vault of an earlier program becomes one of today: after a backup, both files together, or it stays as it was.

Each database is changed in one transaction, and none is ended before all steps of both have been taken. Should the disk
refuse the last one when the other is written already, that one is put back from a copy. A kill in between leaves files
of which one is newer than the other; the next opening goes on from there.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.migrations.schema import find_revision, upgrade
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.vault_place import spare_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.migrations.schema import Schema
    from iq_desktop.usecases.progress import Progress

_SPARE_ROOM: Final = 16 * 1024 * 1024
_MEGABYTE: Final = 1024 * 1024


class UpdateRefusedError(DiskRefusedError):
    """The vault could not be brought up to date, because the disk refused; it is as it was."""


def update_vault(due: Sequence[tuple[Database, Schema]], backup: Callable[[], object], progress: Progress) -> None:
    """Bring the databases that are due to their newest revision, all or none; `backup` comes first.

    Raises what `backup` raises, UpdateRefusedError where the disk has no room, Cancelled; then every file holds what it
    held, and the program that wrote it last opens it.
    """
    with _room_for([database.path for database, _ in due]):
        progress.step(0, None, say("Making a backup before the update"))
        backup()
        with ExitStack() as at_end:
            for database, _ in due[1:]:
                at_end.enter_context(_putting_back(database))
            for database, schema in due:
                connection = at_end.enter_context(database.restructuring())
                before = find_revision(connection)
                pending = schema.revisions[schema.revisions.index(before) + 1 :] if before else schema.revisions
                for done, revision in enumerate(pending):
                    progress.step(done, len(pending), say("Bringing the vault up to date"))
                    upgrade(connection, schema, revision)
            progress.step(1, 1, say("Bringing the vault up to date"))


@contextmanager
def _room_for(paths: Sequence[Path]) -> Iterator[None]:
    """Raise UpdateRefusedError where the disk has no room to write some files anew, or refuses in the midst of it."""
    folder, needed = paths[0].parent, sum(path.stat().st_size for path in paths) + _SPARE_ROOM
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise _no_room(-(-needed // _MEGABYTE), free // _MEGABYTE)
    try:
        yield
    except (OSError, DiskRefusedError) as error:
        raise UpdateRefusedError(say("The disk did not accept the update of the vault."), _AS_IT_WAS) from error


_AS_IT_WAS: Final = say(
    "The vault is as it was, and the earlier version of the program still opens it. Please free some space or check "
    "the disk, then unlock again."
)


def _no_room(needed: int, free: int) -> UpdateRefusedError:
    told = say(
        "There is not enough room to bring the vault up to date: {needed} MB are needed, {free} MB are free.",
        needed=needed,
        free=free,
    )
    return UpdateRefusedError(told, _AS_IT_WAS)


@contextmanager
def _putting_back(database: Database) -> Iterator[None]:
    """Put a database back as it was where the work fails that begins now, even when its own part of it was written."""
    database.checkpoint()
    path, spare = database.path, spare_of(database.path)
    try:
        with path.open("rb") as source, spare.open("wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError:
        spare.unlink(missing_ok=True)
        raise
    try:
        yield
    except BaseException:
        database.close()
        for log in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            log.unlink(missing_ok=True)
        spare.replace(path)
        sync_folder(path.parent)
        raise
    spare.unlink(missing_ok=True)
