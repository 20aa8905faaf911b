"""The pictograms that say what a sentence says, drawn in lines within a box of 24 by 24."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Pictogram
from iq_desktop.domain.drawing import SIDE, Drawing
from iq_desktop.pdf.drawing import Place, draw_drawing
from iq_desktop.pdf.looks import ACCENT, WHITE
from iq_desktop.pdf.paper import Line

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper

_BOX: Final = 24
_HEAD: Final = 4.0

# What is drawn: circles (x, y, radius), arcs (x, y, radius, from, to in degrees) and lines from point to point.
_Circles = tuple[tuple[float, float, float], ...]
_Arcs = tuple[tuple[float, float, float, float, float], ...]
_Paths = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class _Strokes:
    circles: _Circles = ()
    arcs: _Arcs = ()
    paths: _Paths = ()


_SHAPES: Final = {
    Pictogram.PERSON: _Strokes(
        circles=((12, 7.5, _HEAD),), arcs=((12, 21, 7.5, 0, 180),), paths=(((4.5, 21), (19.5, 21)),)
    ),
    Pictogram.ADVISER: _Strokes(
        circles=((8, 10, 3.5),),
        arcs=((8, 21, 6, 0, 180),),
        paths=(
            ((2, 21), (14, 21)),
            ((14, 3), (22, 3), (22, 10), (18, 10), (15.5, 12.5), (15.5, 10), (14, 10), (14, 3)),
        ),
    ),
    Pictogram.BOTH: _Strokes(
        circles=((7.5, 8.5, 3.2), (16.5, 8.5, 3.2)),
        arcs=((7.5, 20, 5.2, 0, 180), (16.5, 20, 5.2, 0, 150)),
        paths=(((2.3, 20), (21.7, 20)),),
    ),
    Pictogram.CALENDAR: _Strokes(
        paths=(
            ((3, 5), (21, 5), (21, 21), (3, 21), (3, 5)),
            ((3, 10), (21, 10)),
            ((8, 2.5), (8, 7)),
            ((16, 2.5), (16, 7)),
            ((8, 15.5), (11, 18), (16, 13)),
        )
    ),
    Pictogram.PAPERS: _Strokes(
        paths=(
            ((5, 2.5), (14, 2.5), (19, 7.5), (19, 21.5), (5, 21.5), (5, 2.5)),
            ((14, 2.5), (14, 7.5), (19, 7.5)),
            ((8, 12), (16, 12)),
            ((8, 15), (16, 15)),
            ((8, 18), (13, 18)),
        )
    ),
    Pictogram.COURSE: _Strokes(
        paths=(
            ((12, 6), (9, 4), (2.5, 4), (2.5, 18.5), (9, 18.5), (12, 20.5), (15, 18.5), (21.5, 18.5), (21.5, 4)),
            ((21.5, 4), (15, 4), (12, 6), (12, 20.5)),
            ((5.5, 8.5), (9, 8.5)),
            ((5.5, 12), (9, 12)),
            ((15, 8.5), (18.5, 8.5)),
            ((15, 12), (18.5, 12)),
        )
    ),
    Pictogram.TELEPHONE: _Strokes(
        circles=((12, 18.5, 0.8),),
        paths=(((6.5, 2), (17.5, 2), (17.5, 22), (6.5, 22), (6.5, 2)), ((10, 4.5), (14, 4.5))),
    ),
}


@dataclass(frozen=True, slots=True)
class PictureDisc:
    """A pictogram or a drawing on a round ground, as large as its column is wide (at most `size`)."""

    picture: Pictogram | Drawing
    size: float

    def measure(self, width: float) -> float:  # noqa: ARG002  (as high as it is wide)
        """Return the height."""
        return self.size

    def split(self, width: float, height: float) -> None:
        """Return None: a picture is not parted."""

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:  # noqa: ARG002  (stands left)
        """Draw the picture."""
        middle = self.size / 2
        paper.draw_circle(x + middle, y + middle, middle, fill=WHITE, line=Line(ACCENT, 1))
        if isinstance(self.picture, Drawing):
            draw_drawing(
                paper, self.picture, Place(x + self.size * 0.22, y + self.size * 0.22, self.size * 0.56 / SIDE)
            )
            return
        scale = self.size * 0.56 / _BOX
        draw_pictogram(paper, self.picture, x + self.size * 0.22, y + self.size * 0.22, scale)


def draw_pictogram(paper: Paper, picture: Pictogram, x: float, y: float, scale: float) -> None:
    """Draw a pictogram with its upper left corner at (x, y), `scale` points to a unit of its box."""
    line = Line(ACCENT, 1.2)
    strokes = _SHAPES[picture]
    for cx, cy, radius in strokes.circles:
        paper.draw_circle(x + cx * scale, y + cy * scale, radius * scale, line=line)
    for cx, cy, radius, start, end in strokes.arcs:
        paper.draw_arc(x + cx * scale, y + cy * scale, radius * scale, (start, end), line)
    for path in strokes.paths:
        paper.draw_path([(x + px * scale, y + py * scale) for px, py in path], line=line, closed=path[0] == path[-1])
