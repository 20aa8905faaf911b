"""Every filter, count, place and age of the search over courses, each against reading the offers one by one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.course import CourseOffer, CourseWish, Place, distance_km
from iq_desktop.domain.course_age import is_past
from iq_desktop.domain.course_traits import (
    NOT_TO_BEGIN,
    CourseFunding,
    CourseKind,
    OfferAge,
    TeachingForm,
    TeachingTime,
)
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.kept_course import OWN_CATALOGUE
from iq_desktop.domain.language_skill import Level
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.support.counts import count
from tests.support.many_courses import make_offers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 22)
PLACES = (
    Place("50667", "Köln", 50.94, 6.96),
    Place("53111", "Bonn", 50.74, 7.10),
    Place("10115", "Berlin", 52.53, 13.38),
    Place("04109", "Leipzig", 51.34, 12.37),
    Place("20095", "Hamburg", 53.55, 10.0),
)
CODES = (*((one.postal_code, one.name) for one in PLACES), ("99999", "Nirgendwo"), ("", ""))


class Contents:
    """A catalogue of offers that are given."""

    is_update = False

    def __init__(self, offers: Iterable[CourseOffer]) -> None:
        self._offers = tuple(offers)

    def offers(self) -> Iterator[CourseOffer]:
        yield from self._offers

    def removed(self) -> Iterator[str]:
        return iter(())


def state(catalogue: str = "many", **changes: Any) -> CatalogueState:
    return replace(CatalogueState(CatalogueKind.COURSES, catalogue, "1", DAY), **changes)


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    reference.replace_places(PLACES, CatalogueState(CatalogueKind.PLACES, "places", "1", DAY), Silence())
    return reference


def filled(store: VaultReference, *offers: CourseOffer, **changes: Any) -> VaultReference:
    store.take_courses(Contents(offers), state(**changes), Silence())
    return store


def found(store: VaultReference, words: str = "", limit: int = 500, **wish: Any) -> list[str]:
    return [one.course.id for one in store.find_courses(CourseWish(words, **wish), limit=limit, today=DAY)]


def lets_through(offer: CourseOffer, wish: CourseWish) -> bool:
    """Return whether an offer is what a wish without words asks for, by reading its fields."""
    here = next((one for one in PLACES if one.postal_code == wish.postal_code), None)
    there = next((one for one in PLACES if one.postal_code == offer.postal_code), None)
    is_near = (
        here is None
        or wish.within_km is None
        or offer.form is TeachingForm.ONLINE
        or not (offer.postal_code or offer.place)
        or (there is not None and distance_km(here, there) <= wish.within_km)
    )
    checks = (
        is_near,
        wish.form in (None, offer.form),
        not wish.times or set(wish.times) & set(offer.times),
        not wish.kinds or offer.kind in wish.kinds,
        not wish.fundings or set(wish.fundings) & set(offer.fundings),
        wish.price_up_to is None or (offer.price is not None and offer.price <= wish.price_up_to),
        wish.catalogue in ("", offer.catalogue),
        all(word in offer.provider.casefold() for word in wish.provider.casefold().split()),
        starts_in_time(offer, wish),
        fits_levels(offer, wish),
    )
    return all(map(bool, checks))


def starts_in_time(offer: CourseOffer, wish: CourseWish) -> bool:
    begins, is_open = offer.starts_on, offer.starts_on is None or offer.flexible_start
    if wish.starts_from is not None and offer.ends_on is not None and offer.ends_on < wish.starts_from:
        return False
    if is_open or begins is None:
        return True
    after = wish.starts_from is None or begins >= wish.starts_from
    return after and (wish.starts_until is None or begins <= wish.starts_until)


def fits_levels(offer: CourseOffer, wish: CourseWish) -> bool:
    end, entry = offer.exit_level, offer.entry_level
    if wish.exit_level is not None and (end is None or end.rank < wish.exit_level.rank):
        return False
    if wish.entry_level is None:
        return True
    begin = entry.rank if entry else None if end is None else max(end.rank - 1, 0)
    can_begin = begin is not None and begin <= wish.entry_level.rank
    return can_begin and (end is None or end.rank > wish.entry_level.rank)


def a_wish(chance: Random) -> CourseWish:
    return CourseWish(
        "",
        chance.choice(("", "", "50667", "10115", "00000")),
        chance.choice((None, 10.0, 30.0, 400.0)),
        chance.choice((None, DAY, DAY + dt.timedelta(days=100))),
        chance.choice((None, None, None, *TeachingForm)),
        starts_until=chance.choice((None, None, DAY + dt.timedelta(days=150))),
        times=tuple(chance.sample(tuple(TeachingTime), chance.choice((0, 0, 1, 2)))),
        price_up_to=chance.choice((None, None, Decimal(0), Decimal(500))),
        entry_level=chance.choice((None, None, *Level)),
        exit_level=chance.choice((None, None, None, Level.B1, Level.C1)),
        kinds=tuple(chance.sample(tuple(CourseKind), chance.choice((0, 0, 1, 3)))),
        fundings=tuple(chance.sample(tuple(CourseFunding), chance.choice((0, 0, 1)))),
        provider=chance.choice(("", "", "akademie", "werk kol", "nichts")),
        catalogue=chance.choice(("", "", "many", "other")),
    )


def test_every_filter_counts_and_finds_what_reading_one_by_one_finds(store: VaultReference) -> None:
    chance = Random(11)  # noqa: S311  (the same wishes in each run)
    offers = [_varied(one, chance) for one in make_offers(400, CODES, DAY, length=3)]
    filled(store, *offers)
    for _ in range(count(150, 3000)):
        wish = a_wish(chance)
        right = [one for one in offers if lets_through(one, wish)]
        hits = store.find_courses(wish, limit=500, today=DAY)
        assert sorted(one.course.id for one in hits) == sorted(one.id for one in right), wish
        ages = [one.age in NOT_TO_BEGIN for one in hits]
        assert ages == sorted(ages), "what nobody can begin any more comes last"
        assert all((one.age is OfferAge.PAST) is is_past(one.course, DAY) for one in hits)
        assert all((one.age is OfferAge.CLOSED) is takes_nobody(one.course) for one in hits)
        counts = store.count_courses(wish, today=DAY)
        assert counts.total == len(right)
        places = store.find_course_places(wish, today=DAY)
        shown = Counter(one.postal_code for one in right if one.form is not TeachingForm.ONLINE)
        known = {one.postal_code for one in PLACES}
        assert {point.place.postal_code: point.count for point in places.points} == {
            code: number for code, number in shown.items() if code in known
        }
        over = Counter(
            one.course.postal_code
            for one in hits
            if one.age in NOT_TO_BEGIN and one.course.form is not TeachingForm.ONLINE
        )
        assert all(point.behind == over[point.place.postal_code] for point in places.points)
        assert places.online == sum(one.form is TeachingForm.ONLINE for one in right)
        assert places.online + places.elsewhere + sum(point.count for point in places.points) == counts.total
        for kind, number in counts.kinds:
            assert number == sum(lets_through(one, replace(wish, kinds=(kind,))) for one in offers)
        for name, number in counts.catalogues:
            assert number == sum(lets_through(one, replace(wish, catalogue=name)) for one in offers)


def takes_nobody(offer: CourseOffer) -> bool:
    """Return whether the last day to apply is what stands in the way, by reading the fields."""
    if is_past(offer, DAY) or offer.apply_by is None or offer.apply_by >= DAY:
        return False
    is_of_first_start = offer.starts_on is not None and offer.apply_by <= offer.starts_on
    return not (offer.flexible_start and is_of_first_start)


def _varied(offer: CourseOffer, chance: Random) -> CourseOffer:
    """Return an offer of which some things are not said, and of which a last day to apply is told."""
    start = offer.starts_on or DAY
    days = (None, DAY, start, *(start + dt.timedelta(days=days) for days in (-90, -30, -7, 5)))
    offer = replace(offer, apply_by=chance.choice(days))
    silent: dict[str, Any] = {
        "price": None,
        "starts_on": None,
        "ends_on": None,
        "times": (),
        "fundings": (),
        "entry_level": None,
        "exit_level": None,
        "flexible_start": True,
        "form": TeachingForm.UNKNOWN,
    }
    names = [name for name in silent if chance.random() < 0.2]
    return replace(offer, **{name: silent[name] for name in names})


def test_many_courses_stand_in_the_same_order_as_few(store: VaultReference, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(store, *make_offers(900, CODES, DAY, length=2))
    wishes = [CourseWish("", code) for code in ("", "50667", "10115")]
    few = [store.find_courses(wish, limit=900, today=DAY) for wish in wishes]
    monkeypatch.setattr("iq_desktop.storage.course_order._FEW", 5)
    many = [store.find_courses(wish, limit=900, today=DAY) for wish in wishes]
    for one, other in zip(few, many, strict=True):
        assert [_order(hit) for hit in one] == [_order(hit) for hit in other]
        assert len(one) == 900


def _order(hit: Any) -> tuple[object, ...]:
    return hit.age, hit.distance_km, hit.course.starts_on


def test_a_catalogue_is_old_after_half_a_year(store: VaultReference) -> None:
    fresh, stale = DAY - dt.timedelta(days=100), DAY - dt.timedelta(days=200)
    offer = CourseOffer("many", "1", "Yoga", starts_on=DAY + dt.timedelta(days=9))
    for published_on, taken_in_on, age in (
        (None, fresh, OfferAge.CURRENT),
        (None, stale, OfferAge.OLD_CATALOGUE),
        (stale, fresh, OfferAge.OLD_CATALOGUE),
        (fresh, stale, OfferAge.CURRENT),
    ):
        filled(store, offer, published_on=published_on, taken_in_on=taken_in_on)
        (hit,) = store.find_courses(CourseWish(), limit=5, today=DAY)
        assert (hit.age, hit.is_old) == (age, age is not OfferAge.CURRENT)


def test_what_is_searched_while_nothing_is_there(store: VaultReference) -> None:
    assert store.find_courses(CourseWish("Deutsch", "50667", 10.0, provider="x"), limit=5, today=DAY) == ()
    assert store.count_courses(CourseWish("Deutsch"), today=DAY).total == 0
    assert store.find_course_places(CourseWish(), today=DAY).points == ()


def test_words_of_catalogues_from_before_are_gathered_at_the_first_search(vault: Vault, store: VaultReference) -> None:
    filled(store, CourseOffer("many", "1", "Pflegehelfer", description="Anatomie"))
    with vault.reference.writing() as connection:
        connection.exec_driver_sql("DELETE FROM course_index")
        connection.exec_driver_sql("DELETE FROM course_posting")
    again = VaultReference(vault.reference)
    assert found(again, "pflege") == ["1"]
    assert found(again, "anatomie") == ["1"]


def test_kinds_and_last_days_of_catalogues_from_before_are_read_once(vault: Vault, store: VaultReference) -> None:
    """Also where their words were gathered already by a version that read no kinds, or no last days."""
    day = DAY - dt.timedelta(days=1)
    offers = (
        CourseOffer("many", "1", "Berufssprachkurs B2", apply_by=day, keywords=("Pflege",)),
        CourseOffer("many", "2", "Excel am Abend", kind=CourseKind.FURTHER_TRAINING),
        CourseOffer("many", "3", "Töpfern", measure_number="962/1/2026"),
    )
    for forgotten in ("DELETE FROM course_posting WHERE word < ' '", "DELETE FROM course_index"):
        filled(store, *offers)
        store.take_courses(Contents((CourseOffer(OWN_CATALOGUE, "9", "Deutsch B1"),)), state(OWN_CATALOGUE), Silence())
        with vault.reference.writing() as connection:
            connection.exec_driver_sql(forgotten)
        again = VaultReference(vault.reference)
        (hit,) = again.find_courses(CourseWish("pflege"), limit=5, today=DAY)
        assert (hit.course.kind, hit.course.exit_level, hit.age) == (
            CourseKind.VOCATIONAL_GERMAN,
            Level.B2,
            OfferAge.CLOSED,
        )
        assert again.find_course("many", "2") == offers[1], "what was read stays"
        third = again.find_course("many", "3")
        assert third is not None
        assert third.fundings == (CourseFunding.VOUCHER,)
        own = again.find_course(OWN_CATALOGUE, "9")
        assert own is not None
        assert own.kind is CourseKind.OTHER, "partners' offers are as somebody entered them"
        changed = _stamps(vault)
        assert found(VaultReference(vault.reference), "pflege") == ["1"]
        assert _stamps(vault) == changed, "once is enough"


def _stamps(vault: Vault) -> list[int]:
    with vault.reference.reading() as connection:
        return list(connection.exec_driver_sql("SELECT stamp FROM course_index ORDER BY catalogue").scalars())


def test_an_offer_that_took_the_place_of_another_has_none_of_its_words(vault: Vault, store: VaultReference) -> None:
    filled(store, CourseOffer("many", "1", "Pflegehelfer"), CourseOffer("many", "2", "Schweißen"))
    changes = Contents((CourseOffer("many", "3", "Tischler"),))
    changes.is_update = True
    changes.removed = lambda: iter(("2",))  # type: ignore[method-assign]  # a catalogue of one change
    store.take_courses(changes, state(), Silence())
    assert found(store, "schweissen") == []
    assert found(store, "tischler") == ["3"]
    with vault.reference.reading() as connection:
        keys = connection.exec_driver_sql("SELECT key FROM course ORDER BY key").scalars().all()
    assert keys[-1] > 2, "a key is never given twice"
