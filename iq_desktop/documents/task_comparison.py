"""The comparison of tasks: what a German occupation asks for and what the person has done, as an annex.

The person hands it in with an application. It is no legal assessment, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, Listing, Sentences, Signatures, Typed
from iq_desktop.documents.parts import CasePart
from iq_desktop.documents.sections.personal import head_lines, personal_section
from iq_desktop.domain.client_tasks import client_tasks
from iq_desktop.domain.comparison import Mark, overlap_of, tasks_of
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.comparison import Comparison, TaskMark

_ORDER: Final = (Mark.MATCH, Mark.GAP, Mark.OPEN)


def comparison_parts(case: CaseFile) -> tuple[CasePart, ...]:
    """Return the compared occupations that the sheet can be about, those that were decided on first."""
    ordered = sorted(case.comparisons, key=lambda one: not one.is_chosen)
    return tuple(CasePart(one.id, as_it_is(one.name)) for one in ordered)


def make_task_comparison(case: CaseFile, occasion: Occasion) -> Document:
    """Return the sheet for the compared occupation that is meant."""
    parts = comparison_parts(case)
    wanted = occasion.part or (parts[0].id if parts else "")
    comparison = next((one for one in case.comparisons if one.id == wanted), None)
    return Document(
        title=say("Comparison of tasks"),
        lines_below_title=head_lines(case, occasion),
        blocks=tuple(_blocks(case, comparison) if comparison else _nothing()),
        footnote=say("This sheet helps the office. It is no legal assessment: the competent body alone decides."),
        author=occasion.centre.name,
    )


def _nothing() -> Iterator[Block]:
    yield Sentences(say("No German occupation was compared yet."))


def _blocks(case: CaseFile, comparison: Comparison) -> Iterator[Block]:
    yield from personal_section(case)
    yield Heading(say("Compared with this occupation in Germany"))
    yield Facts(tuple(_facts(case, comparison)))
    tasks = sorted(tasks_of(case, comparison), key=lambda one: _ORDER.index(one.mark))
    if tasks:
        yield Heading(say("The tasks of the occupation, one by one"))
        yield Sentences(_counted(case, comparison))
        head = (say("Task in Germany"), say("Does the person do it?"), say("What shows it"))
        yield Listing(head, tuple(map(_row, tasks)), (0.42, 0.18, 0.4))
    yield from _further(case, comparison)
    yield Signatures((say("Person"), say("Counselling centre")))


def _facts(case: CaseFile, comparison: Comparison) -> Iterator[tuple[Words, Words]]:
    yield say("Occupation in Germany"), Typed(comparison.name, say("Occupation in Germany"))
    training = next((one.title for one in case.qualifications if one.id == comparison.qualification_id), "")
    if training:
        yield say("Training of the person"), Typed(training, say("Training of the person"))
    yield say("Regulated in Germany"), comparison.regulation.label
    if comparison.regulation_source:
        yield say("Where this is written"), Typed(comparison.regulation_source, say("Where this is written"))
    if comparison.experience:
        yield say("How much work in it stands in for training"), comparison.experience.label
    if comparison.competent_body:
        yield say("Competent body"), Typed(comparison.competent_body, say("Competent body"))
    if comparison.reason:
        yield say("Why this occupation"), Typed(comparison.reason, say("Why this occupation"))


def _counted(case: CaseFile, comparison: Comparison) -> Words:
    overlap = overlap_of(case, comparison)
    return say(
        "Tasks: {count}. Fits: {match}. Is missing: {gap}. Open: {open}.",
        count=overlap.total,
        match=overlap.match,
        gap=overlap.gap,
        open=overlap.open,
    )


def _row(task: TaskMark) -> tuple[Words, ...]:
    words = "; ".join(filter(None, (task.shown_by, task.note)))
    shown: Words = Typed(words, say("What shows it")) if words else NOTHING
    return Typed(task.task, say("Task in Germany")), task.mark.label, shown


def _further(case: CaseFile, comparison: Comparison) -> Iterator[Block]:
    """Yield what the person has done beside the tasks of the occupation."""
    told = {words for one in tasks_of(case, comparison) for words in one.shown_by.split("; ")}
    others = [one for one in client_tasks(case) if one.words not in told]
    if others:
        yield Heading(say("What the person has done besides"))
        head = (say("Task"), say("Where it comes from"))
        yield Listing(head, tuple((Typed(one.words, say("Task")), one.source) for one in others), (0.6, 0.4))
