"""The checklist of papers: what is there of each paper, where it is, and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.application_cv import LAW_AS_OF
from iq_desktop.documents.blocks import Document, Heading, Listing, NoteLines, Sentences, Typed
from iq_desktop.documents.sections.checklist import checklist_blocks
from iq_desktop.documents.sections.papers import paper_details, paper_forms, paper_words
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.sections.procedures import procedures_section
from iq_desktop.domain.qualification import PaperForm, PaperKind
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.qualification import Paper

_GERMANY: Final = "DE"


def make_paper_checklist(case: CaseFile, occasion: Occasion) -> Document:
    """Return the checklist of a case."""
    return Document(
        title=say("Checklist of papers"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*procedures_section(case, occasion), *_asked(case, occasion), *_there(case), NoteLines(say("Notes"))),
        footnote=say("The office that decides says which papers it needs. This list is no decision."),
        author=occasion.centre.name,
    )


def _asked(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield what each procedure asks for; without a checklist what every application needs."""
    for checklist in occasion.checklists:
        yield from checklist_blocks(checklist)
    if not occasion.checklists:
        yield from _missing(case)


def _there(case: CaseFile) -> Iterator[Block]:
    yield Heading(say("These papers we know"))
    if not case.papers:
        yield Sentences(say("No paper was written down yet."))
        return
    head = (say("Paper"), say("It belongs to"), say("It is there as"), say("Where the original is"))
    yield Listing(head, tuple(_row(case, paper) for paper in case.papers), (0.3, 0.26, 0.24, 0.2))


def _row(case: CaseFile, paper: Paper) -> tuple[Words, ...]:
    forms = joined((paper_forms(paper), paper_details(paper)), "; ")
    return paper_words(paper), _owner(case, paper), forms, paper.whereabouts.label if paper.whereabouts else NOTHING


def _owner(case: CaseFile, paper: Paper) -> Words:
    for one in case.qualifications:
        if one.id == paper.belongs_to and one.title:
            return Typed(one.title, say("Title in German"))
    for work in case.works:
        if work.id == paper.belongs_to and work.title:
            return Typed(work.title, say("The same in German"))
    return NOTHING


def _missing(case: CaseFile) -> Iterator[Block]:
    """Yield what every application needs and is not there yet: an identity paper, certificates, their translations."""
    rows: list[tuple[Words, ...]] = []
    if not _is_there(paper for paper in case.papers if paper.kind is PaperKind.IDENTITY):
        rows.append((PaperKind.IDENTITY.label, NOTHING, say("A copy is enough.")))
    for one in case.qualifications:
        mine = tuple(
            paper for paper in case.papers if paper.belongs_to == one.id and paper.kind is PaperKind.CERTIFICATE
        )
        owner: Words = Typed(one.title, say("Title in German")) if one.title else NOTHING
        if not _is_there(mine):
            rows.append((PaperKind.CERTIFICATE.label, owner, say("A copy is enough. A translation is needed too.")))
        elif one.country != _GERMANY and not any(PaperForm.TRANSLATION in paper.forms for paper in mine):
            rows.append((PaperForm.TRANSLATION.label, owner, say("By a sworn translator.")))
    yield Heading(say("What is still missing"))
    if rows:
        yield Listing((say("Paper"), say("It belongs to"), say("What is needed")), tuple(rows), (0.3, 0.32, 0.38))
        yield Sentences(say("After § 5 (1) and (2) BQFG. Law as of {day}.", day=LAW_AS_OF), is_small=True)
    else:
        yield Sentences(say("Of certificates, translations and the identity paper nothing is missing."))


def _is_there(papers: Iterable[Paper]) -> bool:
    return any(form.is_there for paper in papers for form in paper.forms)
