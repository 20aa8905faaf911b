"""What a restriction or a withdrawn consent stops, purpose by purpose, and what may still be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose, Release
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.keeping import Correction, Keeping, RestrictReason
from iq_desktop.domain.qualification import Paper, Whereabouts
from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.domain.rights import (
    NO_COUNSELLING,
    NO_QUESTION_LATER,
    NO_REFERRAL,
    NO_STATISTICS,
    RESTRICTED,
    Act,
    find_stop,
    find_stop_of_change,
    is_withdrawn,
    what_is_stopped,
)
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing
from tests.support.builders import TODAY, a_case
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


def withdrawn(*purposes: Purpose) -> CaseFile:
    """Return a usual case in which consents were given and withdrawn."""
    consents = tuple(Consent(one, TODAY, "ar", CONSENT_WORDING, withdrawn_on=TODAY, id=one.value) for one in purposes)
    return replace(a_usual_case(), consents=consents)


def restricted() -> CaseFile:
    return replace(a_usual_case(), keeping=Keeping(restricted_since=TODAY, restriction=RestrictReason.DISPUTED))


def test_a_usual_case_is_not_stopped() -> None:
    case = replace(a_usual_case(), consents=())
    assert what_is_stopped(case) == ()
    assert all(find_stop(case, act) is None for act in Act)
    assert find_stop_of_change(case, case.with_contact(Contact())) is None


@pytest.mark.parametrize(
    ("purpose", "stop"),
    [
        (Purpose.COUNSELLING, NO_COUNSELLING),
        (Purpose.STATISTICS, NO_STATISTICS),
        (Purpose.REFERRAL, NO_REFERRAL),
        (Purpose.CONTACT_LATER, NO_QUESTION_LATER),
    ],
)
def test_each_purpose_stops_what_it_covers(purpose: Purpose, stop: object) -> None:
    assert what_is_stopped(withdrawn(purpose)) == (stop,)


def test_a_consent_that_was_given_again_holds() -> None:
    case = withdrawn(Purpose.STATISTICS)
    again = (*case.consents, Consent(Purpose.STATISTICS, TODAY, "ar", CONSENT_WORDING))
    assert not is_withdrawn(replace(case, consents=again), Purpose.STATISTICS)
    assert not is_withdrawn(a_case(consents=()), Purpose.STATISTICS)


def test_statistics_stops_only_counting() -> None:
    case = withdrawn(Purpose.STATISTICS)
    assert find_stop(case, Act.COUNT) is NO_STATISTICS
    assert [act for act in Act if find_stop(case, act)] == [Act.COUNT]
    assert find_stop_of_change(case, case.with_contact(Contact())) is None


@pytest.mark.parametrize(
    "part", ["contact", "client", "languages", "competences", "talks", "agreement", "referrals", "life", "papers"]
)
def test_without_counselling_or_while_restricted_nothing_is_worked_on(part: str) -> None:
    empty = {"contact": Contact(), "client": a_case().client}
    for case in (withdrawn(Purpose.COUNSELLING), restricted()):
        changed = replace(case, **{part: empty.get(part, ())})  # type: ignore[arg-type]  # by name
        stop = find_stop_of_change(case, changed)
        assert stop in {NO_COUNSELLING, RESTRICTED}
        assert stop is what_is_stopped(case)[0]


def test_rights_of_the_person_can_always_be_kept() -> None:
    for case in (withdrawn(Purpose.COUNSELLING), restricted()):
        free = replace(case, keeping=Keeping())
        mended = replace(case, corrections=(Correction("Name", "Ahmadi", "Ahmadi-Rahimi", TODAY),))
        again = replace(case, consents=(*case.consents, Consent(Purpose.REFERRAL, TODAY, "ar", CONSENT_WORDING)))
        for changed in (free, mended, again, replace(case, adviser_id="somebody else")):
            assert find_stop_of_change(case, changed) is None


def test_who_ended_the_counselling_can_be_closed_but_a_restricted_case_waits() -> None:
    closing = Closing(closed_on=TODAY)
    ended, kept = withdrawn(Purpose.COUNSELLING), restricted()
    assert find_stop_of_change(ended, replace(ended, closing=closing)) is None
    assert find_stop_of_change(kept, replace(kept, closing=closing)) is RESTRICTED


def test_originals_can_always_be_handed_back() -> None:
    paper = Paper("Zeugnis", whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY, id="certificate")
    back = replace(paper, whereabouts=Whereabouts.CLIENT, handed_back_on=TODAY)
    for case in (withdrawn(Purpose.COUNSELLING), restricted()):
        holding = replace(case, papers=(paper,))
        assert find_stop_of_change(holding, replace(holding, papers=(back,))) is None
        renamed = replace(holding, papers=(replace(back, name="Diplom"),))
        assert find_stop_of_change(holding, renamed) is not None
        assert find_stop_of_change(holding, replace(holding, papers=(back, paper))) is not None


def test_without_the_consent_nothing_is_passed_on() -> None:
    case = replace(withdrawn(Purpose.REFERRAL), referrals=(Referral("VHS", id="one"),), releases=())
    sent = replace(case.referrals[0], state=ReferralState.SENT)
    assert find_stop_of_change(case, replace(case, referrals=(sent,))) is NO_REFERRAL
    assert find_stop_of_change(case, replace(case, referrals=(*case.referrals, Referral("Kammer")))) is NO_REFERRAL
    release = Release("Jobcenter", "Stand", TODAY, id="release")
    assert find_stop_of_change(case, replace(case, releases=(release,))) is NO_REFERRAL
    dropped = replace(case.referrals[0], state=ReferralState.DROPPED)
    assert find_stop_of_change(case, replace(case, referrals=(dropped,))) is None
    assert find_stop_of_change(case, case.with_contact(Contact())) is None
    assert find_stop(case, Act.REFER) is NO_REFERRAL
    assert find_stop(case, Act.PRINT) is None


def test_what_was_sent_before_may_get_its_answer() -> None:
    case = withdrawn(Purpose.REFERRAL)
    sent = replace(case, referrals=(Referral("VHS", state=ReferralState.SENT, id="one"),))
    answered = replace(sent, referrals=(replace(sent.referrals[0], state=ReferralState.ACCEPTED),))
    assert find_stop_of_change(sent, answered) is None


def test_nobody_asks_after_six_months_without_the_consent() -> None:
    later = Appointment(TODAY, kind=AppointmentKind.SIX_MONTHS, id="later")
    case = replace(a_usual_case(), consents=(), appointments=(later, *a_usual_case().appointments))
    closed = replace(case, closing=Closing(TODAY), appointments=())
    stopped = withdrawn(Purpose.CONTACT_LATER)
    kinds = {one.kind for one in deadlines_of(case)} & {one.kind for one in deadlines_of(closed)}
    assert kinds == {ReminderKind.SIX_MONTHS}
    for one in (case, closed):
        quiet = replace(one, consents=stopped.consents)
        assert ReminderKind.SIX_MONTHS not in {deadline.kind for deadline in deadlines_of(quiet)}
    kept = {deadline.kind for deadline in deadlines_of(replace(case, consents=stopped.consents))}
    assert kept == {one.kind for one in deadlines_of(case)} - {ReminderKind.SIX_MONTHS}


def test_only_the_return_of_papers_is_reminded_of_where_a_case_is_only_kept() -> None:
    paper = Paper("Zeugnis", whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY, id="certificate")
    for case in (withdrawn(Purpose.COUNSELLING), restricted()):
        assert {one.kind for one in deadlines_of(replace(case, papers=(paper,)))} == {ReminderKind.PAPER_BACK}
