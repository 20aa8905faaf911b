"""The letter of referral tells what the person agreed to for its recipient, and no other word of the case."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.documents.blocks import Facts
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.documents.referral_letter import letter_parts, make_referral_letter
from iq_desktop.domain.address import Address
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose, Release
from iq_desktop.domain.passing_on import told_case
from iq_desktop.domain.referral import ReferralState, Shared
from tests.documents.reading import all_words, spoken
from tests.support.builders import TODAY
from tests.support.canaries import STEM, canaries
from tests.support.canary_cases import canary_cases
from tests.support.full_cases import a_referral, a_usual_case, an_empty_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.referral import Referral

OCCASION = Occasion(Centre("Beratungsstelle", phone="030 123"), Adviser("a", "A. Krüger"), TODAY)
AGREED = Consent(Purpose.REFERRAL, TODAY, "ar", CONSENT_WORDING, id="yes")


def released(referral: Referral, *shares: Shared, **changes: Any) -> Release:
    """Return what lets the recipient of a referral be told these fields."""
    given = Release(referral.recipient, given_on=TODAY, shares=shares, referral_id=referral.id, id="released")
    return replace(given, **changes)


def words_of(case: CaseFile) -> str:
    return "\n".join(all_words(make_referral_letter(case, OCCASION)))


def a_case(*shares: Shared, **changes: Any) -> CaseFile:
    referral = a_referral(shares=shares, state=ReferralState.PLANNED)
    return replace(a_usual_case(), **{"releases": (released(referral, *shares),), "referrals": (referral,)} | changes)


def test_it_goes_to_others_and_asks_for_the_consent_to_that() -> None:
    (kind,) = [one for one in DOCUMENT_KINDS if one.make is make_referral_letter]
    assert kind.is_passed_on


@pytest.mark.parametrize(
    "shares",
    [(), *((one,) for one in Shared), tuple(Shared)],
    ids=lambda shares: "+".join(one.value for one in shares) or "name",
)
def test_no_other_word_of_the_case_stands_in_it(shares: tuple[Shared, ...]) -> None:
    """Every word of the case is another one, so that each can be looked up in the letter."""
    for made in canary_cases(canaries(600)):
        referral = replace(made.referrals[0], shares=shares)
        case = replace(made, releases=(released(referral, *Shared),), consents=(AGREED,), referrals=(referral,))
        letter = words_of(case)
        told = "\n".join(all_words_of(told_case(case, referral)))
        found = {word for word in all_words_of(case) if STEM in word and word in letter}
        assert found
        assert all(word in told for word in found)


def all_words_of(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for one in value for word in all_words_of(one)]
    if hasattr(value, "__dataclass_fields__"):
        return [word for field in fields(value) for word in all_words_of(getattr(value, field.name))]
    return []


def test_without_a_release_it_names_nobody_and_says_which_consent_is_missing() -> None:
    """The consent to referrals in general tells nobody anything: it takes one for this recipient."""
    letter = words_of(a_case(Shared.LANGUAGES, Shared.WORK, releases=(), consents=(AGREED,)))
    assert "Al-Khatib" not in letter
    assert "there is no consent" in letter
    assert "Volkshochschule" in letter
    assert "Name, Languages, Work" in letter
    assert "noted on the page Referral" in letter
    assert "took the consent back" not in letter


def test_a_consent_that_was_taken_back_blocks_the_letter_and_is_named() -> None:
    case = a_case(Shared.LANGUAGES)
    taken_back = replace(case, releases=(replace(case.releases[0], withdrawn_on=TODAY),))
    assert "Al-Khatib" in words_of(case)
    assert "Al-Khatib" not in words_of(taken_back)
    assert "took the consent back" in words_of(taken_back)
    no_referrals = replace(case, consents=(replace(AGREED, withdrawn_on=TODAY),))
    assert "Al-Khatib" not in words_of(no_referrals)
    assert "nothing is passed on" in words_of(no_referrals)


def test_what_was_not_agreed_to_is_left_out() -> None:
    case = a_case(Shared.LANGUAGES, Shared.QUALIFICATIONS)
    narrow = replace(case, releases=(replace(case.releases[0], shares=(Shared.LANGUAGES,)),))
    assert "Handelsschule" in words_of(case)
    assert "Handelsschule" not in words_of(narrow)
    assert "Al-Khatib" in words_of(narrow)


def test_with_the_consent_it_tells_what_was_agreed() -> None:
    letter = words_of(a_case(Shared.LANGUAGES, Shared.QUALIFICATIONS))
    assert "Al-Khatib" in letter
    assert "Kauffrau" in letter
    assert "yara@example.org" not in letter
    assert "Handelsschule" in letter
    assert "Kasse" not in letter


def test_it_is_about_the_newest_referral_on_its_way_or_the_one_that_is_meant() -> None:
    first, second, third = (
        a_referral(id=name, recipient=name, state=state)
        for name, state in (
            ("first", ReferralState.PLANNED),
            ("second", ReferralState.SENT),
            ("third", ReferralState.FINISHED),
        )
    )
    case = replace(a_case(), referrals=(first, second, third))
    assert [part.id for part in letter_parts(case)] == ["second", "first", "third"]
    for part, recipient in (("", "second"), ("first", "first"), ("gone", "")):
        facts = make_referral_letter(case, replace(OCCASION, part=part)).blocks[0]
        assert isinstance(facts, Facts)
        assert spoken(facts.rows[0][1]).strip(" .\u2009") == recipient


def test_a_case_without_referrals_has_a_letter_to_fill_in() -> None:
    assert letter_parts(an_empty_case()) == ()
    assert "......" in words_of(an_empty_case())


ADDRESS = Address("Volkshochschule", "Frau Beispiel", "Musterstraße 1", "10115", "Berlin", "030 55", "vhs@example.org")


def test_the_address_stands_in_the_window_and_telephone_and_mail_among_the_facts() -> None:
    occasion = replace(OCCASION, address=ADDRESS, centre=replace(OCCASION.centre, street="Weg 2", place="Berlin"))
    case = a_case()
    letter = make_referral_letter(case, occasion)
    assert letter.address is not None
    assert letter.address.lines == ("Volkshochschule", "Frau Beispiel", "Musterstraße 1", "10115 Berlin")
    assert letter.address.sender.startswith("Beratungsstelle · Weg 2")
    assert "030 55 · vhs@example.org" in "\n".join(all_words(letter))


@pytest.mark.parametrize("address", [None, replace(ADDRESS, place="")])
def test_without_an_address_to_which_a_letter_arrives_there_is_no_window(address: Address | None) -> None:
    case = a_case()
    referral = replace(case.referrals[0], contact_person="Frau Beispiel")
    letter = make_referral_letter(replace(case, referrals=(referral,)), replace(OCCASION, address=address))
    assert letter.address is None
    assert "Frau Beispiel" in "\n".join(all_words(letter))


def test_the_answer_comes_back_to_the_centre() -> None:
    assert "Please send this page back: 030 123" in words_of(a_case())
