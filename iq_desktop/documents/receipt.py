"""Receipts for originals: one when the centre takes papers in, one when it gives them back; both sides sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Document, KeepTogether, Listing, Sentences, Signatures, Typed
from iq_desktop.documents.letterhead import signature_lines
from iq_desktop.documents.parts import CasePart
from iq_desktop.documents.sections.papers import paper_details, paper_forms, paper_words
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.qualification import Paper


def papers_here(case: CaseFile) -> tuple[Paper, ...]:
    """Return the papers whose originals lie at the centre."""
    return tuple(paper for paper in case.papers if paper.is_in_our_hands)


def papers_given_back(case: CaseFile) -> tuple[Paper, ...]:
    """Return the papers that were handed back on the last day on which any was."""
    days = [paper.handed_back_on for paper in case.papers if paper.handed_back_on]
    return tuple(paper for paper in case.papers if days and paper.handed_back_on == max(days))


def receipt_parts(case: CaseFile) -> tuple[CasePart, ...]:
    """Return what a receipt can be about: all papers that lie here, or one of them."""
    return _parts(papers_here(case))


def return_parts(case: CaseFile) -> tuple[CasePart, ...]:
    """Return what a receipt of a return can be about: all papers of the last return, or one of them."""
    return _parts(papers_given_back(case))


def _parts(papers: tuple[Paper, ...]) -> tuple[CasePart, ...]:
    if len(papers) < 2:  # noqa: PLR2004  (one paper leaves nothing to choose)
        return ()
    return (CasePart("", say("All papers")), *(CasePart(paper.id, paper.title) for paper in papers))


def make_receipt(case: CaseFile, occasion: Occasion) -> Document:
    """Return the receipt for the originals that lie at the centre, each with number, form and state."""
    papers = _chosen(papers_here(case), occasion)
    told = (
        (
            Sentences(say("We have taken these papers in. They belong to you.")),
            _table(papers, say("Handed over on"), tuple(paper.handed_over_on for paper in papers)),
            Sentences(say("You get them back when you want them.")),
            Sentences(say("Please bring this receipt when you fetch your papers.")),
        )
        if papers
        else (Sentences(say("No original lies at the centre.")),)
    )
    return _receipt(
        say("Receipt for originals"), told, say("Each side keeps one copy of this receipt."), case, occasion
    )


def make_return_receipt(case: CaseFile, occasion: Occasion) -> Document:
    """Return the receipt with which the person confirms that the originals came back."""
    papers = _chosen(papers_given_back(case), occasion)
    told = (
        (
            Sentences(say("I have got these papers back.")),
            _table(papers, say("Handed back on"), tuple(paper.handed_back_on for paper in papers)),
            *_left_here(case),
            Sentences(say("None of them is missing.")),
        )
        if papers
        else (Sentences(say("No original was handed back yet.")),)
    )
    title = say("Receipt for papers that were handed back")
    return _receipt(title, told, say("Each side keeps one copy of this receipt."), case, occasion)


def _left_here(case: CaseFile) -> tuple[Block, ...]:
    count = len(papers_here(case))
    return () if not count else (Sentences(say("Other papers still lie at the centre: {count}.", count=count)),)


def _chosen(papers: tuple[Paper, ...], occasion: Occasion) -> tuple[Paper, ...]:
    wanted = tuple(paper for paper in papers if paper.id == occasion.part)
    return wanted or papers


def _table(papers: tuple[Paper, ...], day_label: Text, days: Iterable[dt.date | None]) -> Listing:
    head = (say("No."), say("Paper"), say("It is there as"), day_label, say("State of the paper"))
    rows = tuple(_row(number, paper, day) for number, (paper, day) in enumerate(zip(papers, days, strict=True), 1))
    return Listing(head, rows, (0.07, 0.3, 0.22, 0.16, 0.25))


def _row(number: int, paper: Paper, day: dt.date | None) -> tuple[Words, ...]:
    state = Typed(paper.remarks, say("Remarks")) if paper.remarks else NOTHING
    forms = joined((paper_forms(paper), paper_details(paper)), "; ")
    when = say("{day}", day=day) if day else NOTHING
    return as_it_is(str(number)), paper_words(paper), forms, when, state


def _receipt(title: Text, told: Iterable[Block], footnote: Text, case: CaseFile, occasion: Occasion) -> Document:
    """Return the document; a single sentence, that there is nothing, is not signed."""
    *before, last = told
    signed = KeepTogether((last, Signatures(signature_lines(occasion)))) if before else last
    return Document(
        title=title,
        lines_below_title=head_lines(case, occasion),
        blocks=(*before, signed),
        footnote=footnote,
        author=occasion.centre.name,
    )
