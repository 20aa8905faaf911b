"""Keys under which a name is found in any spelling and script.

Three, from strict to loose: the folded word (ä and ae, ß and ss, ı and i, Arabic letter variants are one), how it
sounds (consonants by class, vowels in three classes), and its skeleton (no vowels, as Arabic writes it). A letter that
can be read in several ways gives a word several keys; two names match where they share one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from iq_desktop.storage.name_scripts import romanise

_LATIN: Final = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe",
        "þ": "th", "ð": "d", "ə": "e", "ħ": "h", "ŧ": "t", "ĸ": "k",
    }
)  # fmt: skip
_NO_UMLAUT: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
_ARABIC: Final = str.maketrans("ىیئکةۀہھۓے", "يييكهههههي"[:8] + "يي")
_JOINERS: Final = re.compile("['’‘ʼʻʿʾ`´\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640\ud800-\udfff]")
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLES: Final = frozenset("al el ul il ad ed as es ash esh an en ar er at et az ez l".split())
_SERVANT: Final = re.compile(r"abd[aeiou]?(?:l|r|n|s|d|z|t|sh)?")
_JOINED_SERVANT: Final = re.compile(r"(?:abd|ebd)[aeiou](?:l|sh|([rnsdzt])(?=\1))(?=[bcdfghjkmnpqrstvwxyz])(\w{3,})")
_JOINED_ARTICLE: Final = re.compile(r"[ae]l(?=[bcdghjkmnqrstwz])(\w{4,})")
_EUROPEAN: Final = re.compile(r"al(?:ber|bre|brecht|ban|dr|g|mut|tu|tm|tin|ten)|el(?:mar|ber|zbi|tin|don)")
_MOST_READINGS: Final = 12


@dataclass(frozen=True, slots=True)
class WordKeys:
    """The keys of one word: `folds` first the usual one, then without umlauts; any one of each kind may match."""

    folds: tuple[str, ...]
    sounds: tuple[str, ...]
    skeletons: tuple[str, ...]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text in lower case without marks, umlauts as in German, hyphens as blanks; other scripts stay."""
    return _strip(_lower(text).translate(_LATIN))


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, apostrophes and invisible characters taken out."""
    return tuple(_WORD.findall(_lower(text)))


def is_article(word: str) -> bool:
    """Return whether a word is an Arabic article or nothing but its sound."""
    return word in _ARTICLES


@lru_cache(maxsize=4096)
def keys_of(word: str) -> WordKeys:
    """Return the keys of one word of `split_words`."""
    folds = dict.fromkeys((_strip(word.translate(_LATIN)), _strip(word.translate(_NO_UMLAUT).translate(_LATIN))))
    latin = romanise(word)
    sounds: dict[str, None] = {}
    for stem in _stems(latin):
        sounds.update(dict.fromkeys(_readings(stem)))
    skeletons = dict.fromkeys(_skeleton(sound) for sound in sounds)
    return WordKeys(tuple(folds), tuple(sounds), tuple(skeletons))


def _lower(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).lower()
    return unicodedata.normalize("NFC", _JOINERS.sub("", composed).replace("i\u0307", "i"))


def _strip(text: str) -> str:
    marked = unicodedata.normalize("NFKD", text)
    bare = "".join(_digit(letter) for letter in marked if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare.translate(_ARABIC).replace("\u0621", "")))


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


def _stems(word: str) -> tuple[str, ...]:
    """Return a word as it is, and what is left of it without “al-” or “Abdul”."""
    parts = word.replace("-", " ").split()
    stems = [] if len(parts) > 1 else [word]
    stems += [part for part in parts if part not in _ARTICLES and part not in stems]
    if len(parts) > 1:
        stems.append("".join(parts))
    for part in parts:
        servant = _JOINED_SERVANT.fullmatch(part)
        article = None if _EUROPEAN.match(part) else _JOINED_ARTICLE.fullmatch(part)
        if servant:
            stems += ["abd", servant.group(2)]
        elif _SERVANT.fullmatch(part):
            stems.append("abd")
        elif article:
            stems.append(article.group(1))
    return tuple(dict.fromkeys(stems))


# How groups of letters are read: the first reading is the usual one. Output letters: consonants by class, “a”, “o”, “i”
# for vowels, “y” for a gliding first sound.
_READINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"schtsch|shch|stsch|szcz|sj?tj", ("sc",)),
    (r"dsch|dzh|dž|dj|ǧ", ("j",)),
    (r"tsch|tch|tsh|cz|tš|č|ć", ("c",)),
    (r"ç", ("c", "s")),
    (r"ch", ("k", "c", "s")),
    (r"sch|sh|sz|ş|š|ș|ś", ("s",)),
    (r"zh|ž|ż|ź", ("s", "j")),
    (r"rz(?!$)", ("s", "rs")),
    (r"kh", ("k", "h")),
    (r"gh", ("g", "k")),
    (r"ph", ("f",)),
    (r"th", ("t", "s")),
    (r"dh", ("d", "s")),
    (r"ck", ("k",)),
    (r"[dt]+t?$", ("t",)),
    (r"[bp]+$", ("p",)),
    (r"(?:[vwf]|W)+$", ("f",)),
    (r"[hH]+$", ("",)),
    (r"(?<=[cdgkstz])H", ("h", "")),
    (r"H", ("h",)),
    (r"t[sz]|d[sz]|ț|ţ|z|s", ("s",)),
    (r"đ", ("d", "j")),
    (r"q", ("k", "g")),
    (r"x", ("ks", "h")),
    (r"^c(?=[eiy])", ("s", "j", "c")),
    (r"^c", ("k", "j", "")),
    (r"c$", ("k", "s", "c", "")),
    (r"c", ("k", "s", "j")),
    (r"ğ", ("g", "")),
    (r"g(?=[ei])|^g(?=a)", ("g", "j")),
    (r"G", ("g", "h")),
    (r"J", ("j", "g")),
    (r"^Y", ("y",)),
    (r"W", ("o", "v")),
    (r"^[yj](?=e)", ("y", "", "j")),
    (r"^y(?=[aou])", ("y",)),
    (r"^j(?=[aiouy])", ("y", "j")),
    (r"^i(?=[aou])", ("y",)),
    (r"j(?=[aeiouy])", ("j", "i")),
    (r"ą", ("a", "am", "an")),
    (r"ę", ("a", "am", "an")),
    (r"ei|ey|ai|ay|ie|iy|yi|ee|[eaiy]j(?![aeiouy])|[iyjY]", ("i",)),
    (r"o[ue]|ue|[ou]", ("o",)),
    (r"ae|[ae]", ("a",)),
    (r"v|w", ("v",)),
)
_SPLITTER: Final = re.compile("|".join(f"(?P<r{number}>{pattern})" for number, (pattern, _) in enumerate(_READINGS)))
_SPECIAL: Final = frozenset("çćčđğśşšșțţžżźąęǧ")
_TIDYING: Final = ((re.compile(r"a+(?=i)"), ""), (re.compile(r"(.)\1+"), r"\1"))


def _readings(word: str) -> tuple[str, ...]:
    """Return the ways in which a Latin word can sound, the usual one first."""
    plain = "".join(letter if letter in _SPECIAL else _bare(letter) for letter in word)
    pieces: list[tuple[str, ...]] = []
    position = 0
    while position < len(plain):
        match = _SPLITTER.match(plain, position)
        if match and match.lastgroup:
            pieces.append(_READINGS[int(match.lastgroup[1:])][1])
            position = match.end()
        else:
            pieces.append((plain[position],))
            position += 1
    sounds = ("".join(letters) for letters in _combinations(pieces))
    return tuple(dict.fromkeys(tidied for sound in sounds if (tidied := _tidied(sound))))


def _combinations(pieces: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return every combination of readings, or only the usual readings of late letters where there are too many."""
    count, kept = 1, []
    for piece in pieces:
        count *= len(piece)
        kept.append(piece if count <= _MOST_READINGS else piece[:1])
        count = count if count <= _MOST_READINGS else count // len(piece)
    return list(product(*kept))


def _tidied(sound: str) -> str:
    for pattern, instead in _TIDYING:
        sound = pattern.sub(instead, sound)
    return sound


def _bare(letter: str) -> str:
    folded = letter if letter.isascii() else _strip(letter.translate(_LATIN))
    return folded.replace(" ", "")


def _skeleton(sound: str) -> str:
    first = "a" if sound[0] in "aoi" else sound[0]
    return first + re.sub("[aoiy]", "", sound[1:])
