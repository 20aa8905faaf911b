"""A picture as a value: shapes of curves in a box of 96 by 96, filled and outlined in roles instead of colours.

Screen and paper fill the roles in, so that a picture fits light, dark and black-and-white.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

SIDE: Final = 96
"""How wide and high the box of every drawing is."""

Spot = tuple[float, float]
"""A place in the box: x to the right, y down."""


class Role(Enum):
    """What a colour is for."""

    INK = "ink"
    PAPER = "paper"
    ACCENT = "accent"
    SOFT = "soft"
    SKIN = "skin"


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve from where the one before it ends; a straight line has its handles at its thirds."""

    first: Spot
    second: Spot
    end: Spot


@dataclass(frozen=True, slots=True)
class Outline:
    """Curves one after the other, from a start, closed or open."""

    start: Spot
    curves: tuple[Curve, ...]
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """Outlines that are filled together (non-zero rule) and then drawn with round ends and corners.

    `width` is that of the stroke in units of the box; `opacity` runs from 0 to 1 and counts for both.
    """

    outlines: tuple[Outline, ...]
    fill: Role | None = None
    stroke: Role | None = None
    width: float = 3
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from the lowest to the uppermost."""

    shapes: tuple[Shape, ...]

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that it uses."""
        used = {role for shape in self.shapes for role in (shape.fill, shape.stroke)}
        return frozenset(role for role in used if role is not None)


def line_to(start: Spot, end: Spot) -> Curve:
    """Return the straight line between two places as a curve."""
    (x0, y0), (x1, y1) = start, end
    across, down = (x1 - x0) / 3, (y1 - y0) / 3
    return Curve((x0 + across, y0 + down), (x1 - across, y1 - down), end)
