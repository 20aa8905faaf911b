"""Words as glyphs: HarfBuzz joins, mirrors and places them; the same word is shaped once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import uharfbuzz as hb

from iq_desktop.pdf.families import LANGUAGES
from iq_desktop.pdf.fonts import Font
from iq_desktop.pdf.problems import MissingGlyph
from iq_desktop.pdf.script_runs import is_drawn

_FEATURES: Final = {"kern": True, "liga": True, "clig": True, "calt": True}


class Glyph(NamedTuple):
    """One glyph as it is drawn: all measures in thousandths of the font size, `words` the text that it stands for."""

    number: int
    advance: float
    natural: float
    x_offset: float
    y_offset: float
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A piece of one font, ready to be drawn from left to right."""

    font: Font
    glyphs: tuple[Glyph, ...]
    width: float
    """In thousandths of the font size."""
    has_marks: bool
    """Whether there are glyphs that stand for no words of their own: dots and vowels above and below letters."""


@lru_cache(maxsize=20_000)
def shape(words: str, font: Font, script: str, language: str, *, right_to_left: bool) -> Shaped:
    """Return the glyphs of a run in visual order.

    `language` is a BCP 47 code, empty for that of the script. Raises MissingGlyph where the font has no glyph.
    """
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.script = script
    buffer.language = language.replace("_", "-") or LANGUAGES.get(script, "de")
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font.shaper, buffer, _FEATURES)
    scale = 1000 / font.units_per_em
    infos, places = buffer.glyph_infos or (), buffer.glyph_positions or ()
    owners = _words_of_glyphs(words, [info.cluster for info in infos], right_to_left=right_to_left)
    glyphs = []
    for info, place, owned in zip(infos, places, owners, strict=True):
        if not info.codepoint:
            raise MissingGlyph(words[info.cluster])
        natural = font.advance(info.codepoint) * scale
        glyphs.append(
            Glyph(
                info.codepoint, place.x_advance * scale, natural, place.x_offset * scale, place.y_offset * scale, owned
            )
        )
    width = sum(glyph.advance for glyph in glyphs)
    return Shaped(font, tuple(glyphs), width, any(not glyph.words for glyph in glyphs))


def _words_of_glyphs(words: str, clusters: list[int], *, right_to_left: bool) -> list[str]:
    """Return the text that each glyph stands for: the first glyph of a cluster takes all of it, the others nothing."""
    order = range(len(clusters) - 1, -1, -1) if right_to_left else range(len(clusters))
    owned = [""] * len(clusters)
    reading = list(order)
    for place, index in enumerate(reading):
        if place and clusters[reading[place - 1]] == clusters[index]:
            continue
        later = (clusters[other] for other in reading[place:] if clusters[other] != clusters[index])
        end = next(later, len(words))
        owned[index] = "".join(filter(is_drawn, words[clusters[index] : end]))
    return owned
