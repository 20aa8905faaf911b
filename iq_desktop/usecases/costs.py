"""Costs of a recognition and who pays them: planning with usual items, and the guard “grant first!”."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource, FundingState
from iq_desktop.domain.cost_plan import CostPlan, plan_costs
from iq_desktop.domain.cost_terms import CostTerms
from iq_desktop.domain.grant_guard import GUARDED_COSTS, find_grant_warning
from iq_desktop.usecases.parts import Parts, add_part
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.grant_guard import GrantWarning
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.rules import RuleBook


class ReasonMissing(IqError):  # noqa: N818  (a name that says what happened)
    """The grant is left out without a reason; nothing was changed."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say("To go on without the grant, a reason is needed."),
            say("Please write why nobody applies for it, for example: the employer pays everything."),
        )


@dataclass(frozen=True, slots=True)
class ShownCosts:
    """The cost plan of a case as it is shown: its sums, what can be added with one press, what it rests on."""

    plan: CostPlan
    offered: tuple[CostKind, ...]
    sources: tuple[FundingSource, ...]
    terms: CostTerms


def look_at_costs(desk: Desk, case: CaseFile) -> ShownCosts:
    """Return the cost plan of a case."""
    return ShownCosts(
        plan_costs(case.costs, case.fundings), _offered(desk, case), tuple(FundingSource), desk.cost_terms()
    )


def add_cost(desk: Desk, case: CaseFile, kind: CostKind) -> tuple[CaseFile, Cost]:
    """Return the case with a usual cost, about the last procedure in which it comes up, and the cost.

    Its amount is what the pack of costs tells; it is an estimate until somebody checks it.
    """
    usual = desk.cost_terms().typical_of(kind)
    fitting = [one for one in reversed(case.procedures) if usual is not None and one.kind in usual.procedures]
    about = fitting[0].id if fitting else ""
    if usual is None:
        cost = Cost(kind, procedure_id=about)
    else:
        is_guess = usual.amount is not None and not usual.verified
        cost = Cost(kind, amount=usual.amount, up_to=usual.up_to, is_estimate=is_guess, procedure_id=about)
    return add_part(case, Parts.COSTS, cost), cost


def add_funding(desk: Desk, case: CaseFile, source: FundingSource) -> tuple[CaseFile, tuple[Funding, ...]]:
    """Return the case with a payer who is to be asked, and the fundings that were added.

    A payer who pays for several things up to different amounts stands there once for each of them that costs something
    in this case; once for the first of them where nothing does.
    """
    terms = desk.cost_terms().terms_of(source, desk.clock.today())
    kinds = {one.kind for one in case.costs}
    known = {one.covers for one in case.fundings if one.source is source}
    fitting = [one for one in terms if (not one.covers or kinds & set(one.covers)) and one.covers not in known]
    chosen = fitting or list(terms[:1])
    added = tuple(Funding(source, covers=one.covers, amount=one.amount) for one in chosen) or (Funding(source),)
    return replace(case, fundings=(*case.fundings, *added)), added


def grant_warning(book: RuleBook, case: CaseFile, today: dt.date) -> GrantWarning | None:
    """Return the warning “grant first!” where a case asks for it."""
    return find_grant_warning(book.packs, case, today)


def note_grant_applied(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case in which the recognition grant was applied for today."""
    today = desk.clock.today()
    if not any(one.source is FundingSource.RECOGNITION_GRANT for one in case.fundings):
        case, _added = add_funding(desk, case, FundingSource.RECOGNITION_GRANT)
    return _with_grants(case, lambda one: replace(one, applied_on=today))


def leave_grant_out(desk: Desk, case: CaseFile, reason: str) -> CaseFile:
    """Return the case in which it was decided today, with a reason, not to apply for the grant.

    Raises ReasonMissing where there is none.
    """
    if not reason.strip():
        raise ReasonMissing
    today = desk.clock.today()
    if not any(one.source is FundingSource.RECOGNITION_GRANT for one in case.fundings):
        case = add_part(case, Parts.FUNDINGS, Funding(FundingSource.RECOGNITION_GRANT))
    return _with_grants(case, lambda one: replace(one, left_out_on=today, note=reason.strip()))


def is_begun_without_grant(before: Cost | None, after: Cost) -> bool:
    """Return whether a change of a cost says that it was ordered or paid, of a kind that the grant could pay."""
    return after.kind in GUARDED_COSTS and after.has_begun and not (before is not None and before.has_begun)


def _with_grants(case: CaseFile, settled: Callable[[Funding], Funding]) -> CaseFile:
    fundings = tuple(
        settled(one) if one.source is FundingSource.RECOGNITION_GRANT and one.state is FundingState.PLANNED else one
        for one in case.fundings
    )
    return replace(case, fundings=fundings)


def _offered(desk: Desk, case: CaseFile) -> tuple[CostKind, ...]:
    """Return the kinds of costs, those that come up in the procedures of the case first."""
    kinds = {one.kind for one in case.procedures}
    usual = [one.kind for one in desk.cost_terms().typical if kinds & set(one.procedures)]
    return (*usual, *(kind for kind in CostKind if kind not in usual))
