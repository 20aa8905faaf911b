"""A signature as lines: what a pen, a finger or a mouse drew, without pressure and without time.

It is kept as places on a grid of 1,000 by 400, so that it is drawn sharply at any size and stays small. How fast or
how hard somebody writes is never taken down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE: Final = 1000
"""How wide the grid is."""
HIGH: Final = 400
"""How high the grid is."""
MOST_STROKES: Final = 80
MOST_SPOTS: Final = 1600
"""Places of a whole signature; what is drawn beyond them is left out."""
_APART: Final = 5.0
"""Places that lie nearer to the one before say nothing more."""
_SHORTEST: Final = 120.0
"""Less line than this, in units of the grid, is a stray touch and no signature."""
_CODE: Final = re.compile(r"(\d{1,4},\d{1,4})( \d{1,4},\d{1,4})*(;(\d{1,4},\d{1,4})( \d{1,4},\d{1,4})*)*", re.ASCII)

Spot = tuple[int, int]
"""A place on the grid: x to the right, y down."""
Stroke = tuple[Spot, ...]
"""One line from where the pen was put down to where it was lifted."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The strokes of a signature in the order in which they were drawn."""

    strokes: tuple[Stroke, ...] = ()

    @property
    def code(self) -> str:
        """The strokes as they are stored: `12,40 18,44;300,90`, at most a few kilobytes."""
        return ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in self.strokes)

    @property
    def is_signature(self) -> bool:
        """Whether there is enough line for a signature or a cross; a stray touch is none."""
        return sum(_length(stroke) for stroke in self.strokes) >= _SHORTEST

    def with_stroke(self, spots: Iterable[tuple[float, float]]) -> Ink:
        """Return the ink with one more stroke, thinned out; the same where it is full."""
        stroke = _thinned(spots)
        room = MOST_SPOTS - sum(len(one) for one in self.strokes)
        if not stroke or room <= 0 or len(self.strokes) >= MOST_STROKES:
            return self
        return Ink((*self.strokes, stroke[:room]))

    def without_last(self) -> Ink:
        """Return the ink without its last stroke."""
        return Ink(self.strokes[:-1])


def ink_from(code: str) -> Ink:
    """Return the ink of a stored code; raises ValueError for anything else."""
    if not code:
        return Ink()
    if not _CODE.fullmatch(code):
        raise ValueError("no strokes")
    strokes = tuple(tuple(_spot(words) for words in stroke.split(" ")) for stroke in code.split(";"))
    if len(strokes) > MOST_STROKES or sum(len(stroke) for stroke in strokes) > MOST_SPOTS:
        raise ValueError("too many strokes")
    return Ink(strokes)


def _spot(words: str) -> Spot:
    x, y = words.split(",")
    return _on_grid(float(x), float(y))


def _on_grid(x: float, y: float) -> Spot:
    return min(max(round(x), 0), WIDE), min(max(round(y), 0), HIGH)


def _thinned(spots: Iterable[tuple[float, float]]) -> Stroke:
    """Return places on the grid, those left out that lie beside the one before; the last one stays."""
    placed = [_on_grid(x, y) for x, y in spots]
    kept: list[Spot] = []
    for spot in placed:
        if not kept or hypot(spot[0] - kept[-1][0], spot[1] - kept[-1][1]) >= _APART:
            kept.append(spot)
    if placed and kept[-1] != placed[-1]:
        kept.append(placed[-1])
    return tuple(kept)


def _length(stroke: Sequence[Spot]) -> float:
    pairs = pairwise(stroke)
    return sum(hypot(after[0] - before[0], after[1] - before[1]) for before, after in pairs)
