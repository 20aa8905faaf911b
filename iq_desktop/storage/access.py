"""Who may open a vault: changing a password, adding an adviser, a new recovery code, the look of the unlock screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.storage.adviser_names import check_name
from iq_desktop.storage.key_slots import (
    DEFAULT_COST,
    Cost,
    KeySlot,
    SlotKind,
    SlotOwner,
    refusal,
    wrap_for_password,
    wrap_for_recovery,
)
from iq_desktop.storage.recovery_code import RecoveryCode, make_recovery_code

if TYPE_CHECKING:
    from iq_desktop.storage.vault import NewAdviser, Vault
    from iq_desktop.storage.vault_header import VaultHeader


def change_password(vault: Vault, adviser: str, password: str, cost: Cost = DEFAULT_COST) -> None:
    """Give the adviser of an id a new password, also one who forgot the old and came with the recovery code.

    Raises UnfitPasswordError.
    """
    old = next((slot for slot in vault.header.advisers if slot.id == adviser), None)
    if old is None:
        raise refusal()
    owner = _owner(vault.header, SlotKind.ADVISER, old.label)
    slot = wrap_for_password(vault.root, replace(owner, id=old.id), password, cost)
    vault.replace_header(vault.header.with_slot(slot))
    if vault.unlocked_by.id == slot.id:
        vault.unlocked_by = slot


def add_adviser(vault: Vault, adviser: NewAdviser, cost: Cost = DEFAULT_COST) -> KeySlot:
    """Let one more adviser in and return the new slot; raises UnfitNameError or UnfitPasswordError."""
    check_name(adviser.name, {slot.label for slot in vault.header.advisers})
    slot = wrap_for_password(vault.root, _owner(vault.header, SlotKind.ADVISER, adviser.name), adviser.password, cost)
    vault.replace_header(vault.header.with_slot(slot))
    return slot


def renew_recovery_code(vault: Vault, cost: Cost = DEFAULT_COST) -> RecoveryCode:
    """Replace every recovery code by one new one and return it; the old sheets no longer open the vault."""
    code = make_recovery_code()
    slot = wrap_for_recovery(vault.root, _owner(vault.header, SlotKind.RECOVERY, SlotKind.RECOVERY.value), code, cost)
    vault.replace_header(replace(vault.header, slots=(*vault.header.advisers, slot)))
    return code


def set_appearance(vault: Vault, language: str, theme: str) -> None:
    """Keep the language and the theme of the unlock screen."""
    if (language, theme) != (vault.header.language, vault.header.theme):
        vault.replace_header(replace(vault.header, language=language, theme=theme))


def _owner(header: VaultHeader, kind: SlotKind, label: str) -> SlotOwner:
    return SlotOwner(header.vault_id, kind, label, header.generation)
