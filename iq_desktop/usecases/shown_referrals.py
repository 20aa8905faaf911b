"""Referrals as they are looked at: the consent, what happened, what may follow, and all of it in short words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.passing_on import find_release, may_be_told, missing_fields
from iq_desktop.domain.problem import Problem
from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.domain.referral_step import FAILED, ReferralStep, ReferralStepKind, next_steps, steps_of_referral
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.usecases.referral_consents import consent_words
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.incoming_referral import IncomingReferral
    from iq_desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ShownReferral:
    """A referral as it is looked at: what happened, what may follow, and the consent in words."""

    referral: Referral
    steps: tuple[ReferralStep, ...]
    offered: tuple[ReferralStepKind, ...]
    consent: Text
    is_agreed: bool
    can_agree: bool
    """Whether there is somebody to agree to, and something that is not agreed to yet."""
    is_incomplete: bool
    """Whether the letter shall tell more than was agreed to."""
    can_refer_again: bool
    earlier: str
    """To whom the person was referred before, where this referral came in its place."""
    later: str
    """To whom the person was referred instead, where this one failed; “–” while nobody is named."""
    problems: Mapping[str, tuple[Problem, ...]]
    """What is wrong with a step, by its identity."""

    @property
    def asks_consent(self) -> bool:
        """Whether anything is still passed on: not once the referral has failed or come to an end."""
        return bool(self.offered)

    @property
    def asks_fields(self) -> bool:
        """Whether one still chooses what the letter shall tell: before it went out, or while a consent is missing."""
        return self.referral.state is ReferralState.PLANNED or not self.is_agreed or self.is_incomplete

    @property
    def before(self) -> Text:
        """What this referral came in place of, in words; nothing where it is the first one."""
        if not self.earlier:
            return NOTHING
        if self.earlier == self.referral.recipient:
            return say("Once more to the same place, where it did not work out before")
        return say("Instead of {recipient}", recipient=self.earlier)

    @property
    def afterwards(self) -> Text:
        """To whom it went on, in words; nothing where it did not fail or nobody referred again."""
        return say("Referred again: {recipient}", recipient=self.later) if self.later else NOTHING

    @property
    def can_refer_there_again(self) -> bool:
        """Whether the same place can be asked once more: it failed, and there is somebody to ask."""
        return self.can_refer_again and bool(self.referral.recipient)

    @property
    def id(self) -> str:
        """The identity of the referral."""
        return self.referral.id


def look_at_referrals(desk: Desk, case: CaseFile) -> tuple[ShownReferral, ...]:
    """Return the referrals of a case as they are looked at, the newest first."""
    today = desk.clock.today()
    followed = {one.earlier_id: one.recipient or "–" for one in case.referrals if one.earlier_id}
    names = {one.id: one.recipient for one in case.referrals}
    return tuple(
        ShownReferral(
            referral=one,
            steps=(steps := steps_of_referral(case.referral_steps, one)),
            offered=next_steps(one.state),
            consent=consent_words(case, one),
            is_agreed=may_be_told(case, one),
            can_agree=can_be_agreed(case, one),
            is_incomplete=bool(missing_fields(case, one)),
            can_refer_again=one.state in FAILED and one.id not in followed,
            earlier=names.get(one.earlier_id, ""),
            later=followed.get(one.id, ""),
            problems={step.id: found for step in steps if (found := step.problems(today))},
        )
        for one in reversed(case.referrals)
    )


def can_be_agreed(case: CaseFile, referral: Referral) -> bool:
    """Return whether the person can agree to more than holds now, or anew to what was given for an earlier referral.

    There must be a recipient, and nothing that stops it.
    """
    if not referral.recipient.strip() or find_stop(case, Act.REFER) is not None:
        return False
    release = find_release(case, referral)
    is_of_earlier = release is not None and release.referral_id not in {"", referral.id}
    return is_of_earlier or not may_be_told(case, referral) or bool(missing_fields(case, referral))


def step_facts(step: ReferralStep) -> tuple[Text, ...]:
    """Return how a step was done, with whom, and what was said."""
    way = step.way.label if step.way else NOTHING
    return _told(way, step.by_whom, step.words.split("\n")[0])


def referral_title(referral: Referral) -> Text:
    """Return to whom a referral goes."""
    return as_it_is(referral.recipient) if referral.recipient else say("Nobody named yet")


def referral_facts(referral: Referral) -> tuple[Text, ...]:
    """Return in short what a referral is, where it leads, and when one asks again."""
    starts = say("starts on {date}", date=referral.starts_on) if referral.starts_on else NOTHING
    agreed = say("agreed on {date}", date=referral.agreed_on) if referral.agreed_on else NOTHING
    ask = say("ask again on {date}", date=referral.remind_on) if referral.remind_on else NOTHING
    return _told(referral.kind.label, referral.place, starts, agreed, ask)


def incoming_facts(incoming: IncomingReferral) -> tuple[Text, ...]:
    """Return when and how a person was sent, and what is asked."""
    came = say("{day}", day=incoming.came_on) if incoming.came_on else NOTHING
    way = incoming.way.label if incoming.way else NOTHING
    return _told(came, way, incoming.asked.split("\n")[0])


def incoming_end(incoming: IncomingReferral) -> Text:
    """Return what was answered, or by when the sender waits for an answer."""
    if incoming.answer is not None:
        return incoming.answer.label
    due = incoming.answer_due
    return say("answer by {date}", date=due) if due else say("not answered yet")


def _told(*words: Text | str) -> tuple[Text, ...]:
    """Return what says something; what an adviser wrote stands as it is."""
    return tuple(as_it_is(one) if isinstance(one, str) else one for one in words if one not in {"", NOTHING})
