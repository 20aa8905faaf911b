"""Cyrillic letters in Latin ones: letter for letter after ISO 9:1995, and as passports write them."""

from __future__ import annotations

from typing import Final

_ISO_9: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїўђјљњћџѓќѕәғқңөүұһ",
        "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â"
        " g̀ ê ì ï ŭ đ ǰ l̂ n̂ ć d̂ ǵ ḱ ẑ a̋ ġ ķ ņ ô ù u̇ ḥ".split(),
        strict=True,
    )
)
_ICAO: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыэюяґєіїў",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y e iu ia g ie i i u".split(),
        strict=True,
    )
) | {"ь": ""}
_BY_TONGUE: Final = {
    "uk": {"г": "h", "и": "y"},
    "be": {"г": "h", "ё": "io"},
    "bg": {"й": "y", "х": "h", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya"},
    "sr": dict(zip("ђжјљњћхцчџш", "đ ž j lj nj ć h c č dž š".split(), strict=True)),
    "mk": dict(zip("ѓжзѕјљњќхцчџш", "gj zh z dz j lj nj kj h c ch dj sh".split(), strict=True)),
}
_UKRAINIAN_BEGINNINGS: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_TELLING: Final = (("uk", "їєґ"), ("be", "ў"), ("sr", "ђћ"), ("mk", "ѓќѕ"), ("ru", "ыэё"), ("uk", "і"))
"""Letters that tell the language."""


def is_one(letter: str) -> bool:
    """Return whether a letter is Cyrillic (an apostrophe inside a Ukrainian name goes with it)."""
    return "\u0400" <= letter <= "\u052f" or letter in "’'ʼ"


def tongue_of(name: str, language: str) -> str:
    """Return the language of a name: by its letters, else the given one, else Russian."""
    found = (tongue for tongue, letters in _TELLING if any(letter in letters for letter in name.lower()))
    return next(found, language if language in _BY_TONGUE else "ru")


def in_iso_9(word: str) -> str:
    """Return a word after ISO 9: one letter for each, so that it can be written back."""
    return "".join(_cased(letter, _ISO_9.get(letter.lower(), letter)) for letter in word)


def as_in_passports(word: str, tongue: str) -> str:
    """Return a word as passports of the countries of a language write it."""
    table = _ICAO | _BY_TONGUE.get(tongue, {})
    if tongue == "uk":
        word = word.replace("’", "").replace("'", "").replace("ʼ", "")
    written = []
    for place, letter in enumerate(word):
        low = letter.lower()
        latin = table.get(low, low)
        if tongue == "uk" and place == 0:
            latin = _UKRAINIAN_BEGINNINGS.get(low, latin)
        if tongue == "uk" and low == "г" and word[place - 1 : place].lower() == "з":
            latin = "gh"
        written.append(_cased(letter, latin))
    latin_word = "".join(written)
    if tongue == "bg" and word.lower().endswith("ия"):
        latin_word = latin_word[:-2] + "a"
    return latin_word.upper() if len(word) > 1 and word.isupper() else latin_word


def _cased(letter: str, latin: str) -> str:
    return latin.capitalize() if letter.isupper() else latin
