"""Lines and shapes as operators of a PDF; points are counted from the lower left corner, angles against the clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.glyph_strokes import colour_of, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    Point = tuple[float, float]

_ROUND: Final = 4 / 3 * (math.sqrt(2) - 1)
"""How far the handles of a curve stand off its ends, in radii, for it to be a quarter of a circle."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a line or an outline is drawn."""

    colour: str
    width: float = 0.5
    dashes: tuple[float, ...] = ()


def looks(fill: str | None, line: Line | None) -> str:
    """Return the operators that choose colours and pen of what follows."""
    operators = []
    if fill is not None:
        operators.append(f"{colour_of(fill)} rg")
    if line is not None:
        dashes = " ".join(map(number, line.dashes))
        operators.append(f"{colour_of(line.colour)} RG {number(line.width)} w [{dashes}] 0 d 1 J 1 j")
    return " ".join(operators)


def paint(fill: str | None, line: Line | None, *, nested: bool = True) -> str:
    """Return the operator that paints a path; `nested` leaves open what lies within an even number of outlines."""
    kind = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[
        fill is not None, line is not None
    ]
    return kind + "*" if nested and kind in "Bf" else kind


def polygon(points: Iterable[Point], *, closed: bool) -> str:
    """Return straight lines from point to point."""
    steps = [f"{number(x)} {number(y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points)]
    return " ".join([*steps, "h"] if closed else steps)


def curve(first: Point, second: Point, end: Point) -> str:
    """Return a cubic curve from where the path stands, by its two handles and its end."""
    return " ".join(number(part) for point in (first, second, end) for part in point) + " c"


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Return a rectangle by its lower left corner."""
    if not radius:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    right, top, near = x + width, y + height, radius * (1 - _ROUND)
    return " ".join(
        (
            f"{number(x + radius)} {number(y)} m {number(right - radius)} {number(y)} l",
            curve((right - near, y), (right, y + near), (right, y + radius)),
            f"{number(right)} {number(top - radius)} l",
            curve((right, top - near), (right - near, top), (right - radius, top)),
            f"{number(x + radius)} {number(top)} l",
            curve((x + near, top), (x, top - near), (x, top - radius)),
            f"{number(x)} {number(y + radius)} l",
            curve((x, y + near), (x + near, y), (x + radius, y)),
            "h",
        )
    )


def arc(middle: Point, radius: float, start: float, end: float) -> str:
    """Return a part of a circle between two angles, in degrees from three o'clock."""
    parts = max(math.ceil(abs(end - start) / 90), 1)
    step = math.radians(end - start) / parts
    handle = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(start)
    x, y = _around(middle, radius, angle)
    steps = [f"{number(x)} {number(y)} m"]
    for _ in range(parts):
        later = angle + step
        ahead = _around(middle, radius, later)
        steps.append(
            curve(
                (x - handle * math.sin(angle), y + handle * math.cos(angle)),
                (ahead[0] + handle * math.sin(later), ahead[1] - handle * math.cos(later)),
                ahead,
            )
        )
        angle, (x, y) = later, ahead
    return " ".join(steps)


def _around(middle: Point, radius: float, angle: float) -> Point:
    return middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)
