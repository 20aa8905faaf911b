"""What was typed or pasted keeps every word that people can read, and nothing that breaks saving or printing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from iq_desktop.wording.cleaning import clean_characters, clean_line, clean_words, is_one_line

ANYTHING = some.text(some.characters(codec=None, exclude_categories=()))
"""Also lone halves of characters, controls, and what no standard has named yet."""
NOISE = some.text(some.sampled_from("\x00\x07\x1b\x7f\x9f\xad\u200b\u202a\u202e\u2060\ufeff\ufffc\ud800\U000e0041"))
NAMES = (
    "Zoë-Dvořáková O’Neill",  # Latin
    "Şükrü Yılmaz",  # Latin, Turkish
    "Nguyễn Thị Hạnh",  # Latin, Vietnamese
    "Шевченко Наталія",  # Cyrillic
    "Παπαδόπουλος Γεώργιος",  # Greek
    "محمد بن سلمان",  # Arabic
    "علی‌رضا می‌خواهد",  # Persian, with joiners that keep letters apart
    "ژیان کەریم هێمن",  # Sorani
    "محبت خاں",  # Urdu
    "יִצְחָק לֵוִי",  # Hebrew
    "ܝܘܚܢܢ ܡܪܝܡ",  # Syriac
    "ተስፋዬ ኃይለ ማርያም",  # Ethiopic
    "Գևորգ Պետրոսյան",  # Armenian
    "გიორგი ბერიძე",  # Georgian
    "क्षितिज श्री‍वास्तव",  # Devanagari, with a joiner
    "মোহাম্মদ রহমান",  # Bengali
    "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",  # Gurmukhi
    "முருகன் செல்வம்",  # Tamil
    "ශ්‍රී ලංකා",  # Sinhala, with a joiner
    "สมชาย ใจดี",  # Thai
    "ສົມໄຊ ແກ້ວ",  # Lao
    "ស៊ុន សុភាព",  # Khmer
    "မောင်မောင်",  # Burmese
    "བཀྲ་ཤིས་",  # Tibetan
    "王小明 葛\U000e0100城",  # Han, with a variation of a name
    "さくら カタカナ",  # Japanese
    "김민준",  # Korean
    "ᠮᠣᠩᠭᠣᠯ",  # Mongolian
    "ⵜⴰⵎⴰⵣⵉⵖⵜ",  # Tifinagh
)


@pytest.mark.parametrize("name", NAMES)
def test_names_in_every_script_stay_as_they_are(name: str) -> None:
    composed = unicodedata.normalize("NFC", name)
    assert clean_line(name) == clean_words(name) == composed
    assert clean_words(unicodedata.normalize("NFD", name)) == composed


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("Mu\u0308ller", "Müller"),
        ("A\ud800B\udc00C", "ABC"),
        ("\ud83d\ude00", "😀"),
        ("eins\x00\x1b\x9fzwei", "einszwei"),
        ("eins\tzwei", "eins zwei"),
        ("eins  \r\nzwei\rdrei\u2028vier \n", "eins\nzwei\ndrei\nvier"),
        ("Donau\xaddampf\u200b\ufeffschiff", "Donaudampfschiff"),
        ("\xa0§\xa018 \u202f", "§\xa018"),
        ("\u202b0221 5550\u202c", "0221 5550"),
        ("\u2068Ali\u2069 und \u2067رضا\u2069", "\u2068Ali\u2069 und \u2067رضا\u2069"),
        ("\u2069Ali\u2068 und", "Ali und"),
        ("\u2067eins\nzwei\u2069", "eins\nzwei"),
        ("abc\u200e (1)", "abc\u200e (1)"),
        ("\u200c\u200f \u2066\u2069", ""),
        ("  kurz ", "kurz"),
    ],
)
def test_what_cannot_be_seen_goes(typed: str, clean: str) -> None:
    assert clean_words(typed) == clean


def test_a_line_is_one_line() -> None:
    assert clean_line(" Anna \n\n Maria\u2029 \xa0Kern ") == "Anna Maria \xa0Kern"


def test_a_name_may_hold_joiners_but_nothing_else_that_is_invisible() -> None:
    assert is_one_line("علی\u200cرضا")
    assert not is_one_line("Anna\nKern")
    assert not is_one_line("Anna\u202eKern")


@given(words=ANYTHING)
def test_whatever_is_typed_can_be_stored_and_is_cleaned_once_for_all(words: str) -> None:
    clean = clean_words(words)
    clean.encode()
    assert clean_words(clean) == clean
    assert clean_line(clean_line(words)) == clean_line(words)
    assert unicodedata.is_normalized("NFC", clean)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in clean.replace("\n", ""))
    assert all(line == line.rstrip() for line in clean.split("\n"))


@given(name=some.sampled_from(NAMES), noise=NOISE, place=some.integers(0, 30))
def test_noise_inside_a_name_leaves_the_name(name: str, noise: str, place: int) -> None:
    assert clean_line(name[:place] + noise + name[place:]) == unicodedata.normalize("NFC", name)


@given(words=some.text(some.characters(categories=["L", "M", "N", "P"], exclude_characters="\u115f\u1160\u3164\uffa0")))
def test_no_letter_is_lost(words: str) -> None:
    assert clean_characters(words) == unicodedata.normalize("NFC", words)
