"""What a counselling still lacks before it can be closed: nothing stays in our hands, nothing stays without answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.agreement import Signer, agreement_words, valid_signatures
from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.niq import red_gaps
from iq_desktop.domain.procedure import steps_of
from iq_desktop.domain.procedure_clocks import running_clocks
from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.domain.referral import ReferralState
from iq_desktop.domain.talk import AppointmentKind
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Appointment

_NO_LAW = ProcedureLaw()
_UNANSWERED = frozenset({ReferralState.PLANNED, ReferralState.SENT})


@dataclass(frozen=True, slots=True)
class ClosingGap:
    """One thing that is missing, and on which page of the case, at which field it is mended."""

    page: str
    field: str
    text: Text


def closing_gaps(case: CaseFile, law: ProcedureLaw = _NO_LAW) -> tuple[ClosingGap, ...]:
    """Return what still keeps a case from being closed, what matters to the person first.

    `law` is what the clocks of procedures rest on; without it none of them runs.
    """
    found = (*_in_our_hands(case), *_running(case, law), *_without_answer(case), *_still_to_do(case))
    if case.kind is CaseKind.SHORT:
        return found
    return (*found, *_unsigned(case), *_without_consent(case), *_without_report(case))


def _in_our_hands(case: CaseFile) -> Iterator[ClosingGap]:
    for paper in case.papers:
        if paper.is_in_our_hands:
            yield ClosingGap(
                "papers",
                f"{paper.id}.handed_back_on",
                say("An original is still at the centre: {paper}.", paper=paper.title),
            )


def _without_answer(case: CaseFile) -> Iterator[ClosingGap]:
    for referral in case.referrals:
        if referral.state in _UNANSWERED:
            text = say("A referral has no answer yet: {recipient}.", recipient=referral.recipient or "–")
            yield ClosingGap("referral", f"{referral.id}.state", text)
    for incoming in case.incoming_referrals:
        if not incoming.is_answered:
            text = say("Whoever sent the person has no answer yet: {sender}.", sender=incoming.sender or "–")
            yield ClosingGap("referral", f"{incoming.id}.answer", text)


def _running(case: CaseFile, law: ProcedureLaw) -> Iterator[ClosingGap]:
    """Yield the periods that end some day, the next one of each procedure."""
    for procedure in case.procedures:
        clocks = running_clocks(procedure, steps_of(case, procedure), law)
        dues = [one.due for one in clocks if one.due is not None]
        if dues:
            name = procedure.body_name or procedure.reference_occupation or procedure.kind.label
            text = say("A period is still running until {day}: {name}.", day=min(dues), name=name)
            yield ClosingGap("recognition", f"{procedure.id}.steps", text)


def _still_to_do(case: CaseFile) -> Iterator[ClosingGap]:
    for appointment in case.appointments:
        if _is_to_do(appointment):
            text = say("Something is still to be done: {what}.", what=_name_of(appointment))
            yield ClosingGap("follow_up", f"{appointment.id}.is_done", text)


def _is_to_do(appointment: Appointment) -> bool:
    """Return whether something waits, a task also without a day; the question after six months comes with the end."""
    if appointment.kind is AppointmentKind.SIX_MONTHS:
        return False
    return appointment.is_open or (appointment.is_task and not appointment.is_done)


def _name_of(appointment: Appointment) -> Text:
    return as_it_is(appointment.what) if appointment.what else appointment.kind.label


def _unsigned(case: CaseFile) -> Iterator[ClosingGap]:
    """Yield that the person did not sign what was agreed, as it stands now."""
    if agreement_words(case) and all(one.signer is not Signer.CLIENT for one in valid_signatures(case)):
        text = say("What was agreed is not signed by the person as it stands now.")
        yield ClosingGap("agreement", "signatures", text)


def _without_consent(case: CaseFile) -> Iterator[ClosingGap]:
    if valid_consent(case.consents, Purpose.COUNSELLING) is None:
        yield ClosingGap("contact", "consents", say("The consent to keep a case file is missing."))


def _without_report(case: CaseFile) -> Iterator[ClosingGap]:
    for first in red_gaps(case)[:1]:
        yield ClosingGap(first.page, first.field, say("The documentation NIQ cannot take the case yet."))
