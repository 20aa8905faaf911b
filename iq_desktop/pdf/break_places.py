"""Where words may be parted by the end of a line, script by script: the rules of UAX #14 that matter on our papers.

Scripts that write no spaces get the places that are certain without a dictionary: between ideographs, around the
vowels that begin or end a syllable in Thai and Lao, between the syllables of Burmese, behind the dots of Tibetan. What
is still wider than a line is cut between letters, never between a letter and what is joined to it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

from iq_desktop.pdf.script_runs import JOINERS, is_drawn

_SPACES: Final = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u200b"
_WORD: Final = re.compile(rf"[^{_SPACES}]*[{_SPACES}]*")
_MONTHS: Final = "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
_HELD: Final = re.compile(
    r"(?<=§) (?=\d)|(?<=\bArt\.) (?=\d)|(?<=\bAbs\.) (?=\d)|(?<=\bNr\.) (?=\d)|(?<=\bSatz) (?=\d)"
    rf"|(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)|(?<=\d\.) (?=(?:{_MONTHS}))|(?<=\d) (?=[%‰€°])"
    r"|(?<=\S) (?=[?!:;,.…)\]}»”’]+(?:\s|$))"
)
"""Spaces at which no line ends: § 14, Abs. 2, z. B., 3. März, 5 %, and before marks that end something."""

_IDEOGRAPHS: Final = (
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3038-\u30ff\u3100-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a\uff66-\uff9d\U00020000-\U0003ffff"
)
_ENDING: Final = (
    "\\s\u00a0\u2060\ufeff、。，．：；？！）］｝」』】〕〉》〙〗”’»…‥々〻ゝゞーヽヾ・ぁぃぅぇぉっゃゅょゎゕゖ"
    "ァィゥェォッャュョヮヵヶ゛゜㇀-㇣ㇰ-ㇿ％‰℃°)\\]}.,:;?!%/\\-\u2010-\u2014\u3099\u309a"
)
"""What never begins a line among ideographs."""
_OPENING: Final = "（［｛「『【〔〈《〘〖“‘«(\\[{＄￥￡$£€\u2060\ufeff\u00a0"
"""What never ends one."""
_LETTERS: Final = r"(?<=\w[-/\u2010\u2013\u2014])(?=[^\W\d])|(?<=[\u1361-\u1367\u00ad])(?=[^\u1360-\u1368\s])"
_OF_SCRIPTS: Final = "|".join(
    (
        rf"(?<=[{_IDEOGRAPHS}、。，．：；？！）］｝」』】〕〉》])(?=[^{_ENDING}])(?<![{_OPENING}])",
        rf"(?<=[^\s{_OPENING}])(?=[{_IDEOGRAPHS}（［｛「『【〔〈《])(?![{_ENDING}])",
        r"(?<=[ก-ะาำิ-ฺๅ-๎๐-๙])(?=[เ-ไ])|(?<=[ะำๆฯ])(?=[ก-ฮ])",
        r"(?<=[ກ-ະາຳິ-ຼ່-ໍ໐-໙])(?=[ເ-ໄ])|(?<=[ະຳໆ])(?=[ກ-ຮ])",
        r"(?<=[\u1000-\u109f])(?<!\u1039)(?=[က-ဪဿ၎](?![်္]))|(?<=[၊။])(?=[က-ဪ])",
        r"(?<=[་༔།])(?=[ཀ-ཬ])",
        r"(?<=[។៕।॥])(?=\w)",
    )
)
_BREAK: Final = re.compile(_LETTERS)
_BREAK_IN_ANY_SCRIPT: Final = re.compile(f"{_LETTERS}|{_OF_SCRIPTS}")
_FIRST_OF_THEM: Final = "\u0900"
"""Before this character no script has rules of its own."""

_VIRAMAS: Final = frozenset("्্੍્୍்్್്්ฺ္្")
_LEADING_VOWELS: Final = frozenset("เแโใไເແໂໃໄ")
_FOLLOWING_VOWELS: Final = frozenset("ะาำๅະາຳຽ")


def split_words(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that stay on one line where they fit one, each with the spaces behind it."""
    places = [word.end() for word in _WORD.finditer(text) if word.end() > word.start()]
    if " " in text:
        held = {space.end() for space in _HELD.finditer(text)}
        places = [place for place in places if place not in held or place == len(text)]
    pattern = _BREAK if not text or max(text) < _FIRST_OF_THEM else _BREAK_IN_ANY_SCRIPT
    inside = {place for place in (found.start() for found in pattern.finditer(text)) if may_cut(text, place)}
    return list(pairwise(sorted({0, *places, *inside, len(text)})))


def may_cut(text: str, place: int) -> bool:
    """Return whether a word that is wider than the line may be cut before a character: only between whole letters."""
    character, before = text[place], text[place - 1] if place else ""
    if not is_drawn(character) or unicodedata.category(character)[0] == "M" or character in _FOLLOWING_VOWELS:
        return False
    return before not in _VIRAMAS and before not in _LEADING_VOWELS and before not in JOINERS
