"""Where a word may be parted that is wider than its line: by rules of our own for German compounds, without a list.

Only words of letters are parted with a hyphen: in addresses, numbers and codes it would be read as a part of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+")
_EDGES: Final = ".,;:!?()[]„“”\"'»«/-–\u00ad"
_SHORTEST_WORD: Final = 8
_SHORTEST_PART: Final = 3
_NEAR: Final = 2
"""A syllable that begins so near behind a seam is none."""
_VOWELS: Final = frozenset("aeiouyıаеєиіоуюяыэ")
_CLINGING: Final = frozenset("ьъй")
"""Letters that never begin a part."""
_ONSETS: Final = ("sch", "ch", "ck", "ph", "th", "qu", "tr", "pr", "dr", "kr", "gr", "pl", "kl", "gl", "kn", "zw")
_ONSETS_IN_A_CROWD: Final = ("br", "fr", "bl", "fl")
"""Beginnings that are trusted only where more consonants stand before them: „Warenfluss“, but „Auflage“."""
_SEAM: Final = re.compile(
    r"(?:ung|ion|tät|heit|keit|schaft|ling|tum|arbeit|betrieb|beruf|verkehr|geschäft|gebiet|aufenthalt|leben|staat"
    r"|fahrt)s(?=\w{4})|(?<=\w{4})(?=(?:über|gegen|haupt|fach)\w{2})",
    re.IGNORECASE,
)
"""Behind the „s“ that joins two long parts of a German compound, or before a part that often begins the second one."""


class Parting(NamedTuple):
    """A place where a word may be parted, counted from its beginning; a seam parts two whole words."""

    place: int
    is_seam: bool


@lru_cache(maxsize=512)
def find_partings(word: str) -> tuple[Parting, ...]:
    """Return the places at which a word may be parted with a hyphen, from left to right; none in what is no word."""
    core = word.strip(_EDGES)
    if len(core) < _SHORTEST_WORD or not _WORD.fullmatch(core):
        return ()
    start = word.index(core)
    seams = {seam.end() for seam in _SEAM.finditer(core)}
    syllables = {
        place for place in _syllables(core) if not any(-_SHORTEST_PART < place - seam < _NEAR for seam in seams)
    }
    fitting = (place for place in sorted(syllables | seams) if _SHORTEST_PART <= place <= len(core) - _SHORTEST_PART)
    return tuple(Parting(start + place, place in seams) for place in fitting)


def _syllables(word: str) -> list[int]:
    """Return where a syllable begins that has a consonant before its vowel."""
    plain = [_plain(letter) for letter in word]
    vowels = [place for place, letter in enumerate(plain) if letter in _VOWELS]
    found = []
    for left, right in pairwise(vowels):
        between = "".join(plain[left + 1 : right])
        if not between:
            continue
        place = right - _onset(between)
        while place < right and plain[place] in _CLINGING:
            place += 1
        if place < right:
            found.append(place)
    return found


def _onset(consonants: str) -> int:
    """Return how many consonants begin the next syllable."""
    onsets = _ONSETS + (_ONSETS_IN_A_CROWD if len(consonants) > len(_ONSETS_IN_A_CROWD[0]) else ())
    return next((len(onset) for onset in onsets if consonants.endswith(onset)), 1)


def _plain(letter: str) -> str:
    """Return a small letter without its marks, except the one that makes another letter of it."""
    small = letter.lower()
    return small if small == "й" else unicodedata.normalize("NFD", small)[0]
