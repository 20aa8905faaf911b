"""The fonts on paper: files of our own, each opened when the first word needs it, and what each covers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from iq_desktop.pdf.families import FAMILIES, HOMES, Family, Weight, file_name
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINNING: Final = b"\0\1\0\0"
"""How a file of TrueType outlines begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """One font file, opened: its shapes, and the code points it has a glyph for."""

    name: str
    family: Family
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
class Shelf:
    """The fonts of one weight in the order of `FAMILIES`; each is opened when it is first asked for."""

    folder: Path
    weight: Weight
    _opened: dict[int, Font] = field(default_factory=dict)

    def __getitem__(self, place: int) -> Font:
        """Return the font of a family by its place; raises IqError where the file cannot be read."""
        font = self._opened.get(place)
        if font is None:
            font = self._opened.setdefault(place, _open_font(self.folder, FAMILIES[place], self.weight))
        return font

    def __len__(self) -> int:
        """Return how many families there are."""
        return len(FAMILIES)

    def __iter__(self) -> Iterator[Font]:
        """Yield the fonts in their order, opening each only when it is asked for."""
        return (self[place] for place in range(len(FAMILIES)))

    def home(self, script: str) -> Font:
        """Return the font of a script (ISO 15924), the first one for a script that has none."""
        return self[HOMES.get(script, 0)]


@dataclass(frozen=True, slots=True, eq=False)
class FontBook:
    """For each weight its shelf of fonts."""

    fonts: dict[Weight, Shelf]


@cache
def load_fonts(folder: Path) -> FontBook:
    """Return the fonts of a folder; they are looked for once per process, since the files never change.

    Raises IqError where a file is missing or is not a font.
    """
    for weight in Weight:
        for family in FAMILIES:
            _look_at(folder, file_name(family, weight))
    return FontBook({weight: Shelf(folder, weight) for weight in Weight})


def _look_at(folder: Path, name: str) -> None:
    try:
        with (folder / f"{name}.ttf").open("rb") as file:
            beginning = file.read(len(_BEGINNING))
    except OSError as error:
        raise _unreadable(name) from error
    if beginning != _BEGINNING:
        raise _unreadable(name)


def _open_font(folder: Path, family: Family, weight: Weight) -> Font:
    name = file_name(family, weight)
    try:
        face = hb.Face(hb.Blob.from_file_path(folder / f"{name}.ttf"))
    except (OSError, hb.HarfBuzzError) as error:
        raise _unreadable(name) from error
    if not face.glyph_count:
        raise _unreadable(name)
    return Font(name, family, face, hb.Font(face), frozenset(face.unicodes), face.upem)


def _unreadable(name: str) -> IqError:
    return IqError(
        say("The font “{name}” of the program cannot be read, so nothing can be printed.", name=name),
        say("Please install the program again."),
    )


__all__ = ["FAMILIES", "Font", "FontBook", "Shelf", "Weight", "load_fonts"]
