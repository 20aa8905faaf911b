"""Words as glyphs: joined, mirrored, and still readable as words."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.fonts import Font, Weight
from iq_desktop.pdf.shaping import Shaped, shape
from tests.pdf.samples import fonts


def latin() -> Font:
    return fonts().fonts[Weight.REGULAR][0]


def arabic() -> Font:
    return fonts().fonts[Weight.REGULAR][1]


def in_arabic(words: str) -> Shaped:
    return shape(words, arabic(), "Arab", "ar", right_to_left=True)


def test_arabic_letters_join() -> None:
    alone = [glyph.number for glyph in in_arabic("ع").glyphs]
    joined = [glyph.number for glyph in in_arabic("ععع").glyphs]
    assert len(joined) == 3
    assert len({*joined, *alone}) == 4


def test_glyphs_stand_in_the_order_of_seeing() -> None:
    assert "".join(glyph.words for glyph in in_arabic("بيت").glyphs) == "تيب"


def test_a_bracket_is_mirrored_and_still_reads_as_itself() -> None:
    opening = in_arabic("(").glyphs[0]
    closing = shape(")", arabic(), "Arab", "ar", right_to_left=False).glyphs[0]
    assert opening.number == closing.number
    assert opening.words == "("


def test_lam_and_alif_of_different_words_do_not_meet() -> None:
    assert in_arabic("ال").width != in_arabic("لا").width


def test_kerning_brings_letters_together() -> None:
    whole = shape("AV", latin(), "Latn", "de", right_to_left=False).width
    apart = sum(shape(letter, latin(), "Latn", "de", right_to_left=False).width for letter in "AV")
    assert whole < apart


def test_a_vowel_mark_is_kept_and_belongs_to_its_letter() -> None:
    marked, plain = in_arabic("بَ"), in_arabic("ب")
    assert len(marked.glyphs) == len(plain.glyphs) + 1
    assert marked.width == plain.width
    assert "".join(glyph.words for glyph in marked.glyphs) == "بَ"


def test_the_joiner_parts_letters_without_leaving_a_gap() -> None:
    parted = in_arabic("می\u200cتواند")
    assert parted.width != in_arabic("میتواند").width
    assert "\u200c" not in "".join(glyph.words for glyph in parted.glyphs)


@given(st.text(alphabet="بيتحلامعركة ًَُّ()12-،", max_size=20))
def test_the_words_of_the_glyphs_are_the_words_of_the_run(words: str) -> None:
    shaped = in_arabic(words)
    read = "".join(glyph.words for glyph in reversed(shaped.glyphs))
    assert sorted(read) == sorted(words)
    letters = [c for c in read if not unicodedata.combining(c)]
    assert letters == [c for c in words if not unicodedata.combining(c)]


@given(st.text(alphabet="abfil ÄÖÜß123.,()-ЇїЖαβ", max_size=20))
def test_the_words_of_the_glyphs_read_from_left_to_right(words: str) -> None:
    shaped = shape(words, latin(), "Latn", "de", right_to_left=False)
    assert "".join(glyph.words for glyph in shaped.glyphs) == words
