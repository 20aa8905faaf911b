"""How the stations of a paper lie: in lines of equal places, as many as the width has room for; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLACE: Final = 140
"""Width of a station with its words, in pixels at the usual size of the text."""
DOT: Final = 32
"""Width of its circle."""
LINE: Final = 116
"""Height of a line of stations with their words."""


@dataclass(frozen=True, slots=True)
class StopBox:
    """Where one station lies: its field, the middle of its circle, and whether it is the first of its line."""

    x: float
    y: float
    width: float
    middle: float
    dot: float
    is_first: bool


def boxes_of(count: int, width: float, factor: float) -> tuple[StopBox, ...]:
    """Return the places of some stations in a width; `factor` is the size of the text."""
    place = min(PLACE * factor, max(width, 1))
    fitting = max(int(width // place), 1)
    boxes = []
    for number in range(count):
        line, at = divmod(number, fitting)
        x, y = at * place, line * LINE * factor
        boxes.append(StopBox(x, y, place, x + DOT * factor / 2, y + DOT * factor / 2, at == 0))
    return tuple(boxes)


def height_for(count: int, width: float, factor: float) -> int:
    """Return how high all stations are together."""
    boxes = boxes_of(count, width, factor)
    return round(boxes[-1].y + LINE * factor) if boxes else 0
