"""A fact that a rule asks for: what kind of value it has, where it is asked, and how it is read from a case and a day.

Values are `bool`, the code of a choice, a set of codes, or a `Span` of whole numbers; None means that nobody said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.qualification import Qualification, WorkPeriod
from iq_desktop.domain.standing import Standing
from iq_desktop.wording.text import NOTHING, Text


class FactType(Enum):
    """What values a fact has; numbers, days and levels are spans, because a date may be known by its year alone."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    LEVEL = "level"
    DAY = "day"


class About(Enum):
    """What a fact, or a route, is about: the person, one qualification, or one occupation in which they worked."""

    PERSON = "person"
    QUALIFICATION = "qualification"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True)
class Span:
    """A whole number between two limits, both of which it may be; days are ordinals, levels ranks (0 none, 6 C2)."""

    low: int
    high: int


FactValue = bool | str | frozenset[str] | Span
"""What is known of a fact."""


@dataclass(frozen=True, slots=True)
class WorkedOccupation:
    """An occupation in which somebody worked; `id` is the identity of the first of its works."""

    id: str
    name: str
    works: tuple[WorkPeriod, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that facts are read from: the case on a day, and the one qualification or occupation that is looked at.

    `standings` tells by its NIQ number how a German reference occupation stands before the law.
    """

    case: CaseFile
    today: dt.date
    qualification: Qualification | None = None
    occupation: WorkedOccupation | None = None
    standings: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def subject_id(self) -> str:
        """The identity of the qualification or occupation, empty for the person."""
        one = self.qualification or self.occupation
        return one.id if one else ""


HERE: Final = "recognition"
"""The page that asks for facts which no other page asks for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact by its code; `page` and `field` say where it is asked.

    What is asked on the page of recognition itself (`is_told`) is kept as a `ToldFact`. `choices` are its answers.
    `rests_on` are the facts from which it is reckoned.
    """

    code: str
    kind: FactType
    label: Text
    read: Callable[[Circumstances], FactValue | None]
    page: str = HERE
    field: str = ""
    about: About = About.PERSON
    choices: type[Choice] | None = None
    unit: Text = NOTHING
    rests_on: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether it is asked on the page of recognition, and nowhere else."""
        return self.page == HERE

    @property
    def is_span(self) -> bool:
        """Whether its values are spans."""
        return self.kind in {FactType.NUMBER, FactType.LEVEL, FactType.DAY}
