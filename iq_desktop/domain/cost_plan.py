"""Sums of a cost plan: what it all costs, what is granted, what waits for an answer, and what is left to the person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import CostKind, FundingState
from iq_desktop.wording.text import Money, Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.cost import Cost, Funding

NOTHING_PAID: Final = Decimal(0)
_COUNTS: Final = (FundingState.GRANTED, FundingState.APPLIED)
"""Whose money is counted, in this order: what is only planned or was refused pays nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """An amount from–to, in euros."""

    least: Decimal
    most: Decimal

    def words(self) -> Text:
        """Return the amount in words."""
        if self.least == self.most:
            return say("{amount}", amount=Money(self.most))
        return say("{least} to {most}", least=Money(self.least), most=Money(self.most))


@dataclass(frozen=True, slots=True)
class CostPlan:
    """The sums of a plan.

    `shares` are what each funding that counts pays, by its identity; `unknown` costs have no amount yet and are in no
    sum; `is_rough` where an amount is only an estimate, or from–to.
    """

    total: Span
    covered: Span
    waiting: Span
    own: Span
    shares: Mapping[str, Span]
    unknown: int = 0
    is_rough: bool = False


@dataclass(frozen=True, slots=True)
class Bill:
    """One way the amounts can turn out: costs, and who pays how much of each (funding, cost)."""

    total: Decimal
    paid: Mapping[tuple[str, str], Decimal]

    def by(self, fundings: Iterable[Funding]) -> Decimal:
        """Return what some fundings pay together."""
        ids = {one.id for one in fundings}
        return sum((amount for (payer, _cost), amount in self.paid.items() if payer in ids), NOTHING_PAID)


def plan_costs(costs: Iterable[Cost], fundings: Iterable[Funding]) -> CostPlan:
    """Return the sums of costs and fundings; reckoned once with the least and once with the most of each cost."""
    costs, fundings = tuple(costs), tuple(fundings)
    low = make_bill({one: one.least for one in costs}, fundings)
    high = make_bill({one: one.most for one in costs}, fundings)
    granted, applied = ([one for one in fundings if one.state is state] for state in _COUNTS)
    return CostPlan(
        total=Span(low.total, high.total),
        covered=_span(low.by(granted), high.by(granted)),
        waiting=_span(low.by(applied), high.by(applied)),
        own=_span(low.total - low.by(fundings), high.total - high.by(fundings)),
        shares={one.id: _span(low.by([one]), high.by([one])) for one in (*granted, *applied)},
        unknown=sum(not one.is_known for one in costs),
        is_rough=any(one.is_known and (one.is_estimate or one.least != one.most) for one in costs),
    )


def make_bill(amounts: Mapping[Cost, Decimal], fundings: Iterable[Funding]) -> Bill:
    """Return who pays what: granted before applied for, who pays for few kinds of costs before who pays for many.

    Nobody pays more than their amount, for a cost that they do not cover, or what another one pays already.
    """
    left = dict(amounts)
    paid: dict[tuple[str, str], Decimal] = {}
    for one in sorted((one for one in fundings if one.state in _COUNTS), key=_turn):
        purse = one.amount
        for cost, open_ in left.items():
            if not one.pays(cost.kind):
                continue
            share = open_ if purse is None else min(open_, purse)
            if share > 0:
                paid[one.id, cost.id] = share
                left[cost] = open_ - share
                purse = None if purse is None else purse - share
    return Bill(sum(amounts.values(), NOTHING_PAID), paid)


def _turn(one: Funding) -> tuple[int, int]:
    return _COUNTS.index(one.state), len(one.covers) or len(CostKind)


def _span(one: Decimal, other: Decimal) -> Span:
    return Span(min(one, other), max(one, other))
