"""Key slots: one random root key, wrapped once for each adviser's password and once for each recovery code.

A slot is sealed with everything it says about itself (identity, label, cost, salt, nonce) as associated data, so that
no field can be bent and no slot moved into another vault. Costs outside sane limits are refused before they run.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.guessing_cost import (
    DEFAULT_COST,
    FLOOR_COST,
    HIGHEST_COST,
    SALT_BYTES,
    Cost,
    UnfitCostError,
    check_cost,
    stretch,
)
from iq_desktop.storage.secret_key import KEY_BYTES, Purpose, SecretKey, make_root_key
from iq_desktop.storage.slot_renewal import FalseRenewalError, RenewalPlace, box_of, open_renewal
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.storage.recovery_code import RecoveryCode

__all__ = [
    "DEFAULT_COST",
    "FLOOR_COST",
    "HIGHEST_COST",
    "KEY_BYTES",
    "SALT_BYTES",
    "AccessRefusedError",
    "Cost",
    "KeySlot",
    "OpenedSlot",
    "Purpose",
    "SecretKey",
    "SlotKind",
    "SlotOwner",
    "UnfitCostError",
    "UnfitPasswordError",
    "check_cost",
    "check_new_password",
    "make_root_key",
    "open_with_password",
    "open_with_recovery",
    "refusal",
    "unwrap_with_password",
    "unwrap_with_recovery",
    "wrap_for_password",
    "wrap_for_recovery",
]

NONCE_BYTES: Final = 24
WRAPPED_BYTES: Final = KEY_BYTES + 16
"""The sizes of XChaCha20-Poly1305, written out: the library is loaded only to unlock."""
PASSWORD_LENGTHS: Final = range(12, 129)
"""Characters of a password after normalisation."""
_FIRST_FORMAT: Final = "iq-desktop slot 1"
_FORMAT: Final = "iq-desktop slot 2"


class AccessRefusedError(IqError):
    """The password, the name or the recovery code does not open the vault; it is never said which."""


class UnfitPasswordError(IqError):
    """A new password is too short or too long."""


class SlotKind(Enum):
    """Whose secret opens a slot."""

    ADVISER = "adviser"
    RECOVERY = "recovery"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The root key, wrapped under one secret.

    `id` is the adviser's id and `label` the name shown on the unlock screen; `generation` tells which root key is
    wrapped (the first, the second), and each of the `renewals` leads to the next one (slot_renewal.py), sealed for who
    has the private half of `box`; slots of the first format have no box. Nothing in a slot is secret.
    """

    id: str
    kind: SlotKind
    label: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    generation: int
    box: bytes = b""
    renewals: tuple[bytes, ...] = ()

    @property
    def newest_generation(self) -> int:
        """The generation of the root key to which the slot leads."""
        return self.generation + len(self.renewals)

    def place_of_renewal(self, vault_id: str, number: int) -> RenewalPlace:
        """Return where a renewal belongs, by its number from zero."""
        return RenewalPlace(vault_id, self.id, self.generation + number, self.box)


@dataclass(frozen=True, slots=True)
class OpenedSlot:
    """What a secret brings to light: the root key, and the slot as it shall be kept (wrapped anew after renewals)."""

    root: SecretKey
    slot: KeySlot


@dataclass(frozen=True, slots=True)
class SlotOwner:
    """For whom a slot is made, in which vault and for which generation of the root key."""

    vault_id: str
    kind: SlotKind
    label: str
    generation: int = 1
    id: str = field(default_factory=lambda: secrets.token_hex(16))


def password_secret(password: str) -> bytes:
    """Return the bytes of a password as they enter the key derivation: the same however the keyboard composed them.

    Half a character, as a broken terminal may send it, counts as it is: an error would hold the password.
    """
    return unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")


def check_new_password(password: str) -> None:
    """Raise UnfitPasswordError for a new password that is shorter than 12 or longer than 128 characters."""
    length = len(unicodedata.normalize("NFKC", password))
    if length < PASSWORD_LENGTHS.start:
        raise UnfitPasswordError(
            say(
                "The password has {length} characters; it needs at least {least}.",
                length=length,
                least=PASSWORD_LENGTHS.start,
            ),
            say("Five words that have nothing to do with each other are easy to remember and hard to guess."),
        )
    if length not in PASSWORD_LENGTHS:
        raise UnfitPasswordError(
            say(
                "The password has {length} characters; at most {most} are possible.",
                length=length,
                most=PASSWORD_LENGTHS.stop - 1,
            ),
            say("Please choose a shorter password."),
        )


def wrap_for_password(root: SecretKey, owner: SlotOwner, password: str, cost: Cost = DEFAULT_COST) -> KeySlot:
    """Return a slot that a new password opens; raises UnfitPasswordError."""
    check_new_password(password)
    return _wrap(root, owner, password_secret(password), cost)


def wrap_for_recovery(root: SecretKey, owner: SlotOwner, code: RecoveryCode, cost: Cost = DEFAULT_COST) -> KeySlot:
    """Return a slot that a recovery code opens."""
    return _wrap(root, owner, code.symbols.encode(), cost)


def unwrap_with_password(slot: KeySlot, vault_id: str, password: str) -> SecretKey:
    """Return the root key; raises AccessRefusedError for a wrong password and UnfitCostError for a bent slot."""
    return open_with_password(slot, vault_id, password).root


def unwrap_with_recovery(slot: KeySlot, vault_id: str, code: RecoveryCode) -> SecretKey:
    """Return the root key; raises AccessRefusedError for another vault's code and UnfitCostError for a bent slot."""
    return open_with_recovery(slot, vault_id, code).root


def open_with_password(slot: KeySlot, vault_id: str, password: str) -> OpenedSlot:
    """Return what an adviser's password opens; raises AccessRefusedError or UnfitCostError."""
    if slot.kind is not SlotKind.ADVISER or len(unicodedata.normalize("NFKC", password)) not in PASSWORD_LENGTHS:
        raise refusal()
    return _open(slot, vault_id, password_secret(password))


def open_with_recovery(slot: KeySlot, vault_id: str, code: RecoveryCode) -> OpenedSlot:
    """Return what a code on paper opens, the centre's too; raises AccessRefusedError or UnfitCostError."""
    if slot.kind is SlotKind.ADVISER:
        raise refusal()
    return _open(slot, vault_id, code.symbols.encode())


def refusal() -> AccessRefusedError:
    """Return the one refusal for every wrong name, password or code."""
    return AccessRefusedError(
        say("The vault stays closed: name and password, or the recovery code, do not fit."),
        say("Please check Caps Lock and the keyboard layout and try again. Your files are unchanged."),
    )


def _wrap(root: SecretKey, owner: SlotOwner, secret: bytes, cost: Cost) -> KeySlot:
    blank = KeySlot(
        id=owner.id,
        kind=owner.kind,
        label=owner.label,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=b"",
        wrapped=b"",
        generation=owner.generation,
    )
    return _seal(blank, owner.vault_id, root, _stretch(blank, secret))


def _seal(slot: KeySlot, vault_id: str, root: SecretKey, stretched: SecretKey) -> KeySlot:
    """Return the slot with this root key wrapped, and no renewals."""
    from nacl import bindings  # noqa: PLC0415  (only to unlock: the header is read before the first picture)

    nonce = secrets.token_bytes(NONCE_BYTES)
    blank = replace(
        slot, nonce=nonce, generation=slot.newest_generation, box=box_of(stretched), wrapped=b"", renewals=()
    )
    wrapped = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        root.material, _bound_words(blank, vault_id), nonce, stretched.material
    )
    return replace(blank, wrapped=wrapped)


def _open(slot: KeySlot, vault_id: str, secret: bytes) -> OpenedSlot:
    from nacl import bindings, exceptions  # noqa: PLC0415  (see above)

    stretched = _stretch(slot, secret)
    try:
        material = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            slot.wrapped, _bound_words(slot, vault_id), slot.nonce, stretched.material
        )
        root = SecretKey(material)
        for number, renewal in enumerate(slot.renewals):
            root = open_renewal(renewal, root, stretched, slot.place_of_renewal(vault_id, number))
    except (exceptions.CryptoError, FalseRenewalError):
        raise refusal() from None
    is_fresh = bool(slot.box) and not slot.renewals
    return OpenedSlot(root, slot if is_fresh else _seal(slot, vault_id, root, stretched))


def _stretch(slot: KeySlot, secret: bytes) -> SecretKey:
    """Return the key that wraps; takes the slot's memory and time."""
    return SecretKey(stretch(secret, slot.salt, slot.cost))


def _bound_words(slot: KeySlot, vault_id: str) -> bytes:
    """Return everything the slot says about itself as canonical bytes: the associated data of its seal."""
    words: list[str | int] = [
        _FORMAT if slot.box else _FIRST_FORMAT,
        vault_id,
        slot.id,
        slot.kind.value,
        slot.label,
        slot.cost.memory,
        slot.cost.passes,
        slot.salt.hex(),
        slot.nonce.hex(),
        slot.generation,
    ]
    return json.dumps(
        [*words, slot.box.hex()] if slot.box else words, ensure_ascii=True, separators=(",", ":")
    ).encode()
