"""Arabic and Persian letters in Latin ones (DIN 31635); short vowels come from marks, or from names that are known."""

from __future__ import annotations

import re
from typing import Final

_CONSONANTS: Final = dict(
    zip(
        "ءبتثجحخدذرزسشصضطظعغفقكلمنهةؤئپچژگک",
        "ʾ b t ṯ ǧ ḥ ḫ d ḏ r z s š ṣ ḍ ṭ ẓ ʿ ġ f q k l m n h a ʾ ʾ p č ž g k".split(),
        strict=True,
    )
)
_MARKS: Final = {
    "\u064e": "a",
    "\u064f": "u",
    "\u0650": "i",
    "\u064b": "an",
    "\u064c": "un",
    "\u064d": "in",
    "\u0652": "",
}
_DOUBLING: Final = "\u0651"
_LONG: Final = {"و": ("w", "ū"), "ي": ("y", "ī"), "ی": ("y", "ī")}
_VOWEL_LETTERS: Final = "اآأإوييىی"
_NAMES: Final = dict(
    pair.split("=")
    for pair in (
        "محمد=Muḥammad احمد=Aḥmad أحمد=Aḥmad علي=ʿAlī حسن=Ḥasan حسين=Ḥusain فاطمة=Fāṭima مريم=Maryam عمر=ʿUmar"
        " يوسف=Yūsuf ابراهيم=Ibrāhīm إبراهيم=Ibrāhīm خالد=Ḫālid خليل=Ḫalīl محمود=Maḥmūd مصطفى=Muṣṭafā"
        " عبد=ʿAbd الله=Allāh الرحمن=ar-Raḥmān سليمان=Sulaimān كريم=Karīm سعيد=Saʿīd سمير=Samīr سامر=Sāmir"
        " طارق=Ṭāriq زياد=Ziyād ياسر=Yāsir ياسين=Yāsīn جمال=Ǧamāl كمال=Kamāl نبيل=Nabīl رشيد=Rašīd وليد=Walīd"
        " عائشة=ʿĀʾiša خديجة=Ḫadīǧa زينب=Zainab ليلى=Lailā هدى=Hudā سارة=Sāra رنا=Ranā ريم=Rīm أمل=Amal امل=Amal"
        " نادية=Nādiya سعاد=Suʿād يارا=Yārā هبة=Hiba دعاء=Duʿāʾ اسماء=Asmāʾ أسماء=Asmāʾ الخطيب=al-Ḫaṭīb"
        " حداد=Ḥaddād الحسن=al-Ḥasan العلي=al-ʿAlī الاحمد=al-Aḥmad الأحمد=al-Aḥmad الشامي=aš-Šāmī دباغ=Dabbāġ"
    ).split()
)
"""Frequent names with their vowels."""


def is_one(letter: str) -> bool:
    """Return whether a letter is of the Arabic script."""
    return "\u0600" <= letter <= "\u06ff" or "\u0750" <= letter <= "\u077f"


def lacks_vowels(word: str) -> bool:
    """Return whether nobody can know the short vowels of a word: it is no known name and has no marks."""
    return word not in _NAMES and not any(mark in word for mark in _MARKS)


def in_latin(word: str) -> str:
    """Return a word in Latin letters, with the vowels that are written."""
    if word in _NAMES:
        return _NAMES[word]
    rest = word.removeprefix("ال")
    article = "al-" if rest != word and len(rest) > 1 else ""
    return article + _capitalised(_spelled(rest if article else word))


def _spelled(word: str) -> str:
    latin = ""
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        if letter == _DOUBLING:
            consonant = latin.rstrip("aiu")  # the mark of a vowel is kept before the one that doubles
            latin = consonant + consonant[-1:] + latin[len(consonant) :]
        elif letter in _MARKS:
            latin += _MARKS[letter]
        elif letter in "اى":
            latin += "a" if at == 0 else "ā"
        elif letter in _LONG:
            consonant, vowel = _LONG[letter]
            is_consonant = at == 0 or (after != "" and (after in _VOWEL_LETTERS or after in _MARKS or after == "ة"))
            latin += consonant if is_consonant else vowel
        else:
            latin += {"أ": "a", "إ": "i", "آ": "ā"}.get(letter) or _CONSONANTS.get(letter, letter)
    return _joined_vowels(latin)


def _joined_vowels(latin: str) -> str:
    """Return a spelling in which a mark and the letter that lengthens it are one vowel."""
    return re.sub("uū|iī|aā", lambda match: match[0][1], latin)


def _capitalised(word: str) -> str:
    at = 1 if word[:1] in "ʿʾ" else 0
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]
