"""The kinds of German courses that the law knows: from which level to which, how many units, on what basis."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.occupation import Naming

_NOT_SAID: Final = Naming(())


@dataclass(frozen=True, slots=True)
class CourseType:
    """A kind of German course; `units` are of 45 minutes, `pack` names the pack and its version.

    Levels are None where the law leaves them open; `verified` says whether all of it was read in the law itself.
    """

    code: str
    naming: Naming
    for_whom: Naming
    from_level: Level | None
    to_level: Level | None
    units: int
    units_are_a_limit: bool
    legal_basis: str
    access_basis: str
    cost_basis: str
    verified: bool
    pack: str
    checked_on: dt.date
    units_at_least: int | None = None
    orientation_units: int = 0
    repeat_units: int = 0
    exam: Naming = _NOT_SAID
    exam_basis: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def is_offered_on(self, day: dt.date) -> bool:
        """Return whether the law knows this kind of course on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
