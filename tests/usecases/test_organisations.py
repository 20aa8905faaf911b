"""The directory of organisations: kept, found by what one knows of them, and chosen for a referral."""

from __future__ import annotations

from dataclasses import replace

from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.domain.changes import Area
from iq_desktop.domain.organisation import Organisation, OrganisationKind
from iq_desktop.domain.referral import ReferralKind
from iq_desktop.usecases.organisations import (
    KINDS,
    addressee_of,
    find_addressees,
    list_organisations,
    matching_organisations,
    remove_organisation,
    save_organisation,
)
from tests.support.fakes import a_desk
from tests.support.referred_cases import ORGANISATIONS
from tests.support.tongues import TRANSLATIONS, english


def test_an_organisation_is_kept_changed_and_removed() -> None:
    desk = a_desk(TRANSLATIONS)
    (change,) = save_organisation(desk, ORGANISATIONS[0])
    assert change.area is Area.ORGANISATIONS
    other = replace(ORGANISATIONS[0], phone="030 99")
    save_organisation(desk, other)
    assert list_organisations(desk) == (other,)
    remove_organisation(desk, other)
    assert list_organisations(desk) == ()


def test_it_is_found_by_name_field_language_and_place_as_they_are_told() -> None:
    for words, found in (
        ("", ["partner", "self-help", "money"]),
        ("arab", ["partner", "self-help"]),
        ("german brandenburg", ["partner"]),
        ("people of the region", ["partner"]),
        ("benefits", ["money"]),
        ("muster nowhere", []),
    ):
        assert [one.id for one in matching_organisations(ORGANISATIONS, words, english())] == found, words


def test_bodies_and_organisations_are_found_together() -> None:
    desk = a_desk(TRANSLATIONS)
    for one in ORGANISATIONS:
        save_organisation(desk, one)
    desk.bodies.shelf.put(CompetentBody("Handwerkskammer Berlin", BodyKind.CHAMBER_CRAFTS, place="Berlin", id="hwk"))
    found = find_addressees(desk, "berlin", english())
    assert [one.id for one in found] == ["partner", "self-help", "hwk"]
    assert found[0].contact_person == "Herr Muster"
    assert found[2].kind is ReferralKind.COMPETENT_BODY
    assert "Chamber of crafts" in english().speak(found[2].facts[0])


def test_what_kind_of_referral_it_is_follows_from_the_organisation() -> None:
    for kind in OrganisationKind:
        assert addressee_of(Organisation("x", kind)).kind is KINDS.get(kind, ReferralKind.OTHER)
    assert addressee_of(Organisation("x")).kind is ReferralKind.OTHER
    assert addressee_of(Organisation("x")).facts == ()
