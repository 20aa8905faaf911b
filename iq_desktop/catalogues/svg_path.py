"""Reads the words of an SVG path (`d`) into outlines of cubic curves; knows no element and no colour."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.drawing import Curve, Outline, Spot, line_to
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST: Final = 10_000.0
"""No number of a picture may be larger, in either direction."""
_NOTHING: Final = 1e-6
"""A length that nobody sees."""
_NUMBER: Final = r"[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE][+-]?\d{1,2})?"
_NUMBERS: Final = re.compile(_NUMBER, re.ASCII)
_ONE_NUMBER: Final = re.compile(rf"\s*{_NUMBER}\s*", re.ASCII)
_COMMA: Final = re.compile(r"\s*(?:,\s*)?", re.ASCII)
_COMMANDS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers follow each command."""
_FLAG_PLACES: Final = (3, 4)
"""Which numbers of an arc are 0 or 1 and may stand without a gap."""


class WrongDrawing(Exception):  # noqa: N818  (a name that says what happened)
    """Something in a picture that is refused; the reader adds the line."""

    def __init__(self, what: Text) -> None:
        """Keep what is wrong."""
        super().__init__(what.message)
        self.what = what


def read_number(words: str) -> float:
    """Return the number that a text is; raises WrongDrawing."""
    if not _ONE_NUMBER.fullmatch(words):
        raise WrongDrawing(say("“{value}” is not a number", value=words[:40]))
    return _within(float(words))


def read_numbers(words: str) -> list[float]:
    """Return the numbers of a list parted by spaces or commas; raises WrongDrawing."""
    found: list[float] = []
    at = len(words) - len(words.lstrip())
    while at < len(words):
        number, at = _number_at(words, at)
        found.append(number)
    return found


def read_path(words: str) -> tuple[Outline, ...]:
    """Return the outlines of a path; raises WrongDrawing."""
    pen = _Pen()
    at = 0
    while (at := _skip_gap(words, at)) < len(words):
        letter = words[at]
        if letter.upper() not in _COMMANDS or (not pen.begun and letter.upper() != "M"):
            raise WrongDrawing(say("the path cannot be read at its character {place}", place=str(at + 1)))
        at = _read_command(words, at, letter, pen)
    pen.lift()
    return tuple(pen.outlines)


def _read_command(words: str, at: int, letter: str, pen: _Pen) -> int:
    """Draw one command with all numbers that follow it; returns the place behind them."""
    command, count = letter.upper(), _COMMANDS[letter.upper()]
    at = _skip_gap(words, at + 1)
    if not count:
        pen.close()
        return at
    while True:
        numbers: list[float] = []
        while len(numbers) < count:
            is_flag = command == "A" and len(numbers) in _FLAG_PLACES
            number, at = _flag_at(words, at) if is_flag else _number_at(words, at)
            numbers.append(number)
        _DRAW[command](pen, numbers, pen.place if letter.islower() else (0, 0))
        command = "L" if command == "M" else command
        if at >= len(words) or words[at].isalpha():
            return at


@dataclass(slots=True)
class _Pen:
    """Where the pen is, and what it has drawn so far."""

    place: Spot = (0, 0)
    start: Spot = (0, 0)
    begun: bool = False
    curves: list[Curve] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    handle: Spot | None = None
    """The last handle of the curve before, which a smooth curve mirrors."""
    kind: str = ""

    def lift(self, *, closed: bool = False) -> None:
        if self.curves:
            self.outlines.append(Outline(self.start, tuple(self.curves), closed))
        self.curves = []

    def close(self) -> None:
        self.lift(closed=True)
        self.place, self.handle, self.kind = self.start, None, ""

    def move(self, spot: Spot) -> None:
        self.lift()
        self.place = self.start = spot
        self.begun, self.handle, self.kind = True, None, ""

    def draw(self, curve: Curve, kind: str = "", handle: Spot | None = None) -> None:
        if not self.curves:
            self.start = self.place
        self.curves.append(curve)
        self.place, self.kind, self.handle = curve.end, kind, handle

    def mirrored(self, kind: str) -> Spot:
        if self.handle is None or self.kind != kind:
            return self.place
        return 2 * self.place[0] - self.handle[0], 2 * self.place[1] - self.handle[1]


def _move(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    pen.move(_spots(numbers, origin)[0])


def _line(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    pen.draw(line_to(pen.place, _spots(numbers, origin)[0]))


def _across(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    pen.draw(line_to(pen.place, (_within(origin[0] + numbers[0]), pen.place[1])))


def _down(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    pen.draw(line_to(pen.place, (pen.place[0], _within(origin[1] + numbers[0]))))


def _cubic(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    first, second, end = _spots(numbers, origin)
    pen.draw(Curve(first, second, end), "C", second)


def _smooth_cubic(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    second, end = _spots(numbers, origin)
    pen.draw(Curve(pen.mirrored("C"), second, end), "C", second)


def _quadratic(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    handle, end = _spots(numbers, origin)
    pen.draw(_raise_degree(pen.place, handle, end), "Q", handle)


def _smooth_quadratic(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    end, handle = _spots(numbers, origin)[0], pen.mirrored("Q")
    pen.draw(_raise_degree(pen.place, handle, end), "Q", handle)


def _arc(pen: _Pen, numbers: list[float], origin: Spot) -> None:
    end = _spots(numbers[5:], origin)[0]
    radii = (abs(numbers[0]), abs(numbers[1]))
    for curve in arc_curves(
        pen.place, end, radii, numbers[2], is_large=bool(numbers[3]), is_clockwise=bool(numbers[4])
    ):
        pen.draw(curve)


_DRAW: Final[dict[str, Callable[[_Pen, list[float], Spot], None]]] = {
    "M": _move,
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _cubic,
    "S": _smooth_cubic,
    "Q": _quadratic,
    "T": _smooth_quadratic,
    "A": _arc,
}


def arc_curves(
    start: Spot, end: Spot, radii: Spot, degrees: float, *, is_large: bool, is_clockwise: bool
) -> list[Curve]:
    """Return the elliptical arc between two places as curves (SVG 1.1, appendix F.6.5 and F.6.6)."""
    if math.dist(start, end) < _NOTHING:
        return []
    if min(radii) < _NOTHING:
        return [line_to(start, end)]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = cos * half[0] + sin * half[1], cos * half[1] - sin * half[0]
    grown = max(1.0, math.hypot(x / radii[0], y / radii[1]))
    rx, ry = radii[0] * grown, radii[1] * grown
    reach = max(0.0, 1 / ((x / rx) ** 2 + (y / ry) ** 2) - 1) ** 0.5 * (-1 if is_large == is_clockwise else 1)
    middle = (reach * rx * y / ry, -reach * ry * x / rx)
    first = math.atan2((y - middle[1]) / ry, (x - middle[0]) / rx)
    sweep = math.atan2((-y - middle[1]) / ry, (-x - middle[0]) / rx) - first
    if is_clockwise and sweep < 0:
        sweep += 2 * math.pi
    elif not is_clockwise and sweep > 0:
        sweep -= 2 * math.pi
    centre = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def place(across: float, down: float) -> Spot:
        across, down = middle[0] + rx * across, middle[1] + ry * down
        return centre[0] + cos * across - sin * down, centre[1] + sin * across + cos * down

    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    return [_piece_of_arc(first + sweep * one / pieces, sweep / pieces, place) for one in range(pieces)]


def _piece_of_arc(angle: float, sweep: float, place: Callable[[float, float], Spot]) -> Curve:
    """Return at most a quarter of a circle of radius 1, put where it belongs."""
    handle = 4 / 3 * math.tan(sweep / 4)
    cos0, sin0, cos1, sin1 = math.cos(angle), math.sin(angle), math.cos(angle + sweep), math.sin(angle + sweep)
    return Curve(
        place(cos0 - handle * sin0, sin0 + handle * cos0),
        place(cos1 + handle * sin1, sin1 - handle * cos1),
        place(cos1, sin1),
    )


def _spots(numbers: list[float], origin: Spot) -> list[Spot]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [(_within(origin[0] + across), _within(origin[1] + down)) for across, down in pairs]


def _raise_degree(start: Spot, handle: Spot, end: Spot) -> Curve:
    """Return a quadratic curve as a cubic one."""
    (x0, y0), (x1, y1), (x2, y2) = start, handle, end
    return Curve(
        (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3), (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), end
    )


def _number_at(words: str, at: int) -> tuple[float, int]:
    """Return the number at a place and the place behind it and its gap."""
    found = _NUMBERS.match(words, at)
    if found is None or words[found.end() : found.end() + 1].isdigit():
        raise WrongDrawing(say("a number is missing or wrong at character {place}", place=str(at + 1)))
    return _within(float(found[0])), _skip_gap(words, found.end())


def _flag_at(words: str, at: int) -> tuple[float, int]:
    if words[at : at + 1] not in {"0", "1"}:
        raise WrongDrawing(say("a number is missing or wrong at character {place}", place=str(at + 1)))
    return float(words[at]), _skip_gap(words, at + 1)


def _skip_gap(words: str, at: int) -> int:
    gap = _COMMA.match(words, at)
    return gap.end() if gap else at


def _within(number: float) -> float:
    if not -LARGEST <= number <= LARGEST:
        raise WrongDrawing(say("the number {number} is far too large for a picture", number=f"{number:.6g}"))
    return number
