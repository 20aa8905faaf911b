"""Offers of partners are kept beside the cases, found with all others, and copied anew where the copy is behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.course import CourseWish
from iq_desktop.domain.course_mapping import CourseMapping, propose_mapping
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, OfferAge, TeachingForm, TeachingTime
from iq_desktop.domain.kept_course import OWN_CATALOGUE, OwnOffer, offer_of
from iq_desktop.domain.language_skill import Level
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.own_offers import VaultMappings, VaultOwnOffers
from iq_desktop.storage.reference_store import VaultReference
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

FULL = OwnOffer(
    title="Nähwerkstatt für Frauen",
    provider="Nachbarschaftshaus",
    description="Wir nähen und sprechen Deutsch.",
    kind=CourseKind.GERMAN,
    form=TeachingForm.CLASSROOM,
    street="Ring 5",
    postal_code="12043",
    place="Berlin",
    starts_on=dt.date(2030, 1, 7),
    ends_on=dt.date(2030, 6, 7),
    flexible_start=True,
    apply_by=dt.date(2030, 1, 1),
    times=(TeachingTime.DAYTIME,),
    hours=80,
    weekly_hours=4,
    price=Decimal("10.50"),
    fundings=(CourseFunding.OWN,),
    entry_level=Level.A1,
    exit_level=Level.A2,
    web="https://haus.example",
    phone="030 1",
    email="haus@haus.example",
    entered_on=dt.date(2026, 11, 22),
)


@pytest.fixture
def own(vault: Vault) -> VaultOwnOffers:
    return VaultOwnOffers(vault.cases, vault.reference, pen_of(vault, FixedClock()), FixedClock())


def found(vault: Vault, words: str) -> list[str]:
    wish = CourseWish(words)
    hits = VaultReference(vault.reference).find_courses(wish, limit=9, today=FixedClock().today())
    return [one.course.id for one in hits]


def test_an_offer_is_kept_whole_found_changed_and_removed(vault: Vault, own: VaultOwnOffers) -> None:
    own.put(FULL)
    own.put(OwnOffer("Alphabetisierung am Vormittag"))
    assert [one.title for one in own.offers()] == ["Alphabetisierung am Vormittag", "Nähwerkstatt für Frauen"]
    assert own.offers()[1] == FULL
    reference = VaultReference(vault.reference)
    assert reference.find_course(OWN_CATALOGUE, FULL.id) == offer_of(FULL)
    assert found(vault, "nähen deutsch") == [FULL.id]
    (state,) = [one for one in reference.catalogues() if one.id == OWN_CATALOGUE]
    assert [count for _, count in state.counts] == [2]
    own.put(replace(FULL, title="Malwerkstatt", description=""))
    assert found(vault, "nähen") == []
    assert found(vault, "malwerkstatt") == [FULL.id]
    own.remove(FULL.id)
    own.remove("unknown")
    assert found(vault, "malwerkstatt") == []
    assert len(own.offers()) == 1


def test_an_offer_entered_by_hand_is_never_old_as_a_whole(vault: Vault, own: VaultOwnOffers) -> None:
    own.put(replace(FULL, starts_on=None, ends_on=None))
    later = FixedClock().today() + dt.timedelta(days=900)
    (hit,) = VaultReference(vault.reference).find_courses(CourseWish(), limit=9, today=later)
    assert hit.age is OfferAge.CURRENT


def test_each_change_stands_in_the_journal(vault: Vault, own: VaultOwnOffers) -> None:
    with vault.cases.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
    own.put(FULL)
    own.remove(FULL.id)
    own.remove(FULL.id)
    with vault.cases.reading() as connection:
        kinds = connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq").scalars().all()[before:]
    assert kinds == ["own_offer_saved", "own_offer_removed"]


def test_a_copy_that_is_behind_is_made_anew(vault: Vault, own: VaultOwnOffers) -> None:
    own.put(FULL)
    with vault.reference.writing() as connection:
        connection.exec_driver_sql("DELETE FROM course WHERE catalogue = 'own'")
    own.settle()
    assert found(vault, "nähwerkstatt") == [FULL.id]
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("DELETE FROM own_offer")
    own.settle()
    assert found(vault, "nähwerkstatt") == []


def test_a_mapping_is_remembered_for_the_same_heads(vault: Vault) -> None:
    mappings = VaultMappings(vault.cases)
    heads = ("Titel", "Ort ", "Beginn")
    assert mappings.find(heads) is None
    mapping = replace(propose_mapping(heads, "Partner"), kept_on=dt.date(2026, 11, 22))
    mappings.keep(mapping)
    mappings.keep(mapping.with_column("place", ""))
    again = mappings.find(("titel", "Ort", "BEGINN"))
    assert again == CourseMapping(("titel", "Ort", "BEGINN"), (("title", "Titel"), ("starts_on", "Beginn")), "Partner")
    assert mappings.find(("Titel", "Beginn", "Ort")) is None
