"""Which level of German somebody needs: what was agreed, what recognition and occupation ask for, else the next step.

What an occupation asks for mostly stands in no law that was checked: it is told as “about, to be checked”.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.fact_choices import Decision
from iq_desktop.domain.german_law import GermanLaw, GermanNeed
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.training_readers import decision
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.competence import ChosenOccupation
    from iq_desktop.domain.fact import Circumstances
    from iq_desktop.domain.qualification import Qualification

GOAL_FACT: Final = "german_goal"
"""The told fact that keeps a level which was agreed."""
_LEVELS: Final = tuple(Level)


class GoalSource(Choice):
    """Where the level comes from that somebody needs."""

    AGREED = "agreed", say("agreed in the counselling")
    RECOGNITION = "recognition", say("usual for the recognition")
    OCCUPATION = "occupation", say("usual in the occupation")
    NEXT = "next", say("the next step")


@dataclass(frozen=True, slots=True)
class GermanGoal:
    """A level that is needed; `subject` names the qualification or occupation, `need` is what the pack says of it."""

    level: Level
    source: GoalSource
    subject: str = ""
    need: GermanNeed | None = None

    @property
    def is_verified(self) -> bool:
        """Whether it was agreed, or read in the law; a next step is our own proposal."""
        return self.source in {GoalSource.AGREED, GoalSource.NEXT} or (self.need is not None and self.need.verified)


def german_goals(law: GermanLaw, at: Circumstances, level: Level | None) -> tuple[GermanGoal, ...]:
    """Return the levels that are needed, the one that counts first: what was agreed, else the highest, else the next.

    There is always one, except where the highest level is reached and nothing asks for more.
    """
    agreed = [goal for goal in (_agreed(at.case),) if goal]
    needed = sorted(_needed(law, at), key=lambda goal: -goal.level.rank)
    return (*agreed, *needed) or tuple(_next(level))


def _agreed(case: CaseFile) -> GermanGoal | None:
    told = next((one.value for one in case.told_facts if one.fact == GOAL_FACT), "")
    level = next((level for level in Level if level.value == told), None)
    return None if level is None else GermanGoal(level, GoalSource.AGREED)


def _needed(law: GermanLaw, at: Circumstances) -> Iterator[GermanGoal]:
    for qualification in at.case.qualifications:
        if decision(replace(at, qualification=qualification)) == Decision.FULL.value:
            continue
        if (need := _need_of_training(law, qualification)) is not None:
            yield GermanGoal(need.level, GoalSource.RECOGNITION, qualification.title, need)
    for occupation in at.case.occupations_as(OccupationRole.WISHED):
        if (need := _need_of_occupation(law, occupation)) is not None:
            yield GermanGoal(need.level, GoalSource.OCCUPATION, occupation.name_de, need)


def _need_of_training(law: GermanLaw, qualification: Qualification) -> GermanNeed | None:
    """Return what the recognition of a qualification asks for: that of its number before that of its kind."""
    number = qualification.niq_occupation
    standing = law.standings.get(number)
    kind = standing.kind if standing else ""
    by_number = (need for need in law.needs if number and number in need.niq)
    by_kind = (need for need in law.needs if kind and kind in need.kinds)
    return next(by_number, None) or next(by_kind, None)


def _need_of_occupation(law: GermanLaw, occupation: ChosenOccupation) -> GermanNeed | None:
    last = occupation.kldb[-1:]
    return next((need for need in law.needs if last and need.kldb_level == last), None)


def _next(level: Level | None) -> Iterator[GermanGoal]:
    if level is None or level.rank < Level.B1.rank:
        yield GermanGoal(Level.B1, GoalSource.NEXT)
    elif level is not Level.C2:
        yield GermanGoal(_LEVELS[level.rank + 1], GoalSource.NEXT)
