"""The state of a referral follows from what happened to it, and so does the day on which one asks again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.domain.referral_step import (
    FAILED,
    ReferralStep,
    ReferralStepKind,
    ask_on,
    next_steps,
    state_after,
    steps_of_referral,
)

DAY = dt.date(2026, 11, 3)
REFERRAL = Referral("VHS", id="r")
KIND = ReferralStepKind


def steps(*kinds: ReferralStepKind) -> tuple[ReferralStep, ...]:
    """Return steps of these kinds, one a day."""
    return tuple(ReferralStep("r", kind, DAY + dt.timedelta(days=at), id=str(at)) for at, kind in enumerate(kinds))


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), ReferralState.PLANNED),
        ((KIND.SENT,), ReferralState.SENT),
        ((KIND.SENT, KIND.ASKED), ReferralState.SENT),
        ((KIND.ASKED,), ReferralState.PLANNED),
        ((KIND.SENT, KIND.NO_ANSWER, KIND.ASKED), ReferralState.NO_ANSWER),
        ((KIND.SENT, KIND.ACCEPTED, KIND.CAME, KIND.STARTED, KIND.FINISHED), ReferralState.FINISHED),
        ((KIND.SENT, KIND.ACCEPTED, KIND.DROPPED), ReferralState.DROPPED),
    ],
)
def test_the_last_step_that_leads_anywhere_decides(kinds: tuple[ReferralStepKind, ...], state: ReferralState) -> None:
    assert state_after(steps(*kinds)) is state


@given(st.lists(st.integers(0, 20), max_size=12))
def test_every_way_comes_to_an_end_and_only_offers_what_moves_it_on(choices: list[int]) -> None:
    state, walked = ReferralState.PLANNED, 0
    for at in choices:
        offered = next_steps(state)
        if not offered:
            assert state in FAILED | {ReferralState.FINISHED}
            return
        kind = offered[at % len(offered)]
        after = state_after(steps(kind)) if kind is not KIND.ASKED else state
        assert after is not state or kind is KIND.ASKED
        state, walked = after, walked + (kind is not KIND.ASKED)
        assert walked <= 6


@pytest.mark.parametrize(
    ("kind", "starts_on", "days"),
    [
        (KIND.SENT, None, 14),
        (KIND.ASKED, None, 7),
        (KIND.ACCEPTED, None, 14),
        (KIND.ACCEPTED, DAY + dt.timedelta(days=30), 37),
        (KIND.ACCEPTED, DAY - dt.timedelta(days=30), 7),
        (KIND.REFUSED, None, None),
        (KIND.STARTED, None, None),
    ],
)
def test_one_asks_again_when_it_is_time(kind: ReferralStepKind, starts_on: dt.date | None, days: int | None) -> None:
    asked = ask_on(replace(REFERRAL, starts_on=starts_on), ReferralStep("r", kind, DAY))
    assert asked == (None if days is None else DAY + dt.timedelta(days=days))


def test_a_mistyped_day_breaks_no_calendar() -> None:
    assert ask_on(REFERRAL, ReferralStep("r", KIND.SENT, dt.date.max)) == dt.date.max
    kept = replace(REFERRAL, remind_on=DAY)
    assert ask_on(kept, ReferralStep("r", KIND.SENT)) == DAY, "without a day the reminder stays"


def test_steps_stand_in_the_order_of_their_days_and_only_those_of_the_referral() -> None:
    late, early = ReferralStep("r", day=DAY, id="late"), ReferralStep("r", day=DAY - dt.timedelta(days=1), id="early")
    dayless, other = ReferralStep("r", id="dayless"), ReferralStep("other", day=DAY, id="other")
    found = steps_of_referral((dayless, late, other, early), REFERRAL)
    assert [one.id for one in found] == ["early", "late", "dayless"]


def test_a_step_needs_its_day_which_has_come() -> None:
    assert [one.field for one in ReferralStep("r").problems(DAY)] == ["day"]
    assert ReferralStep("r", day=DAY).problems(DAY) == ()
    (late,) = ReferralStep("r", day=DAY + dt.timedelta(days=1)).problems(DAY)
    assert late.field == "day"
