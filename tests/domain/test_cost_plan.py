"""The sums of cost plans, by hand and by lot."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource, FundingState
from iq_desktop.domain.cost_plan import CostPlan, Span, make_bill, plan_costs
from tests.support.counts import count

DAY = dt.date(2026, 11, 3)
CENTS = st.integers(0, 500_000).map(lambda cents: Decimal(cents) / 100)


def euros(words: str) -> Decimal:
    return Decimal(words)


def a_granted(amount: str | None, *covers: CostKind, **more: object) -> Funding:
    limit = None if amount is None else euros(amount)
    return Funding(covers=covers, amount=limit, granted_on=DAY, **more)  # type: ignore[arg-type]  # by name


def an_applied(amount: str | None, *covers: CostKind) -> Funding:
    return Funding(covers=covers, amount=None if amount is None else euros(amount), applied_on=DAY)


def told(plan: CostPlan) -> list[str]:
    return [str(span.most) for span in (plan.total, plan.covered, plan.waiting, plan.own)]


def test_what_is_granted_is_paid_first_and_what_waits_pays_the_rest() -> None:
    fee, words = Cost(CostKind.FEE, amount=euros("450.00")), Cost(CostKind.TRANSLATION, amount=euros("250.50"))
    plan = plan_costs((fee, words), (an_applied(None), a_granted("600.00", CostKind.FEE, CostKind.TRANSLATION)))
    assert told(plan) == ["700.50", "600.00", "100.50", "0.00"]


def test_nobody_pays_for_what_they_do_not_cover() -> None:
    plan = plan_costs((Cost(CostKind.TRAVEL, amount=euros("99.90")),), (a_granted("600.00", CostKind.FEE),))
    assert told(plan) == ["99.90", "0", "0", "99.90"]


def test_who_pays_for_few_kinds_pays_before_who_pays_for_all() -> None:
    """Else the money that fits everywhere would be gone where the other could have paid."""
    costs = (Cost(CostKind.FEE, amount=euros("100.00")), Cost(CostKind.TRAVEL, amount=euros("100.00")))
    plan = plan_costs(costs, (a_granted("100.00"), a_granted("100.00", CostKind.FEE)))
    assert told(plan) == ["200.00", "200.00", "0", "0.00"]


def test_what_is_planned_refused_or_left_out_pays_nothing() -> None:
    fundings = (
        Funding(amount=euros("600.00")),
        Funding(applied_on=DAY, refused_on=DAY),
        Funding(left_out_on=DAY, note="Der Arbeitgeber zahlt"),
    )
    assert told(plan_costs((Cost(amount=euros("80.00")),), fundings)) == ["80.00", "0", "0", "80.00"]


def test_amounts_from_to_give_sums_from_to_and_unknown_ones_none() -> None:
    costs = (Cost(amount=euros("100.00"), up_to=euros("300.00")), Cost(CostKind.TRAVEL), Cost(up_to=euros("50.00")))
    plan = plan_costs(costs, (a_granted("150.00"),))
    assert plan.total == Span(euros("100.00"), euros("350.00"))
    assert plan.covered == Span(euros("100.00"), euros("150.00"))
    assert plan.own == Span(euros("0.00"), euros("200.00"))
    assert (plan.unknown, plan.is_rough) == (1, True)


@pytest.mark.parametrize(
    ("funding", "state"),
    [
        (Funding(), FundingState.PLANNED),
        (Funding(left_out_on=DAY), FundingState.LEFT_OUT),
        (Funding(left_out_on=DAY, applied_on=DAY), FundingState.APPLIED),
        (Funding(applied_on=DAY, granted_on=DAY), FundingState.GRANTED),
        (Funding(granted_on=DAY), FundingState.GRANTED),
        (Funding(applied_on=DAY, refused_on=DAY), FundingState.REFUSED),
        (Funding(granted_on=DAY, refused_on=DAY - dt.timedelta(1)), FundingState.GRANTED),
        (Funding(granted_on=DAY, refused_on=DAY), FundingState.REFUSED),
    ],
)
def test_how_far_a_funding_is_follows_from_its_days(funding: Funding, state: FundingState) -> None:
    assert funding.state is state


def test_what_cannot_be_is_told_at_its_field() -> None:
    later = DAY + dt.timedelta(1)
    cost = Cost(amount=euros("5.00"), up_to=euros("4.00"), paid_on=later, ordered_on=later)
    assert [one.field for one in cost.problems(DAY)] == ["up_to", "paid_on", "ordered_on"]
    funding = Funding(applied_on=DAY, granted_on=DAY - dt.timedelta(1), refused_on=later)
    assert [one.field for one in funding.problems(DAY)] == ["refused_on", "granted_on"]
    assert Cost(amount=euros("4.00"), up_to=euros("5.00"), paid_on=DAY).problems(DAY) == ()


@st.composite
def some_costs(draw: st.DrawFn) -> tuple[Cost, ...]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        least, most = draw(st.none() | CENTS), draw(st.none() | CENTS)
        found.append(Cost(draw(st.sampled_from(CostKind)), amount=least, up_to=most, id=f"cost-{number}"))
    return tuple(found)


@st.composite
def some_fundings(draw: st.DrawFn) -> tuple[Funding, ...]:
    days = st.none() | st.just(DAY)
    found = []
    for number in range(draw(st.integers(0, 5))):
        covers = tuple(draw(st.sets(st.sampled_from(CostKind), max_size=4)))
        amount, name = draw(st.none() | CENTS), f"funding-{number}"
        source = draw(st.sampled_from(FundingSource))
        found.append(Funding(source, "", covers, amount, draw(days), draw(days), draw(days), draw(days), id=name))
    return tuple(found)


@settings(max_examples=count(150, 20_000))
@given(some_costs(), some_fundings())
def test_every_cent_is_paid_once_and_by_somebody_who_may(
    costs: tuple[Cost, ...], fundings: tuple[Funding, ...]
) -> None:
    by_id, kinds = {one.id: one for one in fundings}, {one.id: one.kind for one in costs}
    for amounts in ({one: one.least for one in costs}, {one: one.most for one in costs}):
        bill = make_bill(amounts, fundings)
        assert bill.total == sum(amounts.values())
        for (payer, cost), share in bill.paid.items():
            assert share > 0
            assert by_id[payer].state in {FundingState.GRANTED, FundingState.APPLIED}
            assert by_id[payer].pays(kinds[cost])
        for its, amount in amounts.items():
            assert sum(share for (_payer, paid), share in bill.paid.items() if paid == its.id) <= amount
        for one in fundings:
            assert one.amount is None or bill.by([one]) <= one.amount
    plan = plan_costs(costs, fundings)
    for side in ("least", "most"):
        assert getattr(plan.own, side) >= 0
    paid = make_bill({one: one.most for one in costs}, fundings)
    granted = [one for one in fundings if one.state is FundingState.GRANTED]
    applied = [one for one in fundings if one.state is FundingState.APPLIED]
    assert paid.by(granted) + paid.by(applied) + (paid.total - paid.by(fundings)) == plan.total.most


@settings(max_examples=count(80, 5_000))
@given(some_costs(), some_fundings())
def test_the_order_of_costs_changes_no_total_and_one_more_grant_never_costs_more(
    costs: tuple[Cost, ...], fundings: tuple[Funding, ...]
) -> None:
    plan, turned = plan_costs(costs, fundings), plan_costs(costs[::-1], fundings)
    assert plan.total == turned.total
    everything = Funding(granted_on=DAY, id="everything")
    assert plan_costs(costs, (*fundings, everything)).own == Span(Decimal(0), Decimal(0))
