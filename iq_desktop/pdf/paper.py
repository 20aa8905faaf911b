"""The paper that pieces draw on: pages in points from the upper left corner, words as glyphs, fine lines and shapes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.utils import ImageReader

from iq_desktop.pdf.archive import About, finish_archive
from iq_desktop.pdf.archive_canvas import make_canvas
from iq_desktop.pdf.embedding import EmbeddedFont
from iq_desktop.pdf.line_strokes import write_line
from iq_desktop.pdf.shape_strokes import Line, arc, box, curve, looks, paint, polygon
from iq_desktop.pdf.tagging import Element, Marks, language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from iq_desktop.domain.drawing import Outline
    from iq_desktop.pdf.fonts import Font
    from iq_desktop.pdf.glyph_strokes import PlacedGlyphs


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
        self._draw(polygon((self._up(start), self._up(end)), closed=False), None, line)

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
        self._draw(box(x, self.height - y - height, width, height, radius), fill, line)

    def draw_boxes(self, boxes: Iterable[tuple[float, float, float, float]], *, fill: str) -> None:
        """Draw rectangles (left, top, width, height) as one shape."""
        shape = (box(x, self.height - y - height, width, height) for x, y, width, height in boxes)
        self._draw(" ".join(shape), fill, None)

    def draw_picture(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture (PNG) by its upper left corner."""
        self._put(self._marks.begin_shape())
        picture = ImageReader(io.BytesIO(content))
        self._canvas.drawImage(picture, x, self.height - y - height, width, height, mask="auto")

    def draw_circle(
        self, x: float, y: float, radius: float, *, fill: str | None = None, line: Line | None = None
    ) -> None:
        """Draw a circle by its middle."""
        self._draw(f"{arc(self._up((x, y)), radius, 0, 360)} h", fill, line)

    def draw_path(
        self,
        points: Iterable[tuple[float, float]],
        *,
        fill: str | None = None,
        line: Line | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines from point to point."""
        self._draw(polygon(map(self._up, points), closed=closed), fill, line)

    def draw_curves(self, outlines: Iterable[Outline], *, fill: str | None = None, line: Line | None = None) -> None:
        """Draw outlines of cubic curves together."""
        steps: list[str] = []
        for outline in outlines:
            steps.append(polygon((self._up(outline.start),), closed=False))
            steps += (curve(self._up(one.first), self._up(one.second), self._up(one.end)) for one in outline.curves)
            if outline.is_closed:
                steps.append("h")
        self._draw(" ".join(steps), fill, line, nested=False)

    def draw_arc(self, x: float, y: float, radius: float, degrees: tuple[float, float], line: Line) -> None:
        """Draw a part of a circle from one angle to another, counted against the clock from three o'clock."""
        self._draw(arc(self._up((x, y)), radius, *degrees), None, line)

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

    def _up(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return a point as a PDF counts it: from the lower edge."""
        return point[0], self.height - point[1]

    def _draw(self, path: str, fill: str | None, line: Line | None, *, nested: bool = True) -> None:
        """Draw a path."""
        begun = self._marks.begin_shape()
        self._put(" ".join(filter(None, (begun, looks(fill, line), path, paint(fill, line, nested=nested)))))


@lru_cache(maxsize=1)
def is_readable(content: bytes) -> bool:
    """Return whether a picture can be drawn: to its last line, for one that breaks off has a size as well."""
    try:
        picture = ImageReader(io.BytesIO(content))
        width, height = picture.getSize()
        picture.getRGBData()
    except Exception:  # noqa: BLE001  (whatever the reader of pictures raises)
        return False
    return bool(width and height)


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


__all__ = ["Line", "Paper"]
