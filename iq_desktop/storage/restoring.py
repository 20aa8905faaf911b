"""Putting a vault that was made of a backup in its place: never onto a living one, a broken one is set aside whole."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from iq_desktop.domain.backup import Returned
from iq_desktop.storage import engine
from iq_desktop.storage.backup_problems import living_vault, return_refused
from iq_desktop.storage.header_places import has_header, read_headers
from iq_desktop.storage.instance_lock import lock_vault
from iq_desktop.storage.place_check import check_new_ground
from iq_desktop.storage.problems import DamagedDatabaseError, DiskRefusedError
from iq_desktop.storage.quarantine import exchange, finish_exchange, rescue_folder, sweep_half_made
from iq_desktop.storage.restore_building import build_vault, folders_near
from iq_desktop.storage.restore_opening import open_backup
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.salvage import bring_catalogues, bring_drafts
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.unlocking import Unlocked, unlock_newest
from iq_desktop.storage.vault_checks import check_before_opening
from iq_desktop.storage.vault_place import CASES_NAME, ROOM_NAMES, check_new_place
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.restore_opening import OpenedBackup
    from iq_desktop.storage.unlocking import Secret
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.usecases.progress import Progress


def restore_vault(file: Path, secret: Secret, place: Path, clock: Clock, progress: Progress) -> Returned:
    """Make a vault of a backup in a place that is empty, or where a broken vault lies, which is set aside.

    Raises LivingVaultError, PlaceTakenError, UnsafePlaceError, VaultInUseError, the errors of `open_backup`,
    BackupRefusedError, Cancelled; then every file in the place and the backup is as it was.
    """
    engine.check_engine(engine.read_engine_facts())
    check_new_ground(place)
    finish_exchange(place)  # a crash may have kept a whole vault from here: it is the living one
    _check_free(place, secret)
    backup = open_backup(file, secret, place)
    new = rescue_folder(place)
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        sweep_half_made(place)
        new.mkdir()
        built = build_vault(backup, new, folders_near(file, place), clock, progress)
        has_catalogues = _bring_the_rest(backup, place, new, built.header.generation)
        aside = _put(new, place, secret, clock)
    except (OSError, DiskRefusedError) as error:
        raise return_refused() from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return Returned(backup.manifest.made_at, built.cases, built.erased_again, aside, not has_catalogues)


def may_be_living(place: Path) -> bool:
    """Return whether a vault stands in a place that is not seen at once to be broken; nothing is opened."""
    try:
        read_headers(place)
    except IqError:
        return False
    return any(_is_filled(path) for path in (place / CASES_NAME, *_copies(place)))


def is_broken(place: Path, secret: Secret) -> bool:
    """Return whether the vault in a place is proved to be broken; every file stays as it is.

    A vault that the secret does not open counts as living: nobody can prove the contrary.
    """
    if not may_be_living(place):
        return True
    try:
        unlocked = unlock_newest(place, secret)
    except IqError:
        return False
    return not _copies(place) and any(_is_room_broken(place, name, unlocked) for name in ROOM_NAMES)


def _check_free(place: Path, secret: Secret) -> None:
    """Raise IqError where something stands in the place that must stay."""
    if not _is_vault(place):
        check_new_place(place)
        return
    lock_vault(place).release()
    if not is_broken(place, secret):
        raise living_vault()


def _put(new: Path, place: Path, secret: Secret, clock: Clock) -> str:
    """Move the new vault to its place, and return the name under which a broken one was set aside."""
    _check_free(place, secret)
    if _is_vault(place):
        return exchange(place, new, clock.today()).name
    if place.exists():
        place.rmdir()
    new.rename(place)
    sync_folder(place.parent)
    return ""


def _bring_the_rest(backup: OpenedBackup, place: Path, new: Path, generation: int) -> bool:
    """Bring the catalogues, and what was half typed under the same key; return whether the catalogues came."""
    unlocked = Unlocked(backup.header, backup.root, backup.slot, backup.slot)
    with suppress(IqError):
        if any(header.generation == generation for header in read_headers(place)):
            bring_drafts(place, new)
    return bring_catalogues(place, new, unlocked)


def _is_vault(place: Path) -> bool:
    return has_header(place) or any((place / name).exists() for name in ROOM_NAMES)


def _is_room_broken(place: Path, name: str, unlocked: Unlocked) -> bool:
    """Return whether a database is missing, is not opened by its key, or has a page that is not as it was written."""
    path = place / name
    key = unlocked.root.derive(Purpose.CASES if name == CASES_NAME else Purpose.REFERENCE)
    if not engine.is_opened_by(path, key):
        return True
    try:
        check_before_opening(path, key)
    except DamagedDatabaseError:
        return True
    return False


def _copies(place: Path) -> tuple[Path, ...]:
    """Return what an exchange of keys left beside the databases; the next opening may need it."""
    return tuple(path for name in ROOM_NAMES for path in place.glob(f"{name}.key-*"))


def _is_filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
