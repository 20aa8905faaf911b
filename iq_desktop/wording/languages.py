"""The languages of the two people at the desk, and which way each is written."""

from __future__ import annotations

from enum import Enum
from typing import Final

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "fa_AF", "ps", "ckb", "ur", "he"})
ADVISER_LANGUAGES: Final = ("de", "en")
PAPER_LANGUAGES: Final = ("ar", "tr", "uk")
"""Client languages with a catalogue of their own; others follow with their translations."""


class Direction(Enum):
    """The direction in which a language is written."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def direction_of(code: str) -> Direction:
    """Return the direction of a language code such as `de` or `fa_AF`."""
    return Direction.RIGHT_TO_LEFT if code in RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT
