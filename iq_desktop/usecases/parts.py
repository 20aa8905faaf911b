"""Taking up, changing and removing what a case has several of: qualifications, work, papers, talks and the like."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


class Parts(Enum):
    """The lists of a case whose members are changed one by one; the value is the name of the case's field."""

    QUALIFICATIONS = "qualifications"
    WORKS = "works"
    PAPERS = "papers"
    PAPER_MOVES = "paper_moves"
    LIFE = "life"
    TALKS = "talks"
    APPOINTMENTS = "appointments"
    RELEASES = "releases"
    CORRECTIONS = "corrections"
    PROCEDURES = "procedures"
    TOLD_FACTS = "told_facts"
    PROCEDURE_STEPS = "procedure_steps"
    COSTS = "costs"
    FUNDINGS = "fundings"
    INCOMING_REFERRALS = "incoming_referrals"
    KEPT_COURSES = "kept_courses"
    GOALS = "goals"
    DUTIES = "duties"
    REVIEWS = "reviews"

    def of(self, case: CaseFile) -> tuple[Any, ...]:
        """Return the members of a case's list in their order."""
        found: tuple[Any, ...] = getattr(case, self.value)
        return found


class Part(Protocol):
    """A member of such a list."""

    @property
    def id(self) -> str:
        """The identity, which stays while the member changes."""


def add_part(case: CaseFile, parts: Parts, part: Part) -> CaseFile:
    """Return the case with one more member at the end of a list."""
    return _with(case, parts, (*parts.of(case), part))


def change_part(case: CaseFile, parts: Parts, part: Part) -> CaseFile:
    """Return the case with another state of one member; it stays where it was."""
    return _with(case, parts, tuple(part if one.id == part.id else one for one in parts.of(case)))


def remove_part(case: CaseFile, parts: Parts, part: Part) -> CaseFile:
    """Return the case without a member; its papers stay and belong to the person, the steps of a paper go with it."""
    left = _with(case, parts, tuple(one for one in parts.of(case) if one.id != part.id))
    papers = tuple(replace(one, belongs_to="") if one.belongs_to == part.id else one for one in left.papers)
    moves = tuple(move for move in left.paper_moves if move.paper_id != part.id)
    same = papers == left.papers and moves == left.paper_moves
    return left if same else replace(left, papers=papers, paper_moves=moves)


def _with(case: CaseFile, parts: Parts, members: tuple[Any, ...]) -> CaseFile:
    other: dict[str, Any] = {parts.value: members}
    return replace(case, **other)
