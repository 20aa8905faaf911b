"""The ways through recognition in Germany: at once, with a measure, with an analysis; the certificate evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.fact_choices import Decision, ProofState
from iq_desktop.domain.planning_body_steps import (
    application_step,
    compensating_outlines,
    licence_step,
    notice_outlines,
    steps_until_decision,
    working_as,
)
from iq_desktop.domain.planning_costs import cost_of
from iq_desktop.domain.planning_outline import Outline, reaching_goal
from iq_desktop.domain.planning_periods import decision_step, period_step
from iq_desktop.domain.planning_steps import PossibleStep, paper_steps, ready_for_costs, step, work_steps
from iq_desktop.domain.procedure import Procedure, ProcedureKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_terms import Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground


def recognition_outlines(ground: Ground) -> Iterator[Outline]:
    """Yield the ways through the recognition of the training that belongs to the goal, for somebody in Germany."""
    if ground.qualification is None or ground.is_abroad or not ground.is_open(Route.RECOGNITION):
        return
    decision = ground.fact("decision")
    if decision in {Decision.COMPENSATION.value, Decision.PARTIAL.value}:
        yield from notice_outlines(ground, is_partial=decision == Decision.PARTIAL.value)
        return
    is_lost = ground.fact("proof_state") in {ProofState.LOST.value, ProofState.NEVER_GOT.value}
    if is_lost and ground.is_open(Route.QUALIFICATION_ANALYSIS):
        yield _with_analysis(ground)
    yield _at_once(ground)
    if ground.regulation is Regulation.REGULATED and ground.fact("differences_are_substantial") is not False:
        yield from compensating_outlines(ground, steps_until_decision(ground), "decision")


def evaluation_outline(ground: Ground) -> Iterator[Outline]:
    """Yield the certificate evaluation, which opens no regulated occupation but helps with employers."""
    if ground.qualification is None or not ground.is_open(Route.CERTIFICATE_EVALUATION) or ground.is_abroad:
        return
    apply = step(ground, "zab", WayStepKind.APPLICATION, say("Apply to the ZAB"), Lasting.APPLICATION)
    decided = period_step(ground, Procedure(ProcedureKind.EVALUATION), "evaluated", say("The ZAB evaluates the degree"))
    may_work = ground.is_open(Route.WORK)
    is_free = ground.works_as_skilled or (may_work and ground.regulation is not Regulation.REGULATED)
    fee = cost_of(ground, CostKind.EVALUATION, ProcedureKind.EVALUATION)
    applied = replace(apply, needs=ready_for_costs(ground), cost=fee, route=Route.CERTIFICATE_EVALUATION)
    evaluated = replace(decided, needs=("zab",), risk=Risk.LOW, route=Route.CERTIFICATE_EVALUATION)
    steps: tuple[PossibleStep, ...] = (*paper_steps(ground), applied)
    if ground.works_as_skilled or not may_work:
        steps = (*steps, reaching_goal(evaluated))
    else:
        steps = (*steps, evaluated, *work_steps(ground, ("evaluated",), say("Find work that fits the degree")))
    leads_to = say("Work that fits the degree; no title that is protected by law")
    yield Outline(WayKind.EVALUATION, steps, (Route.CERTIFICATE_EVALUATION, Route.WORK), leads_to,
                  say("Whether employers take the evaluation as enough."), reaches_goal=is_free)  # fmt: skip


def _at_once(ground: Ground) -> Outline:
    is_regulated = ground.regulation is Regulation.REGULATED
    differs = ground.fact("differences_are_substantial")
    is_hard = is_regulated and differs is not False and not _is_from_europe(ground)
    risk = Risk.HIGH if differs is True or is_hard else Risk.LOW if differs is False else Risk.MEDIUM
    *before, decided = steps_until_decision(ground)
    asked = ground.asked("regulation") if ground.regulation is Regulation.UNKNOWN else ()
    words = say("The body may find differences and ask for more.")
    last = replace(decided, risk=risk, risk_words=words, missing=asked)
    steps = (*before, last, licence_step(ground)) if is_regulated else (*before, reaching_goal(last))
    decides = say("Whether the body finds differences to the German training.")
    return Outline(WayKind.RECOGNITION, steps, (Route.RECOGNITION,), working_as(ground), decides)


def _with_analysis(ground: Ground) -> Outline:
    papers = (*paper_steps(ground, without_proof=True), application_step(ground))
    shown = step(ground, "analysis", WayStepKind.ANALYSIS, say("Show the skills in a qualification analysis"),
                 Lasting.ANALYSIS)  # fmt: skip
    verdict = ground.verdict(Route.QUALIFICATION_ANALYSIS)
    analysis = replace(
        shown,
        needs=("application",),
        cost=cost_of(ground, CostKind.ANALYSIS, ProcedureKind.ANALYSIS),
        risk=Risk.LOW,
        risk_words=say("A work sample and a talk show what somebody can do."),
        missing=ground.missing_of(verdict),
        route=Route.QUALIFICATION_ANALYSIS,
    )
    decided = replace(reaching_goal(decision_step(ground)), needs=("analysis",), risk=Risk.LOW)
    routes = (Route.QUALIFICATION_ANALYSIS, Route.RECOGNITION)
    decides = say("Whether the skills can be shown at work.")
    return Outline(WayKind.RECOGNITION_ANALYSIS, (*papers, analysis, decided), routes, working_as(ground), decides)


def _is_from_europe(ground: Ground) -> bool:
    return ground.fact("qualification_country_group") == "eu"
