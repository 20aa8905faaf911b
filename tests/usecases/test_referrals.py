"""Referrals and what was agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.referral import AgreedPoint, ReferralKind, ReferralState, Shared
from iq_desktop.usecases.referrals import (
    REMIND_AFTER,
    add_point,
    add_referral,
    change_point,
    change_referral,
    is_referred_to,
    move_point,
    refer_to_course,
    remove_point,
    remove_referral,
)
from tests.support.builders import TODAY, a_course
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS

DESK = a_desk(TRANSLATIONS)
EMPTY = CaseFile(opened_on=TODAY)


def _points(*words: str) -> CaseFile:
    return replace(EMPTY, agreement=tuple(AgreedPoint(word, id=word) for word in words))


def _order(case: CaseFile) -> str:
    return "".join(point.text for point in case.agreement)


def test_a_course_is_referred_to_once_with_a_day_to_ask_again() -> None:
    case = refer_to_course(DESK, EMPTY, a_course(), "Reklamationen bearbeiten")
    referral = case.referrals[0]
    assert referral.recipient == "Deutsch für den Verkauf (B1) · Volkshochschule Berlin Mitte"
    assert (referral.course, referral.state) == ("demo/course-1", ReferralState.PLANNED)
    assert (referral.agreed_on, referral.remind_on) == (TODAY, TODAY + REMIND_AFTER)
    assert referral.starts_on == TODAY + dt.timedelta(days=21)
    assert refer_to_course(DESK, case, a_course()) is case


def test_a_course_that_refused_is_referred_to_once_more() -> None:
    case = refer_to_course(DESK, EMPTY, a_course(), "Deutsch")
    first = replace(case.referrals[0], state=ReferralState.REFUSED, shares=(Shared.BIRTH,))
    refused = change_referral(case, first)
    assert not is_referred_to(refused, "demo/course-1")
    twice = refer_to_course(DESK, refused, a_course())
    earlier, again = twice.referrals
    assert (again.earlier_id, again.reason, again.shares) == (first.id, "Deutsch", (Shared.BIRTH,))
    assert (again.state, earlier.remind_on) == (ReferralState.PLANNED, None)
    assert refer_to_course(DESK, twice, a_course()) is twice, "one referral waits"
    finished = change_referral(case, replace(first, state=ReferralState.FINISHED))
    assert refer_to_course(DESK, finished, a_course()) is finished


def test_a_referral_in_words_is_changed_and_removed_alone() -> None:
    case = add_referral(DESK, refer_to_course(DESK, EMPTY, a_course()), ReferralKind.COMPETENT_BODY, " HWK Berlin ")
    sent = replace(case.referrals[1], state=ReferralState.SENT)
    case = change_referral(case, sent)
    assert case.referrals[1] == sent
    assert sent.recipient == "HWK Berlin"
    assert [one.course for one in remove_referral(case, sent).referrals] == ["demo/course-1"]


@given(st.integers(0, 3), st.integers(-9, 9))
def test_moving_a_point_keeps_all_of_them_and_stops_at_the_ends(place: int, by: int) -> None:
    case = _points(*"abcd")
    moved = move_point(case, case.agreement[place], by)
    assert sorted(moved.agreement, key=lambda point: point.text) == list(case.agreement)
    assert moved.agreement.index(case.agreement[place]) == min(max(place + by, 0), 3)


def test_points_are_added_changed_and_removed() -> None:
    case = add_point(_points("a"), AgreedPoint("b", id="b"))
    case = change_point(case, AgreedPoint("c", id="a"))
    assert _order(case) == "cb"
    assert _order(remove_point(case, case.agreement[0])) == "b"
