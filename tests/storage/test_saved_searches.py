"""Several saved searches of the Agency add up: each is renewed and removed alone, an offer is found once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.domain.course import CourseOffer, CourseWish
from iq_desktop.domain.course_traits import OfferAge
from iq_desktop.domain.saved_search import LANGUAGE, TRAINING
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.storage.test_course_search import Contents, state
from tests.support.agency_files import a_termin, a_training, write_answer
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    return VaultReference(vault.reference)


def save_search(store: VaultReference, file: Path, *termine: dict[str, Any]) -> CatalogueState:
    """Take in a saved answer, and return how its catalogue lies in the vault."""
    known = {one.id for one in store.catalogues()}
    told = Recogniser(FixedClock()).recognise(write_answer(file, *termine)).take_in(store, Silence())
    assert known <= {one.id for one in store.catalogues()}
    return next(one for one in store.catalogues() if one.id == told.id)


def found(store: VaultReference, words: str = "", **wish: Any) -> list[str]:
    return sorted(one.course.key for one in store.find_courses(CourseWish(words, **wish), limit=99, today=DAY))


def counts(state: CatalogueState) -> dict[str, int]:
    return {what.message: count for what, count in state.counts}


def test_searches_add_up_and_an_offer_is_found_once(store: VaultReference, tmp_path: Path) -> None:
    nurnberg = save_search(store, tmp_path / "Nürnberg.json", a_termin(1), a_termin(2, "Fensterputz B2"))
    furth = save_search(store, tmp_path / "Fürth.json", a_termin(2, "Tischlerei B2"), a_termin(3))
    training = save_search(store, tmp_path / "Nürnberg weiter.json", a_training(1))
    assert found(store) == ["ba-sprache/1", "ba-sprache/2", "ba-sprache/3", "ba-weiterbildung/1"]
    assert counts(nurnberg) == {"Offers": 2}
    assert counts(furth) == {"Offers": 2, "in other saved searches too": 1}
    assert counts(training) == {"Offers": 1}
    assert (found(store, "Fensterputz"), found(store, "Tischlerei")) == ([], ["ba-sprache/2"])
    assert store.count_courses(CourseWish(), today=DAY).total == 4
    assert dict(store.count_courses(CourseWish(), today=DAY).catalogues)[nurnberg.id] == 1
    assert store.find_course_places(CourseWish(), today=DAY).elsewhere == 4


def test_a_kept_course_is_found_again_whichever_search_has_it(store: VaultReference, tmp_path: Path) -> None:
    save_search(store, tmp_path / "a.json", a_termin(1, "Alt"), a_termin(2))
    second = save_search(store, tmp_path / "b.json", a_termin(1, "Neu"))
    newest = store.find_course(LANGUAGE, "1")
    assert newest is not None
    assert (newest.title, newest.catalogue) == ("Neu", second.id)
    assert store.find_course(LANGUAGE, "2") is not None
    assert store.find_course(TRAINING, "1") is None
    store.remove_courses(second.id)
    older = store.find_course(LANGUAGE, "1")
    assert older is not None
    assert older.title == "Alt"


def test_a_search_is_renewed_alone(store: VaultReference, tmp_path: Path) -> None:
    save_search(store, tmp_path / "a.json", a_termin(1, "Alt"), a_termin(2), a_termin(3))
    save_search(store, tmp_path / "b.json", a_termin(1, "Neu"), a_termin(9))
    renewed = save_search(store, tmp_path / "a.json", a_termin(1, "Neuer"), a_termin(3), a_termin(4))
    assert found(store) == ["ba-sprache/1", "ba-sprache/3", "ba-sprache/4", "ba-sprache/9"]
    assert counts(renewed) == {
        "Offers": 3,
        "new since the last time": 1,
        "no longer there": 1,
        "in other saved searches too": 1,
    }
    offer = store.find_course(LANGUAGE, "1")
    assert offer is not None
    assert offer.title == "Neuer"


def test_a_search_is_removed_alone(store: VaultReference, tmp_path: Path) -> None:
    first = save_search(store, tmp_path / "a.json", a_termin(1), a_termin(2))
    second = save_search(store, tmp_path / "b.json", a_termin(2), a_termin(3))
    assert store.remove_courses(second.id) == 2
    assert found(store) == ["ba-sprache/1", "ba-sprache/2"], "what the first one brought as well stays"
    assert [one.id for one in store.catalogues()] == [first.id]
    assert store.remove_courses(first.id) == 2
    assert found(store) == found(store, "Berufssprachkurs") == []
    assert store.remove_courses("unknown") == 0


def test_a_search_from_before_goes_on(store: VaultReference, tmp_path: Path) -> None:
    """The whole search was one catalogue once; its offers stay, and newer ones come before them."""
    old = CourseOffer(LANGUAGE, "1", "Alt", starts_on=DAY + dt.timedelta(days=9))
    store.take_courses(Contents((old, replace(old, id="5"))), state(LANGUAGE), Silence())
    assert found(store) == ["ba-sprache/1", "ba-sprache/5"]
    save_search(store, tmp_path / "a.json", a_termin(1, "Neu"))
    assert found(store) == ["ba-sprache/1", "ba-sprache/5"]
    offer = store.find_course(LANGUAGE, "1")
    assert offer is not None
    assert offer.title == "Neu"


def test_each_search_is_as_old_as_its_own_last_time(store: VaultReference, tmp_path: Path) -> None:
    old = CourseOffer(LANGUAGE, "1", "Alt", starts_on=DAY + dt.timedelta(days=9))
    stale = replace(state(LANGUAGE), taken_in_on=DAY - dt.timedelta(days=200))
    store.take_courses(Contents((old, replace(old, id="5"))), stale, Silence())
    save_search(store, tmp_path / "a.json", a_termin(1, "Neu"))
    ages = {one.course.id: one.age for one in store.find_courses(CourseWish(), limit=9, today=DAY)}
    assert ages == {"1": OfferAge.CURRENT, "5": OfferAge.OLD_CATALOGUE}


def test_other_catalogues_with_the_same_ids_stay_apart(store: VaultReference, tmp_path: Path) -> None:
    store.take_courses(Contents((CourseOffer("vhs", "1", "Töpfern"),)), state("vhs"), Silence())
    save_search(store, tmp_path / "a.json", a_termin(1))
    assert found(store) == ["ba-sprache/1", "vhs/1"]
    assert store.remove_courses("vhs") == 1
    assert found(store) == ["ba-sprache/1"]
