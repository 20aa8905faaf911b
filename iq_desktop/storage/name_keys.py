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
from typing import Final

from iq_desktop.storage.name_scripts import lacks_vowels, romanise
from iq_desktop.storage.name_sounds import SPECIAL, beginnings_of, outline_of, skeleton_of, sounds_of

_LATIN: Final = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe",
        "þ": "th", "ð": "d", "ə": "e", "ħ": "h", "ŧ": "t", "ĸ": "k",
    }
)  # fmt: skip
_NO_UMLAUT: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
_ARABIC: Final = str.maketrans("ىیئکةۀہھۓے", "يييكهههههي"[:8] + "يي")
_JOINERS: Final = re.compile(
    "['’‘ʼʻʿʾ`´\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640\ud800-\udfff]"
)
_LONE_MARKS: Final = re.compile("[\u0300-\u036f]+")
"""Signs that part no word: apostrophes, vowel signs of Arabic, what nobody sees."""
_WORD: Final = re.compile("(?:[^\\W_]|[\u0900-\u0963\u0970-\u0dff\u0e00-\u0eff\u1000-\u109f])+")
"""Letters and digits, and the vowel signs of Indian scripts, which are neither."""
_ARTICLES: Final = frozenset("al el ul il ad ed as es ash esh an en ar er at et az ez l".split())
_SERVANT: Final = re.compile(r"abd(?:[aeiou]?(?:l|r|n|s|d|z|t|sh)|[aeou])?")
_JOINED_SERVANT: Final = re.compile(r"(?:abd|ebd)[aeiou](?:l|sh|([rnsdzt])(?=\1))(?=[bcdfghjkmnpqrstvwxyz])(\w{3,})")
_JOINED_ARTICLE: Final = re.compile(r"[ae]l(?=[bcdghjkmnqrstwz])(\w{4,})")
_EUROPEAN: Final = re.compile(r"al(?:ber|bre|brecht|ban|dr|g|mut|tu|tm|tin|ten)|el(?:mar|ber|zbi|tin|don)")
_SHORT: Final = 2
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_BONES: Final = 4
_VOWELLED: Final = "1"
_VOWELLESS: Final = "2"
"""Before the two consonants of a name that is written with its vowels, or without them."""


@dataclass(frozen=True, slots=True)
class WordKeys:
    """The keys of one word: `folds` first the usual one, then without umlauts; any one of each kind may match."""

    folds: tuple[str, ...]
    sounds: tuple[str, ...]
    skeletons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedKeys:
    """What is looked for when somebody types a word, which may be the beginning of a longer one.

    Those in `begun_…` may be beginnings, the others are whole.
    """

    sounds: tuple[str, ...]
    begun_sounds: tuple[str, ...]
    skeletons: tuple[str, ...]
    begun_skeletons: tuple[str, ...]


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
    """Return the keys under which one word of `split_words` is found."""
    sounds = _sounds(_stems(word))
    skeletons: dict[str, None] = {}
    for sound in sounds:
        skeleton = skeleton_of(sound)
        if len(skeleton) > _SHORT:
            skeletons[skeleton] = None
        elif len(skeleton) == _SHORT and lacks_vowels(word):
            skeletons[f"{_VOWELLESS}{skeleton}"] = None
        elif len(skeleton) == _SHORT:
            skeletons[outline_of(sound)] = skeletons[f"{_VOWELLED}{skeleton}"] = None
    return WordKeys(folds_of(word), sounds, tuple(skeletons))


@lru_cache(maxsize=4096)
def asked_of(word: str) -> AskedKeys:
    """Return what one typed word of `split_words` asks for."""
    stems = _stems(word)
    sounds = _sounds(stems)
    begun = dict.fromkeys(key for key in beginnings_of(stems[0]) if len(key) >= _SHORTEST_BEGINNING)
    skeletons: dict[str, None] = {}
    for sound in sounds:
        skeleton = skeleton_of(sound)
        if len(skeleton) > _SHORT:
            skeletons[skeleton] = None
        elif len(skeleton) == _SHORT:
            skeletons[f"{_VOWELLED}{skeleton}" if lacks_vowels(word) else outline_of(sound)] = None
            skeletons[f"{_VOWELLESS}{skeleton}"] = None
    bones = dict.fromkeys(key for sound in begun if len(key := skeleton_of(sound)) >= _SHORTEST_BONES)
    return AskedKeys(sounds, tuple(begun), tuple(skeletons), tuple(bones))


def _sounds(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the stems of a word can sound; one letter alone is no sound to find somebody by."""
    return tuple(dict.fromkeys(key for stem in stems for key in sounds_of(stem) if len(key) > 1))


@lru_cache(maxsize=4096)
def folds_of(word: str) -> tuple[str, ...]:
    """Return one word of `split_words` folded: first in the usual way, then with umlauts that lost their dots."""
    if word.isascii():
        return (word,)
    return tuple(dict.fromkeys((_strip(word.translate(_LATIN)), _strip(word.translate(_NO_UMLAUT).translate(_LATIN)))))


def _lower(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    composed = unicodedata.normalize("NFC", text).lower()
    return _LONE_MARKS.sub("", unicodedata.normalize("NFC", _JOINERS.sub("", composed)))


def _strip(text: str) -> str:
    if text.isascii():
        return " ".join(_WORD.findall(text))
    marked = unicodedata.normalize("NFKD", text)
    bare = "".join(_digit(letter) for letter in marked if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare.translate(_ARABIC).replace("\u0621", "")))


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


def _stems(word: str) -> tuple[str, ...]:
    """Return a word in bare Latin letters, and what is left of it without “al-” or “Abdul”."""
    parts = _plain(romanise(word)).replace("-", " ").split()
    stems = [] if len(parts) > 1 else parts[:]
    stems += [part for part in parts if part not in _ARTICLES and part not in stems]
    if len(parts) > 1:
        stems.append("".join(parts))
    for part in parts:
        servant = _JOINED_SERVANT.fullmatch(part)
        article = None if _EUROPEAN.match(part) else _JOINED_ARTICLE.fullmatch(part)
        if servant:
            stems += ["abdul", servant.group(2)]
        elif _SERVANT.fullmatch(part):
            stems.append("abdul")
        elif article:
            stems.append(article.group(1))
    return tuple(dict.fromkeys(stems))


def _plain(word: str) -> str:
    """Return a Latin word without the marks that no rule of sounds knows."""
    if word.isascii():
        return word
    return "".join(letter if letter.isascii() or letter in SPECIAL else _bare(letter) for letter in word)


def _bare(letter: str) -> str:
    return _strip(letter.translate(_LATIN)).replace(" ", "")
