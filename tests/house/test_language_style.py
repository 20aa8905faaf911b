"""Each language keeps to its own words, letters and signs."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.support.messages import messages, source_of
from translations import forms

MESSAGES = messages()
GLOSSARY = {
    r"\bvault\b": "Datentresor",
    r"\bsafe of\b": "Tresor der Beratungsstelle|Tresor Ihrer Beratungsstelle",
    r"\brecovery code\b": "Wiederherstellungscode",
    r"\bcompetent body\b": "[Zz]uständige",
    r"\bcourse catalogue": "Kurskatalog",
    r"\btaken in\b": "[Ee]ingelesen|[Ee]inlesen",
    r"\bReferral\b": "Verweis",
    r"\bundo\b": "Rückgängig",
}
"""What stands in the English, and what must then stand in the German."""
PLACEHOLDER = re.compile(r"{\w*}")
WORD = re.compile(r"[^\W\d_]+(?:[’ʼ'][^\W\d_]+)*")


def said(code: str) -> list[tuple[str, str]]:
    """Return the English of every message with each of its forms in a language."""
    return [(one.text, form) for one in MESSAGES.values() for form in forms(source_of(code), one)]


def scripts(word: str) -> set[str]:
    """Return the scripts of the letters of a word, as Unicode names them."""
    return {unicodedata.name(letter).split()[0] for letter in word if unicodedata.category(letter)[0] == "L"}


@pytest.mark.parametrize("english", GLOSSARY)
def test_german_calls_a_thing_by_one_name(english: str) -> None:
    found = [pair for pair in said("de") if re.search(english, pair[0], re.IGNORECASE)]
    assert found
    assert not [pair for pair in found if not re.search(GLOSSARY[english], pair[1])]


def test_german_says_sie() -> None:
    familiar = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
    assert not [pair for pair in said("de") if familiar.search(pair[1])]


@pytest.mark.parametrize("code", ["de", "ar", "uk"])
def test_signs_are_those_of_print(code: str) -> None:
    wrong = re.compile(r"\"|\.\.\.|\S {2,}\S| [,;.!]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    assert not [pair for pair in said(code) if wrong.search(pair[1])]


def test_german_quotes_open_below_and_close_above() -> None:
    wrong = [pair for pair in said("de") if pair[1].count("„") != pair[1].count("“") or "”" in pair[1]]
    assert not wrong


@pytest.mark.parametrize(("code", "script"), [("ar", "ARABIC"), ("uk", "CYRILLIC")])
def test_a_word_is_written_in_one_script(code: str, script: str) -> None:
    words = [(form, word) for _english, form in said(code) for word in WORD.findall(PLACEHOLDER.sub(" ", form))]
    assert any(scripts(word) == {script} for _form, word in words)
    assert not [(form, word) for form, word in words if len(scripts(word)) > 1]


def test_ukrainian_has_no_letters_that_only_russian_has() -> None:
    assert not [pair for pair in said("uk") if re.search("[ыэёъ]", pair[1], re.IGNORECASE)]


@pytest.mark.parametrize(("code", "question"), [("de", "?"), ("ar", "؟"), ("uk", "?")])
def test_a_question_stays_a_question(code: str, question: str) -> None:
    asked = [pair for pair in said(code) if pair[0].endswith("?")]
    assert asked
    assert not [pair for pair in asked if not pair[1].endswith(question)]
