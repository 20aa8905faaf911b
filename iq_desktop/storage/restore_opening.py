"""Opening a backup file with a secret: which header leads to its key, and whether its parts belong together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.storage.backup_file import Facts, Manifest, open_facts, read_manifest
from iq_desktop.storage.backup_problems import (
    DamagedBackupError,
    damaged_backup,
    newer_backup,
    outdated_secret,
    return_refused,
)
from iq_desktop.storage.header_places import read_headers
from iq_desktop.storage.key_slots import AccessRefusedError, KeySlot
from iq_desktop.storage.migrations.schema import CASES
from iq_desktop.storage.secret_key import SecretKey
from iq_desktop.storage.unlocking import Secret, Unlocked, code_of, is_outdone, password_of, unlock_newest
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from iq_desktop.usecases.backup_ports import BackupSecret


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup that a secret opened; `header` is the newest one that counts for it, `slot` whose secret it was."""

    file: Path
    manifest: Manifest
    facts: Facts
    header: VaultHeader
    slot: KeySlot
    root: SecretKey = field(repr=False)


def secret_of(secret: BackupSecret) -> Secret:
    """Return what somebody typed as it opens headers; raises RecoveryCodeSlipError before anything is tried."""
    return code_of(secret.code) if secret.code else password_of(secret.adviser_id, secret.password)


def look_into(file: Path) -> Manifest:
    """Return what a file says of itself.

    Raises NoBackupError, DamagedBackupError, NewerBackupError, BackupRefusedError where it cannot be read.
    """
    try:
        return read_manifest(file)
    except OSError as error:
        raise return_refused() from error


def open_backup(file: Path, secret: Secret, place: Path) -> OpenedBackup:
    """Return a backup that the secret opens, its parts proved to belong together; its cases are not read.

    Where a vault of the same key stands, or lies broken, in the place, its newest header counts: a password that was
    changed since the backup is not forgotten, and who was removed does not come back: a secret that only the backup
    knows is refused there. Raises AccessRefusedError, DamagedBackupError, NewerBackupError, NoBackupError.
    """
    manifest = look_into(file)
    if manifest.schema not in CASES.revisions:
        raise newer_backup()
    newest = _unlock_in_place(place, secret, manifest)
    if newest is not None:
        try:
            facts = open_facts(manifest, newest.root, file.name)
        except DamagedBackupError:  # made under an earlier key of the vault: its own header leads there
            pass
        else:
            return OpenedBackup(file, manifest, facts, newest.header, newest.slot, newest.root)
    opened, slot = secret(manifest.header)
    if not manifest.header.has_true_seal(opened.root):
        raise damaged_backup(file.name)
    if newest is None and _is_outdone_in_place(place, manifest.header, opened.root):
        raise outdated_secret()
    facts = open_facts(manifest, opened.root, file.name)
    return OpenedBackup(file, manifest, facts, manifest.header, slot, opened.root)


def _unlock_in_place(place: Path, secret: Secret, manifest: Manifest) -> Unlocked | None:
    """Return what the secret opens of the same vault in a place, or none."""
    try:
        if all(header.vault_id != manifest.header.vault_id for header in read_headers(place)):
            return None
        unlocked = unlock_newest(place, secret)
    except AccessRefusedError:
        return None
    except IqError:
        return None
    return unlocked if unlocked.header.vault_id == manifest.header.vault_id else None


def _is_outdone_in_place(place: Path, header: VaultHeader, root: SecretKey) -> bool:
    """Return whether a newer header of the same vault stands, or lies with a broken one, in a place."""
    with suppress(IqError):
        ours = (one for one in read_headers(place) if one.vault_id == header.vault_id)
        return any(one.revision > header.revision and is_outdone(header, one, root) for one in ours)
    return False
