"""Names from other scripts in Latin letters, roughly: enough to compare them, never to be shown.

Capital letters stand for what can be read in several ways and are resolved in `name_keys`:
`G` a Cyrillic г (g or h), `J` an Arabic ج (j or g), `W` an Arabic و inside a word (v or a vowel), `Y` a y that is
surely a consonant, `H` an h that belongs to no letter before it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_CYRILLIC: Final = {
    **dict(
        zip(
            "абвгґдеёєзиіїйклмнопрстуфыэ",
            "a b v G g d e yo ye z i i yi y k l m n o p r s t u f y e".split(),
            strict=True,
        )
    ),
    **dict(zip("жхцчшщюяъь", ("zh", "kh", "ts", "tsch", "sh", "shch", "yu", "ya", "", ""), strict=True)),
    **dict(zip("ђјљњћџѓќѕў", "dj y lj nj tsch dj g k s v".split(), strict=True)),
    **dict(zip("әғқңөұүһҷҳӣӯҡҙҫ", "a gh q n o u u h dj h i u q s s".split(), strict=True)),
}
_GREEK: Final = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f kh ps o".split(), strict=True)
)
_GEORGIAN: Final = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh tsch ts dz ts tsch kh dj H".split(),
        strict=True,
    )
)
_ARMENIAN: Final = {
    **dict(
        zip(
            "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ",
            "a b g d e z e e t zh i l kh ts k H dz gh tsch m y n sh o tsch p dj r s v t r ts p k o f".split(),
            strict=True,
        )
    ),
    "ւ": "u",
    "և": "ev",
}
_ARABIC: Final = {
    **dict(
        zip(
            "ابپتثجچحخدذرزژسشصضطظغفقكگلمن",
            "a b p t th J tsch H kh d dh r z zh s sh s dh t dh gh f q k g l m n".split(),
            strict=True,
        )
    ),
    **dict(zip("هویىةعءئکؤأإآٱ", ("H", "W", "y", "a", "a", "", "", "y", "k", "W", "a", "a", "a", "a"), strict=True)),
    **dict(
        zip("يہھےٹڈڑںټډړږښځڅڼېۍڵڕێۆەڤګ", "y H H y t d r n t d r zh sh dz ts n y y l r e o e v g".split(), strict=True)
    ),
}
_ETHIOPIC_ROWS: Final = (
    "H l H m s r s sh q qv q qv b v t tsch H Hv n ny - k kv kh khv v - z zh y d d dj g gv g t tsch p ts ts f p".split()
)
"""The consonants of the Ethiopic block from U+1200, a row of eight syllables each."""
_ETHIOPIC_FIRST: Final = 0x1200
_ETHIOPIC_VOWELS: Final = ("e", "u", "i", "a", "e", "", "o", "ua")
_ETHIOPIC_ALONE: Final = ("a", "u", "i", "a", "e", "e", "o", "ua")

_INDIAN_BLOCKS: Final = range(0x900, 0xD80)
_INDIAN_SCRIPT: Final = 0x80
"""Letters of one Indian script; all blocks have the same order."""
_INDIAN_CONSONANTS: Final = dict(
    zip(
        range(0x15, 0x3A),
        "k kh g gh n tsch tsch dj dj n t t d d n t t d d n n p ph b b m y r r l l l v sh sh s H".split(),
        strict=True,
    )
)
_INDIAN_VOWELS: Final = dict(
    zip(
        (0x02, 0x03, *range(0x05, 0x0C), 0x0F, 0x10, 0x13, 0x14, *range(0x3E, 0x44), 0x47, 0x48, 0x4B, 0x4C),
        "n h a a i i u u r e ai o au a i i u u r e ai o au".split(),
        strict=True,
    )
)

_LETTERS: Final = {
    ord(letter): latin
    for table in (_CYRILLIC, _GREEK, _GEORGIAN, _ARMENIAN, _ARABIC)
    for letter, latin in table.items()
}
_ARABIC_WORD: Final = re.compile("[\u0600-\u06ff]+")
_INDIAN_WORD: Final = re.compile("[\u0900-\u0d7f]+")
_SHORTEST_STEM: Final = 2
_GREEK_BEGINNINGS: Final = (("μπ", "b"), ("ντ", "d"), ("γκ", "g"))
_GREEK_PAIRS: Final = (
    *(("ου", "u"), ("μπ", "mp"), ("ντ", "nt"), ("γγ", "ng"), ("γκ", "g"), ("γχ", "nch")),
    *(("ει", "i"), ("οι", "i"), ("υι", "i"), ("αι", "e"), ("ευ", "ev"), ("αυ", "av")),
)


def lacks_vowels(word: str) -> bool:
    """Return whether a word is written without most of its vowels."""
    return not word.isascii() and bool(_ARABIC_WORD.search(word) or _INDIAN_WORD.search(word))


def romanise(text: str) -> str:
    """Return a lower-case text (NFC) with the letters of other scripts in Latin ones; Latin letters stay."""
    if text.isascii():
        return text
    text = _ARABIC_WORD.sub(lambda match: _romanise_arabic(match.group()), text)
    text = _INDIAN_WORD.sub(lambda match: _romanise_indian(match.group()), text)
    if any("\u0370" <= letter <= "\u03ff" for letter in text):
        text = _romanise_greek_pairs(text)
    return "".join(_romanise_syllable(letter) for letter in text).translate(_LETTERS)


def _romanise_arabic(word: str) -> str:
    """Return an Arabic or Persian word: the article apart, the first letter read as what it must be."""
    bare = "".join(letter for letter in word if not unicodedata.combining(letter) and letter != "ـ")
    for article in ("وال", "ال"):
        stem = bare.removeprefix(article)
        if stem != bare and len(stem) > _SHORTEST_STEM:
            return f"al-{_romanise_arabic(stem)}"
    if bare[:4] == "عبدا" and len(bare) > len("عبدالله"):
        return f"abd {_romanise_arabic(bare[3:])}"
    bare = bare.removeprefix("ئ") or bare
    first = {"و": "v", "ی": "Y", "ي": "Y", "ع": "a"}.get(bare[:1])
    return (first + bare[1:] if first else bare).translate(_LETTERS)


def _romanise_greek_pairs(text: str) -> str:
    bare = unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", text) if c not in "\u0301\u0308")
    )
    for pair, latin in _GREEK_BEGINNINGS:
        if bare.startswith(pair):
            bare = latin + bare.removeprefix(pair)
    for pair, latin in _GREEK_PAIRS:
        bare = bare.replace(pair, latin)
    return bare


def _romanise_indian(word: str) -> str:
    """Return a word of an Indian script; of the vowels that are not written only the first one is said."""
    places = [(ord(letter) - _INDIAN_BLOCKS.start) % _INDIAN_SCRIPT for letter in word]
    latin = [_INDIAN_CONSONANTS.get(place) or _INDIAN_VOWELS.get(place, "") for place in places]
    if len(places) > 1 and places[0] in _INDIAN_CONSONANTS and places[1] in _INDIAN_CONSONANTS:
        latin.insert(1, "a")
    return "".join(latin)


def _is_ethiopic(letter: str) -> bool:
    return _ETHIOPIC_FIRST <= ord(letter) < _ETHIOPIC_FIRST + 8 * len(_ETHIOPIC_ROWS)


def _romanise_syllable(letter: str) -> str:
    if not _is_ethiopic(letter):
        return letter
    row, vowel = divmod(ord(letter) - _ETHIOPIC_FIRST, 8)
    consonant = _ETHIOPIC_ROWS[row]
    return _ETHIOPIC_ALONE[vowel] if consonant == "-" else consonant + _ETHIOPIC_VOWELS[vowel]
