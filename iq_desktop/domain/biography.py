"""What stands on the line of life beside qualifications and work: school, family, flight, courses, time of waiting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Problem
from iq_desktop.domain.qualification import span_problems
from iq_desktop.wording.text import say


class LifeKind(Choice):
    """What a time of life was filled with; nobody is asked for more than they offer."""

    SCHOOL = "school", say("School")
    TRAINING = "training", say("Training or study")
    WORK = "work", say("Work")
    FAMILY = "family", say("Family and care")
    VOLUNTEER = "volunteer", say("Volunteer work")
    JOURNEY = "journey", say("Flight or move")
    COURSE = "course", say("Course")
    OTHER = "other", say("Other time")


@dataclass(frozen=True, slots=True)
class LifeEntry:
    """One time of life that is neither a qualification nor a work of the page Papers; `country` as ISO 3166-1."""

    kind: LifeKind = LifeKind.SCHOOL
    title: str = ""
    country: str = ""
    begun: PartialDate | None = None
    ended: PartialDate | None = None
    is_going_on: bool = False
    remarks: str = ""
    id: str = field(default_factory=new_id)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the entry still lacks, and what cannot be."""
        missing = () if self.begun else (Problem("begun", say("Since when? The year is enough.")),)
        return (*span_problems(self.begun, self.ended, today), *missing)
