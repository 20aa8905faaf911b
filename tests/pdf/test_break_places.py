"""Where lines may end: in German, and in scripts that write without spaces."""

from __future__ import annotations

import unicodedata
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.break_places import may_cut, split_words
from iq_desktop.pdf.looks import Look
from iq_desktop.pdf.paragraph import make_paragraph
from tests.pdf.names import NAMES
from tests.pdf.reading import NO_WORDS
from tests.pdf.samples import fonts

ANY_SCRIPT: Final = "".join(name for names in NAMES.values() for name in names) + "、。（）「」,.;:!?/-–…་།။፡።"


def parted(text: str) -> str:
    return "|".join(text[start:end] for start, end in split_words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nach § 14 BQFG", "nach |§ 14 |BQFG"),
        ("Abs. 2 Nr. 3 Satz 1", "Abs. 2 |Nr. 3 |Satz 1"),
        ("z. B. am 3. März", "z. B. |am |3. März"),
        ("zu 5 % oder 20 €", "zu |5 % |oder |20 €"),
        ("Ja ? Nein !", "Ja ? |Nein !"),
        ("mit .NET und :-)", "mit |.NET |und |:-)"),
        ("Öztürk-Großmann 03/2022", "Öztürk-|Großmann |03/2022"),
        ("Kauf\u00admann", "Kauf\u00ad|mann"),
        ("eins\u200bzwei\u00a0drei", "eins\u200b|zwei\u00a0drei"),
        ("王小明，北京「市」。", "王|小|明，|北|京|「市」。"),
        ("きょう、コーヒー", "きょ|う、|コー|ヒー"),
        ("在Berlin的", "在|Berlin|的"),
        ("김민준 박서연", "김민준 |박서연"),
        ("ฉันเป็นคนไทยและ", "ฉัน|เป็นคน|ไทย|และ"),
        ("ກະຊວງແຮງງານ", "ກະ|ຊວງ|ແຮງງານ"),
        ("မြန်မာနိုင်ငံသား", "မြန်|မာ|နိုင်|ငံ|သား"),
        ("བོད་ཡིག་།", "བོད་|ཡིག་།"),
        ("ሰላም፡ዓለም፡", "ሰላም፡|ዓለም፡"),
        ("", ""),
    ],
)
def test_places(text: str, expected: str) -> None:
    assert parted(text) == expected


@given(st.text(alphabet=ANY_SCRIPT, max_size=40))
def test_the_parts_are_the_text_and_none_is_empty(text: str) -> None:
    parts = split_words(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end > start for start, end in parts)


@given(st.text(alphabet=ANY_SCRIPT, min_size=2, max_size=40))
def test_no_line_begins_with_what_ends_something(text: str) -> None:
    for start, _ in split_words(text)[1:]:
        if not text[start - 1].isspace():
            assert text[start] not in "、。）」,.;:!?་།။፡"
            assert text[start - 1] not in "（「"
            assert not unicodedata.category(text[start]).startswith("M")


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("कृष्ण", "कृ|ष्ण"),
        ("น้ำใจ", "น้ำ|ใจ"),
        ("เพ็ชร์", "เพ็|ช|ร์"),
        ("e\u0301a", "e\u0301|a"),
        ("می\u200cتو", "م|ی\u200cت|و"),
        ("ស្រី", "ស្រី"),
    ],
)
def test_a_wide_word_is_cut_between_whole_letters(text: str, cuts: str) -> None:
    found = "".join(f"|{c}" if place and may_cut(text, place) else c for place, c in enumerate(text))
    assert found == cuts


def test_the_marks_that_end_something_stay_off_the_next_line_only_where_there_is_room() -> None:
    paragraph = make_paragraph("Berufsanerkennungsverfahren ?", Look(), fonts(), "de")
    narrow = paragraph.widest_word() - 4
    words = [
        "".join(g.words for f in line.fragments for g in f.shaped.glyphs) for line in paragraph.set_lines(narrow).lines
    ]
    assert words == ["Berufsanerkennungsverfahren", "?"]


@pytest.mark.parametrize("name", [name for names in NAMES.values() for name in names])
def test_nothing_is_lost_in_a_column_that_is_too_narrow(name: str) -> None:
    lines = make_paragraph(name, Look(), fonts(), "").set_lines(14).lines
    drawn = "".join(g.words for line in lines for f in line.fragments for g in f.shaped.glyphs)
    letters = sorted(
        c for c in unicodedata.normalize("NFC", name) if not c.isspace() and unicodedata.category(c) != "Cf"
    )
    assert sorted(c for c in drawn if not c.isspace() and c not in f"-{NO_WORDS}") == [c for c in letters if c != "-"]
