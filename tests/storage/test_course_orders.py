"""Courses in the order that somebody asks for, and only those at places that were chosen on the map."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.course import CourseOffer, CourseSort, CourseWish, Place, TeachingForm
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.storage.test_courses import Contents

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 3)
PLACES = (
    Place("50667", "Köln", 50.938, 6.957),
    Place("53111", "Bonn", 50.740, 7.098),
    Place("10115", "Berlin", 52.532, 13.384),
)


def an_offer(name: str, code: str, price: int | None, starts_in: int | None, **changes: Any) -> CourseOffer:
    start = None if starts_in is None else DAY + dt.timedelta(days=starts_in)
    offer = CourseOffer("qcat", name, "Deutsch", postal_code=code, starts_on=start, form=TeachingForm.CLASSROOM)
    return replace(offer, price=None if price is None else Decimal(price), **changes)


OFFERS = (
    an_offer("silent", "53111", None, None),
    an_offer("dear", "50667", 900, 5),
    an_offer("cheap", "10115", 10, 60),
    an_offer("past", "50667", 1, -400),
    an_offer("online", "53111", 300, 30, form=TeachingForm.ONLINE),
    an_offer("soon", "53111", 400, 1),
)


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    reference.replace_places(PLACES, CatalogueState(CatalogueKind.PLACES, "geonames", "1", DAY), Silence())
    state = CatalogueState(CatalogueKind.COURSES, "qcat", "1", DAY, published_on=DAY)
    reference.take_courses(Contents(OFFERS), state, Silence())
    return reference


def found(store: VaultReference, limit: int = 10, **wish: Any) -> list[str]:
    """Return the ids of what a wish finds."""
    return [one.course.id for one in store.find_courses(CourseWish(**wish), limit=limit, today=DAY)]


def test_the_cheapest_come_first_and_what_tells_no_price_before_what_is_past(store: VaultReference) -> None:
    assert found(store, sort=CourseSort.CHEAP) == ["cheap", "online", "soon", "dear", "silent", "past"]
    assert found(store, sort=CourseSort.CHEAP, limit=1) == ["cheap"]


def test_the_soonest_come_first(store: VaultReference) -> None:
    wish: dict[str, Any] = {"postal_code": "50667", "sort": CourseSort.SOON}
    assert found(store, **wish) == ["soon", "dear", "online", "cheap", "silent", "past"]


def test_the_nearest_come_first(store: VaultReference) -> None:
    near = found(store, postal_code="53111", sort=CourseSort.NEAR)
    assert set(near[:2]) == {"soon", "silent"}
    assert near[-2:] == ["cheap", "past"]


def test_only_courses_at_chosen_places_are_found_counted_and_shown(store: VaultReference) -> None:
    assert sorted(found(store, postal_codes=("53111",))) == ["silent", "soon"]
    assert sorted(found(store, postal_codes=("50667", "10115"))) == ["cheap", "dear", "past"]
    assert found(store, postal_codes=("99999",)) == []
    wish = CourseWish(postal_codes=("53111",))
    assert store.count_courses(wish, today=DAY).total == 2
    assert [point.place.postal_code for point in store.find_course_places(wish, today=DAY).points] == ["53111"]
