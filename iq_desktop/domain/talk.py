"""The talks after the first one, what is still to come, and how a counselling ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say

_LONGEST = 24 * 60


class TalkKind(Choice):
    """What kind of contact it was; follow-up talks are counted by the documentation NIQ."""

    FOLLOW_UP = "follow_up", say("Follow-up talk")
    CALL = "call", say("Short call or message")
    WITH_OTHERS = "with_others", say("Talk with an office or a course provider")


@dataclass(frozen=True, slots=True)
class Talk:
    """One contact after the first talk; `minutes` is its length."""

    held_on: dt.date | None = None
    kind: TalkKind = TalkKind.FOLLOW_UP
    channel: Channel | None = None
    minutes: int | None = None
    with_whom: str = ""
    what: str = ""
    id: str = field(default_factory=new_id)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the talk still lacks, and what cannot be."""
        found: list[Problem] = []
        if self.held_on is None:
            found.append(Problem("held_on", say("The day of the talk is missing.")))
        elif self.held_on > today:
            found.append(Problem("held_on", say("The talk lies in the future. Is it an appointment?"), Weight.WRONG))
        if self.channel is None:
            found.append(Problem("channel", say("How was the talk held?")))
        if self.minutes is not None and not 0 < self.minutes <= _LONGEST:
            found.append(Problem("minutes", say("The length does not fit into a day."), Weight.WRONG))
        return tuple(found)


class AppointmentKind(Choice):
    """What is to come."""

    TALK = "talk", say("Next talk")
    OFFICE = "office", say("Appointment at an office")
    TASK = "task", say("Task")
    SIX_MONTHS = "six_months", say("Ask again after six months")


class Doer(Choice):
    """Who does a task."""

    ADVISER = "adviser", say("The adviser")
    CLIENT = "client", say("The person")
    BOTH = "both", say("Both together")
    OTHER = "other", say("Somebody else")


class Alarm(Choice):
    """How long before a date a calendar reminds of it; a date without a time of day is one of nine in the morning."""

    NONE = "none", say("Not at all")
    HOUR = "hour", say("An hour before")
    DAY = "day", say("A day before")
    WEEK = "week", say("A week before")


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something to come, or a task; `at` is the time of day as `09:30`, empty where it is not fixed.

    `minutes` is how long it takes. A task has somebody who does it (`who`, with a name in `who_else`), and may come
    from an agreed point, a procedure or a referral, whose identity is `source_id`.
    """

    day: dt.date | None = None
    at: str = ""
    kind: AppointmentKind = AppointmentKind.TALK
    what: str = ""
    place: str = ""
    is_done: bool = False
    id: str = field(default_factory=new_id)
    minutes: int | None = None
    alarm: Alarm = Alarm.DAY
    who: Doer = Doer.ADVISER
    who_else: str = ""
    done_on: dt.date | None = None
    source_id: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return not self.is_done and self.day is not None

    @property
    def is_task(self) -> bool:
        """Whether it is something to do, and not a time to be somewhere."""
        return self.kind is AppointmentKind.TASK

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the appointment still lacks, what cannot be, and whether its day has passed."""
        found: list[Problem] = []
        if self.minutes is not None and not 0 < self.minutes <= _LONGEST:
            found.append(Problem("minutes", say("The length does not fit into a day."), Weight.WRONG))
        if self.done_on is not None and self.done_on > today:
            found.append(Problem("done_on", say("This lies in the future."), Weight.WRONG))
        if self.is_done:
            return tuple(found)
        if self.is_task and not self.what:
            found.append(Problem("what", say("What is to be done?")))
        if self.day is None:
            found.append(Problem("day", say("Until when?") if self.is_task else say("On which day?")))
        elif self.day < today:
            found.append(Problem("is_done", say("The day has passed. Is it done?")))
        return tuple(found)


class CounsellingResult(Choice):
    """With what a counselling ended."""

    PROCEDURE_STARTED = "procedure_started", say("Recognition procedure started")
    RECOGNISED = "recognised", say("Qualification recognised")
    IN_QUALIFICATION = "in_qualification", say("In a course or qualification")
    IN_WORK = "in_work", say("In work")
    SELF_EMPLOYED = "self_employed", say("Own business started")
    REFERRED = "referred", say("Referred to others")
    INFORMED = "informed", say("Informed, needs nothing more for now")
    BROKEN_OFF = "broken_off", say("Broken off")
    NOT_REACHED = "not_reached", say("No longer reached")


@dataclass(frozen=True, slots=True)
class Closing:
    """How a counselling ended; `closed_on` is None while it goes on."""

    closed_on: dt.date | None = None
    result: CounsellingResult | None = None
    result_in_words: str = ""
    after_six_months: CounsellingResult | None = None
    after_six_months_on: dt.date | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the counselling has ended."""
        return self.closed_on is not None

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the end still lacks, and what cannot be; nothing while the counselling goes on."""
        found: list[Problem] = []
        if self.closed_on is not None and self.closed_on > today:
            found.append(Problem("closed_on", say("The end lies in the future."), Weight.WRONG))
        if self.closed_on is not None and self.result is None:
            found.append(Problem("result", say("With what did the counselling end?")))
        if self.closed_on and self.after_six_months_on and self.after_six_months_on < self.closed_on:
            text = say("This lies before the end of the counselling.")
            found.append(Problem("after_six_months_on", text, Weight.WRONG))
        if self.after_six_months_on is not None and self.after_six_months is None:
            found.append(Problem("after_six_months", say("What has become of it?")))
        return tuple(found)
