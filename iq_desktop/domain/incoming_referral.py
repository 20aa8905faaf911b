"""A person who was sent to the centre: by whom, what is asked, and what the centre answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.referral_step import ReferralWay
from iq_desktop.wording.text import say

ANSWER_AFTER: Final = dt.timedelta(days=7)
"""How long the centre takes at most to answer whoever sent a person."""


class IncomingAnswer(Choice):
    """What the centre answered."""

    TAKEN_ON = "taken_on", say("We counsel the person")
    DONE = "done", say("What was asked is done")
    NOT_OURS = "not_ours", say("We cannot help with this")
    NOT_COME = "not_come", say("The person did not come")


@dataclass(frozen=True, slots=True)
class IncomingReferral:
    """Who sent the person, when and how, what is asked; `answer` is what the centre told the sender."""

    sender: str = ""
    contact_person: str = ""
    came_on: dt.date | None = None
    way: ReferralWay | None = None
    asked: str = ""
    answer: IncomingAnswer | None = None
    answered_on: dt.date | None = None
    answer_way: ReferralWay | None = None
    answer_words: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_answered(self) -> bool:
        """Whether the sender was told anything."""
        return self.answer is not None and self.answered_on is not None

    @property
    def answer_due(self) -> dt.date | None:
        """The day by which the sender waits for an answer; none where there is one, or nobody knows when it came."""
        if self.is_answered or self.came_on is None:
            return None
        return self.came_on + ANSWER_AFTER if self.came_on <= dt.date.max - ANSWER_AFTER else dt.date.max

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the entry still lacks, and what cannot be."""
        found = [] if self.sender else [Problem("sender", say("Who sent the person?"))]
        if self.came_on is None:
            found.append(Problem("came_on", say("On which day did it come?")))
        if self.answer is not None and self.answered_on is None:
            found.append(Problem("answered_on", say("On which day was it answered?")))
        for name in ("came_on", "answered_on"):
            day = getattr(self, name)
            if day is not None and day > today:
                found.append(Problem(name, say("The day lies in the future."), Weight.WRONG))
        if self.came_on and self.answered_on and self.answered_on < self.came_on:
            found.append(Problem("answered_on", say("It was answered before it came."), Weight.WRONG))
        return tuple(found)
