"""Secret bits, and the sub-keys that are derived from them, one for each purpose."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

KEY_BYTES: Final = 32


class Purpose(Enum):
    """What a sub-key is for; the value is the label (at most 16 bytes) that makes it differ from the others."""

    CASES = "iq cases"
    REFERENCE = "iq reference"
    JOURNAL = "iq journal"
    BACKUP = "iq backup"
    DRAFT = "iq draft"
    EXPORT = "iq export"
    HEADER = "iq header"
    KEPT = "iq kept keys"
    SUCCESSION = "iq succession"
    ERASURES = "iq erasures"


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


def make_root_key() -> SecretKey:
    """Return a new random root key."""
    return SecretKey(secrets.token_bytes(KEY_BYTES))
