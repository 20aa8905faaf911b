"""The pictures of packs on paper: the house colours, which stay apart in black and white too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.drawing import SIDE, Curve, Drawing, Outline, Role
from iq_desktop.pdf.looks import ACCENT, INK, SOFT, WHITE
from iq_desktop.pdf.paper import Line

if TYPE_CHECKING:
    from iq_desktop.domain.drawing import Shape, Spot
    from iq_desktop.pdf.paper import Paper

_SKIN: Final = "#f0d3b8"
"""Pale, so that the lines of a face stand out on a copy in black and white."""
_COLOURS: Final = {Role.INK: INK, Role.PAPER: WHITE, Role.ACCENT: ACCENT, Role.SOFT: SOFT, Role.SKIN: _SKIN}
_FULL: Final = 255


@dataclass(frozen=True, slots=True)
class Place:
    """Where the upper left corner of a drawing lies, and how many points one unit of it is."""

    x: float
    y: float
    scale: float

    def put(self, outline: Outline) -> Outline:
        """Return an outline in points of the page."""
        curves = (Curve(self._put(it.first), self._put(it.second), self._put(it.end)) for it in outline.curves)
        return Outline(self._put(outline.start), tuple(curves), outline.is_closed)

    def _put(self, spot: Spot) -> Spot:
        return self.x + spot[0] * self.scale, self.y + spot[1] * self.scale


@dataclass(frozen=True, slots=True)
class DrawingPiece:
    """A picture as large as its column is wide, at most `size` points; stands left, or in the middle."""

    drawing: Drawing
    size: float
    in_the_middle: bool = False

    def measure(self, width: float) -> float:
        """Return the height."""
        return min(self.size, width)

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw the picture."""
        side = min(self.size, width)
        left = x + (width - side) / 2 if self.in_the_middle else x
        draw_drawing(paper, self.drawing, Place(left, y, side / SIDE))


def draw_drawing(paper: Paper, drawing: Drawing, place: Place) -> None:
    """Draw a picture where a place says; what is half transparent is mixed with white (PDF/A-1 knows no other way)."""
    for shape in drawing.shapes:
        fill = _colour(shape.fill, shape) if shape.fill else None
        line = Line(_colour(shape.stroke, shape), shape.width * place.scale) if shape.stroke else None
        paper.draw_curves([place.put(outline) for outline in shape.outlines], fill=fill, line=line)


def _colour(role: Role, shape: Shape) -> str:
    colour = _COLOURS[role]
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(_FULL - (_FULL - part) * shape.opacity):02x}" for part in parts)
