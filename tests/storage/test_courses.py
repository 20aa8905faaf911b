"""Courses in the vault: found by words and parts of words, near the client, in time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.starter import StarterCatalogue
from iq_desktop.domain.course import CourseOffer, CourseWish, Place, TeachingForm
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 3)
SOON, LATER, PAST = dt.date(2026, 12, 1), dt.date(2027, 3, 1), dt.date(2025, 1, 7)
PLACES = (
    Place("50667", "Köln", 50.938, 6.957),
    Place("50667", "Köln Altstadt", 50.9, 6.9),
    Place("53111", "Bonn", 50.740, 7.098),
    Place("10115", "Berlin", 52.532, 13.384),
)


@dataclass
class Contents:
    """A course catalogue held in memory."""

    all_offers: tuple[CourseOffer, ...]
    is_update: bool = False
    gone: tuple[str, ...] = ()
    breaks: bool = False

    def offers(self) -> Iterator[CourseOffer]:
        yield from self.all_offers
        if self.breaks:
            raise IqError(say("Line 7 is broken."))

    def removed(self) -> Iterable[str]:
        return self.gone


def an_offer(number: int, title: str, postal_code: str = "50667", **changes: Any) -> CourseOffer:
    offer = CourseOffer("qcat", str(number), title, postal_code=postal_code, starts_on=SOON)
    return replace(offer, **{"form": TeachingForm.CLASSROOM, **changes})


OFFERS = (
    an_offer(1, "Altenpflegehelfer/in – Umschulung"),
    an_offer(2, "Schweißer-Lehrgang", "53111"),
    an_offer(3, "Deutsch B2 für den Beruf", "10115", starts_on=LATER),
    an_offer(4, "Deutsch A2", description="Vorbereitung auf den Pflegebasiskurs", keywords=("Integration",)),
    an_offer(5, "Buchführung", "10115", form=TeachingForm.ONLINE, price=Decimal("99.90"), hours=40),
    an_offer(6, "Deutsch B2 Abendkurs", starts_on=PAST, ends_on=PAST),
    an_offer(7, "Deutsch B2 laufender Einstieg", "53111", starts_on=PAST, flexible_start=True),
    an_offer(8, "Gabelstapler", "99999", starts_on=None),
)


def state(catalogue: str = "qcat") -> CatalogueState:
    return CatalogueState(CatalogueKind.COURSES, catalogue, "1", DAY)


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    reference.replace_places(PLACES, CatalogueState(CatalogueKind.PLACES, "geonames", "1", DAY), Silence())
    reference.take_courses(Contents(OFFERS), state(), Silence())
    return reference


def found(store: VaultReference, words: str = "", **wish: Any) -> list[str]:
    return [one.course.id for one in store.find_courses(CourseWish(words, **wish), limit=20, today=DAY)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Pflege", ["1", "4"]),
        ("pflegehelfer", ["1"]),
        ("schweisser", ["2"]),
        ("Schweißen", ["2"]),
        ("buchfuhrung", ["5"]),
        ("Integration", ["4"]),
        ("Deutsch für den Beruf", ["3"]),
        ("B2 Deutsch", ["7", "3", "6"]),
        ("Deutsch Pflege", ["4"]),
        ("Pflege Schweißen", []),
        ("nirgends", []),
        ('"', ["8"]),
    ],
)
def test_every_telling_word_must_be_there(store: VaultReference, words: str, ids: list[str]) -> None:
    if words == '"':
        assert len(found(store, words)) == len(OFFERS)
    else:
        assert found(store, words) == ids


def test_near_courses_come_first_and_online_ones_stay(store: VaultReference) -> None:
    near = store.find_courses(CourseWish("", "53111"), limit=20, today=DAY)
    distances = {one.course.id: one.distance_km for one in near}
    assert [one.course.id for one in near] == ["7", "2", "1", "4", "5", "3", "8", "6"]
    assert distances["2"] == 0
    assert 20 < (distances["1"] or 0) < 30
    assert distances["5"] is None
    assert found(store, "", postal_code="53111", within_km=30) == ["7", "2", "1", "4", "5", "6"]
    assert found(store, "", postal_code="53111", within_km=10.0) == ["7", "2", "5"]
    assert len(found(store, "", postal_code="00000", within_km=10.0)) == len(OFFERS)


def test_without_a_place_the_start_decides_and_not_the_form(store: VaultReference) -> None:
    online = an_offer(21, "Yoga", starts_on=LATER, form=TeachingForm.ONLINE)
    store.take_courses(Contents((online, an_offer(20, "Yoga", starts_on=SOON))), state(), Silence())
    assert found(store, "yoga") == ["20", "21"]
    assert found(store, "yoga", postal_code="10115") == ["21", "20"], "online is nearer than 480 km"


def test_kinds_of_courses_are_found_before_any_import(vault: Vault, project_folder: Path) -> None:
    reference = VaultReference(vault.reference)
    StarterCatalogue(project_folder / "resources" / "packs", DAY).take_in(reference, Silence())
    assert "vocational-b2" in found(reference, "Deutsch B2", postal_code="04103", within_km=25.0, starts_from=DAY)
    assert "literacy-course" in found(reference, "Alphabetisierung")
    assert [one.kind for one in reference.catalogues()] == [CatalogueKind.PLACES, CatalogueKind.STARTER]


def test_the_start_and_the_form_can_be_asked_for(store: VaultReference) -> None:
    assert found(store, "deutsch", starts_from=DAY) == ["7", "4", "3"]
    assert found(store, "deutsch", starts_from=LATER) == ["7", "3"]
    assert found(store, form=TeachingForm.ONLINE) == ["5"]


def test_what_was_found_says_by_which_words(store: VaultReference) -> None:
    (hit,) = store.find_courses(CourseWish("Deutsch für den Beruf"), limit=5, today=DAY)
    assert hit.matched_words == ("Deutsch", "Beruf")


def test_a_course_comes_back_whole(store: VaultReference) -> None:
    assert store.find_course("qcat", "5") == OFFERS[4]
    assert store.find_course("qcat", "500") is None
    assert store.find_course("other", "5") is None


def test_a_postal_code_gives_its_main_place(store: VaultReference) -> None:
    assert store.find_place("50667") == PLACES[0]
    assert store.find_place("00000") is None


def test_events_stand_for_their_offer(store: VaultReference) -> None:
    events = tuple(an_offer(100 + at, "Yoga für Fachkräfte", part_of="9") for at in range(6))
    store.take_courses(Contents((an_offer(9, "Yoga für Fachkräfte"), *events), is_update=True), state(), Silence())
    assert found(store, "yoga") == ["100", "101", "102"]
    store.take_courses(Contents((), is_update=True, gone=("9",)), state(), Silence())
    assert found(store, "yoga") == []
    assert len(found(store)) == len(OFFERS)


def test_an_update_changes_single_offers(store: VaultReference) -> None:
    changed = (an_offer(1, "Tischlerei"), an_offer(50, "Malerei"))
    store.take_courses(Contents(changed, is_update=True, gone=("2", "unknown")), state(), Silence())
    assert found(store, "altenpflege") == []
    assert found(store, "tischler") == ["1"]
    assert found(store, "malerei") == ["50"]
    assert found(store, "schweisser") == []
    assert found(store, "gabelstapler") == ["8"]


def test_events_learn_what_an_update_says_of_their_offer(store: VaultReference) -> None:
    old = an_offer(9, "Yoga", description="Für alle", price=Decimal(10), web="https://alt.example")
    plain = an_offer(91, "Yoga", "10115", part_of="9", description="Für alle", price=Decimal(10), web=old.web)
    own = replace(plain, id="92", title="Yoga am Abend", price=Decimal(12))
    named = replace(plain, id="93")
    store.take_courses(Contents((old, plain, own, named), is_update=True), state(), Silence())
    new = replace(old, title="Pilates", description="Für Fachkräfte", price=None)
    store.take_courses(Contents((replace(named, title="Yoga"), new), is_update=True), state(), Silence())
    assert store.find_course("qcat", "91") == replace(plain, title="Pilates", description="Für Fachkräfte", price=None)
    assert store.find_course("qcat", "92") == replace(own, description="Für Fachkräfte")
    assert store.find_course("qcat", "93") == named, "the update has named it, so that it stays as it was told"
    assert found(store, "pilates") == ["91"]
    assert sorted(found(store, "yoga")) == ["92", "93"]


def test_after_an_update_the_state_counts_all_courses(store: VaultReference) -> None:
    event = an_offer(101, "Yoga", part_of="1")
    told = replace(state(), counts=((say("Offers"), 1),))
    store.take_courses(Contents((event,), is_update=True, gone=("2",)), told, Silence())
    (kept,) = [one for one in store.catalogues() if one.id == "qcat"]
    assert [(what.message, count) for what, count in kept.counts] == [("Offers", len(OFFERS) - 1), ("Events", 1)]


@pytest.mark.parametrize("typed", ["wort " * 5000, " ".join(f"w{at}" for at in range(5000)), "a" * 100_000, "😀x"])
def test_anything_may_be_pasted(store: VaultReference, typed: str) -> None:
    assert found(store, typed) == []


def test_a_new_catalogue_replaces_only_itself(store: VaultReference) -> None:
    other = replace(an_offer(1, "Töpfern"), catalogue="vhs")
    store.take_courses(Contents((other,)), state("vhs"), Silence())
    store.take_courses(Contents((an_offer(70, "Einzige"),)), state(), Silence())
    assert sorted(found(store)) == ["1", "70"]
    assert found(store, "töpfern") == ["1"]
    assert [one.id for one in store.catalogues()] == ["geonames", "qcat", "vhs"]


def test_a_broken_catalogue_changes_nothing(store: VaultReference) -> None:
    for is_update in (False, True):
        with pytest.raises(IqError):
            store.take_courses(Contents((an_offer(1, "Neu"),), is_update, ("2",), breaks=True), state(), Silence())
    assert found(store, "altenpflege") == ["1"]
    assert found(store, "schweisser") == ["2"]


def test_places_that_come_later_tell_where_the_courses_are(vault: Vault) -> None:
    reference = VaultReference(vault.reference)
    reference.take_courses(Contents(OFFERS[:2]), state(), Silence())
    assert found(reference, postal_code="50667", within_km=5.0) == ["1", "2"]
    reference.replace_places(PLACES, CatalogueState(CatalogueKind.PLACES, "geonames", "1", DAY), Silence())
    assert found(reference, postal_code="50667", within_km=5.0) == ["1"]
