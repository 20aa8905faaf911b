"""Qualifications, work and documents of a case: what each still lacks, and the occupation of a work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.niq import niq_state
from iq_desktop.domain.problem import Problem
from iq_desktop.usecases.paper_words import is_kept_too_long
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.domain.qualification import Paper, Qualification, WorkPeriod


def part_problems(case: CaseFile, today: dt.date) -> Mapping[str, tuple[Problem, ...]]:
    """Return what each qualification, work and document still lacks, by identity; a field is told once."""
    parts: tuple[Qualification | WorkPeriod | Paper, ...] = (*case.qualifications, *case.works, *case.papers)
    found = {one.id: one.problems(today) for one in parts}
    for paper in case.papers:
        if is_kept_too_long(paper, today):
            late = Problem("handed_back_on", say("This original has been here for more than thirty days."))
            found[paper.id] = (*found[paper.id], late)
    for gap in niq_state(case, today).gaps:
        if gap.part_id in found and gap.field not in {problem.field for problem in found[gap.part_id]}:
            found[gap.part_id] = (*found[gap.part_id], Problem(gap.field, gap.text))
    return found


def page_problems_of_papers(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    """Return what the single qualifications, works and documents of the page Papers lack."""
    return tuple(problem for problems in part_problems(case, today).values() for problem in problems)


def with_occupation(work: WorkPeriod, occupation: Occupation) -> WorkPeriod:
    """Return a work with the occupation that was chosen for it, by its German name."""
    return replace(
        work,
        occupation_uri=occupation.uri,
        occupation_name=occupation.naming.in_language("de"),
        isco=occupation.isco,
        kldb=occupation.kldb,
    )
