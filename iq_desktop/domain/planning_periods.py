"""How long bodies take to decide: the period of the law that counts, or the clock that runs already."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.fact_choices import OccupationKind
from iq_desktop.domain.periods import end_of_period
from iq_desktop.domain.planning_steps import PossibleStep, step
from iq_desktop.domain.procedure import LegalBasis, Procedure, steps_of
from iq_desktop.domain.procedure_clocks import running_clocks
from iq_desktop.domain.procedure_law import Binding, ClockKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import WayStepKind
from iq_desktop.domain.way_terms import Duration, Lasting
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground

_BY_OCCUPATION: Final = frozenset(
    {OccupationKind.CARE.value, OccupationKind.HEALTH.value, OccupationKind.FEDERAL.value}
)
_BY_LAND: Final = frozenset({OccupationKind.LAND.value, OccupationKind.ACADEMIC.value})


def decision_step(ground: Ground, *, is_accelerated: bool = False) -> PossibleStep:
    """Return the decision of the body on the recognition."""
    basis = LegalBasis.OCCUPATION if ground.kind in _BY_OCCUPATION else LegalBasis.BQFG
    procedure = Procedure(
        legal_basis=LegalBasis.LAND if ground.kind in _BY_LAND else basis,
        is_regulated=ground.regulation is Regulation.REGULATED,
        is_accelerated=is_accelerated,
    )
    made = period_step(ground, procedure, "decision", say("The body decides"))
    return replace(made, needs=("application",), route=Route.RECOGNITION)


def period_step(ground: Ground, procedure: Procedure, code: str, name: Text) -> PossibleStep:
    """Return a decision of a body with the period that counts for it, counted from today."""
    plain = step(ground, code, WayStepKind.PROCEDURE, name, Lasting.DECISION)
    rule = ground.law.procedures.find_period(ClockKind.DECISION, procedure)
    if rule is None:
        return plain
    days = (end_of_period(ground.today, rule.period) - ground.today).days
    is_settled = rule.verified and rule.binding is not Binding.USUAL and bool(ground.kind)
    source = rule.citation.words if rule.citation else say("usual, to be checked")
    return replace(plain, time=Duration(days, days, verified=is_settled), source=source, is_settled=is_settled,
                   is_clock=rule.citation is not None)  # fmt: skip


def with_running_clock(ground: Ground, waiting: PossibleStep) -> PossibleStep:
    """Return the waiting for a decision with the day of its running clock, where there is one."""
    mine = (one for one in ground.case.procedures if one.qualification_id == ground.goal.qualification_id)
    for procedure in mine:
        for clock in running_clocks(procedure, steps_of(ground.case, procedure), ground.law.procedures):
            if clock.kind is ClockKind.DECISION and clock.due is not None:
                days = max(0, (clock.due - ground.today + dt.timedelta(days=1)).days)
                return replace(waiting, time=Duration(days, days), is_clock=True, is_settled=clock.is_settled)
    return waiting
