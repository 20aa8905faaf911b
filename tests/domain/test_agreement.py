"""Who signed which words: what changes them, what does not, and what a bent signature shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.agreement import (
    Duty,
    Goal,
    Signature,
    SignedState,
    Signer,
    agreement_words,
    mark_of,
    seal_of,
    valid_signatures,
)
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.domain.referral import AgreedPoint, Who
from tests.support.builders import TODAY, a_case
from tests.support.full_cases import an_empty_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile

POINT = AgreedPoint("Zeugnisse übersetzen", "ترجمة الشهادات", Who.CLIENT, dt.date(2026, 12, 1), id="p")
CASE = replace(
    a_case(),
    goals=(Goal("Als Pflegefachfrau arbeiten", "", PartialDate(2028), id="g"),),
    agreement=(POINT,),
    duties=(Duty("Wir erklären jeden Schritt.", "", Who.ADVISER, id="d"),),
)


def signed(case: CaseFile, signer: Signer = Signer.CLIENT) -> Signature:
    signature = Signature(signer, signed_on=TODAY, name="Layla", words=agreement_words(case), strokes="1,1 300,300")
    return replace(signature, seal=seal_of(signature))


def with_point(**changes: object) -> CaseFile:
    return replace(CASE, agreement=(replace(POINT, **changes),))  # type: ignore[arg-type]  # names are fields


@pytest.mark.parametrize(
    "after",
    [
        with_point(text="Zeugnisse beglaubigen"),
        with_point(text_in_client_language=""),
        with_point(who=Who.BOTH),
        with_point(due=None),
        replace(CASE, goals=()),
        replace(CASE, goals=(replace(CASE.goals[0], hoped_by=PartialDate(2027)),)),
        replace(CASE, duties=(replace(CASE.duties[0], who=Who.BOTH),)),
        replace(CASE, agreement=(POINT, AgreedPoint("Noch etwas"))),
    ],
)
def test_a_signature_holds_no_longer_when_the_words_change(after: CaseFile) -> None:
    assert signed(CASE).state(agreement_words(CASE)) is SignedState.VALID
    assert signed(CASE).state(agreement_words(after)) is SignedState.EARLIER


@pytest.mark.parametrize(
    "after",
    [
        with_point(done_on=TODAY),
        with_point(picture=PointPicture.OFFICE),
        with_point(text="  Zeugnisse   übersetzen\n"),
        replace(CASE, goals=(replace(CASE.goals[0], reached_on=TODAY),)),
        replace(CASE, agreement=(POINT, AgreedPoint("  "))),
    ],
)
def test_what_is_done_and_how_it_looks_changes_no_words(after: CaseFile) -> None:
    assert agreement_words(after) == agreement_words(CASE)


@pytest.mark.parametrize(
    "bend",
    [
        lambda one: replace(one, words=one.words + "!"),
        lambda one: replace(one, name="Somebody"),
        lambda one: replace(one, strokes="1,1 300,301"),
        lambda one: replace(one, signer=Signer.ADVISER),
        lambda one: replace(one, signed_on=dt.date(2020, 1, 1)),
        lambda one: replace(one, seal=""),
    ],
    ids=["words", "name", "strokes", "signer", "day", "seal"],
)
def test_a_signature_of_which_anything_was_exchanged_is_told(bend: Callable[[Signature], Signature]) -> None:
    assert bend(signed(CASE)).state(agreement_words(CASE)) is SignedState.BENT


def test_the_newest_signature_of_each_side_counts() -> None:
    old = signed(replace(CASE, goals=()))
    case = replace(CASE, signatures=(old, signed(CASE), signed(CASE, Signer.ADVISER)))
    assert [one.signer for one in valid_signatures(case)] == [Signer.CLIENT, Signer.ADVISER]
    assert valid_signatures(replace(CASE, signatures=(signed(CASE), old))) == ()


def test_nothing_agreed_has_no_words_and_every_mark_is_short() -> None:
    assert agreement_words(an_empty_case()) == ""
    assert len(mark_of(agreement_words(CASE))) == 14
