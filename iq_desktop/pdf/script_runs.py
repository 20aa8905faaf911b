"""A paragraph as runs: neighbouring characters with one level, one script and one font."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iq_desktop.pdf.fonts import Font
from iq_desktop.pdf.problems import MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Sequence


JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible characters that change the shapes beside them: they reach the shaping, never the paper."""

SOFT_HYPHEN: Final = "\u00ad"
_COMMON: Final = "Zyyy"
# Script by block, as far as our fonts go: first code point of a stretch, and its script.
_STRETCHES: Final = (
    (0x0000, _COMMON), (0x0041, "Latn"), (0x005B, _COMMON), (0x0061, "Latn"), (0x007B, _COMMON), (0x00AA, "Latn"),
    (0x00AB, _COMMON), (0x00BA, "Latn"), (0x00BB, _COMMON), (0x00C0, "Latn"), (0x00D7, _COMMON), (0x00D8, "Latn"),
    (0x00F7, _COMMON), (0x00F8, "Latn"), (0x02B9, _COMMON), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, _COMMON),
    (0x0600, "Arab"), (0x0700, _COMMON), (0x0750, "Arab"), (0x0780, _COMMON), (0x0870, "Arab"), (0x0900, _COMMON),
    (0x1200, "Ethi"), (0x13A0, _COMMON), (0x1C80, "Cyrl"), (0x1C90, _COMMON), (0x1D00, "Latn"), (0x1DC0, _COMMON),
    (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, _COMMON), (0x2C60, "Latn"), (0x2C80, _COMMON), (0x2D80, "Ethi"),
    (0x2DE0, "Cyrl"), (0x2E00, _COMMON), (0xA640, "Cyrl"), (0xA6A0, _COMMON), (0xA720, "Latn"), (0xA800, _COMMON),
    (0xAB01, "Ethi"), (0xAB30, "Latn"), (0xAB70, _COMMON), (0xFB00, "Latn"), (0xFB13, _COMMON), (0xFB50, "Arab"),
    (0xFE00, _COMMON), (0xFE70, "Arab"), (0xFEFF, _COMMON), (0x1E7E0, "Ethi"), (0x1E800, _COMMON),
)  # fmt: skip
_STARTS: Final = tuple(first for first, _ in _STRETCHES)
_FAMILY_OF_SCRIPT: Final = {"Arab": 1, "Ethi": 2}
"""Where in the row of fonts the family of a script stands; all others stand first."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `text[start:end]` of a paragraph that is shaped in one go."""

    start: int
    end: int
    level: int
    script: str
    font: Font


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the script of a character (ISO 15924), `Zyyy` for what all scripts share."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return _COMMON
    return _STRETCHES[bisect_right(_STARTS, ord(character)) - 1][1]


@lru_cache(maxsize=4096)
def is_drawn(character: str) -> bool:
    """Return whether a character has a shape: controls, format characters and variation selectors have none."""
    return unicodedata.category(character) not in ("Cc", "Cf") and not (
        "\ufe00" <= character <= "\ufe0f" or character == "\u034f" or "\U000e0100" <= character <= "\U000e01ef"
    )


def resolve_scripts(text: str) -> list[str]:
    """Return the script of each character; what all scripts share takes that of the letter before it."""
    scripts = [script_of(character) for character in text]
    context = next((script for script in scripts if script != _COMMON), "Latn")
    for index, script in enumerate(scripts):
        if script == _COMMON:
            scripts[index] = context
        else:
            context = script
    return scripts


def split_runs(
    text: str, levels: Sequence[int], scripts: Sequence[str], fonts: Sequence[Font], start: int, end: int
) -> list[Run]:
    """Return the runs of `text[start:end]` in the order of reading; characters without a shape stand in none.

    Joiners and marks stay with the letter before them. Raises MissingGlyph for what no font has.
    """
    runs: list[Run] = []
    index = start
    while index < end:
        character = text[index]
        if not is_drawn(character):
            index += 1
            continue
        cluster_end = _cluster_end(text, index, end)
        level, script = levels[index], scripts[index]
        font = _choose_font(text[index:cluster_end], script, level, fonts)
        last = runs[-1] if runs else None
        if last and last.end == index and (last.level, last.script, last.font) == (level, script, font):
            runs[-1] = Run(last.start, cluster_end, level, script, font)
        else:
            runs.append(Run(index, cluster_end, level, script, font))
        index = cluster_end
    return runs


def _cluster_end(text: str, index: int, end: int) -> int:
    """Return where the character at `index` ends with the marks and joiners that follow it."""
    index += 1
    while index < end and (
        text[index] in JOINERS or (unicodedata.category(text[index]) in ("Mn", "Me", "Mc") and is_drawn(text[index]))
    ):
        index += 1
    return index


def _choose_font(cluster: str, script: str, level: int, fonts: Sequence[Font]) -> Font:
    """Return the font for a character with its marks: that of the script, else the first that has all of it."""
    home = _FAMILY_OF_SCRIPT.get(script, 0)
    if level % 2 == 0 and script_of(cluster[0]) == _COMMON and script == "Arab":
        home = 0  # digits and signs in a German stretch within Arabic look German
    needed = [ord(character) for character in cluster if is_drawn(character)]
    for font in (fonts[home], *fonts):
        if font.coverage.issuperset(needed):
            return font
    composed = [ord(character) for character in unicodedata.normalize("NFC", cluster) if is_drawn(character)]
    for font in (fonts[home], *fonts):
        if font.coverage.issuperset(composed):
            return font
    raise MissingGlyph(next((c for c in cluster if is_drawn(c) and not _is_covered(c, fonts)), cluster[0]))


def _is_covered(character: str, fonts: Sequence[Font]) -> bool:
    return any(ord(character) in font.coverage for font in fonts)
