"""Answers of talks in the journal: the card and the pile instead of codes, and codes where the pack is gone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from iq_desktop.domain.journal import JournalLine
from iq_desktop.usecases.journal_answers import asked_answers
from iq_desktop.usecases.journal_words import Known, facts_of
from tests.support.fakes import a_desk
from tests.support.talks import a_pack
from tests.support.tongues import TRANSLATIONS, german

PACK = a_pack("key-competences")
CARD = PACK.sections[0].items[0].code
ROWS: dict[str, tuple[str, dict[str, Any]]] = {
    "r1": ("runs", {"subject_in_words": "", "instrument": PACK.code, "version": PACK.version}),
    "a1": ("answers", {"question": f"cards.{CARD}", "run_id": "r1"}),
    "a2": ("answers", {"question": f"strongest.{CARD}", "run_id": "r1"}),
    "a3": ("answers", {"question": "gone.c01", "run_id": "r1"}),
    "r2": ("runs", {"subject_in_words": "", "instrument": "old-cards", "version": "1"}),
    "a4": ("answers", {"question": "cards.c01", "run_id": "r2"}),
}
NAME = f"{PACK.words('de', 'title')} · {PACK.words('de', f'item.{CARD}.name')}"
HIGHEST, LOWEST = PACK.words("de", "scale.piles.3"), PACK.words("de", "scale.piles.1")


def told(path: str, old: Any, new: Any) -> list[str]:
    known = Known(answers=asked_answers(a_desk(TRANSLATIONS), ROWS))
    line = JournalLine("d", 1, dt.datetime(2026, 11, 3, tzinfo=dt.UTC), "x", "case_saved", payload={path: [old, new]})
    return [german().speak(fact.words) for fact in facts_of(line, known)]


def a_row(**cells: Any) -> dict[str, Any]:
    return {"run_id": "r1", "question": f"cards.{CARD}", "value": None, "words": "", "is_not_now": False, **cells}


def test_a_new_answer_is_told_with_its_card_and_its_pile() -> None:
    assert told("answers.a1", None, a_row(value=3)) == [f"{NAME}: {HIGHEST}"]


def test_a_changed_answer_has_both_piles() -> None:
    assert told("answers.a1.value", 1, 3) == [f"{NAME}: {LOWEST} → {HIGHEST}"]


def test_not_now_and_places_are_words_too() -> None:
    assert told("answers.a1", None, a_row(is_not_now=True)) == [f"{NAME}: Jetzt nicht"]
    assert told("answers.a2", None, a_row(value=2)) == [f"{NAME}: Platz 2"]


def test_what_keeps_rows_together_says_nothing() -> None:
    assert told("answers.a1.run_id", "r1", "r2") == []


def test_codes_stay_where_the_pack_or_the_question_is_gone() -> None:
    assert set(asked_answers(a_desk(TRANSLATIONS), ROWS)) == {"a1", "a2"}
    assert any("cards.c01" in one for one in told("answers.a4", None, a_row(question="cards.c01", value=3)))
