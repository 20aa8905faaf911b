"""What advisers type finds the courses they mean: joined words and endings, in our titles and in real ones."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.domain.course import CourseOffer, CourseWish
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.storage.test_course_search import Contents, state
from tests.support.course_held_out import INVENTED, OFFERS, REAL
from tests.support.course_queries import QUERIES, TITLES
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    offers = (CourseOffer("many", str(number), title) for number, title in enumerate(TITLES))
    reference.take_courses(Contents(offers), state(), Silence())
    return reference


def found(store: VaultReference, words: str, limit: int = 100) -> list[str]:
    return [one.course.title for one in store.find_courses(CourseWish(words), limit=limit, today=DAY)]


def test_our_own_questions_find_what_they_mean(store: VaultReference) -> None:
    missed = [(words, title) for words, right in QUERIES for title in right if title not in found(store, words)]
    assert missed == []
    assert [words for words, right in QUERIES if not right and found(store, words)] == []


def test_they_find_little_else(store: VaultReference) -> None:
    """A joined word must not drag everything along that shares its last part."""
    sizes = {words: len(found(store, words)) for words, _ in QUERIES}
    assert {words: size for words, size in sizes.items() if size > len(TITLES) // 3} == {}


def test_what_has_the_word_itself_comes_first(store: VaultReference) -> None:
    assert found(store, "Berufssprachkurs")[0] == "Berufssprachkurs B2"
    assert found(store, "Pflegekurse")[0] == "Pflegekurs für Angehörige"


def missed_among_five(store: VaultReference, asked: Iterable[tuple[str, tuple[str, ...]]]) -> set[str]:
    """Return the questions that do not find among the first five what they mean, or find what is not there."""
    missed = set()
    for words, right in asked:
        hits = store.find_courses(CourseWish(words), limit=5, today=DAY)
        told = [f"{hit.course.title} {hit.course.place}" for hit in hits]
        if (not right and told) or any(not any(one in each for each in told) for one in right):
            missed.add(words)
    return missed


def test_held_out_questions_to_invented_offers(vault: Vault) -> None:
    reference = VaultReference(vault.reference)
    reference.take_courses(Contents(OFFERS), state(), Silence())
    assert missed_among_five(reference, INVENTED) == {"Staplerführerschein", "Integrationskurs Frauen Kinderbetreuung"}


def test_held_out_questions_to_a_real_catalogue(vault: Vault, shared_folder: Path) -> None:
    reference = VaultReference(vault.reference)
    catalogue = shared_folder / "data" / "courses" / "openqcat_catalogue_900.xml"
    Recogniser(FixedClock()).recognise(catalogue).take_in(reference, Silence())
    assert missed_among_five(reference, REAL) == {"Businessplan schreiben"}


def test_every_keyword_of_a_real_catalogue_finds_its_courses(vault: Vault, shared_folder: Path) -> None:
    reference = VaultReference(vault.reference)
    catalogue = shared_folder / "data" / "courses" / "openqcat_catalogue_900.xml"
    Recogniser(FixedClock()).recognise(catalogue).take_in(reference, Silence())
    everything = reference.find_courses(CourseWish(), limit=2000, today=DAY)
    keywords = {word for one in everything for word in one.course.keywords}
    titles = {one.course.title for one in everything}
    assert len(keywords) > 60
    assert [word for word in sorted(keywords | titles) if not found(reference, word, 1)] == []
    plurals = ("Gründungscoachings", "Businesspläne", "Finanzpläne", "Gründerseminare", "Marketingstrategien")
    parts = ("Gründungs", "coaching", "Finanzplan", "Steuern", "Strategie", "Gründerkredit", "Unternehmensfinanzierung")
    assert [word for word in (*plurals, *parts) if not found(reference, word, 1)] == []
