"""A paragraph as runs: neighbouring characters with one level, one script and one font."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from iq_desktop.pdf.fonts import Font
from iq_desktop.pdf.problems import MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.pdf.fonts import Shelf


JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible characters that change the shapes beside them: they reach the shaping, never the paper."""

SOFT_HYPHEN: Final = "\u00ad"
_COMMON: Final = "Zyyy"
_END_OF_EVERYDAY: Final = "\u0180"
"""The letters with marks of Latin-1 and Latin Extended-A end here."""
_SIGNS_OF_SCRIPTS: Final = (
    ("\u0600", "\u06ff", "Arab"),
    ("\u3000", "\u303f", "Hani"),
    ("\u30a0", "\u30ff", "Kana"),
    ("\uff00", "\uffef", "Hani"),
)
"""Blocks whose punctuation many scripts share, first and last character, but which one of them writes as a rule."""
_RIGHT_TO_LEFT: Final = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
_NUMBER_SIGNS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that are drawn all the same: they stand around or above the digits that follow."""
_INVISIBLE: Final = (
    ("\u034f", "\u034f"),
    ("\u115f", "\u1160"),
    ("\u17b4", "\u17b5"),
    ("\u180b", "\u180f"),
    ("\u3164", "\u3164"),
    ("\ufe00", "\ufe0f"),
    ("\uffa0", "\uffa0"),
    ("\U000e0000", "\U000e0fff"),
)
"""Fillers and selectors of variants, first and last character: letters and marks by class, but without a shape."""


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
    """Return the script of a character (ISO 15924), `Zyyy` for what all scripts share; HarfBuzz knows them."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character)])
    buffer.guess_segment_properties()
    found: str = buffer.script or _COMMON
    if found == _COMMON and not unicodedata.combining(character):
        found = next((script for first, last, script in _SIGNS_OF_SCRIPTS if first <= character <= last), _COMMON)
    return found


@lru_cache(maxsize=4096)
def is_drawn(character: str) -> bool:
    """Return whether a character has a shape: controls, format characters, fillers and selectors have none."""
    if unicodedata.category(character) in ("Cc", "Cf"):
        return character in _NUMBER_SIGNS
    return not any(first <= character <= last for first, last in _INVISIBLE)


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
    text: str, levels: Sequence[int], scripts: Sequence[str], fonts: Shelf, start: int, end: int
) -> list[Run]:
    """Return the runs of `text[start:end]` in the order of reading; characters without a shape stand in none.

    Joiners and marks stay with the letter before them. Raises MissingGlyph for what no font has.
    """
    kinds = {*zip(levels[start:end], scripts[start:end], strict=True)}
    if len(kinds) == 1 and _is_everyday(text[start:end]):
        font = fonts.home(scripts[start])
        if font is fonts[0]:
            return [Run(start, end, levels[start], scripts[start], font)]
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


def _is_everyday(words: str) -> bool:
    """Return whether some words are only of letters and signs of western languages: the first font has them all."""
    return words.isprintable() and max(words) < _END_OF_EVERYDAY


def _cluster_end(text: str, index: int, end: int) -> int:
    """Return where the character at `index` ends with the marks and joiners that follow it."""
    index += 1
    while index < end and (
        text[index] in JOINERS or (unicodedata.category(text[index]) in ("Mn", "Me", "Mc") and is_drawn(text[index]))
    ):
        index += 1
    return index


def _choose_font(cluster: str, script: str, level: int, fonts: Shelf) -> Font:
    """Return the font for a character with its marks: that of the script, else the first that has all of it."""
    if level % 2 == 0 and script in _RIGHT_TO_LEFT and script_of(cluster[0]) == _COMMON:
        script = "Latn"  # digits and signs in a German stretch within Arabic look German
    for words in (cluster, unicodedata.normalize("NFC", cluster)):
        needed = [ord(character) for character in words if is_drawn(character)]
        for font in _in_turn(fonts, script):
            if font.coverage.issuperset(needed):
                return font
    raise MissingGlyph(next((c for c in cluster if is_drawn(c) and not _is_covered(c, fonts)), cluster[0]))


def _in_turn(fonts: Shelf, script: str) -> Iterator[Font]:
    """Yield the font of a script and then all of them; those that nobody comes to are not even opened."""
    yield fonts.home(script)
    yield from fonts


def _is_covered(character: str, fonts: Shelf) -> bool:
    return any(ord(character) in font.coverage for font in fonts)
