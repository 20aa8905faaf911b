"""The bidirectional classes of characters (UAX #9, table 4), those of unassigned code points included."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

REMOVED: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
"""Classes that rule X9 takes out of the text."""

ISOLATES: Final = frozenset({"LRI", "RLI", "FSI"})
NEUTRAL: Final = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
NUMBER: Final = frozenset({"EN", "AN"})

# Unassigned code points take the class of their block (DerivedBidiClass.txt); odd positions of the bounds are inside.
_UNASSIGNED_R: Final = (
    0x590,
    0x600,
    0x7C0,
    0x860,
    0xFB1D,
    0xFB50,
    0x10800,
    0x10D00,
    0x10D40,
    0x10EC0,
    0x10F00,
    0x10F30,
)
_UNASSIGNED_R_HIGH: Final = (0x10F70, 0x11000, 0x1E800, 0x1EC70, 0x1ECC0, 0x1ED00, 0x1ED50, 0x1EE00, 0x1EF00, 0x1F000)
_UNASSIGNED_AL: Final = (0x600, 0x7C0, 0x860, 0x900, 0xFB50, 0xFE00, 0xFE70, 0xFF00, 0x10D00, 0x10D40, 0x10EC0, 0x10F00)
_UNASSIGNED_AL_HIGH: Final = (0x10F30, 0x10F70, 0x1EC70, 0x1ECC0, 0x1ED00, 0x1ED50, 0x1EE00, 0x1EF00)


def bidi_classes(text: str) -> list[str]:
    """Return the bidirectional class of each character."""
    of = unicodedata.bidirectional
    return [of(character) or _class_of_unassigned(ord(character)) for character in text]


def _class_of_unassigned(code: int) -> str:
    for bounds, name in (
        (_UNASSIGNED_R, "R"),
        (_UNASSIGNED_R_HIGH, "R"),
        (_UNASSIGNED_AL, "AL"),
        (_UNASSIGNED_AL_HIGH, "AL"),
    ):
        if bisect_right(bounds, code) % 2:
            return name
    return "BN" if code & 0xFFFE == 0xFFFE or 0xE0000 <= code <= 0xE0FFF else "L"  # noqa: PLR2004  (Unicode's own bounds)


def first_strong(classes: Sequence[str], start: int, end: int) -> int | None:
    """Return the level of the first strong character outside isolates, or None where there is none (P2, P3)."""
    depth = 0
    for index in range(start, end):
        name = classes[index]
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif name == "B":
            break
        elif not depth and name in ("L", "R", "AL"):
            return 0 if name == "L" else 1
    return None
