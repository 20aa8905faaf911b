"""The cost plan: what a recognition costs, who was asked to pay, what is left, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Heading, Listing, Sentences
from iq_desktop.documents.sections.costs import costs_section
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.cost import FundingState
from iq_desktop.wording.text import Money, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.cost_terms import FundingTerm

_WIDTHS: Final = (0.36, 0.36, 0.28)


def make_cost_plan(case: CaseFile, occasion: Occasion) -> Document:
    """Return the cost plan of a case."""
    blocks = tuple(costs_section(case, occasion)) or (Sentences(say("No costs were written down yet.")),)
    return Document(
        title=say("Cost plan"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*blocks, *_sources(case, occasion), *_rules()),
        footnote=say("This plan is no promise. The offices decide who pays, and how much it costs."),
        author=occasion.centre.name,
    )


def _sources(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield on what those pay who were asked: the place in the law, or that it must be asked."""
    asked = {one.source for one in case.fundings if one.state is not FundingState.LEFT_OUT}
    terms = tuple(one for one in occasion.cost_terms.fundings if one.source in asked)
    if not terms:
        return
    head = (say("Who pays"), say("For what"), say("Source"))
    yield Heading(say("What this rests on"))
    yield Listing(head, tuple(_term_row(one) for one in terms), _WIDTHS)
    if occasion.cost_terms.checked_on is not None:
        yield Sentences(say("As of {day}", day=occasion.cost_terms.checked_on), is_small=True)


def _term_row(one: FundingTerm) -> tuple[Words, ...]:
    """Return a term; an amount or a day that nobody verified is not printed."""
    covers = (
        joined([kind.label for kind in one.covers], ", ") if one.covers else say("This must be asked at the office.")
    )
    if not one.verified:
        unsure = say("This must be asked at the office.")
        return one.source.label, covers, joined((as_it_is(one.cite), unsure), ". ") if one.cite else unsure
    if one.amount is not None:
        covers = joined((covers, say("up to {amount}", amount=Money(one.amount))), ", ")
    return one.source.label, covers, as_it_is(one.cite)


def _rules() -> Iterator[Block]:
    yield Heading(say("Please remember"))
    yield Sentences(say("Order nothing and pay nothing before the answer is there. Keep every bill."))
