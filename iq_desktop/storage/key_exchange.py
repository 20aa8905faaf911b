"""The exchange of the root key: which files belong to which key, and how they come to their place after a crash.

A copy under a new key stands beside its original, named after the generation of the key (`cases.db.key-2`). The one
moment that decides is the writing of the header: before it the copies are leftovers, after it they are the vault, and
whoever opens it next moves to their place what a crash left beside it. A file that the key opens is never replaced.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.engine import is_opened_by
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.vault_place import ROOM_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from iq_desktop.storage.secret_key import SecretKey

_MARK: Final = re.compile(r"\.key-(\d+)(-wal|-shm|-journal)?$")


def copy_place(folder: Path, name: str, generation: int) -> Path:
    """Return where the copy of a database under the key of a generation is made."""
    return folder / f"{name}.key-{generation}"


def put_in_place(folder: Path, generation: int, keys: Mapping[str, SecretKey]) -> None:
    """Move the copies of a generation to their places, where the key opens them and not what stands there.

    `keys` names the key of each database. A log beside the old file was emptied before; should there be one, it is set
    aside, for it must never meet the new file.
    """
    moved = False
    for name, key in keys.items():
        copy, place = copy_place(folder, name, generation), folder / name
        if not copy.exists() or is_opened_by(place, key) or not is_opened_by(copy, key):
            continue
        for log in (folder / f"{name}-wal", folder / f"{name}-shm"):
            if log.exists() and log.stat().st_size:
                log.replace(folder / f"{log.name}.before-key-{generation}")
            else:
                log.unlink(missing_ok=True)
        copy.replace(place)
        moved = True
    if moved:
        sync_folder(folder)


def sweep(folder: Path) -> None:
    """Remove copies that never became the vault; only for a vault that has opened."""
    for path in _leftovers(folder):
        with suppress(OSError):  # the next opening sweeps again
            path.unlink()


def _leftovers(folder: Path) -> Iterator[Path]:
    for name in ROOM_NAMES:
        for path in folder.glob(f"{name}.key-*"):
            if _MARK.search(path.name):
                yield path
