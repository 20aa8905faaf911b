"""The picture of the ladder as a staircase without units: x from 0 to 1 is the time, y from 0 to 1 the level.

Screen and paper draw the same; whoever is written to from the right mirrors x.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.language_skill import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.german_ladder import LadderStep

LANDING: Final = 0.16
"""The share of the width on which somebody stands today."""
_FLOOR: Final = 0.16
_EVEN: Final = 0.6
"""The share of the width that all steps have alike, so that a short course has room for its words."""
_LEVELS: Final = tuple(Level)


class StairLook(Enum):
    """How a step is drawn; each is told apart without colour."""

    SURE = "sure"
    ASKED = "asked"
    """Something must be asked first: hatched, with a dashed edge."""
    OWN = "own"
    """Nobody grants it: empty, with a dashed edge."""


@dataclass(frozen=True, slots=True)
class Stair:
    """One step: from `left` to `right` it stands `high`; `low` is where the one before it ended."""

    number: int
    left: float
    right: float
    low: float
    high: float
    level: Level
    weeks: int
    look: StairLook
    between: tuple[tuple[Level, float], ...] = ()
    """The levels that are passed on the way up, with their heights."""

    @property
    def middle(self) -> float:
        """Where its words stand, from left to right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Stairs:
    """The landing of today, and the steps that go up from it."""

    today: Level
    floor: float
    steps: tuple[Stair, ...]

    @property
    def weeks(self) -> int:
        """The weeks of lessons altogether."""
        return sum(step.weeks for step in self.steps)


def stairs_of(ladder: Sequence[LadderStep]) -> Stairs | None:
    """Return the staircase of a ladder; None for one without steps."""
    if not ladder:
        return None
    first, top = ladder[0].from_level, ladder[-1].to_level
    rise = (1 - _FLOOR) / (top.rank - first.rank)
    weeks = sum(step.weeks for step in ladder)
    found: list[Stair] = []
    left = LANDING
    for number, step in enumerate(ladder, 1):
        share = _EVEN / len(ladder) + (1 - _EVEN) * step.weeks / weeks
        right = left + (1 - LANDING) * share
        low = _FLOOR + rise * (step.from_level.rank - first.rank)
        high = _FLOOR + rise * (step.to_level.rank - first.rank)
        passed = _LEVELS[step.from_level.rank + 1 : step.to_level.rank]
        between = tuple((level, _FLOOR + rise * (level.rank - first.rank)) for level in passed)
        found.append(Stair(number, left, right, low, high, step.to_level, step.weeks, _look(step), between))
        left = right
    return Stairs(first, _FLOOR, tuple(found))


def _look(step: LadderStep) -> StairLook:
    if step.judgement is None:
        return StairLook.OWN
    return StairLook.SURE if step.is_sure else StairLook.ASKED
