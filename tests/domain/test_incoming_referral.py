"""Whoever sent a person waits for an answer, until there is one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.closing import closing_gaps
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.incoming_referral import IncomingAnswer, IncomingReferral
from iq_desktop.domain.organisation import Organisation
from iq_desktop.domain.referral import Referral, ReferralState

DAY = dt.date(2026, 11, 3)
WEEK = dt.timedelta(days=7)
SENT_TO_US = IncomingReferral("Jobcenter", came_on=DAY, id="in")


def test_the_sender_waits_a_week_at_most() -> None:
    assert SENT_TO_US.answer_due == DAY + WEEK
    assert replace(SENT_TO_US, answer=IncomingAnswer.TAKEN_ON).answer_due == DAY + WEEK, "nobody was told yet"
    assert replace(SENT_TO_US, answer=IncomingAnswer.TAKEN_ON, answered_on=DAY).answer_due is None
    assert replace(SENT_TO_US, came_on=None).answer_due is None
    assert replace(SENT_TO_US, came_on=dt.date.max).answer_due == dt.date.max


def test_an_entry_says_what_it_lacks_and_what_cannot_be() -> None:
    assert {one.field for one in IncomingReferral().problems(DAY)} == {"sender", "came_on"}
    assert SENT_TO_US.problems(DAY) == ()
    told = replace(SENT_TO_US, answer=IncomingAnswer.DONE)
    assert [one.field for one in told.problems(DAY)] == ["answered_on"]
    before = replace(told, answered_on=DAY - WEEK)
    assert [one.field for one in before.problems(DAY)] == ["answered_on"]
    assert [one.field for one in replace(SENT_TO_US, came_on=DAY + WEEK).problems(DAY)] == ["came_on"]


def test_an_organisation_needs_a_name_and_cannot_be_checked_tomorrow() -> None:
    assert [one.field for one in Organisation().problems(DAY)] == ["name"]
    assert [one.field for one in Organisation("VHS", checked_on=DAY + WEEK).problems(DAY)] == ["checked_on"]
    assert Organisation("VHS", checked_on=DAY).problems(DAY) == ()
    assert Organisation("VHS", phone="030").is_reachable
    assert not Organisation("VHS", place="Berlin").is_reachable


def test_today_reminds_of_senders_and_of_referrals_until_one_knows_how_they_went() -> None:
    case = CaseFile(DAY, incoming_referrals=(SENT_TO_US,))
    (waits,) = deadlines_of(case)
    assert (waits.kind, waits.due, waits.item, waits.words) == (
        ReminderKind.SENDER_WAITS,
        DAY + WEEK,
        "in",
        "Jobcenter",
    )
    told = [gap.field for gap in closing_gaps(case) if gap.page == "referral"]
    assert told == ["in.answer"]
    for state in ReferralState:
        asked = deadlines_of(CaseFile(DAY, referrals=(Referral("VHS", state=state, remind_on=DAY, id="r"),)))
        ended = {ReferralState.REFUSED, ReferralState.FINISHED, ReferralState.DROPPED}
        assert bool(asked) is (state not in ended), state
        begins = deadlines_of(CaseFile(DAY, referrals=(Referral("VHS", state=state, starts_on=DAY, id="r"),)))
        still_to_begin = {ReferralState.PLANNED, ReferralState.SENT, ReferralState.ACCEPTED}
        assert bool(begins) is (state in still_to_begin), state
