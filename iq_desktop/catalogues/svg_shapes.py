"""Makes outlines of the simple elements of an SVG picture, and moves, turns and scales them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from iq_desktop.catalogues.svg_path import LARGEST, WrongDrawing, arc_curves, read_number, read_numbers, read_path
from iq_desktop.domain.drawing import Curve, Outline, Spot, line_to
from iq_desktop.wording.text import say

Attributes = Mapping[str, str]
Outlines = tuple[Outline, ...]

_ACT: Final = re.compile(r"\s*(translate|rotate|scale)\s*\(([^()]*)\)\s*,?", re.ASCII)
_MOST_ACTS: Final = 8
_COUNTS: Final = {"translate": (1, 2), "rotate": (1, 3), "scale": (1, 2)}


@dataclass(frozen=True, slots=True)
class Affine:
    """A change of places: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def after(self, other: Affine) -> Affine:
        """Return the change that does the other one first and then this one."""
        return Affine(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    @property
    def growth(self) -> float:
        """By how much lengths grow, on the whole."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def spot(self, spot: Spot) -> Spot:
        """Return where a place comes to lie; raises WrongDrawing where that is far outside."""
        x, y = self.a * spot[0] + self.c * spot[1] + self.e, self.b * spot[0] + self.d * spot[1] + self.f
        if not (abs(x) <= LARGEST and abs(y) <= LARGEST):
            raise WrongDrawing(say("a shape lies far outside the picture"))
        return round(x, 3), round(y, 3)

    def outline(self, outline: Outline) -> Outline:
        """Return an outline changed."""
        curves = (Curve(*(self.spot(one) for one in (it.first, it.second, it.end))) for it in outline.curves)
        return Outline(self.spot(outline.start), tuple(curves), outline.is_closed)


def read_transform(words: str) -> Affine:
    """Return what `translate`, `rotate` and `scale` do together; raises WrongDrawing."""
    whole, at, acts = Affine(), 0, 0
    while words[at:].strip():
        found = _ACT.match(words, at)
        acts += 1
        if found is None or acts > _MOST_ACTS:
            raise WrongDrawing(say("only translate, rotate and scale may stand in a transform"))
        whole = whole.after(_act(found[1], read_numbers(found[2])))
        at = found.end()
    return whole


def _act(name: str, numbers: list[float]) -> Affine:
    if len(numbers) not in _COUNTS[name]:
        raise WrongDrawing(say("{name} has the wrong number of values", name=name))
    if name == "translate":
        return Affine(e=numbers[0], f=numbers[1] if len(numbers) > 1 else 0)
    if name == "scale":
        return Affine(a=numbers[0], d=numbers[-1])
    turn = math.radians(numbers[0])
    turned = Affine(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn))
    x, y = numbers[1:] or (0, 0)
    return Affine(e=x, f=y).after(turned).after(Affine(e=-x, f=-y))


def _path(attributes: Attributes) -> Outlines:
    return read_path(attributes.get("d", ""))


def _circle(attributes: Attributes) -> Outlines:
    return _round(attributes, (_length(attributes, "r"), _length(attributes, "r")))


def _ellipse(attributes: Attributes) -> Outlines:
    return _round(attributes, (_length(attributes, "rx"), _length(attributes, "ry")))


def _round(attributes: Attributes, radii: Spot) -> Outlines:
    x, y = _place(attributes, "cx"), _place(attributes, "cy")
    right, left = (x + radii[0], y), (x - radii[0], y)
    there = arc_curves(right, left, radii, 0, is_large=False, is_clockwise=True)
    back = arc_curves(left, right, radii, 0, is_large=False, is_clockwise=True)
    return (Outline(right, (*there, *back), is_closed=True),)


def _rect(attributes: Attributes) -> Outlines:
    x, y = _place(attributes, "x"), _place(attributes, "y")
    width, height = _length(attributes, "width"), _length(attributes, "height")
    both = attributes.get("rx") or attributes.get("ry")
    rx = min(_length({"rx": attributes.get("rx") or both or "0"}, "rx", or_none=True), width / 2)
    ry = min(_length({"ry": attributes.get("ry") or both or "0"}, "ry", or_none=True), height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return (_polygon_through([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True),)
    sides = (
        ((x + rx, y), (right - rx, y), (right, y + ry)),
        ((right, y + ry), (right, bottom - ry), (right - rx, bottom)),
        ((right - rx, bottom), (x + rx, bottom), (x, bottom - ry)),
        ((x, bottom - ry), (x, y + ry), (x + rx, y)),
    )
    curves: list[Curve] = []
    for start, corner, end in sides:
        curves += [line_to(start, corner), *arc_curves(corner, end, (rx, ry), 0, is_large=False, is_clockwise=True)]
    return (Outline((x + rx, y), tuple(curves), is_closed=True),)


def _line(attributes: Attributes) -> Outlines:
    spots = [(_place(attributes, f"x{end}"), _place(attributes, f"y{end}")) for end in (1, 2)]
    return (_polygon_through(spots, closed=False),)


def _polyline(attributes: Attributes) -> Outlines:
    return (_polygon_through(_points(attributes), closed=False),)


def _polygon(attributes: Attributes) -> Outlines:
    return (_polygon_through(_points(attributes), closed=True),)


OUTLINES: Final[Mapping[str, Callable[[Attributes], Outlines]]] = {
    "path": _path,
    "circle": _circle,
    "ellipse": _ellipse,
    "rect": _rect,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""What each element looks like; each raises WrongDrawing."""


def _points(attributes: Attributes) -> list[Spot]:
    numbers = read_numbers(attributes.get("points", ""))
    if len(numbers) % 2 or len(numbers) < 4:  # noqa: PLR2004  (two places)
        raise WrongDrawing(say("“{value}” are not at least two places", value="points"))
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _polygon_through(spots: list[Spot], *, closed: bool) -> Outline:
    curves = tuple(line_to(start, end) for start, end in pairwise(spots))
    return Outline(spots[0], curves, closed)


def _place(attributes: Attributes, name: str) -> float:
    return read_number(attributes.get(name, "0"))


def _length(attributes: Attributes, name: str, *, or_none: bool = False) -> float:
    length = read_number(attributes.get(name, "0"))
    if length < 0 or (not length and not or_none):
        raise WrongDrawing(say("“{name}” must be larger than 0", name=name))
    return length
