"""Proposes a name in Latin letters from the person's own script, and says after which standard; never a decision.

Sources: ISO 9:1995 (Cyrillic; what German registry offices write), ICAO Doc 9303-3, the Ukrainian rule of 2010 (decree
55) and the Bulgarian law of 2009 for passports, Serbian Latin; ISO 843:1997 (Greek); DIN 31635 (Arabic script);
BGN/PCGN 1967 without its marks (Ethiopic).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from iq_desktop.domain import arabic_letters, cyrillic_letters, ethiopic_letters, greek_letters
from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_WRITTEN: Final = re.compile(r"[^\s,\-]+")
_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")


class Standard(Choice):
    """After what a name was put into Latin letters."""

    ISO_9 = "iso_9", say("ISO 9, as German registry offices write")
    ICAO = "icao", say("as in Russian and other passports (ICAO 9303)")
    UKRAINIAN = "ukrainian", say("as in Ukrainian passports")
    BULGARIAN = "bulgarian", say("as in Bulgarian passports")
    SERBIAN = "serbian", say("Serbian in Latin letters")
    GREEK = "greek", say("ISO 843, as in Greek passports")
    ARABIC = "arabic", say("DIN 31635")
    ETHIOPIC = "ethiopic", say("as in Ethiopian and Eritrean passports (BGN/PCGN)")


@dataclass(frozen=True, slots=True)
class Transliteration:
    """One proposal; `lacks_vowels` where the script does not write them and somebody must add them."""

    standard: Standard
    words: str
    lacks_vowels: bool = False


def propose_transliterations(name: str, language: str = "") -> tuple[Transliteration, ...]:
    """Return proposals for a name, the usual one first; none where it is in another script or in Latin letters.

    `language` is the code of the person's language; it only decides where letters alone do not.
    """
    name = unicodedata.normalize("NFC", name.strip())
    letters = "".join(_WORD.findall(name))
    if not letters:
        return ()
    if all(cyrillic_letters.is_one(letter) for letter in letters):
        return _of_cyrillic(name, language)
    if all(greek_letters.is_one(letter) for letter in letters):
        return (Transliteration(Standard.GREEK, _each_word(name, greek_letters.in_latin)),)
    if all(ethiopic_letters.is_one(letter) for letter in letters):
        return (Transliteration(Standard.ETHIOPIC, _each_word(name, ethiopic_letters.in_latin)),)
    if all(arabic_letters.is_one(letter) for letter in _MARKS.sub("", letters)):
        return (_of_arabic(name),)
    return ()


def _of_cyrillic(name: str, language: str) -> tuple[Transliteration, ...]:
    tongue = cyrillic_letters.tongue_of(name, language)
    passports = {"uk": Standard.UKRAINIAN, "bg": Standard.BULGARIAN, "sr": Standard.SERBIAN}
    first = Transliteration(Standard.ISO_9, _each_word(name, cyrillic_letters.in_iso_9))
    standard = passports.get(tongue, Standard.ICAO)
    second = Transliteration(standard, _each_word(name, lambda word: cyrillic_letters.as_in_passports(word, tongue)))
    return (first, second) if first.words != second.words else (first,)


def _of_arabic(name: str) -> Transliteration:
    name = name.replace("،", ",").replace("\u0640", "")
    lacks = any(arabic_letters.lacks_vowels(word) for word in _WRITTEN.findall(name))
    latin = _WRITTEN.sub(lambda match: arabic_letters.in_latin(match[0]), name)
    return Transliteration(Standard.ARABIC, latin, lacks_vowels=lacks)


def _each_word(name: str, write: Callable[[str], str]) -> str:
    return _WORD.sub(lambda match: write(match[0]), name)
