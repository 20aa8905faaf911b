"""Spelling: words as they are joined in German, what may have been meant, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.wording.spelling import Spelling, read_spelling

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def german(project_folder: Path) -> Spelling:
    return read_spelling(project_folder / "resources" / "spelling", "de")


@pytest.fixture(scope="module")
def english(project_folder: Path) -> Spelling:
    return read_spelling(project_folder / "resources" / "spelling", "en")


RIGHT = (
    "Anerkennungsberatung Aufenthaltstitel Kompetenzfeststellung Qualifizierungsmaßnahme Grundschullehrerin"
    " Gleichwertigkeitsprüfung Ausgleichsmaßnahme Berufserfahrung Einzelhandelskauffrau Sprachmittlerin gearbeitet"
    " Krankenhäusern Verkäuferinnen Bauhelfer Zeugnisse"
).split()


@pytest.mark.parametrize("word", RIGHT)
def test_words_of_an_adviser_are_right(german: Spelling, word: str) -> None:
    assert german.knows(word)


MEANT = {
    "Zeugniss": "Zeugnis",
    "Abschluß": "Abschluss",
    "ausserdem": "außerdem",
    "vieleicht": "vielleicht",
    "Anerkenung": "Anerkennung",
    "Arbeitsvermitler": "Arbeitsvermittler",
    "Anerkenungsberatung": "Anerkennungsberatung",
    "Standart": "Standard",
    "Dolmetcher": "Dolmetscher",
    "gearbeitett": "gearbeitet",
}


@pytest.mark.parametrize(("word", "meant"), MEANT.items())
def test_a_slip_is_found_and_mended(german: Spelling, word: str, meant: str) -> None:
    assert not german.knows(word)
    assert german.suggestions(word)[0] == meant


@pytest.mark.parametrize("word", ["SGB", "KldB", "AufenthG", "ZAB", "الخطيب", "Шевченко", "an", "Öl"])
def test_codes_other_scripts_and_short_words_are_left_alone(german: Spelling, word: str) -> None:
    assert german.knows(word)


def test_places_in_a_text_are_those_of_its_words(german: Spelling) -> None:
    text = "Sie hat ein Zeugniss, aber kein Diplomm (2019)."
    assert [text[start : start + length] for start, length in german.wrong_places(text)] == ["Zeugniss", "Diplomm"]


def test_a_word_that_is_kept_is_right_from_then_on(project_folder: Path) -> None:
    spelling = Spelling("de", {"beratung": 9})
    assert not spelling.knows("Schewtschenko")
    spelling.keep("Schewtschenko")
    assert spelling.knows("Schewtschenko")
    with pytest.raises(OSError, match="xx"):
        read_spelling(project_folder / "resources" / "spelling", "xx")


def test_english_knows_the_apostrophe_and_joins_nothing(english: Spelling) -> None:
    assert english.knows("adviser")
    assert english.knows("adviser's")
    assert not english.knows("adviserclient")
    assert "certificate" in english.suggestions("certifcate")
