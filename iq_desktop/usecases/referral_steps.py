"""What happens to a referral: sent, answered, what came of it; and referring again, there or to somebody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.incoming_referral import IncomingReferral
from iq_desktop.domain.passing_on import may_be_told
from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.domain.referral_step import (
    ReferralStep,
    ReferralStepKind,
    ask_on,
    state_after,
    steps_of_referral,
)
from iq_desktop.usecases.parts import Parts, add_part
from iq_desktop.usecases.referrals import REMIND_AFTER, change_referral, once_more
from iq_desktop.usecases.routes import find_course
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.organisations import Addressee


class NotAgreedError(IqError):
    """Something shall be sent to a recipient whom the person does not let be told anything."""


def note_step(case: CaseFile, referral: Referral, kind: ReferralStepKind, day: dt.date, words: str = "") -> CaseFile:
    """Return the case with what happened to a referral; state and the day to ask again follow from it.

    `words` stand beside the step, such as the address to which a letter went.

    Raises NotAgreedError where a letter shall be sent to somebody who may not be told anything.
    """
    if kind is ReferralStepKind.SENT and not may_be_told(case, referral):
        raise NotAgreedError(
            say("{recipient} may not be told anything about the person yet.", recipient=referral.recipient or "–"),
            say("Ask the person, and note above what may be told. Then the letter can be sent."),
        )
    step = ReferralStep(referral.id, kind, day, by_whom=_usual_name(referral, kind), words=words)
    return _follow(replace(case, referral_steps=(*case.referral_steps, step)), referral, step)


def change_step(case: CaseFile, step: ReferralStep) -> CaseFile:
    """Return the case with another state of a step; the referral follows it."""
    steps = tuple(step if one.id == step.id else one for one in case.referral_steps)
    changed = replace(case, referral_steps=steps)
    referral = _referral_of(changed, step)
    if referral is None:
        return changed
    is_last = steps_of_referral(steps, referral)[-1].id == step.id
    was = next((one for one in case.referral_steps if one.id == step.id), step)
    return _follow(changed, referral, step) if is_last and was.day != step.day else _follow(changed, referral, None)


def remove_step(case: CaseFile, step: ReferralStep) -> CaseFile:
    """Return the case without a step; the referral is where the steps before lead."""
    left = replace(case, referral_steps=tuple(one for one in case.referral_steps if one.id != step.id))
    referral = _referral_of(left, step)
    if referral is None:
        return left
    others = steps_of_referral(left.referral_steps, referral)
    return _follow(left, referral, others[-1] if others else None)


def refer_again(desk: Desk, case: CaseFile, referral: Referral, addressee: Addressee | None = None) -> CaseFile:
    """Return the case with a new referral in place of one that failed, the newest of the case.

    Reason and what the letter shall tell come along; the consent does not: it is asked anew for the new recipient,
    who may be named later.
    """
    today = desk.clock.today()
    again = Referral(recipient="", kind=referral.kind, agreed_on=today, remind_on=today + REMIND_AFTER)
    return once_more(case, referral, again if addressee is None else with_addressee(again, addressee))


def refer_there_again(desk: Desk, case: CaseFile, referral: Referral) -> CaseFile:
    """Return the case with a new referral to the same place, course and all, in place of one that failed.

    What the person agreed to for that place holds on until it is taken back, and can be agreed to anew. The course
    begins when its catalogue says so now; a day that has passed is left out, so that a new one is asked for.
    """
    today = desk.clock.today()
    course = find_course(desk, referral.course) if referral.course else None
    days = (course.starts_on if course else None, referral.starts_on)
    again = Referral(
        recipient=referral.recipient,
        kind=referral.kind,
        course=referral.course,
        place=referral.place,
        starts_on=next((day for day in days if day is not None and day >= today), None),
        agreed_on=today,
        remind_on=today + REMIND_AFTER,
        organisation_id=referral.organisation_id,
        contact_person=referral.contact_person,
    )
    return once_more(case, referral, again)


def refer_to(desk: Desk, case: CaseFile, addressee: Addressee) -> CaseFile:
    """Return the case with a planned referral to somebody of the directory."""
    today = desk.clock.today()
    referral = Referral("", agreed_on=today, remind_on=today + REMIND_AFTER)
    return replace(case, referrals=(*case.referrals, with_addressee(referral, addressee)))


def with_addressee(referral: Referral, addressee: Addressee) -> Referral:
    """Return a referral that goes to somebody of the directory."""
    return replace(
        referral,
        recipient=addressee.name,
        kind=addressee.kind,
        place=addressee.place,
        contact_person=addressee.contact_person,
        organisation_id=addressee.id,
        course="",
    )


def begin_incoming(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case with a person who was sent to the centre today; by whom is asked."""
    return add_part(case, Parts.INCOMING_REFERRALS, IncomingReferral(came_on=desk.clock.today()))


def _follow(case: CaseFile, referral: Referral, step: ReferralStep | None) -> CaseFile:
    """Return the case in which a referral is where its steps lead, to be asked about as the given step says."""
    steps = steps_of_referral(case.referral_steps, referral)
    state = state_after(steps) if steps else ReferralState.PLANNED
    remind = ask_on(referral, step) if step is not None else referral.remind_on
    return change_referral(case, replace(referral, state=state, remind_on=remind))


def _referral_of(case: CaseFile, step: ReferralStep) -> Referral | None:
    return next((one for one in case.referrals if one.id == step.referral_id), None)


def _usual_name(referral: Referral, kind: ReferralStepKind) -> str:
    """Return whom one wrote to, or asked, where the referral names somebody."""
    return referral.contact_person if kind in {ReferralStepKind.SENT, ReferralStepKind.ASKED} else ""
