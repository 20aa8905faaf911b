"""Sets of courses as whole numbers: the bit of a course is its key, so that ten filters are ten fast “and”s."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import compress
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.storage.name_keys import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TO_DIGITS: Final = bytes((ord("0"), ord("1"), *range(2, 256)))
_FROM_DIGITS: Final = bytes(1 if octet == ord("1") else 0 for octet in range(256))
_STRETCH: Final = 2048
"""Members between two sets that are kept ready in an ordered one."""


def bits_of(keys: Iterable[int], size: int) -> int:
    """Return the set of some keys, all below `size`."""
    marks = bytearray(size)
    for key in keys:
        marks[key] = 1
    return joined(marks)


def joined(marks: bytearray) -> int:
    """Return the set of the keys whose mark is 1."""
    marks.reverse()
    return int(marks.translate(_TO_DIGITS), 2) if marks else 0


def marks_of(bits: int) -> bytes:
    """Return a mark (0 or 1) for each key up to the last one of a set."""
    return f"{bits:b}".encode()[::-1].translate(_FROM_DIGITS)


def keys_of(bits: int) -> Iterator[int]:
    """Yield the keys of a set in their order."""
    return compress(range(bits.bit_length()), marks_of(bits))


class Ordered:
    """Courses in the order of something about them; gives the set of those up to a limit."""

    def __init__(self, pairs: Iterable[tuple[Any, int]], size: int) -> None:
        """Sort pairs of a value and a key."""
        found = sorted(pairs)
        self._values = [value for value, _ in found]
        self._keys = [key for _, key in found]
        self._size = size
        self._ready = [0]
        for start in range(0, len(found), _STRETCH):
            self._ready.append(self._ready[-1] | bits_of(self._keys[start : start + _STRETCH], size))

    def up_to(self, value: Any) -> int:
        """Return the set of those whose value is at most this one."""
        return self._first(bisect_right(self._values, value))

    @property
    def all(self) -> int:
        """The set of all that have a value."""
        return self._ready[-1]

    @property
    def keys(self) -> Sequence[int]:
        """The keys of all that have a value, the least value first."""
        return self._keys

    def _first(self, count: int) -> int:
        at = count // _STRETCH
        rest: Sequence[int] = self._keys[at * _STRETCH : count]
        return self._ready[at] | (bits_of(rest, self._size) if rest else 0)


class Names:
    """Names by number, folded and joined when somebody asks for the first time, so that all are searched at once."""

    def __init__(self, names: Sequence[str]) -> None:
        """Keep the names; the number of each is its place."""
        self._names = names
        self._text = ""
        self._starts: list[int] = []

    def with_part(self, part: str) -> set[int]:
        """Return the numbers of the names that hold a part."""
        if not self._starts:
            self._text = "\n".join(" ".join(fold(name).split()) for name in self._names)
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        found: set[int] = set()
        at = self._text.find(part)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.add(number)
            at = self._text.find(part, self._starts[number + 1]) if number + 1 < len(self._starts) else -1
        return found
