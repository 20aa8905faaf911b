"""Where those are reached to whom a person is referred: by the entry, by the name, by the offer of the course."""

from __future__ import annotations

from dataclasses import replace

from iq_desktop.domain.address import Address
from iq_desktop.domain.body import CompetentBody
from iq_desktop.domain.organisation import Organisation
from iq_desktop.domain.referral import Referral
from iq_desktop.usecases.addresses import find_address, find_addresses
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case
from tests.support.tongues import TRANSLATIONS

WORKS = Organisation(
    "Bildungswerk",
    street="Musterstraße 1",
    postal_code="10115",
    place="Berlin",
    phone="030 000001",
    contact_person="Frau Beispiel",
    id="works",
)
DESK = a_desk(TRANSLATIONS)
DESK.organisations.put(WORKS)
DESK.organisations.put(Organisation("Ohne Anschrift", id="empty"))
DESK.bodies.shelf.put(CompetentBody("Handwerkskammer", place="Berlin", email="hwk@example.org", id="body"))


def test_the_entry_of_the_directory_tells_the_address_and_the_referral_the_person() -> None:
    moved = Referral("So hieß es früher", organisation_id="works")
    found = find_address(DESK, moved)
    assert found is not None
    assert found.letter_lines == ("Bildungswerk", "Frau Beispiel", "Musterstraße 1", "10115 Berlin")
    other = find_address(DESK, replace(moved, contact_person="Herr Muster"))
    assert other is not None
    assert other.contact_person == "Herr Muster"
    assert other.in_one_line == "Musterstraße 1, 10115 Berlin · 030 000001"


def test_who_was_named_by_hand_is_found_by_the_name() -> None:
    for name in ("bildungswerk", "Deutsch B2 · Bildungswerk"):
        found = find_address(DESK, Referral(name))
        assert found is not None, name
        assert found.name == "Bildungswerk"
    body = find_address(DESK, Referral(" Handwerkskammer"))
    assert body is not None
    assert (body.ways, body.is_postal) == (("hwk@example.org",), False)
    for nobody in ("", "Ohne Anschrift", "Werk"):
        assert find_address(DESK, Referral(nobody)) is None, nobody


def test_a_course_has_the_address_that_stands_beside_its_offer() -> None:
    offer = DESK.reference.find_course("demo", "0")
    assert offer is not None
    found = find_address(DESK, Referral("Kurs", course="demo/0"))
    assert found is not None
    assert (found.name, found.place) == (offer.provider or offer.title, offer.place)
    assert find_address(DESK, Referral("Kurs", course="demo/gone")) is None


def test_all_of_a_case_are_looked_up_at_once() -> None:
    referrals = (Referral("Bildungswerk", id="a"), Referral("Niemand", id="b"))
    assert set(find_addresses(DESK, replace(an_empty_case(), referrals=referrals))) == {"a"}


def test_an_address_arrives_where_there_is_a_place_and_a_street_or_a_postal_code() -> None:
    assert Address("VHS", place="Berlin", postal_code="10115").is_postal
    assert not Address("VHS", place="Berlin").is_postal
    assert not Address("VHS", street="Weg 1").is_postal
    assert Address("VHS", email="a@example.org").in_one_line == "a@example.org"
