"""The sentences of the built-in instruments, as each language writes them; what no reader of one language would see."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_WORDS = 12
"""In a sentence of simple German; can-do statements from B1 on are harder by their matter."""
FOREIGN = {"ar": r"[A-Za-z?,;]", "uk": r"[A-Za-zыэъё]", "de": r"[؟،]", "tr": r"[؟،]"}
"""Letters and marks that do not belong to a language."""
STRAIGHT = re.compile(r"[\"'`]| {2}|^\s|\s$")
SENTENCES = re.compile(r"[.?!:]\s*")


def packs(project_folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, dict[str, str]]]]:
    """Yield each pack with its texts by language."""
    for folder in sorted((project_folder / "resources" / "instruments").iterdir()):
        if folder.is_dir():
            pack = json.loads((folder / "pack.json").read_text("utf-8"))
            texts = {path.stem: json.loads(path.read_text("utf-8"))["texts"] for path in folder.glob("texts/*.json")}
            yield pack, texts


@pytest.mark.parametrize("language", FOREIGN)
def test_nothing_of_another_language_is_left(project_folder: Path, language: str) -> None:
    foreign = re.compile(FOREIGN[language])
    left = [
        f"{pack['code']} {key}: {words}"
        for pack, texts in packs(project_folder)
        for key, words in texts[language].items()
        if foreign.search(words)
    ]
    assert not left


def test_no_typewriter_marks_and_no_stray_spaces(project_folder: Path) -> None:
    left = [
        f"{pack['code']} {language} {key}: {words}"
        for pack, texts in packs(project_folder)
        for language, sentences in texts.items()
        for key, words in sentences.items()
        if STRAIGHT.search(words)
    ]
    assert not left


def test_simple_german_is_short(project_folder: Path) -> None:
    hard = {
        f"item.{item['code']}"
        for pack, _ in packs(project_folder)
        for section in pack["sections"]
        for item in section.get("items", ())
        if item.get("level", "A1") not in {"A1", "A2"}
    }
    long = [
        f"{pack['code']} {key}: {sentence}"
        for pack, texts in packs(project_folder)
        for key, words in texts["de_simple"].items()
        if key not in hard
        for sentence in SENTENCES.split(words)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert not long


@pytest.mark.parametrize("code", ["key-competences", "interests"])
def test_each_card_is_a_sentence_of_its_own(project_folder: Path, code: str) -> None:
    for pack, texts in packs(project_folder):
        if pack["code"] != code:
            continue
        cards = [item["code"] for item in pack["sections"][0]["items"]]
        for language, sentences in texts.items():
            said = [sentences[f"item.{card}"] for card in cards]
            named = [sentences[f"item.{card}.name"] for card in cards]
            assert len(set(said)) == len(set(named)) == len(cards), language
            assert all(one.endswith(".") or (language == "de_simple" and one.endswith("?")) for one in said), language
            assert not any(one.endswith(".") for one in named), language


def test_there_are_enough_cards_in_each_area(project_folder: Path) -> None:
    counts = {
        pack["code"]: [
            sum(item["area"] == area["code"] for item in pack["sections"][0]["items"]) for area in pack["areas"]
        ]
        for pack, _ in packs(project_folder)
        if pack["code"] in {"key-competences", "interests"}
    }
    assert counts == {"key-competences": [16, 16, 16], "interests": [6] * 6}


def test_arabic_speaks_to_women_and_men_in_the_polite_plural(project_folder: Path) -> None:
    """The singular would speak to a man alone: `تريد`, `لديك`, where `تريدون`, `لديكم` is meant."""
    singular = re.compile(
        r"\b(?!ل?ذلك\b|هناك\b|تلك\b|كذلك\b)\w+ك\b|\b(تريد|تقول|تستطيع|تجيد|تجيدها|تحتاج|تحب|تختار|تفعل|تحكي|تعرض)\b"
    )
    left = [
        f"{pack['code']} {key}: {words}"
        for pack, texts in packs(project_folder)
        for key, words in texts["ar"].items()
        if (key.startswith(("intro", "section.")) or key.endswith(".ask")) and singular.search(words)
    ]
    assert not left


def test_ukrainian_writes_the_polite_you_large(project_folder: Path) -> None:
    small = re.compile(r"(?<![\w’])(ви|вас|вам|вами|ваш\w*)(?!\w)")
    left = [
        f"{pack['code']} {key}: {words}"
        for pack, texts in packs(project_folder)
        for key, words in texts["uk"].items()
        if small.search(words)
    ]
    assert not left
