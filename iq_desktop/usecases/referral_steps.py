"""What happens to a referral: sent, answered, what came of it; and referring again, to somebody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.incoming_referral import IncomingReferral
from iq_desktop.domain.passing_on import may_be_told
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
from iq_desktop.usecases.parts import Parts, add_part
from iq_desktop.usecases.referral_consents import consent_words
from iq_desktop.usecases.referrals import REMIND_AFTER, change_referral
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.organisations import Addressee


class NotAgreedError(IqError):
    """Something shall be sent to a recipient whom the person does not let be told anything."""


@dataclass(frozen=True, slots=True)
class ShownReferral:
    """A referral as it is looked at: what happened, what may follow, and the consent in words."""

    referral: Referral
    steps: tuple[ReferralStep, ...]
    offered: tuple[ReferralStepKind, ...]
    consent: Text
    is_agreed: bool
    can_refer_again: bool
    earlier: str
    """To whom the person was referred before, where this referral came in its place."""
    problems: Mapping[str, tuple[Problem, ...]]
    """What is wrong with a step, by its identity."""

    @property
    def id(self) -> str:
        """The identity of the referral."""
        return self.referral.id


def look_at_referrals(desk: Desk, case: CaseFile) -> tuple[ShownReferral, ...]:
    """Return the referrals of a case as they are looked at, the newest first."""
    today = desk.clock.today()
    followed = {one.earlier_id for one in case.referrals}
    names = {one.id: one.recipient for one in case.referrals}
    return tuple(
        ShownReferral(
            referral=one,
            steps=(steps := steps_of_referral(case.referral_steps, one)),
            offered=next_steps(one.state),
            consent=consent_words(case, one),
            is_agreed=may_be_told(case, one),
            can_refer_again=one.state in FAILED and one.id not in followed,
            earlier=names.get(one.earlier_id, ""),
            problems={step.id: found for step in steps if (found := step.problems(today))},
        )
        for one in reversed(case.referrals)
    )


def note_step(case: CaseFile, referral: Referral, kind: ReferralStepKind, day: dt.date) -> CaseFile:
    """Return the case with what happened to a referral; state and the day to ask again follow from it.

    Raises NotAgreedError where a letter shall be sent to somebody who may not be told anything.
    """
    if kind is ReferralStepKind.SENT and not may_be_told(case, referral):
        raise NotAgreedError(
            say("{recipient} may not be told anything about the person yet.", recipient=referral.recipient or "–"),
            say("Ask the person, and note above what may be told. Then the letter can be sent."),
        )
    step = ReferralStep(referral.id, kind, day, by_whom=_usual_name(referral, kind))
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
    again = Referral(
        recipient="",
        kind=referral.kind,
        reason=referral.reason,
        agreed_on=today,
        remind_on=today + REMIND_AFTER,
        shares=referral.shares,
        earlier_id=referral.id,
    )
    named = again if addressee is None else with_addressee(again, addressee)
    quiet = change_referral(case, replace(referral, remind_on=None))
    return replace(quiet, referrals=(*quiet.referrals, named))


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


def step_facts(step: ReferralStep) -> tuple[Text, ...]:
    """Return how a step was done, with whom, and what was said."""
    way = step.way.label if step.way else NOTHING
    return tuple(text for text in (way, as_it_is(step.by_whom), as_it_is(step.words.split("\n")[0])) if text.message)


def history_of(case: CaseFile, referral: Referral) -> tuple[Text, ...]:
    """Return the history of a referral as short lines, the oldest first."""
    agreed = (say("{day}: planned", day=referral.agreed_on),) if referral.agreed_on else ()
    lines = tuple(_line(one) for one in steps_of_referral(case.referral_steps, referral))
    after = next((one for one in case.referrals if one.earlier_id == referral.id), None)
    onward = (say("Referred again: {recipient}", recipient=after.recipient or "–"),) if after else ()
    return (*agreed, *lines, *onward)


def _line(step: ReferralStep) -> Text:
    what = joined((step.kind.label, *step_facts(step)), ", ")
    return say("{day}: {what}", day=step.day, what=what) if step.day else what


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
