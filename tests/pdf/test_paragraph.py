"""Paragraphs: where lines break, in which order they are read, how they part."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.looks import Align, Look
from iq_desktop.pdf.paragraph import Paragraph, SetLine, SetLines, make_paragraph
from iq_desktop.wording.languages import Direction
from tests.pdf.samples import fonts

LATIN_LEADING = 9.5 * 1.38


def paragraph(words: str, direction: Direction | None = None, align: Align = Align.START) -> Paragraph:
    return make_paragraph(words, Look(align=align), fonts(), "", direction)


def words_of(line: SetLine) -> str:
    """Return the words of a line as they are seen."""
    return "".join(glyph.words for fragment in line.fragments for glyph in fragment.shaped.glyphs)


def lines(words: str, width: float) -> list[str]:
    return [words_of(line) for line in paragraph(words).set_lines(width).lines]


def test_lines_break_at_spaces_and_never_exceed_the_width() -> None:
    found = paragraph("Frau Al-Khatib hat sechs Jahre im Einzelhandel gearbeitet. " * 5).set_lines(160).lines
    assert len(found) > 5
    assert all(line.width <= 160 for line in found)
    assert not any(words_of(line).startswith(" ") or words_of(line).endswith(" ") for line in found)


def test_lines_break_behind_hyphens_and_slashes_between_letters_only() -> None:
    assert lines("Einzelhandelskaufmann/Einzelhandelskauffrau", 120) == [
        "Einzelhandelskaufmann/",
        "Einzelhandelskauffrau",
    ]
    assert lines("Öztürk-Großmann", 52) == ["Öztürk-", "Großmann"]
    assert lines("am 03/2022 ab", 40) == ["am", "03/2022", "ab"]


def test_a_fixed_space_holds_words_together() -> None:
    assert lines("nach §\u00a014 BQFG", 40) == ["nach", "§\u00a014", "BQFG"]


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    assert lines("Donau\u00addampf", 40) == ["Donau-", "dampf"]
    assert lines("Donau\u00addampf", 200) == ["Donaudampf"]
    assert lines("Donau\u00ad", 200) == ["Donau"]


def test_a_word_wider_than_the_line_is_cut_without_loss() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 3
    found = paragraph(word).set_lines(70).lines
    assert all(line.width <= 70 for line in found)
    assert "".join(words_of(line).rstrip("-") for line in found) == word


def test_a_word_is_parted_with_a_hyphen_where_its_parts_meet() -> None:
    assert lines("Gebäudeüberwachungstechnik", 110) == ["Gebäudeüberwachungs-", "technik"]
    assert lines("Elektrizitätsübertragungsprozesse prüfen", 75) == [
        "Elektrizitäts-",
        "übertragungs-",
        "prozesse prüfen",
    ]


def test_a_code_that_is_wider_than_the_line_gets_no_hyphen() -> None:
    found = lines("DE89370400440532013000", 60)
    assert len(found) > 1
    assert "".join(found) == "DE89370400440532013000"


def test_a_very_narrow_column_still_takes_one_letter_a_line() -> None:
    assert lines("abc", 1) == ["a", "b", "c"]


def test_line_ends_of_the_writer_are_kept() -> None:
    assert lines("eins\nzwei\r\n\r\ndrei", 300) == ["eins", "zwei", "", "drei"]


def test_arabic_lines_break_in_the_order_of_reading() -> None:
    words = "السيدة ليلى الخطيب لديها خبرة ست سنوات في تجارة التجزئة لدى شركة في برلين"
    found = paragraph(words).set_lines(120).lines
    assert len(found) > 1
    read = " ".join(words_of(line)[::-1] for line in found)
    assert read == words


def test_german_within_arabic_is_seen_from_left_to_right() -> None:
    seen = lines("لدى \u2068Müller & Söhne (2016–2022)\u2069 في برلين", 400)[0]
    assert "Müller & Söhne (2016–2022)" in seen
    assert seen.index("Müller") > seen.index("نيلرب"[0])


def test_a_citation_keeps_its_order_within_arabic() -> None:
    assert "§ 14 BQFG" in lines("حسب § 14 BQFG في ألمانيا", 400)[0]
    assert "030 5550100" in lines("هاتف 030 5550100 مساء", 400)[0]


@pytest.mark.parametrize(
    ("words", "direction", "align", "base"),
    [
        ("Name", None, Align.START, 0),
        ("الاسم", None, Align.START, 1),
        ("12", Direction.RIGHT_TO_LEFT, Align.START, 1),
        ("الاسم", Direction.LEFT_TO_RIGHT, Align.START, 0),
    ],
)
def test_the_direction_is_that_of_the_language_or_of_the_words(
    words: str, direction: Direction | None, align: Align, base: int
) -> None:
    assert paragraph(words, direction, align).set_lines(300).lines[0].base == base


def test_arabic_lines_stand_further_apart() -> None:
    assert paragraph("Name").leading == pytest.approx(LATIN_LEADING)
    assert paragraph("Name الاسم").leading >= 1.5 * 9.5


def test_a_paragraph_parts_into_lines_but_leaves_no_single_one() -> None:
    whole = paragraph("Wort " * 60).set_lines(100)
    count = len(whole.lines)
    first, second = parts(whole, LATIN_LEADING * 4.5)
    assert (len(first.lines), len(second.lines)) == (4, count - 4)
    first, second = parts(whole, LATIN_LEADING * (count - 0.5))
    assert len(second.lines) == 2
    assert whole.split(100, LATIN_LEADING * 1.5) is None


def parts(whole: SetLines, height: float) -> tuple[SetLines, SetLines]:
    found = whole.split(100, height)
    assert found
    return found


@given(st.text(alphabet="abcÄß -/.1\u00a0\u00ad", max_size=60), st.floats(min_value=12, max_value=120))
def test_no_letter_is_lost_wherever_lines_break(words: str, width: float) -> None:
    found = "".join(words_of(line) for line in paragraph(words).set_lines(width).lines)
    without = re.compile(r"[ \u00a0\u00ad-]+")  # a parted word has hyphens of its own
    assert without.sub("", found) == without.sub("", words)
