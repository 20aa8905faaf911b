"""How a vault is made: in a folder beside its place, and renamed when it is complete."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.storage import engine
from iq_desktop.storage.adviser_names import UnfitNameError, check_name
from iq_desktop.storage.guessing_cost import DEFAULT_COST, Cost
from iq_desktop.storage.header_places import write_header
from iq_desktop.storage.key_slots import (
    OpenedSlot,
    SlotKind,
    SlotOwner,
    check_new_password,
    wrap_for_password,
    wrap_for_recovery,
)
from iq_desktop.storage.migrations.schema import Schema, migrate
from iq_desktop.storage.place_check import check_new_ground
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.recovery_code import RecoveryCode, make_recovery_code
from iq_desktop.storage.safe_file import sync_folder
from iq_desktop.storage.secret_key import SecretKey, make_root_key
from iq_desktop.storage.vault import ROOMS, Vault, open_with
from iq_desktop.storage.vault_header import VaultHeader
from iq_desktop.storage.vault_place import check_new_place, draft_folder
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewAdviser:
    """Somebody who will open the vault: the name shown on the unlock screen, and a password."""

    name: str
    password: str = field(repr=False)


def create_vault(
    folder: Path,
    advisers: Sequence[NewAdviser],
    *,
    language: str = "de",
    theme: str = "system",
    cost: Cost = DEFAULT_COST,
) -> tuple[Vault, RecoveryCode]:
    """Make a vault and return it open (as the first adviser) with its recovery code, which is stored nowhere.

    Raises PlaceTakenError for a folder that is not empty, UnsafePlaceError for a network or a cloud folder,
    UnfitPasswordError, UnfitNameError, UnfitEngineError.
    """
    engine.check_engine(engine.read_engine_facts())
    check_new_place(folder)
    check_new_ground(folder)
    _check_advisers(advisers)
    root, code, vault_id = make_root_key(), make_recovery_code(), secrets.token_hex(16)
    slots = [
        wrap_for_password(root, SlotOwner(vault_id, SlotKind.ADVISER, adviser.name), adviser.password, cost)
        for adviser in advisers
    ]
    slots.append(wrap_for_recovery(root, SlotOwner(vault_id, SlotKind.RECOVERY, SlotKind.RECOVERY.value), code, cost))
    header = VaultHeader(
        vault_id=vault_id,
        device=secrets.token_hex(16),
        revision=1,
        generation=1,
        language=language,
        theme=theme,
        slots=tuple(slots),
    ).with_seal(root)
    _build(folder, header, root)
    return open_with(folder, lambda _header: (OpenedSlot(root, slots[0]), slots[0])), code


def _build(folder: Path, header: VaultHeader, root: SecretKey) -> None:
    """Make the files in a draft folder and rename it to its place when everything is on the disk."""
    draft = draft_folder(folder)
    try:
        draft.mkdir(parents=True)
        for name, purpose, schema in ROOMS:
            _build_database(draft / name, root.derive(purpose), schema)
        write_header(draft, header)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise DiskRefusedError(
            say("The vault could not be created in this folder."),
            say("Please choose another folder, or check whether the disk is full or write-protected."),
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _build_database(path: Path, key: SecretKey, schema: Schema) -> None:
    database = engine.create_database(path, key)
    try:
        migrate(database, schema)
    finally:
        database.close()


def _check_advisers(advisers: Sequence[NewAdviser]) -> None:
    """Raise UnfitNameError or UnfitPasswordError for the first adviser that cannot be taken."""
    if not advisers:
        raise UnfitNameError(say("A vault needs at least one adviser."))
    names: set[str] = set()
    for adviser in advisers:
        check_name(adviser.name, names)
        names.add(adviser.name)
        check_new_password(adviser.password)
