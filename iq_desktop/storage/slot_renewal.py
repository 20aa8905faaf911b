"""How a slot learns a new root key without its password: sealed to a key pair that only its secret brings back.

Whoever gives the vault a new key knows one password, not those of the colleagues. So each slot carries the public half
(`box`, X25519) of a pair that is derived from its stretched secret. A renewal is the new root key under a key that
needs both the private half and the root key before it: who only stole an old root key cannot read it, and who never
had one cannot forge it. At its next opening the slot is wrapped anew, and its renewals are gone.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Final

from iq_desktop.storage.secret_key import KEY_BYTES, SecretKey

BOX_BYTES: Final = 32
RENEWAL_BYTES: Final = BOX_BYTES + 24 + KEY_BYTES + 16
"""A throw-away public key, a nonce, the sealed root key and its tag."""
MOST_RENEWALS: Final = 40
_NONCE_BYTES: Final = 24
_FORMAT: Final = "iq-desktop renewal 1"


class FalseRenewalError(Exception):
    """A renewal was not made by somebody who held the root key before it."""


@dataclass(frozen=True, slots=True)
class RenewalPlace:
    """Which slot of which vault a renewal belongs to, and the generation of the root key before it."""

    vault_id: str
    slot_id: str
    generation: int
    box: bytes

    def bound_words(self) -> bytes:
        """Return the associated data of the seal."""
        words = [_FORMAT, self.vault_id, self.slot_id, self.generation, self.box.hex()]
        return json.dumps(words, ensure_ascii=True, separators=(",", ":")).encode()


def box_of(stretched: SecretKey) -> bytes:
    """Return the public half of the pair that a stretched secret brings back."""
    from nacl import bindings  # noqa: PLC0415  (only to unlock)

    return bindings.crypto_scalarmult_base(_private_half(stretched))


def seal_renewal(old_root: SecretKey, new_root: SecretKey, place: RenewalPlace) -> bytes:
    """Return the new root key, readable for who has the slot's secret and the old root key."""
    from nacl import bindings  # noqa: PLC0415  (see above)

    thrown_away = secrets.token_bytes(KEY_BYTES)
    public, nonce = bindings.crypto_scalarmult_base(thrown_away), secrets.token_bytes(_NONCE_BYTES)
    key = _shared_key(old_root, bindings.crypto_scalarmult(thrown_away, place.box), public, place.box)
    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(new_root.material, place.bound_words(), nonce, key)
    return public + nonce + sealed


def open_renewal(renewal: bytes, old_root: SecretKey, stretched: SecretKey, place: RenewalPlace) -> SecretKey:
    """Return the root key after the old one; raises FalseRenewalError."""
    from nacl import bindings, exceptions  # noqa: PLC0415  (see above)

    public, nonce = renewal[:BOX_BYTES], renewal[BOX_BYTES : BOX_BYTES + _NONCE_BYTES]
    try:
        shared = bindings.crypto_scalarmult(_private_half(stretched), public)
        key = _shared_key(old_root, shared, public, place.box)
        root = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            renewal[BOX_BYTES + _NONCE_BYTES :], place.bound_words(), nonce, key
        )
    except (exceptions.CryptoError, exceptions.RuntimeError):
        raise FalseRenewalError from None
    return SecretKey(root)


def _private_half(stretched: SecretKey) -> bytes:
    return hashlib.blake2b(b"", digest_size=KEY_BYTES, key=stretched.material, person=b"iq slot box").digest()


def _shared_key(old_root: SecretKey, shared: bytes, public: bytes, box: bytes) -> bytes:
    words = shared + public + box
    return hashlib.blake2b(words, digest_size=KEY_BYTES, key=old_root.material, person=b"iq renewal").digest()
