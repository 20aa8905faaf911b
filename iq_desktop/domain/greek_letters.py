"""Greek letters in Latin ones, as they are spoken and as passports write them (ISO 843:1997, type 2; ELOT 743)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_VOICED: Final = "αεηιουωβγδζλμνρ"
_PAIRS: Final = {"ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch"}
_LABIALS: Final = {"αυ": "a", "ευ": "e", "ηυ": "i"}


def is_one(letter: str) -> bool:
    """Return whether a letter is Greek."""
    return "\u0370" <= letter <= "\u03ff" or "\u1f00" <= letter <= "\u1fff"


def in_latin(word: str) -> str:
    """Return a word in Latin letters; its capitals stay where they were."""
    plain = _without_accents(word.lower())
    latin, at = "", 0
    while at < len(plain):
        pair = plain[at : at + 2]
        if pair in _LABIALS and "ϋ" not in pair:
            latin += _LABIALS[pair] + ("v" if plain[at + 2 : at + 3] in tuple(_VOICED) else "f")
            at += 2
        elif pair in _PAIRS:
            latin += _PAIRS[pair]
            at += 2
        elif pair == "μπ" and (at == 0 or at + 2 == len(plain)):
            latin += "b"
            at += 2
        else:
            latin += _LETTERS.get(unicodedata.normalize("NFD", plain[at])[0], plain[at])
            at += 1
    if len(word) > 1 and word.isupper():
        return latin.upper()
    return latin.capitalize() if word[:1].isupper() else latin


def _without_accents(word: str) -> str:
    """Return a word without accents; the two dots stay, for they part two vowels."""
    return unicodedata.normalize(
        "NFC", re.sub("[\u0300\u0301\u0342\u0313\u0314\u0345]", "", unicodedata.normalize("NFD", word))
    )
