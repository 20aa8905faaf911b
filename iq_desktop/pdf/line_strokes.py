"""One line of words as operators of a PDF, with what it says for those who cannot see it.

Glyphs stand in the order of seeing. A line with letters that are written from right to left is marked part by part, and
the tree holds the parts in the order of reading; a line of other scripts says its words in a span around its glyphs.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.bidi import visual_order
from iq_desktop.pdf.glyph_strokes import colour_of, group_by_font, number, raised, show
from iq_desktop.pdf.tagging import is_turned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.pdf.embedding import EmbeddedFont
    from iq_desktop.pdf.fonts import Font
    from iq_desktop.pdf.glyph_strokes import PlacedGlyphs
    from iq_desktop.pdf.tagging import Marks

_NOTHING_TO_READ: Final = "/Span <</ActualText <FEFF>>> BDC"


def write_line(
    pieces: Sequence[PlacedGlyphs], y: float, actual: str | None, marks: Marks, embed: Callable[[Font], EmbeddedFont]
) -> str:
    """Return the operators of a line with its baseline at `y`, in points from the lower edge.

    `actual` is what the line says, where its glyphs do not say it in the order of reading.
    """
    turned = actual is not None and is_turned(actual)
    if actual is not None and turned and marks.takes_words():
        return _write_parts(pieces, y, actual, marks, embed)
    begun = marks.begin_words(None if turned else actual)
    strokes, lifted = _strokes(pieces, y, embed)
    code = [begun, "BT", *strokes, "ET"]
    if lifted:
        code += ("BT", *lifted, "ET") if actual and not turned else (_NOTHING_TO_READ, "BT", *lifted, "ET", "EMC")
    return " ".join(filter(None, code))


def _write_parts(
    pieces: Sequence[PlacedGlyphs], y: float, actual: str, marks: Marks, embed: Callable[[Font], EmbeddedFont]
) -> str:
    """Return the operators of a line of several directions: a sequence for each stretch of one."""
    parts = [list(part) for _, part in groupby(pieces, key=lambda piece: piece.level)]
    reading = visual_order([part[0].level for part in parts])
    words = [None if _is_plain(part) else _said(part) for part in parts]
    if actual.endswith(" "):
        words[reading[-1]] = f"{_said(parts[reading[-1]])} "
    begins = marks.begin_parts(words, reading)
    code = [marks.end(), "BT"]
    for begin, part in zip(begins, parts, strict=True):
        strokes, lifted = _strokes(part, y, embed)
        code += [begin, *strokes]
        if lifted:
            code += [_NOTHING_TO_READ, *lifted, "EMC"]
        code.append("EMC")
    return " ".join(filter(None, [*code, "ET"]))


def _said(part: Sequence[PlacedGlyphs]) -> str:
    """Return the words of a stretch of one direction in the order of reading."""
    glyphs = [glyph.words for piece in part for glyph in piece.shaped.glyphs]
    return "".join(reversed(glyphs) if part[0].level % 2 else glyphs)


def _is_plain(part: Sequence[PlacedGlyphs]) -> bool:
    """Return whether the glyphs of a stretch say its words themselves."""
    return not part[0].level % 2 and not any(piece.shaped.has_marks for piece in part)


def _strokes(
    pieces: Sequence[PlacedGlyphs], y: float, embed: Callable[[Font], EmbeddedFont]
) -> tuple[list[str], list[str]]:
    """Return the operators of what stands on the line, and of the marks above and below."""
    strokes: list[str] = []
    lifted: list[str] = []
    for group in group_by_font(pieces):
        first = group[0]
        font = embed(first.shaped.font)
        looks = f"{colour_of(first.colour)} rg /{font.resource} {number(first.size)} Tf"
        strokes.append(f"{looks} 1 0 0 1 {number(first.x)} {number(y)} Tm {show(group, font)}")
        for x, glyph in raised(group):
            mark_y = y + glyph.y_offset * first.size / 1000
            lifted.append(f"{looks} 1 0 0 1 {number(x)} {number(mark_y)} Tm <{font.code(glyph.number, '')}> Tj")
    return strokes, lifted
