"""What somebody wants of their way to an occupation: what counts, which way was chosen, what shall not come early."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

LEAST_WEIGHT: Final = 0
USUAL_WEIGHT: Final = 1
MOST_WEIGHT: Final = 2


class Aim(Enum):
    """What may count in a choice of ways; each is the name of a field of `WayWish`."""

    TIME = "time"
    MONEY = "money"
    GERMAN = "german"
    RISK = "risk"


class WayKind(Choice):
    """Which way it is."""

    RECOGNITION = "recognition", say("Recognition")
    RECOGNITION_COURSE = "recognition_course", say("Recognition with an adaptation course")
    RECOGNITION_EXAM = "recognition_exam", say("Recognition with an examination")
    RECOGNITION_ANALYSIS = "recognition_analysis", say("Recognition with a qualification analysis")
    FROM_ABROAD = "from_abroad", say("Recognition before the journey, in the accelerated procedure")
    PARTNERSHIP = "partnership", say("Recognition partnership: work and recognition in Germany")
    EVALUATION = "evaluation", say("Certificate evaluation and work")
    VALIDATION = "validation", say("Validation of what was learned at work")
    PARTIAL = "partial", say("Partial qualification, part by part")
    RETRAINING = "retraining", say("Shortened training for adults (retraining)")
    TRAINING = "training", say("Training in company and school")
    WORK = "work", say("Work as soon as possible")
    COURSES = "courses", say("Courses for what is missing, then work")
    GERMAN_FIRST = "german_first", say("German first, then work")
    FOUNDING = "founding", say("An own business")


@dataclass(frozen=True, slots=True)
class WayWish:
    """The wishes for the way to one goal (its code, and its name then): weights from 0 to 2, and the chosen way."""

    goal_code: str
    goal_name: str = ""
    time: int = USUAL_WEIGHT
    money: int = USUAL_WEIGHT
    german: int = USUAL_WEIGHT
    risk: int = USUAL_WEIGHT
    chosen_way: WayKind | None = None
    chosen_on: dt.date | None = None
    id: str = field(default_factory=new_id)

    def weight(self, aim: Aim) -> int:
        """Return how much an aim counts, from 0 to 2."""
        found: int = getattr(self, aim.value)
        return found

    def with_weight(self, aim: Aim, weight: int) -> WayWish:
        """Return the wishes with another weight; what lies beyond the limits becomes the limit."""
        within = min(max(weight, LEAST_WEIGHT), MOST_WEIGHT)
        return replace(self, **{aim.value: within})  # type: ignore[arg-type]  # the four fields are numbers


@dataclass(frozen=True, slots=True)
class NotBefore:
    """A day before which a step of the way to a goal shall not begin; `name` is what the step was called then."""

    goal_code: str
    step_code: str
    name: str = ""
    day: dt.date | None = None
    id: str = field(default_factory=new_id)


def wish_of(case: CaseFile, goal: str) -> WayWish | None:
    """Return the wishes for a goal, or None where nobody said any."""
    return next((one for one in case.way_wishes if one.goal_code == goal), None)


def chosen_wishes(case: CaseFile) -> tuple[WayWish, ...]:
    """Return the wishes for goals for which a way was chosen, the one chosen last before the others."""
    chosen = [one for one in case.way_wishes if one.chosen_way is not None]
    return tuple(sorted(chosen, key=lambda one: one.chosen_on or dt.date.min, reverse=True))


def not_before(case: CaseFile, goal: str) -> dict[str, dt.date]:
    """Return for the steps of a goal the day before which they shall not begin."""
    return {one.step_code: one.day for one in case.way_days if one.goal_code == goal and one.day is not None}
