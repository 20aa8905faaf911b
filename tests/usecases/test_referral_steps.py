"""Referrals are agreed to, sent, answered, refused, and begun again with somebody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose, Release
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.passing_on import may_be_told, told_fields
from iq_desktop.domain.referral import Referral, ReferralKind, ReferralState, Shared
from iq_desktop.domain.referral_step import ReferralStep, ReferralStepKind, ReferralWay
from iq_desktop.usecases.organisations import Addressee
from iq_desktop.usecases.referral_consents import agree_to_referral, consent_words, take_back_agreement
from iq_desktop.usecases.referral_steps import (
    NotAgreedError,
    begin_incoming,
    change_step,
    note_step,
    refer_again,
    refer_there_again,
    refer_to,
    remove_step,
    with_addressee,
)
from iq_desktop.usecases.referrals import remove_referral
from iq_desktop.usecases.shown_referrals import incoming_end, incoming_facts, look_at_referrals, step_facts
from iq_desktop.wording.text import joined
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case
from tests.support.referred_cases import a_referred_case
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

DESK = a_desk(TRANSLATIONS)
VHS = Referral("VHS", shares=(Shared.LANGUAGES,), contact_person="Frau Beispiel", reason="Deutsch", id="vhs")
CASE = replace(an_empty_case(), referrals=(VHS,))
PARTNER = Addressee("Bildungswerk", ReferralKind.PARTNER, "org", "Herr Muster", "Berlin")
KIND = ReferralStepKind
DAYS = dt.timedelta(days=1)


def said(case: CaseFile, referral: Referral) -> str:
    return english().speak(consent_words(case, referral))


def test_a_consent_is_for_one_recipient_and_what_its_letter_shall_tell() -> None:
    agreed = agree_to_referral(DESK, CASE, VHS, Manner.ORAL)
    (release,) = agreed.releases
    assert (release.recipient, release.shares, release.referral_id, release.manner, release.given_on) == (
        "VHS",
        (Shared.LANGUAGES,),
        "vhs",
        Manner.ORAL,
        TODAY,
    )
    assert told_fields(agreed, VHS) == (Shared.LANGUAGES,)
    more = replace(VHS, shares=(Shared.LANGUAGES, Shared.BIRTH))
    assert told_fields(agreed, more) == (Shared.LANGUAGES,), "what was ticked later is not agreed to yet"
    assert "Not agreed yet: Date of birth." in said(agreed, more)
    assert not may_be_told(agreed, replace(VHS, recipient="Somebody else"))
    assert agree_to_referral(DESK, CASE, replace(VHS, recipient=" ")) is CASE


def test_who_agrees_again_agrees_to_what_is_ticked_now_and_can_take_it_back() -> None:
    more = replace(VHS, shares=(Shared.BIRTH,))
    twice = agree_to_referral(DESK, agree_to_referral(DESK, CASE, VHS), more)
    assert [one.is_valid for one in twice.releases] == [False, True]
    assert told_fields(twice, more) == (Shared.BIRTH,)
    wider = replace(more, shares=(Shared.BIRTH, Shared.WORK))
    both = agree_to_referral(DESK, twice, wider)
    assert [one.is_valid for one in both.releases] == [False, True, True], "nothing was taken back"
    assert told_fields(both, wider) == wider.shares
    assert not any(one.is_valid for one in take_back_agreement(DESK, both, wider).releases)
    back = take_back_agreement(DESK, twice, more)
    assert not any(one.is_valid for one in back.releases)
    assert not may_be_told(back, more)
    assert "took the consent back" in said(back, more)
    assert "has not agreed yet" in said(CASE, VHS)
    assert take_back_agreement(DESK, CASE, VHS) is CASE


def test_a_consent_to_referrals_that_was_withdrawn_stops_every_recipient() -> None:
    agreed = agree_to_referral(DESK, CASE, VHS)
    general = Consent(Purpose.REFERRAL, TODAY, "de", CONSENT_WORDING, withdrawn_on=TODAY)
    stopped = replace(agreed, consents=(general,))
    assert "nothing is passed on" in said(stopped, VHS)
    (shown,) = look_at_referrals(DESK, stopped)
    assert not shown.is_agreed
    assert not shown.can_agree
    with pytest.raises(NotAgreedError):
        note_step(stopped, VHS, KIND.SENT, TODAY)


def test_nothing_is_sent_without_a_consent() -> None:
    with pytest.raises(NotAgreedError) as refused:
        note_step(CASE, VHS, KIND.SENT, TODAY)
    assert "VHS may not be told" in english().speak(refused.value.text)
    sent = note_step(agree_to_referral(DESK, CASE, VHS), VHS, KIND.SENT, TODAY)
    assert sent.referrals[0].state is ReferralState.SENT
    assert sent.referrals[0].remind_on == TODAY + 14 * DAYS
    assert sent.referral_steps[0].by_whom == "Frau Beispiel"
    assert note_step(CASE, VHS, KIND.ACCEPTED, TODAY).referrals[0].state is ReferralState.ACCEPTED, "somebody called"


def test_a_step_that_is_changed_or_removed_takes_the_referral_along() -> None:
    sent = note_step(agree_to_referral(DESK, CASE, VHS), VHS, KIND.SENT, TODAY - 3 * DAYS)
    refused = note_step(sent, sent.referrals[0], KIND.REFUSED, TODAY)
    assert (refused.referrals[0].state, refused.referrals[0].remind_on) == (ReferralState.REFUSED, None)
    first, second = refused.referral_steps
    told = change_step(refused, replace(second, words="Der Kurs ist voll."))
    assert told.referral_steps[1].words == "Der Kurs ist voll."
    assert told.referrals == refused.referrals
    swapped = change_step(refused, replace(second, day=TODAY - 9 * DAYS))
    assert swapped.referrals[0].state is ReferralState.SENT, "it was refused before the letter went again"
    back = remove_step(refused, second)
    assert (back.referrals[0].state, back.referrals[0].remind_on) == (ReferralState.SENT, TODAY + 11 * DAYS)
    planned = remove_step(back, first)
    assert (planned.referrals[0].state, planned.referral_steps) == (ReferralState.PLANNED, ())
    homeless = ReferralStep("gone", day=TODAY, id="homeless")
    alone = replace(CASE, referral_steps=(homeless,))
    assert change_step(alone, homeless) == alone
    assert remove_step(alone, homeless).referral_steps == ()


def test_what_is_asked_again_moves_the_reminder_only() -> None:
    sent = note_step(agree_to_referral(DESK, CASE, VHS), VHS, KIND.SENT, TODAY - 14 * DAYS)
    asked = note_step(sent, sent.referrals[0], KIND.ASKED, TODAY)
    assert (asked.referrals[0].state, asked.referrals[0].remind_on) == (ReferralState.SENT, TODAY + 7 * DAYS)


def test_refused_and_referred_again_to_somebody_else_whose_consent_is_asked_anew() -> None:
    agreed = agree_to_referral(DESK, CASE, VHS)
    refused = note_step(agreed, VHS, KIND.REFUSED, TODAY)
    assert look_at_referrals(DESK, refused)[0].can_refer_again
    again = refer_again(DESK, refused, refused.referrals[0])
    new = again.referrals[-1]
    assert (new.recipient, new.reason, new.shares, new.earlier_id) == ("", "Deutsch", (Shared.LANGUAGES,), "vhs")
    assert (new.state, new.remind_on) == (ReferralState.PLANNED, TODAY + 14 * DAYS)
    newest, old = look_at_referrals(DESK, again)
    assert not old.can_refer_again, "it was referred again already"
    assert (newest.earlier, newest.is_agreed, newest.can_agree) == ("VHS", False, False)
    named = refer_again(DESK, refused, refused.referrals[0], PARTNER).referrals[-1]
    assert (named.recipient, named.kind, named.organisation_id) == ("Bildungswerk", ReferralKind.PARTNER, "org")
    assert not may_be_told(again, named)


def test_somebody_of_the_directory_is_referred_to_with_whom_one_speaks_there() -> None:
    (referral,) = refer_to(DESK, an_empty_case(), PARTNER).referrals
    assert (referral.recipient, referral.contact_person, referral.place) == ("Bildungswerk", "Herr Muster", "Berlin")
    assert (referral.agreed_on, referral.remind_on) == (TODAY, TODAY + 14 * DAYS)
    assert with_addressee(replace(VHS, course="demo/7"), PARTNER).course == ""


def test_the_history_of_a_referral_is_told_in_short_lines() -> None:
    newest, _sent, refused, _done = look_at_referrals(DESK, a_referred_case())
    lines = [english().speak(joined((one.kind.label, *step_facts(one)), ", ")) for one in refused.steps]
    assert lines == [
        "Letter sent, By post, Frau Beispiel",
        "Asked again, By telephone",
        "Refused, By telephone, Frau Beispiel, Der Kurs ist voll, der nächste beginnt erst im Sommer.",
    ]
    assert (refused.later, newest.earlier) == (newest.referral.recipient, refused.referral.recipient)


def test_a_removed_referral_takes_its_steps_along_and_leaves_the_consent() -> None:
    case = a_referred_case()
    left = remove_referral(case, case.referrals[1])
    assert {one.referral_id for one in case.referral_steps} - {one.referral_id for one in left.referral_steps} == {
        "refused"
    }
    assert left.releases == case.releases


def test_who_sent_the_person_is_told_in_short() -> None:
    case = begin_incoming(DESK, an_empty_case())
    (incoming,) = case.incoming_referrals
    assert incoming.came_on == TODAY
    assert english().speak(incoming_end(incoming)) == "answer by Nov 10, 2026"
    told = replace(incoming, way=ReferralWay.EMAIL, asked="Anerkennung\nund Deutsch")
    assert [english().speak(one) for one in incoming_facts(told)] == ["Nov 3, 2026", "By e-mail", "Anerkennung"]


def test_who_asks_again_after_no_answer_is_reminded_of_it() -> None:
    case = replace(an_empty_case(), referrals=(Referral("VHS", state=ReferralState.SENT, id="vhs"),))
    silent = note_step(case, case.referrals[0], ReferralStepKind.NO_ANSWER, TODAY)
    assert deadlines_of(silent) == ()
    asked = note_step(silent, silent.referrals[0], ReferralStepKind.ASKED, TODAY)
    assert [(one.kind, one.due) for one in deadlines_of(asked)] == [
        (ReminderKind.REFERRAL_ANSWER, TODAY + dt.timedelta(days=7))
    ]


def test_the_same_place_is_asked_once_more_with_the_consent_that_holds() -> None:
    agreed = agree_to_referral(DESK, replace(CASE, referrals=(replace(VHS, starts_on=TODAY - DAYS),)), VHS)
    refused = note_step(agreed, agreed.referrals[0], KIND.REFUSED, TODAY)
    again_case = refer_there_again(DESK, refused, refused.referrals[0])
    again = again_case.referrals[-1]
    assert (again.recipient, again.contact_person, again.earlier_id) == ("VHS", "Frau Beispiel", "vhs")
    assert (again.starts_on, again.agreed_on, again.state) == (None, TODAY, ReferralState.PLANNED)
    assert told_fields(again_case, again) == (Shared.LANGUAGES,)
    shown = look_at_referrals(DESK, again_case)
    assert (shown[0].is_agreed, shown[0].can_agree) == (True, True)
    assert "earlier referral" in said(again_case, again)
    assert "Once more" in english().speak(shown[0].before)
    assert (shown[1].can_refer_again, shown[1].can_refer_there_again) == (False, False)
    anew = agree_to_referral(DESK, again_case, again)
    assert [one.referral_id for one in anew.releases if one.is_valid] == ["vhs", again.id]
    taken_back = take_back_agreement(DESK, anew, again)
    assert not any(one.is_valid for one in taken_back.releases), "neither the old nor the new one holds"


def test_a_course_that_begins_again_later_is_referred_to_for_its_new_day() -> None:
    course = replace(VHS, course="demo/0", kind=ReferralKind.COURSE, state=ReferralState.REFUSED)
    again = refer_there_again(DESK, replace(CASE, referrals=(course,)), course).referrals[-1]
    offer = DESK.reference.find_course("demo", "0")
    assert offer is not None
    assert offer.starts_on is not None
    assert offer.starts_on >= TODAY
    assert (again.course, again.starts_on) == ("demo/0", offer.starts_on)


def test_what_holds_for_the_recipient_as_such_is_taken_back_too() -> None:
    free = replace(CASE, releases=(Release("VHS", "Deutsch", given_on=TODAY),))
    assert may_be_told(free, VHS)
    assert not may_be_told(take_back_agreement(DESK, free, VHS), VHS)


def test_what_a_free_release_says_in_words_stands_beside_what_is_told() -> None:
    free = Release("VHS", "nur das Niveau in Deutsch", given_on=TODAY)
    told = english().speak(consent_words(replace(CASE, releases=(free,)), VHS))
    assert told == (
        "Agreed on Nov 3, 2026: Name. The release says: “nur das Niveau in Deutsch”. Not agreed yet: Languages."
    )
    bound = replace(free, referral_id="vhs", shares=VHS.shares)
    assert "nur das" not in english().speak(consent_words(replace(CASE, releases=(bound,)), VHS))
