"""The paper that pieces draw on: pages in points from the upper left corner, words as glyphs, fine lines and shapes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from iq_desktop.pdf.embedding import EmbeddedFont
from iq_desktop.pdf.shaping import Shaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.drawing import Outline
    from iq_desktop.pdf.fonts import Font
    from iq_desktop.pdf.shaping import Glyph

_NOTHING_TO_READ: Final = "/Span <</ActualText <FEFF>>> BDC"


class _Properties(PDFInfo):  # type: ignore[misc]  # ReportLab carries no types
    """What the file says about itself; no dates, since the day of printing stands in the document."""

    def format(self, document: Any) -> Any:
        """Return the properties in the form that a PDF has them in."""
        words = {"Title": self.title, "Author": self.author, "Creator": "IQ Desktop", "Producer": "IQ Desktop"}
        return PDFDictionary({name: PDFString(said) for name, said in words.items() if said}).format(document)


class _BareCanvas(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """A canvas whose pages name no font that is not embedded (ReportLab's own begin with Helvetica)."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


@dataclass(frozen=True, slots=True)
class Line:
    """How a line or an outline is drawn."""

    colour: str
    width: float = 0.5
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedGlyphs:
    """A piece of a line of words: where it begins, in points from the left."""

    x: float
    shaped: Shaped
    size: float
    colour: str


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

    def __post_init__(self) -> None:
        canvas = _BareCanvas(
            self._file,
            pagesize=(self.width, self.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=self.language.replace("_", "-"),
        )
        canvas._doc.info = _Properties()  # noqa: SLF001  (ReportLab writes no file without dates otherwise)
        canvas.setTitle(self.title)
        canvas.setAuthor(self.author)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas = canvas

    def end_page(self) -> None:
        """Finish the page and begin the next one."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._file.getvalue()

    def write(self, pieces: Sequence[PlacedGlyphs], baseline: float) -> None:
        """Draw one line of words; pieces come in visual order, those of one font are shown in one stroke.

        Marks above and below are drawn apart and read as nothing: their words belong to the letters that carry them.
        """
        code = ["BT"]
        marks: list[str] = []
        y = self.height - baseline
        for group in _group_by_font(pieces):
            first = group[0]
            font = self._embed(first.shaped.font)
            code.append(f"{_colour(first.colour)} rg /{font.resource} {_number(first.size)} Tf")
            code.append(f"1 0 0 1 {_number(first.x)} {_number(y)} Tm [{_show(group, font)}] TJ")
            for x, glyph in _raised(group):
                mark_y = y + glyph.y_offset * first.size / 1000
                shown = f"<{font.code(glyph.number, '')}> Tj"
                marks.append(f"{_colour(first.colour)} rg /{font.resource} {_number(first.size)} Tf")
                marks.append(f"1 0 0 1 {_number(x)} {_number(mark_y)} Tm {shown}")
        code.append("ET")
        if marks:
            code.extend((_NOTHING_TO_READ, "BT", *marks, "ET", "EMC"))
        self._canvas._code.append(" ".join(code))  # noqa: SLF001  (ReportLab's only way to write operators)

    def draw_line(self, start: tuple[float, float], end: tuple[float, float], line: Line) -> None:
        """Draw a straight line."""
        self._set_line(line)
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
        self._set_fill(fill)
        self._set_line(line)
        looks = {"fill": int(fill is not None), "stroke": int(line is not None)}
        if radius:
            self._canvas.roundRect(x, self.height - y - height, width, height, radius, **looks)
        else:
            self._canvas.rect(x, self.height - y - height, width, height, **looks)

    def draw_circle(
        self, x: float, y: float, radius: float, *, fill: str | None = None, line: Line | None = None
    ) -> None:
        """Draw a circle by its middle."""
        self._set_fill(fill)
        self._set_line(line)
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
        self._set_fill(fill)
        self._set_line(line)
        path = self._canvas.beginPath()
        for index, (x, y) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x, self.height - y)
        if closed:
            path.close()
        self._canvas.drawPath(path, fill=int(fill is not None), stroke=int(line is not None))

    def draw_curves(self, outlines: Iterable[Outline], *, fill: str | None = None, line: Line | None = None) -> None:
        """Draw outlines of cubic curves together."""
        self._set_fill(fill)
        self._set_line(line)
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
        self._set_line(line)
        start, end = degrees
        bounds = (x - radius, self.height - y - radius, x + radius, self.height - y + radius)
        self._canvas.arc(*bounds, startAng=start, extent=end - start)

    def turned(self, x: float, y: float, degrees: float) -> _Turned:
        """Return a context in which the paper is turned around a point, counter-clockwise."""
        return _Turned(self._canvas, x, self.height - y, degrees)

    def _embed(self, font: Font) -> EmbeddedFont:
        embedded = self._fonts.get(font.name)
        if embedded is None:
            embedded = self._fonts[font.name] = EmbeddedFont(font, f"F{len(self._fonts) + 1}")
            self._canvas._doc.delayedFonts.append(embedded)  # noqa: SLF001  (fonts that are written at the end)
        return embedded

    def _set_fill(self, colour: str | None) -> None:
        if colour is not None:
            self._canvas.setFillColor(HexColor(colour))

    def _set_line(self, line: Line | None) -> None:
        if line is not None:
            self._canvas.setStrokeColor(HexColor(line.colour))
            self._canvas.setLineWidth(line.width)
            self._canvas.setDash(list(line.dashes))
            self._canvas.setLineCap(1)
            self._canvas.setLineJoin(1)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A turned piece of paper; what is drawn within has its middle at the point."""

    canvas: Any
    x: float
    y: float
    degrees: float

    def __enter__(self) -> None:
        self.canvas.saveState()
        self.canvas.translate(self.x, self.y)
        self.canvas.rotate(self.degrees)
        self.canvas.translate(-self.x, -self.y)

    def __exit__(self, *_: object) -> None:
        self.canvas.restoreState()


def _group_by_font(pieces: Sequence[PlacedGlyphs]) -> list[list[PlacedGlyphs]]:
    groups: list[list[PlacedGlyphs]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last and (last.shaped.font, last.size, last.colour) == (piece.shaped.font, piece.size, piece.colour):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _show(group: Sequence[PlacedGlyphs], font: EmbeddedFont) -> str:
    """Return the inside of a TJ array: the glyphs of a group that stand on the line, and the shifts between them."""
    shown: list[str] = []
    pen = 0.0
    for piece in group:
        place = (piece.x - group[0].x) * 1000 / piece.size
        for glyph in piece.shaped.glyphs:
            if not _is_raised(glyph):
                shift = round(pen - place - glyph.x_offset, 1)
                if shift:
                    shown.append(f"{shift:g}")
                    pen -= shift
                shown.append(f"<{font.code(glyph.number, glyph.words)}>")
                pen += glyph.natural
            place += glyph.advance
    return "".join(shown).replace("><", "")


def _raised(group: Sequence[PlacedGlyphs]) -> Iterable[tuple[float, Glyph]]:
    """Yield the glyphs of a group that do not stand on the line, with their places."""
    for piece in group:
        if not piece.shaped.has_marks:
            continue
        place = piece.x
        for glyph in piece.shaped.glyphs:
            if _is_raised(glyph):
                yield place + glyph.x_offset * piece.size / 1000, glyph
            place += glyph.advance * piece.size / 1000


def _is_raised(glyph: Glyph) -> bool:
    return not glyph.words


def _colour(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{red:.3g} {green:.3g} {blue:.3g}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
