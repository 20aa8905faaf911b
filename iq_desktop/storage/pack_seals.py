"""Seals of packs: Ed25519 over the exact bytes of the content (PyNaCl), with a word before them for what is signed."""

from __future__ import annotations

from typing import Final

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from iq_desktop.usecases.instrument_ports import Seal

_MEANING: Final = b"iq-desktop instrument pack 1\n"
"""A signature for this purpose is none for any other."""


class Ed25519Seals:
    """The port `PackSeals`."""

    def is_right(self, seal: Seal, content: bytes) -> bool:
        """Return whether a seal was made over exactly this content."""
        try:
            VerifyKey(bytes.fromhex(seal.key)).verify(_MEANING + content, seal.signature)
        except (CryptoError, ValueError, TypeError):
            return False
        return True


def new_signing_key() -> str:
    """Return a new private key in hexadecimal digits; whoever has it signs as this publisher."""
    return SigningKey.generate().encode().hex()


def public_key_of(private: str) -> str:
    """Return the public key of a private one, both in hexadecimal digits; raises ValueError."""
    return _signing_key(private).verify_key.encode().hex()


def seal_content(private: str, content: bytes) -> Seal:
    """Return the seal of a content; raises ValueError where the key is none."""
    key = _signing_key(private)
    return Seal(key.verify_key.encode().hex(), key.sign(_MEANING + content).signature)


def _signing_key(private: str) -> SigningKey:
    try:
        return SigningKey(bytes.fromhex(private))
    except (CryptoError, TypeError) as error:
        raise ValueError("this is no private key") from error
