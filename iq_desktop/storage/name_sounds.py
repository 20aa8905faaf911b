"""How names sound: what a word in Latin letters can be read as, and what is left of it without its vowels.

The letters of a sound: consonants by class (“s” for every hissing one, “c” as in German “tsch”, “j” as in “dsch”), “a”,
“o”, “i” for vowels, “y” for a gliding first sound.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

_MOST_READINGS: Final = 12

# How groups of letters are read: the first reading is the usual one. Capital letters come from `name_scripts`.
_READINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"schtsch|shch|stsch|szcz|sj?tj", ("sc",)),
    (r"dsch|dzh|dž|dj|xh|ǧ", ("j",)),
    (r"dz", ("s", "j")),
    (r"tsch|tch|tsh|cz|tš|č|ć", ("c",)),
    (r"ç", ("c", "s")),
    (r"sch|sh|sz|ş|š|ș|ś", ("s",)),
    (r"^ch(?=r)", ("k", "h")),
    (r"ch", ("k", "c", "s", "h")),
    (r"zh|ž|ż|ź", ("s", "j")),
    (r"rz(?!$)", ("s", "rs")),
    (r"kh|ḫ|ẖ", ("k", "h")),
    (r"gh", ("g", "k")),
    (r"ph", ("f",)),
    (r"th|ṯ", ("t", "s")),
    (r"dh|ḏ|ḍ", ("d", "s")),
    (r"ck(?=[ia]$)", ("k", "sk")),
    (r"ck", ("k",)),
    (r"[dt]+t?$", ("t",)),
    (r"[bp]+$", ("p",)),
    (r"(?:[vwf]|W)+$", ("f",)),
    (r"(?<=l[ei])h$", ("", "g")),
    (r"[hH]+$", ("",)),
    (r"(?<=[cdgkstz])H", ("h", "")),
    (r"H", ("h",)),
    (r"^h(?=[rlnv]|anna|alyn|onch|onts|\w+(?:enk[oa]|uk|[iy]j|sky)$)", ("h", "g")),
    (r"(?<=[lrvw])h(?=[aeiy])|(?<=[eio])h(?=or|dan)", ("h", "g")),
    (r"t[sz]|ds(?!t)|ț|ţ|z|s", ("s",)),
    (r"đ", ("d", "j")),
    (r"q", ("k", "g")),
    (r"x$", ("ks", "")),
    (r"x", ("ks", "h")),
    (r"^c(?=[eiy])|(?<=[aeiou])c(?=[eiy])", ("s", "j", "c", "")),
    (r"c(?=[eiy])", ("s", "j", "c")),
    (r"^c|(?<=[aeiou])c(?=[aou])", ("k", "j", "s", "")),
    (r"c$", ("k", "s", "c", "")),
    (r"c", ("k", "s", "j")),
    (r"ğ", ("g", "")),
    (r"^gi(?=[aou])", ("gi", "y", "j")),
    (r"g(?=[ei])|^g(?=a)", ("g", "j")),
    (r"G", ("g", "h")),
    (r"J", ("j", "g")),
    (r"^Y", ("y",)),
    (r"W", ("o", "v")),
    (r"^[yj](?=[ei])", ("y", "", "j")),
    (r"^y(?=[aou])", ("y",)),
    (r"^j(?=[aiouy])", ("y", "j")),
    (r"^i(?=[aou])", ("y",)),
    (r"j(?=[aeiouy])", ("j", "i")),
    (r"ą|ę", ("a", "am", "an")),
    (r"(?<=[aiouy]n)e$", ("a", "")),
    (r"ie(?=[lr])", ("i", "ia")),
    (r"ei|ey|ai|ay|ie|iy|yi|ee|[eaiy]j(?![aeiouy])|[iyjY]", ("i",)),
    (r"^ou(?=[aei])", ("v",)),
    (r"ou(?=[ai])", ("o", "v")),
    (r"o[ue]|ue|[ou]", ("o",)),
    (r"ae|[ae]", ("a",)),
    (r"[vwf](?=[cfkpstxz])", ("f",)),
    (r"(?<=a)[vw](?=[ou])", ("v", "")),
    (r"v|w", ("v",)),
)
"""A rule holds where no earlier one does."""
_LAST_READINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"c$", ("k", "s", "j", "c")),
    (r"t$", ("t", "c", "s")),
    (r"d$", ("d", "j", "s")),
    (r"[vwf]$", ("v", "f")),
    (r"p$", ("p", "f")),
    (r"e$", ("a",)),
)
"""How the last letter of a beginning is read, which may be half a group of letters."""
SPECIAL: Final = frozenset("çćčđğşšșțţžżźąęǧḫẖṯḏḍ")
"""Letters with marks that have rules of their own."""
_TIDYING: Final = ((re.compile(r"a+(?=i)"), ""), (re.compile(r"(.)\1+"), r"\1"))
_VOWELS: Final = re.compile("[aoiy]")
_HARDENED: Final = str.maketrans("vbdgj", "fptkc")
_FRONT: Final = str.maketrans("ai", "ee")
_REPEATED: Final = re.compile("e+")
_LONG_SKELETON: Final = 3
_SHORT_SKELETON: Final = 2


def _splitter(rules: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern})" for pattern, _ in rules))


_WHOLE: Final = _splitter(_READINGS)
_WHOLE_READINGS: Final = tuple(readings for _, readings in _READINGS)
_NOT_LAST: Final = tuple(rule for rule in _READINGS if not rule[0].endswith("$"))
_BEGUN: Final = _splitter((*_LAST_READINGS, *_NOT_LAST))
_BEGUN_READINGS: Final = tuple(readings for _, readings in (*_LAST_READINGS, *_NOT_LAST))


def sounds_of(plain: str) -> tuple[str, ...]:
    """Return the ways in which a word can sound, the usual one first; its letters are Latin, of small marks bare."""
    return _read(plain, _WHOLE, _WHOLE_READINGS)


def beginnings_of(plain: str) -> tuple[str, ...]:
    """Return how longer words can sound that begin with these letters."""
    return _read(plain, _BEGUN, _BEGUN_READINGS)


def skeleton_of(sound: str) -> str:
    """Return a sound without vowels but for a first one, hard and soft consonants as one."""
    first = "a" if sound[0] in "aoi" else sound[0]
    return (first + _VOWELS.sub("", sound[1:])).translate(_HARDENED)


def outline_of(sound: str) -> str:
    """Return a sound in which front vowels are one: what is compared where a skeleton has too few letters."""
    return _REPEATED.sub("e", sound.translate(_FRONT)).translate(_HARDENED)


def _read(plain: str, splitter: re.Pattern[str], readings: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    pieces: list[tuple[str, ...]] = []
    count, position = 1, 0
    for match in splitter.finditer(plain):
        if match.start() > position:
            pieces.append((plain[position : match.start()],))
        position = match.end()
        found = readings[(match.lastindex or 1) - 1]
        if len(found) > 1:
            count *= len(found)
            if count > _MOST_READINGS:
                count //= len(found)
                found = found[:1]
        pieces.append(found)
    if position < len(plain):
        pieces.append((plain[position:],))
    return tuple(dict.fromkeys(tidied for letters in product(*pieces) if (tidied := _tidied("".join(letters)))))


def _tidied(sound: str) -> str:
    for pattern, instead in _TIDYING:
        sound = pattern.sub(instead, sound)
    return sound
