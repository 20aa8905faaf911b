"""The font files: every letter of the languages at the desk, in every weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.pdf.fonts import FAMILIES, SIGNS, Weight, load_fonts
from iq_desktop.wording.problems import IqError
from tests.pdf.samples import FONTS, fonts

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = {
    "German": "ÄÖÜäöüßẞ„“‚‘–…€§²½",
    "Turkish": "ÇĞİıÖŞÜçğöşü",
    "Polish, Czech, Croatian": "ĄĆĘŁŃÓŚŹŻąćęłńśźżČĎĚŇŘŠŤŮŽčďěňřšťůžĐđ",
    "Romanian, Albanian, French": "ĂÂÎȘȚăâîșțËëÇçŒœÆæÿ",
    "Vietnamese": "ĂÂĐÊÔƠƯăâđêôơưẠẢẤẦẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "Kurmanji, Azerbaijani": "ÊÎÛŞÇêîûşçƏə",
    "Ukrainian, Russian, Serbian": "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЁЪЫЭЂЉЊЋЏ",
    "Greek": "ΑΒΓΔΕΖΗΘαβγδεζηθάέήίόύώϊϋ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؛؟٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْ",
    "Persian, Dari": "پچژگکی۰۱۲۳۴۵۶۷۸۹‌",
    "Pashto": "ټډړږښڼۍېځڅ",
    "Sorani": "ڕڵۆێەھڤ",
    "signs that are pasted": "→←↑↓↔⇒✓✔✗✘☐☑☒≥≤≠≈•■□●○◆▲▼★☆…€„“”‚‘’–—",
    "Tigrinya, Amharic": "ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ፡።፣፤፥፦",
}


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("language", list(LETTERS))
def test_every_letter_of_a_language_has_a_glyph_in_every_weight(language: str, weight: Weight) -> None:
    covered = frozenset().union(*(font.coverage for font in fonts().fonts[weight]))
    assert {letter for letter in LETTERS[language] if ord(letter) not in covered} == set()


def test_each_weight_has_each_family() -> None:
    for weight, found in fonts().fonts.items():
        letters = [f"{family}-{weight.value}" for family in FAMILIES]
        assert [font.name for font in found] == [*letters, *(f"{family}-Regular" for family in SIGNS)]


def test_the_fonts_of_signs_are_small() -> None:
    assert sum((FONTS / f"{family}-Regular.ttf").stat().st_size for family in SIGNS) < 150_000


def test_fonts_are_static() -> None:
    for found in fonts().fonts.values():
        assert not any(font.face.has_var_data for font in found)


def test_a_missing_font_is_named_to_the_adviser(tmp_path: Path) -> None:
    with pytest.raises(IqError) as problem:
        load_fonts(tmp_path)
    assert problem.value.text.values == (("name", "NotoSans-Regular"),)


def test_a_broken_font_is_named_to_the_adviser(tmp_path: Path) -> None:
    for file in FONTS.glob("*.ttf"):
        (tmp_path / file.name).write_bytes(b"no font" if "Arabic" in file.name else file.read_bytes())
    with pytest.raises(IqError) as problem:
        load_fonts(tmp_path)
    assert problem.value.text.values == (("name", "NotoSansArabic-Regular"),)
