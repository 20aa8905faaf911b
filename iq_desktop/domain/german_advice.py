"""Advice on German: where somebody stands, which level is needed, which course now, why, and the ladder up to there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.german_choice import (
    CourseJudgement,
    Fit,
    Standpoint,
    course_now,
    german_packs,
    judge_courses,
    look_from,
)
from iq_desktop.domain.german_goal import GermanGoal, german_goals
from iq_desktop.domain.german_ladder import LadderStep, ladder_to
from iq_desktop.domain.german_law import GermanLaw
from iq_desktop.domain.language_skill import Level, Skill, strongest

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.fact import Fact

__all__ = ["GermanAdvice", "GermanLaw", "LadderStep", "advise_german", "ladder_to"]
_APART: Final = 1
"""Steps between the lowest skill and all others from which on one skill is told to lag behind."""


@dataclass(frozen=True, slots=True)
class GermanAdvice:
    """All that is told about German: `level` is the lowest skill (None where nobody said), `lowest` which skills it is.

    `goals` begin with the one that counts; `ladder` leads there and begins with the course of now, `judged` are all
    kinds of courses in the order of precedence. `lagging` are one or two skills that lie below all others.
    """

    level: Level | None
    lowest: tuple[Skill, ...]
    unknown: tuple[Skill, ...]
    lagging: tuple[Skill, ...]
    goals: tuple[GermanGoal, ...]
    judged: tuple[CourseJudgement, ...]
    ladder: tuple[LadderStep, ...]

    @property
    def goal(self) -> GermanGoal | None:
        """The level that counts; None where the highest is reached and nothing asks for more."""
        return self.goals[0] if self.goals else None

    @property
    def is_even(self) -> bool:
        """Whether all skills that are known stand at the same level."""
        return len(self.lowest) + len(self.unknown) == len(Skill)

    @property
    def is_reached(self) -> bool:
        """Whether no course is needed any more."""
        if self.level is None:
            return False
        return self.goal is None or self.level.rank >= self.goal.level.rank

    @property
    def step(self) -> LadderStep | None:
        """The course of now as a step of the ladder; None where none is needed, or nobody knows the level."""
        return self.ladder[0] if self.ladder else None

    @property
    def others(self) -> tuple[CourseJudgement, ...]:
        """Every other kind of course, with why it is not the one, what is possible first."""
        chosen = self.step.kind if self.step else None
        return tuple(sorted((one for one in self.judged if one.kind is not chosen), key=lambda one: _RANK[one.fit]))

    @property
    def missing(self) -> tuple[Fact, ...]:
        """What must be asked before the answer is sure."""
        if self.level is None:
            likely = course_now(self.judged)
            return likely.missing if likely else ()
        return self.step.missing if self.step else ()


_RANK: Final = {
    fit: rank
    for rank, fit in enumerate(
        (Fit.NOW, Fit.ALSO, Fit.PLACEMENT, Fit.OPEN, Fit.LATER, Fit.OTHERS, Fit.CLOSED, Fit.DONE),
    )
}


def advise_german(law: GermanLaw, case: CaseFile, today: dt.date) -> GermanAdvice:
    """Return the advice on German for a case on a day."""
    short = german_packs(law)
    stand = look_from(short, case, today)
    level = stand.level
    goals = german_goals(law, stand.at, level)
    judged = judge_courses(short, stand, goals[0].level if goals else None)
    ladder = ladder_to(short, case, today, goals[0].level) if goals else ()
    levels = _levels(stand)
    known = {skill: one for skill, one in levels.items() if one is not None}
    lowest = tuple(skill for skill, one in known.items() if level is not None and one <= level.rank)
    return GermanAdvice(
        level,
        lowest,
        tuple(skill for skill, one in levels.items() if one is None) if known else (),
        _lagging(known, lowest),
        goals,
        judged,
        ladder,
    )


def _levels(stand: Standpoint) -> dict[Skill, int | None]:
    """Return the rank of each skill as the best founded assessment has it."""
    found = strongest(stand.at.case.languages, "de")
    levels = {skill: found.level(skill) if found else None for skill in Skill}
    return {skill: None if level is None else level.rank for skill, level in levels.items()}


def _lagging(known: dict[Skill, int], lowest: tuple[Skill, ...]) -> tuple[Skill, ...]:
    """Return the one or two skills that lie below all others, which a course for these skills alone could lift."""
    others = [rank for skill, rank in known.items() if skill not in lowest]
    if not lowest or len(lowest) > 2 or len(others) < len(lowest):  # noqa: PLR2004
        return ()
    return lowest if min(others) - known[lowest[0]] >= _APART else ()
