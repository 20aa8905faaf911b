"""The pictures of what was agreed, drawn in lines of one width; each is read from a short code of strokes.

The code runs in a box of 24 by 24: `M` puts the pen down, `L` draws a line, `C` a curve, `Z` closes, `O` is a circle
of a middle and a radius. All places are absolute.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.drawing import SIDE, Curve, Drawing, Outline, Role, Shape, Spot, line_to
from iq_desktop.domain.point_picture import PointPicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BOX: Final = 24
_SCALE: Final = SIDE / BOX
_WIDTH: Final = 5.6
_ROUND: Final = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""
_TOKEN: Final = re.compile(r"([MLCZO])([^MLCZO]*)")

CODES: Final = {
    PointPicture.PAPERS: "M6 2.5 L14 2.5 L19 7.5 L19 21.5 L6 21.5 Z M14 2.5 L14 7.5 L19 7.5"
    " M9 11 L16 11 M9 14.5 L13 14.5"
    " O15.5 17.5 1.6",
    PointPicture.OFFICE: "M2.5 9 L12 3 L21.5 9 Z M5 9 L5 18 M9.7 9 L9.7 18 M14.3 9 L14.3 18 M19 9 L19 18"
    " M2.5 21 L21.5 21 M3.5 18 L20.5 18",
    PointPicture.COURSE: "M3 3.5 L21 3.5 L21 13 L12 13 M3 3.5 L3 8 O6 12.5 2.6"
    " M1.8 21.5 L1.8 20 C1.8 17.6 3.6 16.6 6 16.6"
    " C8.4 16.6 10.2 17.6 10.2 20 L10.2 21.5 M10 16.5 L14 9 M11 7 L17.5 7",
    PointPicture.LANGUAGE: "M2.5 3 L15.5 3 L15.5 12 L8.5 12 L5 15 L5 12 L2.5 12 Z"
    " M6.3 9.8 L9 5.2 L11.7 9.8 M7.3 8.2 L10.7 8.2"
    " M18 8.5 L21.5 8.5 L21.5 17.5 L19.5 17.5 L19.5 20.5 L16 17.5 L10.5 17.5 L10.5 14.5",
    PointPicture.TALK: "O5.5 13 2.5 M1.5 22 L1.5 20.4 C1.5 18.3 3.2 17.2 5.5 17.2 C7.8 17.2 9.5 18.3 9.5 20.4 L9.5 22"
    " O18.5 13 2.5 M14.5 22 L14.5 20.4 C14.5 18.3 16.2 17.2 18.5 17.2 C20.8 17.2 22.5 18.3 22.5 20.4 L22.5 22"
    " M7 2.5 L17 2.5 L17 8.3 L13.6 8.3 L12 10.8 L10.4 8.3 L7 8.3 Z",
    PointPicture.PHONE: "M7.5 2 L16.5 2 C17.3 2 18 2.7 18 3.5 L18 20.5 C18 21.3 17.3 22 16.5 22"
    " L7.5 22 C6.7 22 6 21.3 6 20.5"
    " L6 3.5 C6 2.7 6.7 2 7.5 2 Z M10.5 5 L13.5 5 M11.9 18.8 L12.1 18.8",
    PointPicture.LETTER: "M2.5 5 L21.5 5 L21.5 19 L2.5 19 Z M2.5 5.5 L12 13 L21.5 5.5",
    PointPicture.CALENDAR: "M3 5 L21 5 L21 21 L3 21 Z M3 10 L21 10 M8 2.5 L8 7 M16 2.5 L16 7 M8 15.5 L11 18 L16 13",
    PointPicture.FORM: "M17 12 L17 21.5 L4 21.5 L4 4 L13 4 M7.5 9 L11.5 9 M7.5 13 L9.5 13 M11 16 L11.8 12.6 L19.6 3.4"
    " L22.2 5.6 L14.4 14.8 Z",
    PointPicture.SCHOOL: "M12 4 L1.8 9 L12 14 L22.2 9 Z"
    " M6 11.3 L6 16.5 C8 18.6 10 19.2 12 19.2 C14 19.2 16 18.6 18 16.5"
    " L18 11.3 M22.2 9 L22.2 15",
    PointPicture.WORK: "M2.5 8 L21.5 8 L21.5 20 L2.5 20 Z M8.5 8 L8.5 4.5 L15.5 4.5 L15.5 8"
    " M2.5 13 L21.5 13 M12 11.8 L12 14.6",
    PointPicture.SEARCH: "O10 10 6.5 M14.8 14.8 L21.5 21.5",
    PointPicture.COMPUTER: "M4.5 4.5 L19.5 4.5 L19.5 15.5 L4.5 15.5 Z M1.8 19.5 L22.2 19.5"
    " M8.5 12.5 L8.5 8 L11.8 10.3 Z",
    PointPicture.MONEY: "M2 6 L22 6 L22 18 L2 18 Z M13.6 9.6 C11.2 8.6 9.6 10 9.6 12 C9.6 14 11.2 15.4 13.6 14.4"
    " M8.4 11.2 L12 11.2 M8.4 12.9 L12 12.9 M5 9 L5 9.2 M19 14.8 L19 15",
    PointPicture.HOME: "M2.5 11.5 L12 3 L21.5 11.5 M5 9.5 L5 21 L19 21 L19 9.5 M9.7 21 L9.7 14.5 L14.3 14.5 L14.3 21",
    PointPicture.CHILD: "O8 5.5 3 M2.5 21.5 L2.5 15.5 C2.5 12.4 4.6 10.8 8 10.8 C11.4 10.8 13 12.4 13.5 15.5 L13.5 21.5"
    " O18 12.2 2.3 M15.5 21.5 L15.5 19.5 C15.5 17.6 16.4 16.6 18 16.6 C19.6 16.6 20.8 17.6 20.8 19.5 L20.8 21.5",
    PointPicture.HEALTH: "M12 20.8 C5 15.6 2.4 12.2 2.4 8.6 C2.4 5.6 4.6 3.6 7.2 3.6 C9.2 3.6 11 4.7 12 6.6"
    " C13 4.7 14.8 3.6 16.8 3.6 C19.4 3.6 21.6 5.6 21.6 8.6 C21.6 12.2 19 15.6 12 20.8 Z"
    " M12 9.3 L12 14.7 M9.3 12 L14.7 12",
    PointPicture.TRAVEL: "M5.5 3 L18.5 3 C19.6 3 20.5 3.9 20.5 5 L20.5 18 L3.5 18 L3.5 5 C3.5 3.9 4.4 3 5.5 3 Z"
    " M3.5 11.5 L20.5 11.5 M12 3 L12 11.5 M6.9 14.8 L7.3 14.8 M16.7 14.8 L17.1 14.8 M6 18 L6 21 M18 18 L18 21",
}  # fmt: skip
"""The strokes of each picture."""


@cache
def drawing_of(picture: PointPicture) -> Drawing:
    """Return the drawing of a picture."""
    return Drawing((Shape(tuple(outlines_of(CODES[picture])), stroke=Role.ACCENT, width=_WIDTH),))


def outlines_of(code: str) -> Iterator[Outline]:
    """Yield the outlines of a code of strokes, in units of a drawing; raises ValueError for what is none."""
    start: Spot | None = None
    pen: Spot = (0.0, 0.0)
    curves: list[Curve] = []
    for letter, words in _TOKEN.findall(code):
        numbers = [float(word) * _SCALE for word in words.split()]
        if letter in "MO" and start is not None and curves:
            yield Outline(start, tuple(curves))
            start, curves = None, []
        if letter == "O":
            yield _circle(*numbers)
        elif letter == "M":
            start = pen = _spots(numbers)[0]
        elif start is None:
            raise ValueError("a stroke without a beginning")
        elif letter == "Z":
            yield Outline(start, (*curves, line_to(pen, start)), is_closed=True)
            start, curves = None, []
        else:
            curve = _drawn(pen, _spots(numbers), is_line=letter == "L")
            curves.append(curve)
            pen = curve.end
    if start is not None and curves:
        yield Outline(start, tuple(curves))


def _drawn(pen: Spot, spots: Sequence[Spot], *, is_line: bool) -> Curve:
    return line_to(pen, spots[0]) if is_line else Curve(*spots)


def _spots(numbers: Sequence[float]) -> list[Spot]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _circle(x: float, y: float, radius: float) -> Outline:
    """Return a circle as four curves."""
    reach = radius * _ROUND
    return Outline(
        (x + radius, y),
        (
            Curve((x + radius, y + reach), (x + reach, y + radius), (x, y + radius)),
            Curve((x - reach, y + radius), (x - radius, y + reach), (x - radius, y)),
            Curve((x - radius, y - reach), (x - reach, y - radius), (x, y - radius)),
            Curve((x + reach, y - radius), (x + radius, y - reach), (x + radius, y)),
        ),
        is_closed=True,
    )
