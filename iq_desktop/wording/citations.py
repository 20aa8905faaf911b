"""Citations of laws and telephone numbers within words that are written from right to left: they keep their order."""

from __future__ import annotations

import re
from typing import Final

_LAW: Final = r"\s[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]*[A-Z](?:\s[IVX]+\b)?"
_NUMBER: Final = r"\d+[a-z]?"
_CITATION: Final = (
    rf"§§?\s?{_NUMBER}(?:\s?[,–-]\s?{_NUMBER})*(?:\s?\(\d+[a-z]?\))*"
    rf"(?:\s(?:Abs\.|Satz|Nr\.|Alt\.)\s?{_NUMBER})*(?:{_LAW})?"
)
_TELEPHONE: Final = r"(?<![\w+])(?:\+|0)\d[\d /()-]{4,}\d(?!\w)"
_HELD: Final = re.compile(rf"{_CITATION}|{_TELEPHONE}")
_TURNED: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATE: Final = "\u2066"
_END: Final = "\u2069"


def hold_order(words: str) -> str:
    """Return words in which § 14 BQFG and 030 123 456 read from left to right, whatever stands around them.

    Nothing is added but two marks that nobody sees, and nothing at all where no letter is written from right to left.
    """
    if not _TURNED.search(words):
        return words
    return _HELD.sub(rf"{_ISOLATE}\g<0>{_END}", words)
