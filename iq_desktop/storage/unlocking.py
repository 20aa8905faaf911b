"""Which header of a vault counts, and which key a secret brings to light: nothing is opened and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.storage.adviser_names import is_same_name
from iq_desktop.storage.header_places import read_headers
from iq_desktop.storage.key_slots import (
    AccessRefusedError,
    KeySlot,
    OpenedSlot,
    open_with_password,
    open_with_recovery,
    refusal,
)
from iq_desktop.storage.recovery_code import read_recovery_code
from iq_desktop.storage.secret_key import SecretKey
from iq_desktop.storage.vault_header import VaultHeader, damaged_header
from iq_desktop.storage.vault_place import check_place
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

Secret = Callable[[VaultHeader], tuple[OpenedSlot, KeySlot]]
"""What somebody knows: gives the root key of a header and the slot that it opened; raises AccessRefusedError."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The header that counts, its root key, the slot that was opened, and the same slot as it shall be kept."""

    header: VaultHeader
    root: SecretKey = field(repr=False)
    slot: KeySlot
    renewed: KeySlot


def password_of(adviser: str, password: str) -> Secret:
    """Return the secret of an adviser, named by id or by the name on the unlock screen."""

    def unlock(header: VaultHeader) -> tuple[OpenedSlot, KeySlot]:
        for slot in header.advisers:
            if adviser == slot.id or is_same_name(adviser, slot.label):
                return open_with_password(slot, header.vault_id, password), slot
        raise refusal()

    return unlock


def code_of(typed: str) -> Secret:
    """Return the secret of a code on paper, the centre's too; raises RecoveryCodeSlipError before anything is tried."""
    code = read_recovery_code(typed)

    def unlock(header: VaultHeader) -> tuple[OpenedSlot, KeySlot]:
        for slot in header.code_slots:
            try:
                return open_with_recovery(slot, header.vault_id, code), slot
            except AccessRefusedError:
                continue
        raise refusal()

    return unlock


def check_recovery_code(folder: Path, typed: str) -> None:
    """Do nothing where a typed code would open the vault, which stays closed.

    Raises RecoveryCodeSlipError, AccessRefusedError, NoVaultError, DamagedHeaderError or NewerVaultError.
    """
    secret = code_of(typed)
    check_place(folder)
    unlock_newest(folder, secret)


def unlock_newest(folder: Path, secret: Secret) -> Unlocked:
    """Return the newest header that the secret opens and whose seal is true; a bent one gives way to a true copy.

    A secret that only an older copy knows was replaced since, and is refused: else it would put the older copy back.
    That shows in the seal of the newer header, or, where that has another root key, in its successions.
    """
    problem: IqError = damaged_header()
    headers = read_headers(folder)
    for place, header in enumerate(headers):
        try:
            opened, slot = secret(header)
        except IqError as error:
            problem = error
            continue
        if any(is_outdone(header, newer, opened.root) for newer in headers[:place]):
            raise refusal()
        if header.has_true_seal(opened.root):
            return Unlocked(header, opened.root, slot, opened.slot)
        problem = damaged_header()
    raise problem


def is_outdone(header: VaultHeader, newer: VaultHeader, root: SecretKey) -> bool:
    """Return whether a newer header came after one with a root key: under the same key, or under a later one."""
    return newer.has_true_seal(root) or newer.has_replaced(root, header.generation)
