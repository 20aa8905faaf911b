"""What happened to a referral, step by step: sent, answered, what came of it; the state follows from the steps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReferralStepKind(Choice):
    """What happened."""

    SENT = "sent", say("Letter sent")
    ASKED = "asked", say("Asked again")
    ACCEPTED = "accepted", say("Accepted")
    REFUSED = "refused", say("Refused")
    NO_ANSWER = "no_answer", say("No answer came")
    CAME = "came", say("The person came")
    STARTED = "started", say("Started")
    FINISHED = "finished", say("Finished")
    DROPPED = "dropped", say("Broken off")


class ReferralWay(Choice):
    """How something was sent, asked or answered."""

    POST = "post", say("By post")
    EMAIL = "email", say("By e-mail")
    PHONE = "phone", say("By telephone")
    FAX = "fax", say("By fax")
    IN_PERSON = "in_person", say("In person")
    WITH_PERSON = "with_person", say("The person takes it along")
    ONLINE = "online", say("On a website")


@dataclass(frozen=True, slots=True)
class ReferralStep:
    """One step of a referral: when, how, by whom on the other side, and what was said, or why."""

    referral_id: str = ""
    kind: ReferralStepKind = ReferralStepKind.SENT
    day: dt.date | None = None
    way: ReferralWay | None = None
    by_whom: str = ""
    words: str = ""
    id: str = field(default_factory=new_id)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the step still lacks, and what cannot be."""
        if self.day is None:
            return (Problem("day", say("On which day was it?")),)
        is_later = self.day > today
        return (Problem("day", say("The day lies in the future."), Weight.WRONG),) if is_later else ()


_STATES: Final = {
    ReferralStepKind.SENT: ReferralState.SENT,
    ReferralStepKind.ACCEPTED: ReferralState.ACCEPTED,
    ReferralStepKind.REFUSED: ReferralState.REFUSED,
    ReferralStepKind.NO_ANSWER: ReferralState.NO_ANSWER,
    ReferralStepKind.CAME: ReferralState.CAME,
    ReferralStepKind.STARTED: ReferralState.STARTED,
    ReferralStepKind.FINISHED: ReferralState.FINISHED,
    ReferralStepKind.DROPPED: ReferralState.DROPPED,
}
"""Where a step leads; to ask again leads nowhere."""
_KIND: Final = ReferralStepKind
_ANSWERS: Final = (_KIND.ACCEPTED, _KIND.REFUSED, _KIND.NO_ANSWER)
_NEXT: Final = {
    ReferralState.PLANNED: (_KIND.SENT, _KIND.ACCEPTED, _KIND.REFUSED),
    ReferralState.SENT: (_KIND.ASKED, *_ANSWERS, _KIND.CAME),
    ReferralState.NO_ANSWER: (_KIND.ASKED, _KIND.ACCEPTED, _KIND.REFUSED),
    ReferralState.ACCEPTED: (_KIND.CAME, _KIND.STARTED, _KIND.DROPPED),
    ReferralState.CAME: (_KIND.STARTED, _KIND.FINISHED, _KIND.DROPPED),
    ReferralState.STARTED: (_KIND.FINISHED, _KIND.DROPPED),
}
"""What may follow in each state; where nothing stands, nothing follows."""
FAILED: Final = frozenset({ReferralState.REFUSED, ReferralState.NO_ANSWER, ReferralState.DROPPED})
"""States after which one refers again, to somebody else or once more to the same place."""
ASK_AFTER_SENDING: Final = dt.timedelta(days=14)
ASK_AGAIN_AFTER: Final = dt.timedelta(days=7)
_ASK_AFTER_START: Final = dt.timedelta(days=7)


def steps_of_referral(steps: Iterable[ReferralStep], referral: Referral) -> tuple[ReferralStep, ...]:
    """Return the steps of a referral in the order in which they happened; those without a day stand last."""
    own = (one for one in steps if one.referral_id == referral.id)
    return tuple(sorted(own, key=lambda one: one.day or dt.date.max))


def next_steps(state: ReferralState) -> tuple[ReferralStepKind, ...]:
    """Return what may happen next in a state."""
    return _NEXT.get(state, ())


def state_after(steps: Iterable[ReferralStep]) -> ReferralState:
    """Return the state after steps, in their order: that of the last one that leads anywhere."""
    found = [_STATES[one.kind] for one in steps if one.kind in _STATES]
    return found[-1] if found else ReferralState.PLANNED


def ask_on(referral: Referral, step: ReferralStep) -> dt.date | None:
    """Return when to ask after a step how the referral went, None where there is nothing more to ask.

    Two weeks after it was sent, one after it was asked again; after it was accepted one looks, a week after the
    beginning, whether the person came.
    """
    day = step.day
    if day is None:
        return referral.remind_on
    if step.kind in {_KIND.SENT, _KIND.ASKED}:
        return _later(day, ASK_AFTER_SENDING if step.kind is _KIND.SENT else ASK_AGAIN_AFTER)
    if step.kind is _KIND.ACCEPTED:
        begins = max(referral.starts_on or day, day)
        return _later(begins, _ASK_AFTER_START if referral.starts_on else ASK_AFTER_SENDING)
    return None


def _later(day: dt.date, time: dt.timedelta) -> dt.date:
    """Return a later day; one that was mistyped to the end of all calendars stays there."""
    return day + time if day <= dt.date.max - time else dt.date.max
