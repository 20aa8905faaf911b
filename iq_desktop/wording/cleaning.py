"""What people type or paste, without what cannot be seen and would break searching, saving or printing.

Out go control characters, halves of characters, and invisible format characters. What carries meaning stays: joiners
(Persian, Sorani, the scripts of India), direction marks, and isolates where each has its other half.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LINE_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_UNWANTED: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters
    "\xad\u200b\u2060-\u2065\ufeff"  # hyphens, spaces and joints that nobody sees
    "\u202a-\u202e\u206a-\u206f"  # embeddings and overrides, which turn what stands behind them
    "\ufdd0-\ufdef\ufff0-\ufffc"  # no characters, notes between lines, a place for a picture
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_ISOLATE: Final = re.compile("[\u2066-\u2069]")
_CLOSING: Final = "\u2069"
_NOTHING_TO_SEE: Final = re.compile("[\\s\u061c\u180e\u200c-\u200f\u2066-\u2069]*")
_JOINERS: Final = dict.fromkeys((0x200C, 0x200D))
_BLANKS: Final = re.compile("[ \n]+")


def clean_words(words: str) -> str:
    """Return words composed (NFC) and without what cannot be seen; each line ends where its last word ends.

    Line breaks become one kind and tabs blanks. Words that nobody can see are none. Cleaning twice changes nothing.
    """
    if words.isascii() and words.isprintable():
        return words.strip()
    cleaned = clean_characters(words)
    if _NOTHING_TO_SEE.fullmatch(cleaned):
        return ""
    return "\n".join(line.rstrip() for line in cleaned.split("\n")).strip()


def clean_line(words: str) -> str:
    """Return clean words in one line, with single blanks; a no-break space between two words stays."""
    return _BLANKS.sub(" ", clean_words(words))


def is_one_line(words: str) -> bool:
    """Return whether words stand in one line and can be seen; the joiners of Persian and Indian names may be in it."""
    return words.translate(_JOINERS).isprintable()


def clean_characters(words: str) -> str:
    """Return words with only such characters as can be kept, and with every blank: as they stand while one types."""
    if words.isascii() and words.isprintable():
        return words
    words = _LINE_BREAKS.sub("\n", words).replace("\t", " ")
    if _HALVES.search(words):
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    words = _UNWANTED.sub("", words)
    if _ISOLATE.search(words):
        words = "\n".join(_balanced(line) for line in words.split("\n"))
    return unicodedata.normalize("NFC", words)


def _balanced(line: str) -> str:
    """Return a line without the isolates that lack their other half: they would turn all that follows."""
    kept, open_at = list(line), list[int]()
    for match in _ISOLATE.finditer(line):
        if match[0] != _CLOSING:
            open_at.append(match.start())
        elif open_at:
            open_at.pop()
        else:
            kept[match.start()] = ""
    for at in open_at:
        kept[at] = ""
    return "".join(kept)
