"""What an adviser does on the line of life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.partial_date import PartialDate

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.life_line import Gap
    from iq_desktop.domain.problem import Problem


def entry_for_gap(gap: Gap) -> LifeEntry:
    """Return a time of life that fills a gap, to be told in words."""
    return LifeEntry(
        LifeKind.OTHER,
        begun=PartialDate(gap.start.year, gap.start.month),
        ended=PartialDate(gap.end.year, gap.end.month),
    )


def life_problems(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    """Return what single times of life still lack; the line as a whole asks for nothing."""
    return tuple(problem for entry in case.life for problem in entry.problems(today))
