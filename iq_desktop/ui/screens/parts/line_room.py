"""How the words of a line share its room: what stands at the end gives way to the line of words that needs it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

GAP: Final = 12
"""Pixels between words and what stands at the end, at the usual size of the text."""


class EndPlace(Enum):
    """Where the words at the end stand: across both lines, beside the title, or beside what stands below it."""

    MIDDLE = "middle"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class LineRoom:
    """Widths for title and subtitle in pixels, and where the end stands."""

    title: int
    subtitle: int
    end: EndPlace


def share_room(room: int, title: int, subtitle: int, end: int, gap: int = GAP) -> LineRoom:
    """Return how the words of so many pixels share a room: the title first, then the subtitle; the end is never cut.

    `subtitle` and `end` are 0 where there is none.
    """
    beside = max(room - end - gap, 0) if end else room
    if not end or not subtitle or (title <= beside and subtitle <= beside):
        return LineRoom(beside, beside, EndPlace.MIDDLE)
    if title > beside:
        return LineRoom(room, beside, EndPlace.BELOW)
    return LineRoom(beside, room, EndPlace.ABOVE)
