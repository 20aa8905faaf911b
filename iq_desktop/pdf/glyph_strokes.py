"""Lines of words as operators of a PDF: glyphs of one font in one stroke, marks above and below apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.pdf.embedding import EmbeddedFont
    from iq_desktop.pdf.paper import PlacedGlyphs
    from iq_desktop.pdf.shaping import Glyph


def group_by_font(pieces: Sequence[PlacedGlyphs]) -> list[list[PlacedGlyphs]]:
    """Return pieces in groups of one font, size and colour."""
    groups: list[list[PlacedGlyphs]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last and (last.shaped.font, last.size, last.colour) == (piece.shaped.font, piece.size, piece.colour):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def show(group: Sequence[PlacedGlyphs], font: EmbeddedFont) -> str:
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


def raised(group: Sequence[PlacedGlyphs]) -> Iterable[tuple[float, Glyph]]:
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
