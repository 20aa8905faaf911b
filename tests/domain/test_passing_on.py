"""What an office is told of a case: only what the person agreed to for it, and nothing where there is no consent."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose, Release
from iq_desktop.domain.passing_on import (
    find_release,
    is_release_withdrawn,
    may_be_told,
    missing_fields,
    told_case,
    told_fields,
)
from iq_desktop.domain.referral import Referral, Shared
from tests.support.builders import TODAY
from tests.support.canaries import canaries
from tests.support.canary_cases import canary_cases
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

AGREED = (Consent(Purpose.REFERRAL, TODAY, "ar", CONSENT_WORDING, id="yes"),)
VHS = Referral("Deutsch B2 · Volkshochschule", reason="Deutsch", id="vhs")
RELEASED = Release(VHS.recipient, given_on=TODAY, shares=tuple(Shared), referral_id=VHS.id, id="released")
OF_OTHERS = replace(RELEASED, referral_id="another one")


def a_case(shares: tuple[Shared, ...] = (), **changes: Any) -> CaseFile:
    """Return the usual case with one referral."""
    return replace(a_usual_case(), **{"releases": (RELEASED,), "referrals": (replace(VHS, shares=shares),)} | changes)


def released(case: CaseFile) -> CaseFile:
    """Return a case in which the recipient of the first referral may be told everything that its letter shall tell."""
    referral = case.referrals[0]
    release = replace(RELEASED, recipient=referral.recipient, referral_id=referral.id)
    return replace(case, consents=AGREED, releases=(release,))


def words_in(value: Any) -> Iterator[str]:
    """Yield every word of a value and of what is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from words_in(getattr(value, field.name))


@pytest.mark.parametrize(
    ("consents", "releases", "is_told"),
    [
        (AGREED, (), False),
        ((), (RELEASED,), True),
        (AGREED, (RELEASED,), True),
        ((), (OF_OTHERS,), False),
        ((), (replace(RELEASED, recipient="Jobcenter"),), False),
        ((), (replace(RELEASED, withdrawn_on=TODAY),), False),
        ((replace(AGREED[0], withdrawn_on=TODAY),), (RELEASED,), False),
        ((), (), False),
        ((replace(AGREED[0], purpose=Purpose.STATISTICS),), (), False),
        ((replace(AGREED[0], withdrawn_on=TODAY),), (), False),
        ((), (Release("volkshochschule ", "Deutsch", TODAY),), True),
        ((), (Release("Deutsch B2 · Volkshochschule", "Deutsch", TODAY),), True),
        ((), (Release("Jobcenter", "Deutsch", TODAY),), False),
        ((), (Release("Volkshochschule", "Deutsch", TODAY, withdrawn_on=TODAY),), False),
        ((), (Release("Volkshochschule", "Deutsch", None),), False),
        ((replace(AGREED[0], withdrawn_on=TODAY),), (Release("Volkshochschule", "Deutsch", TODAY),), False),
    ],
)
def test_it_takes_a_consent_or_a_release_for_this_recipient(
    consents: tuple[Consent, ...], releases: tuple[Release, ...], is_told: bool
) -> None:
    case = a_case(tuple(Shared), consents=consents, releases=releases)
    assert may_be_told(case, case.referrals[0]) is is_told
    told = told_case(case, case.referrals[0])
    assert bool(told.client.family_name) is is_told
    are_agreed = is_told and any(one.shares for one in releases)
    assert bool(told.qualifications) is are_agreed, "words alone let only the name be told"


def test_a_restricted_case_tells_nothing() -> None:
    case = a_case(tuple(Shared))
    case = replace(case, keeping=replace(case.keeping, restricted_since=dt.date(2026, 10, 1)))
    assert not may_be_told(case, case.referrals[0])


def test_the_name_alone_is_told_where_nothing_more_was_agreed() -> None:
    case = a_case()
    told = told_case(case, case.referrals[0])
    empty = CaseFile(case.opened_on, case.id, case.number, referrals=told.referrals)
    assert replace(told, client=empty.client) == empty
    assert told.client.full_name == case.client.full_name
    assert told.client == replace(empty.client, **names_of(case))


def names_of(case: CaseFile) -> dict[str, Any]:
    """Return the fields of the name."""
    kept = ("family_name", "given_names", "family_name_own_script", "given_names_own_script")
    return {name: getattr(case.client, name) for name in kept}


@pytest.mark.parametrize("shared", Shared)
def test_each_answer_lets_through_its_own_words_only(shared: Shared) -> None:
    """Every word of a case is another one: what comes through with one answer comes through with no other one."""
    made = canary_cases(canaries(600))
    for case in map(released, made):
        referral = replace(case.referrals[0], shares=(shared,))
        plain, told = (set(words_in(told_case(case, replace(referral, shares=one)))) for one in ((), (shared,)))
        others = (told_case(case, replace(referral, shares=(one,))) for one in Shared if one is not shared)
        assert not (told - plain) & {word for other in others for word in words_in(other)} - plain
        assert told - plain or shared in WITHOUT_WORDS


WITHOUT_WORDS = {Shared.BIRTH, Shared.CONCERN, Shared.RESIDENCE}
"""Answers that let codes and days through, and no words."""


def test_all_answers_together_let_through_no_other_word() -> None:
    allowed = {
        "client": {
            "family_name",
            "given_names",
            "family_name_own_script",
            "given_names_own_script",
            "nationalities",
            "mother_tongues",
            "street",
            "postal_code",
            "place",
            "phone",
            "email",
        },
        "contact": {"client_language"},
        "languages": {"language", "id"},
        "occupations": {"uri", "name_de", "name_en", "id"},
        "qualifications": {"title_original", "title_de", "institution", "place", "country", "id"},
        "works": {
            "title_original",
            "title_de",
            "occupation_name",
            "employer",
            "place",
            "country",
            "tasks",
            "id",
        },
        "competences": {"skill_uri", "name_de", "name_en", "id"},
        "referrals": {"recipient", "reason", "course", "place", "contact_person", "id"},
    }
    for made in canary_cases(canaries(600)):
        case = released(made)
        told = told_case(case, replace(case.referrals[0], shares=tuple(Shared)))
        for field in fields(told):
            value = getattr(told, field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if hasattr(part, "__dataclass_fields__"):
                    filled = {one.name for one in fields(part) if any(words_in(getattr(part, one.name)))}
                    assert filled <= allowed.get(field.name, set()), field.name


def test_care_for_the_family_is_no_work_that_is_told() -> None:
    case = a_case((Shared.WORK,))
    told = {work.id for work in told_case(case, case.referrals[0]).works}
    assert {work.id for work in case.works} - told == {"care"}


@pytest.mark.parametrize(
    ("release", "told"),
    [
        (RELEASED, (Shared.BIRTH, Shared.WORK)),
        (replace(RELEASED, shares=(Shared.WORK, Shared.CONTACT)), (Shared.WORK,)),
        (replace(RELEASED, shares=()), ()),
        (Release(VHS.recipient, "Alles", TODAY), ()),
        (Release(VHS.recipient, "", TODAY, shares=(Shared.BIRTH,)), (Shared.BIRTH,)),
    ],
)
def test_a_letter_tells_what_it_shall_and_the_release_covers(release: Release, told: tuple[Shared, ...]) -> None:
    case = a_case((Shared.BIRTH, Shared.WORK), releases=(release,))
    referral = case.referrals[0]
    assert told_fields(case, referral) == told
    assert missing_fields(case, referral) == tuple(one for one in referral.shares if one not in told)
    letter = told_case(case, referral)
    assert (letter.client.birth is not None, bool(letter.works)) == (Shared.BIRTH in told, Shared.WORK in told)


def test_what_was_agreed_for_the_referral_counts_before_what_holds_for_the_recipient() -> None:
    narrow = replace(RELEASED, shares=(Shared.WORK,), id="narrow")
    wide = Release(VHS.recipient, "Alles", TODAY, id="wide")
    for releases in ((wide, narrow), (narrow, wide)):
        case = a_case(tuple(Shared), releases=releases)
        assert find_release(case, case.referrals[0]) == narrow


def test_a_release_that_was_taken_back_is_known_from_one_that_was_never_given() -> None:
    taken_back = a_case(tuple(Shared), releases=(replace(RELEASED, withdrawn_on=TODAY),))
    assert is_release_withdrawn(taken_back, taken_back.referrals[0])
    anew = replace(taken_back, releases=(*taken_back.releases, replace(RELEASED, id="anew")))
    assert not is_release_withdrawn(anew, anew.referrals[0])
    never = a_case(releases=())
    assert not is_release_withdrawn(never, never.referrals[0])


ONCE_MORE = replace(VHS, id="vhs-2", earlier_id="vhs")
TWICE_MORE = replace(VHS, id="vhs-3", earlier_id="vhs-2")


def test_what_was_agreed_to_for_a_place_holds_when_it_is_asked_once_more() -> None:
    case = a_case(tuple(Shared), releases=(replace(RELEASED, shares=(Shared.WORK,)),))
    case = replace(case, referrals=(*case.referrals, ONCE_MORE, replace(TWICE_MORE, shares=tuple(Shared))))
    assert told_fields(case, case.referrals[-1]) == (Shared.WORK,)
    elsewhere = replace(TWICE_MORE, recipient="Jobcenter")
    assert not may_be_told(replace(case, referrals=(*case.referrals[:-1], elsewhere)), elsewhere)
    anew = replace(RELEASED, shares=(Shared.BIRTH,), referral_id="vhs-3", id="anew")
    assert find_release(replace(case, releases=(anew, *case.releases)), TWICE_MORE) == anew
    unlinked = replace(TWICE_MORE, earlier_id="")
    assert not may_be_told(case, unlinked), "it was given for a referral, and no other one came of it"


def test_what_was_taken_back_for_a_place_is_taken_back_when_it_is_asked_once_more() -> None:
    case = a_case(releases=(replace(RELEASED, withdrawn_on=TODAY),))
    case = replace(case, referrals=(*case.referrals, ONCE_MORE))
    assert is_release_withdrawn(case, ONCE_MORE)
    assert not is_release_withdrawn(case, replace(ONCE_MORE, recipient="Jobcenter"))


def test_referrals_that_name_each_other_end() -> None:
    case = a_case(releases=())
    ring = (replace(VHS, earlier_id="vhs-2"), ONCE_MORE)
    assert find_release(replace(case, referrals=ring), ONCE_MORE) is None


NAMES = ("Volkshochschule", " volkshochschule ", VHS.recipient, "Jobcenter", "")


def drawn_release(chance: Random, number: int) -> Release:
    """Return a release for somebody, about something, bound to a referral or not, perhaps taken back."""
    return Release(
        recipient=chance.choice(NAMES),
        given_on=chance.choice((TODAY, TODAY, TODAY, None)),
        withdrawn_on=chance.choice((None, None, TODAY)),
        shares=tuple(one for one in Shared if chance.random() < 0.5),
        referral_id=chance.choice((VHS.id, VHS.id, "another", "", "before", "long before")),
        id=str(number),
    )


def agreed_by(releases: tuple[Release, ...]) -> set[Shared] | None:
    """Return to what these releases agree for the recipient, said as simply as one can; None where to nothing."""
    known = {"volkshochschule", "deutsch b2", VHS.recipient.lower()}
    held = [one for one in releases if one.given_on and not one.withdrawn_on and one.recipient.strip().lower() in known]
    bound = [one for one in held if one.referral_id == VHS.id]
    free = [one for one in held if one.referral_id == ""]
    earlier = [[one for one in held if one.referral_id == name] for name in ("before", "long before")]
    for given in (bound, *earlier):
        if given:
            return set(given[-1].shares)
    return (set(free[-1].shares) or set(Shared)) if free else None


def test_whatever_was_agreed_nothing_more_is_told() -> None:
    """Random releases and wishes: told is what stands in the wish and in the agreement, and without one nothing."""
    chance = seeded(20261123)
    told_nothing = told_something = 0
    for _ in range(count(60, 5_000)):
        wished = tuple(one for one in Shared if chance.random() < 0.6)
        releases = tuple(drawn_release(chance, number) for number in range(chance.randrange(4)))
        case = a_case(wished, releases=releases)
        referral, agreed = replace(case.referrals[0], earlier_id="before"), agreed_by(releases)
        failed = (replace(VHS, id="long before"), replace(VHS, id="before", earlier_id="long before"))
        case = replace(case, referrals=(*failed, referral))
        allowed = tuple(one for one in wished if agreed is not None and one in agreed)
        assert told_fields(case, referral) == allowed
        told = told_case(case, referral)
        assert bool(told.client.family_name) is (agreed is not None)
        everything = replace(case, releases=(RELEASED,))
        if agreed is not None:
            assert told == told_case(everything, replace(referral, shares=allowed))
        told_nothing, told_something = told_nothing + (agreed is None), told_something + bool(allowed)
    assert told_nothing
    assert told_something
