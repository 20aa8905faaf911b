"""What lines, sums and warnings of a cost plan say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import FundingState
from iq_desktop.domain.cost_plan import Span
from iq_desktop.wording.text import NOTHING, Money, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.cost import Cost, Funding
    from iq_desktop.domain.cost_plan import CostPlan
    from iq_desktop.domain.cost_terms import CostTerms, FundingTerm
    from iq_desktop.domain.grant_guard import GrantWarning

GRANT_FIRST: Final = say("Grant first, then the application")
_MOST_ASKED: Final = 3
_APPLY: Final = say("Apply for it before anything goes out or is ordered: as far as we know it is not paid later.")


@dataclass(frozen=True, slots=True)
class SharePart:
    """One part of the bar of who pays what: how it is filled, and how much it is at most."""

    kind: str
    """`granted` is filled, `waiting` hatched, `own` empty."""
    label: Text
    amount: Span


def cost_title(cost: Cost) -> Text:
    """Return what a cost is."""
    return joined((cost.kind.label, as_it_is(cost.what)), ": ")


def amount_words(cost: Cost) -> Text:
    """Return what a cost comes to, in words."""
    if not cost.is_known:
        return say("amount unknown")
    told = say("{amount}", amount=Money(cost.most))
    if cost.least != cost.most:
        told = say("{least} to {most}", least=Money(cost.least), most=Money(cost.most))
    return say("about {amount}", amount=told) if cost.is_estimate else told


def cost_facts(cost: Cost, case: CaseFile, terms: CostTerms) -> tuple[Text, ...]:
    """Return the facts of the line of a cost: its procedure, its days, whence an estimate is."""
    about = next((one for one in case.procedures if one.id == cost.procedure_id), None)
    named = about.body_name or about.reference_occupation if about else ""
    procedure = as_it_is(named) if named else about.kind.label if about else NOTHING
    return tuple(one for one in (procedure, _when(cost), _guess(cost, terms)) if one.message)


def funding_title(funding: Funding) -> Text:
    """Return who pays."""
    return joined((funding.source.label, as_it_is(funding.name)), ": ")


def funding_facts(funding: Funding) -> tuple[Text, ...]:
    """Return the facts of the line of a funding: for what, how far it is, why it was left out."""
    covers = joined([one.label for one in funding.covers], ", ") if funding.covers else say("for all costs")
    why = as_it_is(funding.note) if funding.state is FundingState.LEFT_OUT else NOTHING
    return tuple(one for one in (covers, state_words(funding), why) if one.message)


def state_words(funding: Funding) -> Text:
    """Return how far a funding is, with its day."""
    day = {
        FundingState.APPLIED: funding.applied_on,
        FundingState.GRANTED: funding.granted_on,
        FundingState.REFUSED: funding.refused_on,
        FundingState.LEFT_OUT: funding.left_out_on,
    }.get(funding.state)
    label = funding.state.label
    return say("{what} on {day}", what=label, day=day) if day is not None else label


def limit_words(amount: Decimal | None) -> Text:
    """Return up to which amount somebody pays; empty where no limit is known."""
    return say("up to {amount}", amount=Money(amount)) if amount is not None else NOTHING


def share_parts(plan: CostPlan) -> tuple[SharePart, ...]:
    """Return the parts of the bar of who pays what, those without money too."""
    return (
        SharePart("granted", say("Granted"), plan.covered),
        SharePart("waiting", say("Waits for an answer"), plan.waiting),
        SharePart("own", say("Own share"), plan.own),
    )


def total_words(plan: CostPlan) -> Text:
    """Return what it all costs, and how sure that is."""
    told = say("All costs: {amount}", amount=plan.total.words())
    if plan.is_rough:
        told = say("All costs, about: {amount}", amount=plan.total.words())
    unknown = say_count("{count} cost without an amount yet", "{count} costs without an amount yet", count=plan.unknown)
    return joined((told, unknown if plan.unknown else NOTHING))


def terms_words(terms: tuple[FundingTerm, ...]) -> Text:
    """Return on what terms of a payer rest; what is not verified says so."""
    return joined(tuple(_term_words(one) for one in terms), "; ")


def stand_words(terms: CostTerms) -> Text:
    """Return as of which day the usual amounts are."""
    if terms.checked_on is None:
        return NOTHING
    return say(
        "Usual amounts as of {day}. They were not checked in a schedule of fees: please ask the office.",
        day=terms.checked_on,
    )


def warning_words(warning: GrantWarning) -> tuple[Text, Text]:
    """Return the warning “grant first!” and what to do first."""
    if warning.is_likely:
        return (
            say("Grant first! The recognition grant looks possible, and nobody has applied for it."),
            _APPLY,
        )
    asked = joined([one.label for one in warning.missing[:_MOST_ASKED]], ", ")
    return (
        say("Grant first! The recognition grant could be possible, and nobody has applied for it."),
        say("First ask: {facts}. As far as we know, what has begun already is not paid later.", facts=asked)
        if asked.message
        else _APPLY,
    )


def _term_words(one: FundingTerm) -> Text:
    covers = joined([kind.label for kind in one.covers], ", ")
    what = joined((covers, limit_words(one.amount), as_it_is(one.cite)), ", ")
    until = say("applications until {day}", day=one.until) if one.until else NOTHING
    unsure = NOTHING if one.verified else say("to be checked")
    return joined((what, until, unsure), ", ")


def _when(cost: Cost) -> Text:
    if cost.paid_on is not None:
        return say("paid on {day}", day=cost.paid_on)
    ordered = say("ordered on {day}", day=cost.ordered_on) if cost.ordered_on else NOTHING
    due = say("to be paid by {day}", day=cost.due) if cost.due else NOTHING
    return joined((ordered, due))


def _guess(cost: Cost, terms: CostTerms) -> Text:
    usual = terms.typical_of(cost.kind)
    if not cost.is_estimate:
        return NOTHING
    same = usual is not None and (usual.amount, usual.up_to) == (cost.amount, cost.up_to)
    return say("usual amount, to be checked") if same else say("to be checked")


def parts_with_money(plan: CostPlan) -> Iterator[SharePart]:
    """Yield the parts of the bar that are more than nothing."""
    yield from (one for one in share_parts(plan) if one.amount.most > 0)
