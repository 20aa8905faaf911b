"""The paper that pieces draw on: pages in points from the upper left corner, words as glyphs, fine lines and shapes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from iq_desktop.pdf.archive import About, finish_archive
from iq_desktop.pdf.archive_canvas import make_canvas
from iq_desktop.pdf.embedding import EmbeddedFont
from iq_desktop.pdf.line_strokes import write_line
from iq_desktop.pdf.tagging import Element, Marks, language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from iq_desktop.domain.drawing import Outline
    from iq_desktop.pdf.fonts import Font
    from iq_desktop.pdf.glyph_strokes import PlacedGlyphs


@dataclass(frozen=True, slots=True)
class Line:
    """How a line or an outline is drawn."""

    colour: str
    width: float = 0.5
    dashes: tuple[float, ...] = ()


@dataclass(slots=True, eq=False)
class Paper:
    """One PDF while it is being drawn."""

    width: float
    height: float
    title: str
    author: str
    language: str
    _file: io.BytesIO = field(default_factory=io.BytesIO)
    _fonts: dict[str, EmbeddedFont] = field(default_factory=dict)
    _canvas: Any = None
    _marks: Marks = field(default_factory=lambda: Marks(""))

    def __post_init__(self) -> None:
        self.language = language_tag(self.language)
        self._marks.language = self.language
        self._canvas = make_canvas(self._file, self.width, self.height)

    def end_page(self) -> None:
        """Finish the page and begin the next one."""
        self._put(self._marks.end())
        self._canvas.showPage()
        self._marks.turn_page()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        about = About(self.title, self.author, self.language)
        return finish_archive(self._file.getvalue(), about, self._marks)

    def element(
        self,
        kind: str,
        *,
        thread: object = None,
        alternative: str = "",
        scope: str = "",
        columns: int = 1,
        box: tuple[float, float, float, float] | None = None,
    ) -> AbstractContextManager[None]:
        """Return a context whose words and figures belong to an element; `box` is left, top, width, height."""
        if box:
            left, top, width, height = box
            box = (left, self.height - top - height, left + width, self.height - top)
        element = Element(kind, alternative=alternative, scope=scope, columns=columns, box=box)
        return self._marks.element(element, thread)

    def words(self, role: str, language: str, thread: object = None) -> AbstractContextManager[None]:
        """Return a context for words of a role and a language (BCP 47, empty for the one around them)."""
        return self._marks.words(role, language, thread)

    def artifact(self, properties: str) -> AbstractContextManager[None]:
        """Return a context whose words nobody reads out, with the properties as they stand in the file."""
        return self._marks.artifact(properties)

    def write(self, pieces: Sequence[PlacedGlyphs], baseline: float, actual: str | None = None) -> None:
        """Draw one line of words; pieces come in visual order.

        `actual` is what the line says, where its glyphs do not say it in the order of reading.
        """
        self._put(write_line(pieces, self.height - baseline, actual, self._marks, self._embed))

    def draw_line(self, start: tuple[float, float], end: tuple[float, float], line: Line) -> None:
        """Draw a straight line."""
        self._set_looks(None, line)
        self._canvas.line(start[0], self.height - start[1], end[0], self.height - end[1])

    def draw_box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        line: Line | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle by its upper left corner, with round corners where `radius` is given."""
        self._set_looks(fill, line)
        looks = {"fill": int(fill is not None), "stroke": int(line is not None)}
        if radius:
            self._canvas.roundRect(x, self.height - y - height, width, height, radius, **looks)
        else:
            self._canvas.rect(x, self.height - y - height, width, height, **looks)

    def draw_boxes(self, boxes: Iterable[tuple[float, float, float, float]], *, fill: str) -> None:
        """Draw rectangles (left, top, width, height) as one shape."""
        self._set_looks(fill, None)
        path = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(x, self.height - y - height, width, height)
        self._canvas.drawPath(path, fill=1, stroke=0)

    def draw_picture(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture (PNG) by its upper left corner."""
        self._put(self._marks.begin_shape())
        picture = ImageReader(io.BytesIO(content))
        self._canvas.drawImage(picture, x, self.height - y - height, width, height, mask="auto")

    def draw_circle(
        self, x: float, y: float, radius: float, *, fill: str | None = None, line: Line | None = None
    ) -> None:
        """Draw a circle by its middle."""
        self._set_looks(fill, line)
        self._canvas.circle(x, self.height - y, radius, fill=int(fill is not None), stroke=int(line is not None))

    def draw_path(
        self,
        points: Iterable[tuple[float, float]],
        *,
        fill: str | None = None,
        line: Line | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines from point to point."""
        self._set_looks(fill, line)
        path = self._canvas.beginPath()
        for index, (x, y) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x, self.height - y)
        if closed:
            path.close()
        self._canvas.drawPath(path, fill=int(fill is not None), stroke=int(line is not None))

    def draw_curves(self, outlines: Iterable[Outline], *, fill: str | None = None, line: Line | None = None) -> None:
        """Draw outlines of cubic curves together."""
        self._set_looks(fill, line)
        path = self._canvas.beginPath()
        for outline in outlines:
            path.moveTo(outline.start[0], self.height - outline.start[1])
            for curve in outline.curves:
                spots = (curve.first, curve.second, curve.end)
                path.curveTo(*(number for x, y in spots for number in (x, self.height - y)))
            if outline.is_closed:
                path.close()
        self._canvas.drawPath(path, fill=int(fill is not None), stroke=int(line is not None), fillMode=1)

    def draw_arc(self, x: float, y: float, radius: float, degrees: tuple[float, float], line: Line) -> None:
        """Draw a part of a circle from one angle to another, counted against the clock from three o'clock."""
        self._set_looks(None, line)
        start, end = degrees
        bounds = (x - radius, self.height - y - radius, x + radius, self.height - y + radius)
        self._canvas.arc(*bounds, startAng=start, extent=end - start)

    def turned(self, x: float, y: float, degrees: float) -> _Turned:
        """Return a context in which the paper is turned around a point, counter-clockwise."""
        return _Turned(self, x, self.height - y, degrees)

    def let_through(self, share: float) -> None:
        """Let what lies below shine through what is drawn until the end of a turn; `share` of the colour stays."""
        self.end_sequence().setFillAlpha(share)

    def end_sequence(self) -> Any:
        """End what is marked so far, and return the canvas: a turn lies outside of any mark."""
        self._put(self._marks.end())
        return self._canvas

    def _embed(self, font: Font) -> EmbeddedFont:
        embedded = self._fonts.get(font.name)
        if embedded is None:
            embedded = self._fonts[font.name] = EmbeddedFont(font, f"F{len(self._fonts) + 1}")
            self._canvas._doc.delayedFonts.append(embedded)  # noqa: SLF001  (fonts that are written at the end)
        return embedded

    def _put(self, operators: str) -> None:
        if operators:
            self._canvas._code.append(operators)  # noqa: SLF001  (ReportLab's only way to write operators)

    def _set_looks(self, fill: str | None, line: Line | None) -> None:
        """Begin a line or a shape."""
        self._put(self._marks.begin_shape())
        if fill is not None:
            self._canvas.setFillColor(HexColor(fill))
        if line is not None:
            self._canvas.setStrokeColor(HexColor(line.colour))
            self._canvas.setLineWidth(line.width)
            self._canvas.setDash(list(line.dashes))
            self._canvas.setLineCap(1)
            self._canvas.setLineJoin(1)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A turned piece of paper; what is drawn within has its middle at the point."""

    paper: Paper
    x: float
    y: float
    degrees: float

    def __enter__(self) -> None:
        canvas = self.paper.end_sequence()
        canvas.saveState()
        canvas.translate(self.x, self.y)
        canvas.rotate(self.degrees)
        canvas.translate(-self.x, -self.y)

    def __exit__(self, *_: object) -> None:
        self.paper.end_sequence().restoreState()
