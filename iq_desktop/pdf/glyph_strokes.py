"""Lines of words as operators of a PDF: glyphs of one font in one stroke, marks above and below apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.pdf.shaping import Shaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.pdf.embedding import EmbeddedFont
    from iq_desktop.pdf.shaping import Glyph


@dataclass(frozen=True, slots=True)
class PlacedGlyphs:
    """A piece of a line of words: where it begins, in points from the left."""

    x: float
    shaped: Shaped
    size: float
    colour: str
    level: int = 0
    """Odd where it is written from right to left."""


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
    """Return the operators that show the glyphs of a group from left to right, each where shaping put it.

    Whatever takes room stands here without a gap, so that no reader takes the end of a letter for a space.
    """
    size = group[0].size
    operators: list[str] = []
    shown: list[str] = []
    pen, rise = 0.0, "0"
    for piece in group:
        place = (piece.x - group[0].x) * 1000 / size
        for glyph in piece.shaped.glyphs:
            if not _is_raised(glyph):
                wanted = number(glyph.y_offset * size / 1000) if glyph.y_offset else "0"
                if wanted != rise:
                    operators += [_stroke(shown), f"{wanted} Ts"]
                    shown, rise = [], wanted
                shift = round(pen - place - glyph.x_offset, 1)
                if shift:
                    shown.append(f"{shift:g}")
                    pen -= shift
                shown.append(f"<{font.code(glyph.number, glyph.words)}>")
                pen += glyph.natural
            place += glyph.advance
    operators.append(_stroke(shown))
    if rise != "0":
        operators.append("0 Ts")
    return " ".join(filter(None, operators))


def raised(group: Sequence[PlacedGlyphs]) -> Iterable[tuple[float, Glyph]]:
    """Yield the glyphs of a group that take no room, such as vowels above and below, with their places."""
    for piece in group:
        if not piece.shaped.has_marks:
            continue
        place = piece.x
        for glyph in piece.shaped.glyphs:
            if _is_raised(glyph):
                yield place + glyph.x_offset * piece.size / 1000, glyph
            place += glyph.advance * piece.size / 1000


def _is_raised(glyph: Glyph) -> bool:
    return not glyph.words and (not glyph.natural or glyph.advance <= 0)


def _stroke(shown: Sequence[str]) -> str:
    return f"[{''.join(shown).replace('><', '')}] TJ" if shown else ""


def colour_of(colour: str) -> str:
    """Return the three numbers of a colour `#rrggbb`."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{red:.3g} {green:.3g} {blue:.3g}"


def number(value: float) -> str:
    """Return a measure as it stands in a PDF, with at most two places."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
