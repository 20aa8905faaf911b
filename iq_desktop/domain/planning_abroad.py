"""The ways for somebody who lives abroad: the accelerated procedure, the partnership, a notice and then the visa."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.fact_choices import Decision
from iq_desktop.domain.planning_body_steps import (
    adaptation_step,
    application_step,
    compensating_outlines,
    licence_step,
    notice_outlines,
    steps_until_decision,
    working_as,
)
from iq_desktop.domain.planning_costs import cost_of
from iq_desktop.domain.planning_outline import Outline, reaching_goal
from iq_desktop.domain.planning_periods import decision_step
from iq_desktop.domain.planning_steps import PossibleStep, paper_steps, ready_for_costs, step
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_terms import GermanFor, Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground

_MEASURES: Final = frozenset({WayStepKind.MEASURE, WayStepKind.EXAM})


def abroad_outlines(ground: Ground) -> Iterator[Outline]:
    """Yield the ways through recognition for somebody who lives abroad."""
    if ground.qualification is None or not ground.is_abroad or not ground.is_open(Route.RECOGNITION):
        return
    decision = ground.fact("decision")
    if decision in {Decision.COMPENSATION.value, Decision.PARTIAL.value}:
        if ground.is_open(Route.STAY_16D):
            yield from _after_notice(ground, is_partial=decision == Decision.PARTIAL.value)
        return
    if ground.is_open(Route.FAST_PROCEDURE):
        yield _fast(ground)
    if ground.is_open(Route.STAY_16D):
        yield _partnership(ground)
    elif ground.regulation is Regulation.REGULATED:
        yield from _notice_first(ground)


def _after_notice(ground: Ground, *, is_partial: bool) -> Iterator[Outline]:
    """Yield what closes the differences of a notice: the visa for it comes before."""
    visa = _visa_to_stay(ground, ())
    for outline in notice_outlines(ground, is_partial=is_partial):
        after = (replace(one, needs=("visa",)) if one.kind in _MEASURES else one for one in outline.steps)
        yield replace(outline, steps=(visa, *after), routes=(Route.STAY_16D, *outline.routes))


def _notice_first(ground: Ground) -> Iterator[Outline]:
    """Yield course and examination where nobody employs the person yet: a notice comes first, then the visa."""
    words = say("It takes a notice that names what is missing.")
    visa = replace(_visa_to_stay(ground, ("decision",)), route=None, missing=(), risk_words=words)
    yield from compensating_outlines(ground, (*steps_until_decision(ground), visa), "visa")


def _fast(ground: Ground) -> Outline:
    agreed = replace(
        step(ground, "agreement", WayStepKind.PERMISSION,
             say("The employer makes an agreement with the foreigners' office"), Lasting.AGREEMENT),
        cost=cost_of(ground, CostKind.FAST, ProcedureKind.RECOGNITION),
        route=Route.FAST_PROCEDURE,
        missing=ground.missing_of(ground.verdict(Route.FAST_PROCEDURE)),
    )  # fmt: skip
    needs = (*ready_for_costs(ground), "agreement")
    apply = replace(application_step(ground), needs=needs, route=Route.FAST_PROCEDURE)
    decided = replace(decision_step(ground, is_accelerated=True), risk=Risk.MEDIUM,
                      risk_words=say("The body may find differences and ask for more."))  # fmt: skip
    visa = replace(_visa(ground, Lasting.FAST_VISA), needs=("decision",))
    steps = (*paper_steps(ground), agreed, apply, decided, *_until_licence(ground, visa))
    decides = say("Whether the employer and the foreigners' office agree.")
    return Outline(WayKind.FROM_ABROAD, steps, (Route.FAST_PROCEDURE, Route.RECOGNITION), working_as(ground), decides)


def _partnership(ground: Ground) -> Outline:
    agreed = step(ground, "partnership", WayStepKind.WORK, say("Agree on the recognition with the employer"),
                  Lasting.AGREEMENT)  # fmt: skip
    stay = _visa_to_stay(ground, ("partnership", "ready"))
    apply = replace(application_step(ground), needs=(*ready_for_costs(ground), "visa"))
    decided = replace(decision_step(ground), risk=Risk.LOW,
                      risk_words=say("The body may find differences; there is time to close them."))  # fmt: skip
    steps = (*paper_steps(ground), agreed, stay, apply, *_until_licence(ground, decided))
    decides = say("Whether an employer offers work beside the recognition.")
    return Outline(WayKind.PARTNERSHIP, steps, (Route.STAY_16D, Route.RECOGNITION), working_as(ground), decides)


def _visa_to_stay(ground: Ground, needs: tuple[str, ...]) -> PossibleStep:
    """Return the visa for a stay for recognition."""
    missing = ground.missing_of(ground.verdict(Route.STAY_16D))
    visa = _visa(ground, Lasting.VISA)
    return replace(visa, needs=needs, german=ground.usual_level(GermanFor.STAY), route=Route.STAY_16D, missing=missing)


def _visa(ground: Ground, lasting: Lasting) -> PossibleStep:
    made = step(ground, "visa", WayStepKind.PERMISSION, say("Get the visa"), lasting)
    cost = cost_of(ground, CostKind.VISA, ProcedureKind.STAY)
    return replace(made, cost=cost, risk=Risk.LOW, risk_words=say("The office decides."))


def _until_licence(ground: Ground, last: PossibleStep) -> tuple[PossibleStep, ...]:
    """Return the last step of a way from abroad with what follows where one may not practise without permission."""
    if ground.regulation is not Regulation.REGULATED:
        return (reaching_goal(last),)
    if ground.fact("differences_are_substantial") is False:
        return (last, licence_step(ground, last.code))
    return (last, adaptation_step(ground, last.code), licence_step(ground, "adaptation"))
