"""The seals of an encrypted file's pages, as SQLCipher 4 sets them: who has the key can prove each page by itself.

A page is 4,096 bytes: content, the vector of its encryption (16 bytes), and HMAC-SHA512 over both and the page's
number. The key of the seals is derived from the file's key and its salt, the first 16 bytes of the file
(https://www.zetetic.net/sqlcipher/design/). Nothing here decrypts anything.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.secret_key import SecretKey

PAGE_BYTES: Final = 4096
SEAL_BYTES: Final = 64
SALT_BYTES: Final = 16
LOCK_PAGE: Final = 0x40000000 // PAGE_BYTES + 1
"""The page at one gibibyte: SQLite locks bytes in it, never writes it, and it has no seal."""
_SALT_MASK: Final = 0x3A
_ROUNDS: Final = 2
_KEY_BYTES: Final = 32
_PAGES_AT_ONCE: Final = 256


@dataclass(frozen=True, slots=True)
class PageSeals:
    """What proves the pages of one file."""

    salt: bytes
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, key: SecretKey, salt: bytes) -> Self:
        """Return the seals of a file with a key and a salt."""
        masked = bytes(octet ^ _SALT_MASK for octet in salt)
        return cls(salt, hashlib.pbkdf2_hmac("sha512", key.material, masked, _ROUNDS, _KEY_BYTES))

    def is_true(self, page: bytes, number: int) -> bool:
        """Return whether a page is what was written under its number."""
        return page[-SEAL_BYTES:] == self._seal(page, number)

    def moved(self, page: bytes, number: int) -> bytes:
        """Return a page sealed under another number."""
        return page[:-SEAL_BYTES] + self._seal(page, number)

    def _seal(self, page: bytes, number: int) -> bytes:
        start = SALT_BYTES if number == 1 else 0
        return hmac.digest(self.key, page[start:-SEAL_BYTES] + number.to_bytes(4, "little"), "sha512")


def read_salt(path: Path) -> bytes:
    """Return the salt of a file."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def read_pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each page; the last one is short where the file was cut within it."""
    with path.open("rb", buffering=0) as file:
        number = 1
        while block := file.read(PAGE_BYTES * _PAGES_AT_ONCE):
            for start in range(0, len(block), PAGE_BYTES):
                yield number, block[start : start + PAGE_BYTES]
                number += 1


def find_bad_pages(path: Path, key: SecretKey) -> tuple[int, ...]:
    """Return the numbers of the pages of a file that are not what was written."""
    seals = PageSeals.of(key, read_salt(path))
    return tuple(number for number, page in read_pages(path) if number != LOCK_PAGE and not seals.is_true(page, number))
