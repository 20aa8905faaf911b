"""Lists of offers as bytes: as numbers, or as a set where that is shorter."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.course_bits import bits_of, keys_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_AS_LIST, _AS_BITS = b"l", b"b"
_BITS_OF_KEY: Final = 32
NO_OFFER: Final = _AS_LIST
"""A list without offers."""


def packed(keys: array[int]) -> bytes:
    """Return a list of keys, at least one, as bytes."""
    highest = max(keys)
    if len(keys) * _BITS_OF_KEY <= highest:
        return _AS_LIST + keys.tobytes()
    return _AS_BITS + bits_of(keys, highest + 1).to_bytes(highest // 8 + 1, "little")


def unpacked(octets: bytes) -> Sequence[int]:
    """Return the keys of a list."""
    found = set_in(octets)
    return keys_in(octets) if found is None else list(keys_of(found))


def set_in(octets: bytes) -> int | None:
    """Return a list that was packed as a set, None where it is one of numbers."""
    return int.from_bytes(octets[1:], "little") if octets[:1] == _AS_BITS else None


def keys_in(octets: bytes) -> array[int]:
    """Return the keys of a list that was packed as numbers."""
    return array_of(octets[1:])


def array_of(octets: bytes) -> array[int]:
    """Return bytes as the numbers that they are."""
    found = array("I")
    found.frombytes(octets)
    return found
