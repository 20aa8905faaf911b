"""What a counselling still lacks before it can be closed: nothing stays in our hands, nothing stays without answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.referral import ReferralState
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Appointment

_UNANSWERED = frozenset({ReferralState.PLANNED, ReferralState.SENT})


@dataclass(frozen=True, slots=True)
class ClosingGap:
    """One thing that is missing, and on which page of the case, at which field it is mended."""

    page: str
    field: str
    text: Text


def closing_gaps(case: CaseFile) -> tuple[ClosingGap, ...]:
    """Return what still keeps a case from being closed, what matters to the person first."""
    found = (*_in_our_hands(case), *_without_answer(case), *_still_to_do(case))
    if case.kind is CaseKind.SHORT:
        return found
    return (*found, *_without_consent(case), *_without_report(case))


def _in_our_hands(case: CaseFile) -> Iterator[ClosingGap]:
    for paper in case.papers:
        if paper.is_in_our_hands:
            yield ClosingGap("papers", "papers", say("An original is still at the centre: {paper}.", paper=paper.title))


def _without_answer(case: CaseFile) -> Iterator[ClosingGap]:
    for referral in case.referrals:
        if referral.state in _UNANSWERED:
            text = say("A referral has no answer yet: {recipient}.", recipient=referral.recipient)
            yield ClosingGap("referral", "referrals", text)


def _still_to_do(case: CaseFile) -> Iterator[ClosingGap]:
    for appointment in case.appointments:
        if appointment.is_open:
            text = say("Something is still to be done: {what}.", what=_name_of(appointment))
            yield ClosingGap("follow_up", "appointments", text)


def _name_of(appointment: Appointment) -> Text:
    return as_it_is(appointment.what) if appointment.what else appointment.kind.label


def _without_consent(case: CaseFile) -> Iterator[ClosingGap]:
    if valid_consent(case.consents, Purpose.COUNSELLING) is None:
        yield ClosingGap("contact", "consents", say("The consent to keep a case file is missing."))


def _without_report(case: CaseFile) -> Iterator[ClosingGap]:
    state = niq_state(case)
    if state.light is NiqLight.RED:
        first = state.gaps[0]
        yield ClosingGap(first.page, first.field, say("The documentation NIQ cannot take the case yet."))
