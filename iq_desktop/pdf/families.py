"""The families of fonts on paper: which scripts each writes, in which weights there is one, how far its lines stand."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple


class Weight(Enum):
    """How strong letters are."""

    REGULAR = "Regular"
    BOLD = "Bold"


class Family(NamedTuple):
    """Fonts of one design; scripts are codes of ISO 15924."""

    name: str
    scripts: tuple[str, ...]
    has_bold: bool = True
    leading: float = 1.38
    """How far lines stand apart, in sizes."""


FAMILIES: Final = (
    Family("NotoSans", ("Latn", "Cyrl", "Grek")),
    Family("NotoSansArabic", ("Arab",), leading=1.5),
    Family("NotoSansEthiopic", ("Ethi",), leading=1.5),
    Family("NotoSansMath", (), has_bold=False),
    Family("NotoSansSymbols2", (), has_bold=False),
    Family("NotoSansHebrew", ("Hebr",), leading=1.4),
    Family("NotoSansArmenian", ("Armn",)),
    Family("NotoSansGeorgian", ("Geor",)),
    Family("NotoSansSyriac", ("Syrc",), leading=1.5),
    Family("NotoSansThaana", ("Thaa",), leading=1.5),
    Family("NotoSansTifinagh", ("Tfng",), has_bold=False),
    Family("NotoSansDevanagari", ("Deva",), leading=1.5),
    Family("NotoSansBengali", ("Beng",), leading=1.5),
    Family("NotoSansGurmukhi", ("Guru",), leading=1.5),
    Family("NotoSansGujarati", ("Gujr",), leading=1.5),
    Family("NotoSansOriya", ("Orya",), leading=1.5),
    Family("NotoSansTamil", ("Taml",), leading=1.5),
    Family("NotoSansTelugu", ("Telu",), leading=1.6),
    Family("NotoSansKannada", ("Knda",), leading=1.6),
    Family("NotoSansMalayalam", ("Mlym",), leading=1.5),
    Family("NotoSansSinhala", ("Sinh",), leading=1.5),
    Family("NotoSansThai", ("Thai",), leading=1.6),
    Family("NotoSansLao", ("Laoo",), leading=1.65),
    Family("NotoSansKhmer", ("Khmr",), leading=1.8),
    Family("NotoSansMyanmar", ("Mymr",), leading=1.9),
    Family("NotoSerifTibetan", ("Tibt",), has_bold=False, leading=2.1),
    Family("NotoSansKR", ("Hang",), has_bold=False, leading=1.5),
    Family("NotoSansSC", ("Hani", "Hira", "Kana", "Bopo"), has_bold=False, leading=1.5),
)
"""In the order in which they are asked for a character that the family of its script does not have."""

HOMES: Final = {script: place for place, family in enumerate(FAMILIES) for script in family.scripts}
"""Where in `FAMILIES` the family of a script stands; what belongs to none is asked for from the first on."""

LANGUAGES: Final = {
    "Arab": "ar", "Ethi": "ti", "Cyrl": "uk", "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka", "Syrc": "syr",
    "Thaa": "dv", "Tfng": "zgh", "Deva": "hi", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta",
    "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my",
    "Tibt": "bo", "Hang": "ko", "Hani": "zh", "Hira": "ja", "Kana": "ja", "Bopo": "zh",
}  # fmt: skip
"""A language (BCP 47) in which words of a script can be shaped and read aloud where nobody said which it is."""


def file_name(family: Family, weight: Weight) -> str:
    """Return the name of the font of a family, without its ending; where there is no bold one, the regular one."""
    return f"{family.name}-{(weight if family.has_bold else Weight.REGULAR).value}"
