"""The fonts on paper: files of our own, what each covers, and which weights there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES: Final = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")
"""Families in the order in which they are asked for a character that belongs to no script."""
SIGNS: Final = ("NotoSansMath", "NotoSansSymbols2")
"""Arrows, comparisons, check marks and shapes, asked last; they come in one weight."""


class Weight(Enum):
    """How strong letters are."""

    REGULAR = "Regular"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One font file, opened: its shapes, and the code points it has a glyph for."""

    name: str
    face: hb.Face
    shaper: hb.Font
    coverage: frozenset[int]
    units_per_em: int
    _advances: dict[int, int] = field(default_factory=dict)

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in font units, before any kerning."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.shaper.get_glyph_h_advance(glyph)
        return width


@dataclass(frozen=True, slots=True, eq=False)
class FontBook:
    """For each weight the fonts in the order of `FAMILIES`, then those of `SIGNS`."""

    fonts: dict[Weight, tuple[Font, ...]]


@cache
def load_fonts(folder: Path) -> FontBook:
    """Return the fonts of a folder; opened once per process, since the files never change.

    Raises IqError where a file is missing or is not a font.
    """
    letters = {weight: [_open_font(folder, family, weight) for family in FAMILIES] for weight in Weight}
    signs = [_open_font(folder, family, Weight.REGULAR) for family in SIGNS]
    return FontBook({weight: (*found, *signs) for weight, found in letters.items()})


def _open_font(folder: Path, family: str, weight: Weight) -> Font:
    name = f"{family}-{weight.value}"
    try:
        face = hb.Face(hb.Blob.from_file_path(folder / f"{name}.ttf"))
    except (OSError, hb.HarfBuzzError) as error:
        raise _unreadable(name) from error
    if not face.glyph_count:
        raise _unreadable(name)
    return Font(name, face, hb.Font(face), frozenset(face.unicodes), face.upem)


def _unreadable(name: str) -> IqError:
    return IqError(
        say("The font “{name}” of the program cannot be read, so nothing can be printed.", name=name),
        say("Please install the program again."),
    )
