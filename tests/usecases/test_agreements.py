"""Signing on the screen and on paper, ready-made duties, and what is said of how far the signing is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from iq_desktop.domain.agreement import SignedState, Signer, SigningWay
from iq_desktop.domain.agreement_talk import READY_DUTIES
from iq_desktop.domain.ink import Ink
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.usecases.agreements import (
    NoSignature,
    NothingToSign,
    begin_review,
    is_anything_agreed,
    note_signed_on_paper,
    ready_duties,
    remove_signature,
    sign_on_screen,
    standing_of,
    take_duty,
    tell_signatures,
)
from tests.support.builders import TODAY, a_case
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case
from tests.support.tongues import TRANSLATIONS, english, german

CASE = replace(a_case(), agreement=(AgreedPoint("Zeugnisse bringen", id="p"),))
INK = Ink().with_stroke([(100, 100), (300, 300), (500, 100)])


def state(case: object) -> str:
    return english().speak(standing_of(case)[1])  # type: ignore[arg-type]  # a case


def test_both_sign_and_a_change_asks_for_it_anew_and_keeps_both() -> None:
    desk = a_desk(TRANSLATIONS)
    assert state(CASE) == "Not signed yet."
    once = sign_on_screen(desk, CASE, Signer.CLIENT, INK, language="ar")
    assert state(once) == "The person has signed, the adviser not yet."
    both = sign_on_screen(desk, once, Signer.ADVISER, Ink(), "A. Krüger")
    assert standing_of(both)[0] == "good"
    first, second = both.signatures
    assert (first.way, first.name, first.signed_on) == (SigningWay.ON_SCREEN, CASE.client.spoken_name, TODAY)
    assert (second.way, second.strokes) == (SigningWay.TYPED, "")
    changed = replace(both, agreement=(*both.agreement, AgreedPoint("Noch etwas")))
    assert state(changed).startswith("Changed since it was signed on Nov 3, 2026")
    assert {told.state for told in tell_signatures(changed)} == {SignedState.EARLIER}
    anew = sign_on_screen(desk, changed, Signer.CLIENT, INK)
    assert [told.holds for told in tell_signatures(anew)] == [True, False, False]


def test_a_stray_touch_an_empty_name_and_an_empty_agreement_are_refused() -> None:
    desk = a_desk(TRANSLATIONS)
    for ink in (Ink(), Ink().with_stroke([(1, 1), (4, 4)])):
        with pytest.raises(NoSignature):
            sign_on_screen(desk, CASE, Signer.CLIENT, ink, "  ")
    assert not is_anything_agreed(an_empty_case())
    with pytest.raises(NothingToSign):
        sign_on_screen(desk, an_empty_case(), Signer.CLIENT, INK)
    with pytest.raises(NothingToSign):
        note_signed_on_paper(desk, an_empty_case())


def test_what_was_signed_on_paper_has_a_paper_for_its_scan() -> None:
    case = note_signed_on_paper(a_desk(TRANSLATIONS), CASE)
    paper = case.papers[-1]
    assert paper.name == "Unterschriebene Vereinbarung vom 03.11.2026"
    assert [(one.signer, one.way, one.paper_id) for one in case.signatures] == [
        (signer, SigningWay.ON_PAPER, paper.id) for signer in Signer
    ]
    assert standing_of(case)[0] == "good"
    earlier = note_signed_on_paper(a_desk(TRANSLATIONS), CASE, TODAY - dt.timedelta(days=3))
    assert earlier.papers[-1].name.endswith("31.10.2026")
    assert {(one.signed_on, one.is_whole) for one in earlier.signatures} == {(TODAY - dt.timedelta(days=3), True)}
    left = remove_signature(case, case.signatures[0])
    assert state(left) == "The adviser has signed, the person not yet."


def test_ready_made_duties_come_in_both_languages_and_only_once() -> None:
    taken = take_duty(CASE, READY_DUTIES[0], german(), english())
    (duty,) = taken.duties
    assert duty.text.startswith("Ich komme zu den Gesprächen.")
    assert duty.text_in_client_language.startswith("I come to our talks.")
    assert READY_DUTIES[0] not in ready_duties(taken, german())
    assert len(ready_duties(taken, german())) == len(READY_DUTIES) - 1
    assert take_duty(CASE, READY_DUTIES[0], german(), None).duties[0].text_in_client_language == ""


def test_a_review_is_of_today() -> None:
    assert begin_review(a_desk(TRANSLATIONS)).reviewed_on == TODAY
