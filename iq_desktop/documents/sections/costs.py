"""Costs and who pays them on paper: what comes up, who was asked, the sums; what nobody checked is told as “about”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Facts, Heading, KeepTogether, Listing, Sentences
from iq_desktop.documents.sums import Sum, SumRow, Sums
from iq_desktop.domain.cost import FundingState
from iq_desktop.domain.cost_plan import plan_costs
from iq_desktop.domain.grant_guard import has_something_to_lose, is_grant_settled, warning_of
from iq_desktop.wording.text import NOTHING, Money, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.cost import Cost, Funding
    from iq_desktop.domain.cost_plan import CostPlan

_COST_WIDTHS: Final = (0.48, 0.26, 0.26)
_FUNDING_WIDTHS: Final = (0.34, 0.34, 0.32)
_CHECK: Final = say("to be checked")
_FIRST: Final = say("First the grant, then the application!")
_WHY: Final = say("You can perhaps get money for the recognition. Apply for it first. Only then send the application.")


def costs_section(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield the cost plan of a case with its “Stand”; nothing where no cost and no payer was noted."""
    if not case.costs and not case.fundings:
        return
    yield from _warning(case, occasion)
    if case.costs:
        yield Heading(say("What it costs"))
        head = (say("What"), say("Amount"), say("When"))
        yield Listing(head, tuple(_cost_row(one) for one in case.costs), _COST_WIDTHS)
    if case.fundings:
        yield Heading(say("Who pays"))
        head = (say("Who"), say("For what"), say("How far it is"))
        yield Listing(head, tuple(_funding_row(one) for one in case.fundings), _FUNDING_WIDTHS)
    if case.costs:
        yield from _sums(plan_costs(case.costs, case.fundings))
    if any(one.is_estimate for one in case.costs) and occasion.cost_terms.checked_on is not None:
        day = occasion.cost_terms.checked_on
        yield Sentences(
            say("“About” means: nobody has checked it yet. Usual amounts as of {day}.", day=day), is_small=True
        )


def _warning(case: CaseFile, occasion: Occasion) -> Iterator[Block]:
    """Yield what to do first, where the rules do not rule the grant out."""
    if is_grant_settled(case) or not has_something_to_lose(case) or warning_of(occasion.verdicts) is None:
        return
    yield KeepTogether((Heading(_FIRST), Sentences(_WHY)))


def _cost_row(one: Cost) -> tuple[Words, ...]:
    return joined((one.kind.label, as_it_is(one.what)), ": "), _amount(one), _when(one)


def _amount(one: Cost) -> Text:
    if not one.is_known:
        return say("not known yet")
    told = say("{amount}", amount=Money(one.most))
    if one.least != one.most:
        told = say("{least} to {most}", least=Money(one.least), most=Money(one.most))
    return say("about {amount}, to be checked", amount=told) if one.is_estimate else told


def _when(one: Cost) -> Text:
    if one.paid_on is not None:
        return say("paid on {day}", day=one.paid_on)
    return say("to be paid by {day}", day=one.due) if one.due is not None else NOTHING


def _funding_row(one: Funding) -> tuple[Words, ...]:
    who = joined((one.source.label, as_it_is(one.name)), ": ")
    covers = joined([kind.label for kind in one.covers], ", ") if one.covers else say("for all costs")
    return who, covers, joined((one.state.label, _day(one), _limit(one)), ", ")


def _day(one: Funding) -> Text:
    days = {
        FundingState.APPLIED: one.applied_on,
        FundingState.GRANTED: one.granted_on,
        FundingState.REFUSED: one.refused_on,
    }
    day = days.get(one.state)
    return say("{day}", day=day) if day is not None else NOTHING


def _limit(one: Funding) -> Text:
    """Return up to which amount somebody pays; before it was granted nothing is settled."""
    if one.amount is None or one.state in {FundingState.REFUSED, FundingState.LEFT_OUT}:
        return NOTHING
    told = say("up to {amount}", amount=Money(one.amount))
    return told if one.state is FundingState.GRANTED else joined((told, _CHECK), ", ")


def _sums(plan: CostPlan) -> Iterator[Block]:
    """Yield the sums in words, and as bars that tell apart without colours."""
    total = say("about {amount}", amount=plan.total.words()) if plan.is_rough else plan.total.words()
    parts = ((say("Granted"), plan.covered), (say("Waits for an answer"), plan.waiting), (say("Own share"), plan.own))
    most = max(int(plan.total.most), 1)
    rows = tuple(SumRow(label, (Sum(int(span.most), 0, most, span.words()),)) for label, span in parts)
    blocks: list[Block] = [Heading(say("The sums")), Facts(((say("All costs"), total),))]
    if plan.total.most > 0:
        blocks.append(Sums(say("Who pays"), (say("Amount"),), rows))
    if plan.unknown:
        more = say_count(
            "{count} cost has no amount yet. It is in no sum.",
            "{count} costs have no amount yet. They are in no sum.",
            count=plan.unknown,
        )
        blocks.append(Sentences(more))
    yield KeepTogether(tuple(blocks))
