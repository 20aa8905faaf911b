"""Key slots: one random root key, wrapped once for each adviser's password and once for each recovery code.

A slot is sealed with everything it says about itself (identity, label, cost, salt, nonce) as associated data, so that
no field can be bent and no slot moved into another vault. Costs outside sane limits are refused before they run.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.storage.recovery_code import RecoveryCode

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 24
WRAPPED_BYTES: Final = KEY_BYTES + 16
"""The sizes of Argon2id and XChaCha20-Poly1305, written out: the library is loaded only to unlock."""
PASSWORD_LENGTHS: Final = range(12, 129)
"""Characters of a password after normalisation."""
_MEBIBYTE: Final = 1024 * 1024
_SLOT_FORMAT: Final = "iq-desktop slot 1"


class AccessRefusedError(IqError):
    """The password, the name or the recovery code does not open the vault; it is never said which."""


class UnfitPasswordError(IqError):
    """A new password is too short or too long."""


class UnfitCostError(IqError):
    """The cost of guessing stated in a slot is lower or absurdly higher than this program allows."""


class Purpose(Enum):
    """What a sub-key is for; the value is the label (at most 16 bytes) that makes it differ from the others."""

    CASES = "iq cases"
    REFERENCE = "iq reference"
    JOURNAL = "iq journal"
    BACKUP = "iq backup"
    DRAFT = "iq draft"
    EXPORT = "iq export"
    HEADER = "iq header"


@dataclass(frozen=True, slots=True)
class SecretKey:
    """256 secret bits; neither its representation nor any error ever holds them."""

    material: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.material) != KEY_BYTES:
            raise ValueError("A secret key has 32 bytes.")

    def __reduce__(self) -> str:
        raise TypeError("A secret key does not leave the process.")

    def derive(self, purpose: Purpose) -> SecretKey:
        """Return the sub-key for one purpose (keyed BLAKE2b with the purpose as personalisation)."""
        label = purpose.value.encode()
        return SecretKey(hashlib.blake2b(b"", digest_size=KEY_BYTES, key=self.material, person=label).digest())


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: `memory` in MiB and the number of `passes` over it (Argon2id, one lane)."""

    memory: int
    passes: int


DEFAULT_COST: Final = Cost(memory=256, passes=3)
FLOOR_COST: Final = Cost(memory=64, passes=3)
HIGHEST_COST: Final = Cost(memory=2048, passes=16)


class SlotKind(Enum):
    """Whose secret opens a slot."""

    ADVISER = "adviser"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The root key, wrapped under one secret.

    `id` is the adviser's id and `label` the name shown on the unlock screen; `generation` counts changes of the root
    key. Nothing in a slot is secret.
    """

    id: str
    kind: SlotKind
    label: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    generation: int


@dataclass(frozen=True, slots=True)
class SlotOwner:
    """For whom a slot is made, in which vault and for which generation of the root key."""

    vault_id: str
    kind: SlotKind
    label: str
    generation: int = 1
    id: str = field(default_factory=lambda: secrets.token_hex(16))


def make_root_key() -> SecretKey:
    """Return a new random root key."""
    return SecretKey(secrets.token_bytes(KEY_BYTES))


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
    if slot.kind is not SlotKind.ADVISER or len(unicodedata.normalize("NFKC", password)) not in PASSWORD_LENGTHS:
        raise refusal()
    return _unwrap(slot, vault_id, password_secret(password))


def unwrap_with_recovery(slot: KeySlot, vault_id: str, code: RecoveryCode) -> SecretKey:
    """Return the root key; raises AccessRefusedError for another vault's code and UnfitCostError for a bent slot."""
    if slot.kind is not SlotKind.RECOVERY:
        raise refusal()
    return _unwrap(slot, vault_id, code.symbols.encode())


def refusal() -> AccessRefusedError:
    """Return the one refusal for every wrong name, password or code."""
    return AccessRefusedError(
        say("The vault stays closed: name and password, or the recovery code, do not fit."),
        say("Please check Caps Lock and the keyboard layout and try again. Your files are unchanged."),
    )


def check_cost(cost: Cost) -> None:
    """Raise UnfitCostError for a cost below the floor or above what a laptop can pay."""
    fits = (
        FLOOR_COST.memory <= cost.memory <= HIGHEST_COST.memory
        and FLOOR_COST.passes <= cost.passes <= HIGHEST_COST.passes
    )
    if not fits:
        raise UnfitCostError(
            say("The key data of this vault were changed and are not used."),
            say("Please use a backup, or ask the person who looks after your computers. Your files are unchanged."),
        )


def _wrap(root: SecretKey, owner: SlotOwner, secret: bytes, cost: Cost) -> KeySlot:
    blank = KeySlot(
        id=owner.id,
        kind=owner.kind,
        label=owner.label,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
        generation=owner.generation,
    )
    from nacl import bindings  # noqa: PLC0415  (only to unlock: the header is read before the first picture)

    wrapped = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        root.material, _bound_words(blank, owner.vault_id), blank.nonce, _stretch(blank, secret).material
    )
    return replace(blank, wrapped=wrapped)


def _unwrap(slot: KeySlot, vault_id: str, secret: bytes) -> SecretKey:
    from nacl import bindings, exceptions  # noqa: PLC0415  (see above)

    stretched = _stretch(slot, secret)
    try:
        root = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            slot.wrapped, _bound_words(slot, vault_id), slot.nonce, stretched.material
        )
    except exceptions.CryptoError:
        raise refusal() from None
    return SecretKey(root)


def _stretch(slot: KeySlot, secret: bytes) -> SecretKey:
    """Return the key that wraps; takes the slot's memory and time."""
    from nacl import exceptions, pwhash  # noqa: PLC0415  (see above)

    check_cost(slot.cost)
    try:
        stretched = pwhash.argon2id.kdf(
            KEY_BYTES, secret, slot.salt, opslimit=slot.cost.passes, memlimit=slot.cost.memory * _MEBIBYTE
        )
    except (MemoryError, exceptions.RuntimeError) as error:
        raise IqError(
            say("There is not enough free memory to open the vault: {memory} MiB are needed.", memory=slot.cost.memory),
            say("Please close other programs and try again."),
        ) from error
    return SecretKey(stretched)


def _bound_words(slot: KeySlot, vault_id: str) -> bytes:
    """Return everything the slot says about itself as canonical bytes: the associated data of its seal."""
    words = [
        _SLOT_FORMAT,
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
    return json.dumps(words, ensure_ascii=True, separators=(",", ":")).encode()
