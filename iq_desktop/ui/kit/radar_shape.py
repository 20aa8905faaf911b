"""The geometry of a radar without Qt: where points and words go so that nothing is cut off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP: Final = 14.0
_SMALLEST: Final = 20.0
_CLOSE: Final = 0.5
_WIDEST: Final = 1.25
"""A picture wider than this share of its height is only empty at its sides."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the picture; x runs to the right, y down."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Centre and radius of a radar, and the upper left corner of each label."""

    centre: Spot
    radius: float
    labels: tuple[Spot, ...]

    def point(self, axis: int, share: float) -> Spot:
        """Return the place on an axis at a share of the radius; axis 0 points up, the others follow clockwise."""
        x, y = _direction(axis, len(self.labels))
        return Spot(self.centre.x + self.radius * share * x, self.centre.y + self.radius * share * y)


def share_room(width: float, height: float, legend: float) -> tuple[float, float]:
    """Return width and height of the picture beside a legend that wants a width; at least half is left to it."""
    room = max(width - legend, width / 2)
    return min(room, height * _WIDEST), height


def fit_radar(sizes: Sequence[tuple[float, float]], width: float, height: float) -> Shape:
    """Return the largest radar whose labels (width and height of each) lie within the picture."""
    smallest, largest = _SMALLEST, max(width, height)
    while largest - smallest > _CLOSE:
        middle = (smallest + largest) / 2
        left, top, right, bottom = _bounds(sizes, middle)
        if right - left <= width and bottom - top <= height:
            smallest = middle
        else:
            largest = middle
    left, top, right, bottom = _bounds(sizes, smallest)
    centre = Spot((width - (right - left)) / 2 - left, (height - (bottom - top)) / 2 - top)
    corners = _corners(sizes, smallest)
    return Shape(centre, smallest, tuple(Spot(centre.x + corner.x, centre.y + corner.y) for corner in corners))


def _bounds(sizes: Sequence[tuple[float, float]], radius: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of radar and labels around a centre at 0, 0."""
    corners = _corners(sizes, radius)
    rights = (corner.x + size[0] for corner, size in zip(corners, sizes, strict=True))
    bottoms = (corner.y + size[1] for corner, size in zip(corners, sizes, strict=True))
    left, top = min((corner.x for corner in corners), default=0), min((corner.y for corner in corners), default=0)
    right, bottom = max(rights, default=0), max(bottoms, default=0)
    return min(left, -radius), min(top, -radius), max(right, radius), max(bottom, radius)


def _corners(sizes: Sequence[tuple[float, float]], radius: float) -> list[Spot]:
    """Return the upper left corners of the labels around a centre at 0, 0."""
    corners = []
    for axis, (width, height) in enumerate(sizes):
        x, y = _direction(axis, len(sizes))
        reach = radius + _GAP
        corners.append(Spot(reach * x - width * (1 - x) / 2, reach * y - height * (1 - y) / 2))
    return corners


def _direction(axis: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * axis / count
    return math.sin(angle), -math.cos(angle)
