"""Ethiopic syllables in Latin letters, as Ethiopian and Eritrean passports write them (BGN/PCGN 1967 without marks)."""

from __future__ import annotations

from typing import Final

_FIRST: Final = 0x1200
_LAST: Final = 0x135A
_ROW: Final = 8
_CONSONANTS: Final = (
    "h l h m s r s sh k kw kh khw b v t ch h hw n ny - k kw kh khw w - z zh y d d j g gw g t ch p ts ts f p".split()
)
"""One for each row of eight syllables, in the order of Unicode; `-` is no consonant."""
_VOWELS: Final = ("e", "u", "i", "a", "e", "i", "o", "wa")
_GUTTURAL: Final = frozenset({0, 2, 16, 20, 26})
"""Rows in which the first syllable sounds like the fourth."""
_SIXTH: Final = 5


def is_one(letter: str) -> bool:
    """Return whether a letter is an Ethiopic syllable."""
    return _FIRST <= ord(letter) <= _LAST


def in_latin(word: str) -> str:
    """Return a word in Latin letters; the sixth vowel is written only where it is heard."""
    places = [divmod(ord(letter) - _FIRST, _ROW) for letter in word]
    latin = ""
    for at, (row, order) in enumerate(places):
        consonant = _CONSONANTS[row].replace("-", "")
        vowel = _VOWELS[order]
        if order == 0 and row in _GUTTURAL:
            vowel = "a"
        if order == _SIXTH and not _is_heard(places, at, latin):
            vowel = ""
        latin += consonant + vowel
    return latin.capitalize()


def _is_heard(places: list[tuple[int, int]], at: int, before: str) -> bool:
    """Return whether the sixth vowel is heard: at the beginning, and where two consonants would be hard to say."""
    if at == 0:
        return True
    last = len(places) - 1
    if at == last:
        return False
    if before[-1:] not in tuple("aeiou"):
        return True
    return places[at + 1][1] == _SIXTH and at + 1 != last
