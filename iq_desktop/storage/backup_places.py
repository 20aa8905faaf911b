"""Where backups lie: beside the vault, and in a second place such as a stick; what is there, what comes, what goes.

    <vault> backups/                             the first place, on the disk of the vault
    <chosen>/IQ Desktop backups/vault 1a2b3c4d/  the second place; the folder tells a stick from another stick, and
                                                 the vaults of several laptops apart

A file counts when its manifest is whole and its length right; what its cases are worth was proved when it was made and
copied, and is proved again in turns. A file that fails is renamed and never deleted.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.backup import BackupPlace, KeptBackup, PlaceKind, PlaceState, choose_to_go
from iq_desktop.storage.backup_file import SUFFIX, Manifest, prove_backup, read_manifest
from iq_desktop.storage.backup_making import PART_MARK, check_room, forget_cached, sweep_parts
from iq_desktop.storage.backup_problems import (
    BackupRefusedError,
    DamagedBackupError,
    NewerBackupError,
    NoBackupError,
    backup_refused,
    untrue_backup,
)
from iq_desktop.storage.erasure_log import read_erasures, write_erasures
from iq_desktop.storage.place_check import Ground, Surroundings, look_at_place
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.storage.secret_key import SecretKey
    from iq_desktop.usecases.progress import Progress

FOLDER_NAME: Final = "IQ Desktop backups"
DAMAGED_MARK: Final = ".damaged"
_NAMED: Final = 8

DeviceOf = Callable[[Path], int]
"""Gives the number of the disk on which a folder lies."""


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that lies somewhere, and what it says of itself."""

    path: Path
    manifest: Manifest

    def told(self, *, is_in_second_place: bool = False, generation: int = 1) -> KeptBackup:
        """Return it in the words of the domain; `generation` is that of the vault's present key."""
        return KeptBackup(
            name=self.path.name,
            made_at=self.manifest.made_at,
            size=self.path.stat().st_size,
            reason=self.manifest.reason,
            is_in_second_place=is_in_second_place,
            is_of_now=self.manifest.header.generation == generation,
        )


def list_backups(folder: Path, vault_id: str) -> tuple[Found, ...]:
    """Return the backups of a vault in a folder, newest first; none where the folder is not there.

    Damaged ones are set aside on the way; those of other vaults and newer programs stay unseen and untouched.
    """
    found = [one for path in _files(folder) if (one := _look(path)) is not None]
    ours = (one for one in found if one.manifest.header.vault_id == vault_id)
    return tuple(sorted(ours, key=_age, reverse=True))


def list_damaged(folder: Path) -> tuple[str, ...]:
    """Return the names of the files that were set aside."""
    try:
        return tuple(sorted(path.name for path in folder.glob(f"*{SUFFIX}{DAMAGED_MARK}*")))
    except OSError:
        return ()


def set_aside(path: Path) -> None:
    """Give a damaged backup a name under which it never counts; it is not deleted. A disk may refuse that."""
    aside = path.with_name(f"{path.name}{DAMAGED_MARK}")
    if aside.exists():
        aside = aside.with_name(f"{aside.name}-{secrets.token_hex(2)}")
    with suppress(OSError):
        path.rename(aside)


def copy_backup(found: Found, place: Path, progress: Progress) -> Found:
    """Copy a backup into another place and prove it there; raises BackupRefusedError or Cancelled, nothing is left."""
    target = place / found.path.name
    part = target.with_name(f"{target.name}{PART_MARK}")
    try:
        sweep_parts(place)
        check_room(place, found.path.stat().st_size)
        _copy_bytes(found.path, part, progress)
        forget_cached(part)
        if prove_backup(part, progress, say("Reading the copy in the second place")) != found.manifest:
            raise untrue_backup()
        part.replace(target)
        sync_folder(place)
    except BackupRefusedError:
        raise
    except (NoBackupError, DamagedBackupError, NewerBackupError) as error:
        raise untrue_backup() from error
    except OSError as error:
        raise backup_refused() from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Found(target, found.manifest)


def thin_out(folder: Path, vault_id: str, last: str) -> int:
    """Delete the backups of a vault that are no longer needed in a place, and return how many.

    `last` is the name of the one that was made last.
    """
    paths = {one.told(): one.path for one in list_backups(folder, vault_id)}
    going = choose_to_go(tuple(paths), next((one for one in paths if one.name == last), None))
    for one in going:
        with suppress(OSError):
            paths[one].unlink()
    return len(going)


def spread_erasures(folder: Path, place: Path, key: SecretKey) -> None:
    """Write the log of erasings of a vault beside its backups, joined with what stands there; a disk may refuse it."""
    with suppress(OSError, IqError):
        erasures = read_erasures(folder, key)
        if erasures and place.is_dir():
            write_erasures(place, key, erasures)


def second_folder(chosen: Path, vault_id: str) -> Path:
    """Return the folder for the backups of a vault within a chosen one."""
    root = chosen if chosen.name == FOLDER_NAME else chosen / FOLDER_NAME
    return root / f"vault {vault_id[:_NAMED]}"


def judge_place(
    chosen: Path, vault: Path, surroundings: Surroundings | None = None, device_of: DeviceOf | None = None
) -> tuple[PlaceKind, str]:
    """Return what a chosen folder lies on, seen from the folder of the vault, and what that is called."""
    place = look_at_place(chosen, surroundings)
    if place.ground is Ground.NETWORK:
        return PlaceKind.NETWORK, place.name
    if place.ground is Ground.CLOUD:
        return PlaceKind.CLOUD, place.name
    number = device_of or _device_of
    try:
        is_same = number(chosen) == number(vault)
    except OSError:
        is_same = False
    return (PlaceKind.SAME_DISK if is_same else PlaceKind.OTHER_DISK), ""


def look_at_second(chosen: Path, vault: Path, vault_id: str) -> BackupPlace:
    """Return what the second place is like now; a stick that is not plugged in, or another one, is away."""
    folder = second_folder(chosen, vault_id)
    try:
        is_there = folder.is_dir()
    except OSError:
        is_there = False
    kind, name = judge_place(chosen, vault)
    if not is_there:
        return BackupPlace(chosen, kind, PlaceState.AWAY, name)
    state = PlaceState.THERE if os.access(folder, os.W_OK) else PlaceState.WRITE_PROTECTED
    return BackupPlace(chosen, kind, state, name)


def make_second(chosen: Path, vault: Path, vault_id: str) -> BackupPlace:
    """Make the folder for backups in a chosen one and try whether it can be written to; raises IqError."""
    check_second(chosen, vault)
    folder = second_folder(chosen, vault_id)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"probe-{secrets.token_hex(4)}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise BackupRefusedError(
            say("This folder cannot be written to."),
            say("Please choose another folder or stick, or remove its write protection."),
        ) from error
    return look_at_second(chosen, vault, vault_id)


def check_second(chosen: Path, vault: Path) -> None:
    """Raise IqError for a folder that cannot be the second place."""
    if not chosen.is_dir():
        raise BackupRefusedError(
            say("There is no folder in this place."), say("Please plug in the stick, or choose another folder.")
        )
    if chosen.resolve() == vault.resolve() or vault.resolve() in chosen.resolve().parents:
        raise BackupRefusedError(
            say("This folder is that of the vault itself."), say("Please choose a folder on a stick or another disk.")
        )


def _age(found: Found) -> tuple[dt.datetime, int, str]:
    """Return by what backups are sorted; the moment of writing decides between two of one moment."""
    return found.manifest.made_at, found.path.stat().st_mtime_ns, found.path.name


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.glob(f"*{SUFFIX}") if path.is_file()]
    except OSError:
        return []


def _look(path: Path) -> Found | None:
    """Return a backup, or none where a file is none; a damaged one is set aside."""
    try:
        return Found(path, read_manifest(path))
    except (NoBackupError, DamagedBackupError):
        set_aside(path)
    except (NewerBackupError, OSError):
        pass
    return None


def _copy_bytes(source: Path, target: Path, progress: Progress) -> None:
    """Copy a file, on the disk at the end."""
    whole, done = source.stat().st_size, 0
    with source.open("rb") as read, target.open("wb") as written:
        while block := read.read(1024 * 1024):
            written.write(block)
            done += len(block)
            progress.step(done, whole, say("Copying the backup to the second place"))
        written.flush()
        os.fsync(written.fileno())
    shutil.copystat(source, target)


def _device_of(folder: Path) -> int:
    """Return the number of the disk of a folder, or of the nearest one above it that is there."""
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    return there.stat().st_dev
