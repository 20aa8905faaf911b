"""German occupations that a client's work is compared with, task by task, and the one that was decided on.

It is the adviser's preparation of an application, not a legal assessment: the competent body decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


class OccupationList(Choice):
    """From which list a German occupation was chosen."""

    NIQ = "niq", say("Reference occupations of NIQ")
    ESCO = "esco", say("ESCO")
    KLDB = "kldb", say("KldB 2010")
    OWN = "own", say("Own words")


class Regulation(Choice):
    """Whether one needs a permission to practise an occupation in Germany."""

    REGULATED = "regulated", say("Regulated occupation")
    LICENSED_CRAFT = "licensed_craft", say("Craft that needs a licence")
    NOT_REGULATED = "not_regulated", say("Not regulated")
    UNKNOWN = "unknown", say("Not known, please look it up")


class ExperienceWeight(Choice):
    """How far work in the occupation can stand in for what the training lacks, as the adviser sees it."""

    NONE = "none", say("no work in this occupation")
    LITTLE = "little", say("a little")
    MUCH = "much", say("much")
    WHOLE = "whole", say("covers the whole occupation")


class Side(Choice):
    """Whose task it is."""

    CLIENT = "client", say("Task of the person")
    OCCUPATION = "occupation", say("Task of the occupation")


class Mark(Choice):
    """Whether somebody can do a task of an occupation."""

    MATCH = "match", say("fits")
    GAP = "gap", say("is missing")
    OPEN = "open", say("open")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A German occupation that is compared, as it was called when it was chosen.

    `code` is its number in its list (NIQ, KldB) or its URI (ESCO), empty for own words; `niq_occupation` its number in
    the documentation NIQ, empty where none is known. `qualification_id` is the qualification that it is about.
    """

    name: str
    source: OccupationList = OccupationList.OWN
    code: str = ""
    niq_occupation: str = ""
    qualification_id: str = ""
    regulation: Regulation = Regulation.UNKNOWN
    regulation_source: str = ""
    experience: ExperienceWeight | None = None
    competent_body: str = ""
    is_chosen: bool = False
    reason: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class TaskMark:
    """One task of an occupation with its mark and what shows it, or a task in the person's own words.

    `shown_by` is the person's own task that covers it. A task of the person (`side`) belongs to no comparison.
    """

    task: str
    comparison_id: str = ""
    side: Side = Side.OCCUPATION
    mark: Mark = Mark.OPEN
    shown_by: str = ""
    evidence: Evidence = Evidence.STATEMENT
    note: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many tasks of an occupation fit, are missing, are still open."""

    match: int = 0
    gap: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """All tasks."""
        return self.match + self.gap + self.open

    @property
    def share(self) -> float | None:
        """The share of tasks that fit among those that were judged, from 0 to 1; None before any was."""
        judged = self.match + self.gap
        return self.match / judged if judged else None


def tasks_of(case: CaseFile, comparison: Comparison) -> tuple[TaskMark, ...]:
    """Return the tasks of a compared occupation in their order."""
    return tuple(one for one in case.task_marks if one.comparison_id == comparison.id and one.side is Side.OCCUPATION)


def own_tasks_of(case: CaseFile) -> tuple[TaskMark, ...]:
    """Return the tasks that were typed for the person in the comparison itself."""
    return tuple(one for one in case.task_marks if one.side is Side.CLIENT)


def overlap_of(case: CaseFile, comparison: Comparison) -> Overlap:
    """Return how far a client's work covers a compared occupation."""
    marks = [one.mark for one in tasks_of(case, comparison)]
    return Overlap(marks.count(Mark.MATCH), marks.count(Mark.GAP), marks.count(Mark.OPEN))


def chosen_for(case: CaseFile, qualification_id: str) -> Comparison | None:
    """Return the occupation that was decided on for a qualification, or None."""
    found = (one for one in case.comparisons if one.is_chosen and one.qualification_id == qualification_id)
    return next(found, None)
