"""The ways through recognition: at once, with a measure, with an analysis, from abroad, and with an evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.fact_choices import Decision, OccupationKind, ProofState
from iq_desktop.domain.planning_periods import decision_step, period_step, with_running_clock
from iq_desktop.domain.planning_steps import (
    GOAL,
    PossibleStep,
    adaptation_step,
    paper_steps,
    ready_for_costs,
    step,
    work_steps,
)
from iq_desktop.domain.procedure import Procedure, ProcedureKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Reason, Risk, WayStepKind
from iq_desktop.domain.way_terms import GermanFor, Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground

_MEASURES: Final = frozenset({WayStepKind.MEASURE, WayStepKind.EXAM})


@dataclass(frozen=True, slots=True)
class Outline:
    """One way before its search: its steps, of which some may stand in for each other, and the routes it rests on."""

    kind: WayKind
    steps: tuple[PossibleStep, ...]
    routes: tuple[Route, ...]
    leads_to: Text
    decides: Text = NOTHING
    reaches_goal: bool = True
    why: tuple[Reason, ...] = ()


def recognition_outlines(ground: Ground) -> Iterator[Outline]:
    """Yield the ways through the recognition of the training that belongs to the goal."""
    if ground.qualification is None or not ground.is_open(Route.RECOGNITION):
        return
    if ground.is_abroad:
        yield from _from_abroad(ground)
        return
    decision = ground.fact("decision")
    if decision in {Decision.COMPENSATION.value, Decision.PARTIAL.value}:
        yield from _after_notice(ground, is_partial=decision == Decision.PARTIAL.value)
        return
    is_lost = ground.fact("proof_state") in {ProofState.LOST.value, ProofState.NEVER_GOT.value}
    if is_lost and ground.is_open(Route.QUALIFICATION_ANALYSIS):
        yield _with_analysis(ground)
    yield _at_once(ground)
    if ground.regulation is Regulation.REGULATED and ground.fact("differences_are_substantial") is not False:
        begun = (*_until_decision(ground), *_licence(ground))
        yield _with_course(ground, begun, "decision")
        yield _with_exam(ground, begun, "decision")


def evaluation_outline(ground: Ground) -> Iterator[Outline]:
    """Yield the certificate evaluation, which opens no regulated occupation but helps with employers."""
    if ground.qualification is None or not ground.is_open(Route.CERTIFICATE_EVALUATION) or ground.is_abroad:
        return
    fee = ground.cost(CostKind.EVALUATION)
    apply = step(ground, "zab", WayStepKind.APPLICATION, say("Apply to the ZAB"), Lasting.APPLICATION)
    decided = period_step(ground, Procedure(ProcedureKind.EVALUATION), "evaluated", say("The ZAB evaluates the degree"))
    may_work = ground.is_open(Route.WORK)
    is_free = ground.works_as_skilled or (may_work and ground.regulation is not Regulation.REGULATED)
    applied = replace(apply, needs=ready_for_costs(ground), cost=fee, route=Route.CERTIFICATE_EVALUATION)
    evaluated = replace(decided, needs=("zab",), risk=Risk.LOW, route=Route.CERTIFICATE_EVALUATION)
    steps: tuple[PossibleStep, ...] = (*paper_steps(ground), applied)
    if ground.works_as_skilled or not may_work:
        steps = (*steps, _reaching_goal(evaluated))
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
    begun = _until_decision(ground)
    asked = ground.asked("regulation") if ground.regulation is Regulation.UNKNOWN else ()
    words = say("The body may find differences and ask for more.")
    last = replace(begun[-1], risk=risk, risk_words=words, missing=asked)
    steps = (*begun[:-1], last, *_licence(ground)) if is_regulated else (*begun[:-1], _reaching_goal(last))
    decides = say("Whether the body finds differences to the German training.")
    return Outline(WayKind.RECOGNITION, steps, _routes(), _works_as(ground), decides)


def _with_analysis(ground: Ground) -> Outline:
    papers = (*paper_steps(ground, without_proof=True), _application(ground))
    shown = step(ground, "analysis", WayStepKind.ANALYSIS, say("Show the skills in a qualification analysis"),
                 Lasting.ANALYSIS)  # fmt: skip
    verdict = ground.verdict(Route.QUALIFICATION_ANALYSIS)
    analysis = replace(
        shown,
        needs=("application",),
        cost=ground.cost(CostKind.ANALYSIS),
        risk=Risk.LOW,
        risk_words=say("A work sample and a talk show what somebody can do."),
        missing=ground.missing_of(verdict),
        route=Route.QUALIFICATION_ANALYSIS,
    )
    decided = replace(_reaching_goal(decision_step(ground)), needs=("analysis",), risk=Risk.LOW)
    why = Reason(say("The certificate is missing; the body finds out the skills in another way."))
    routes = (Route.QUALIFICATION_ANALYSIS, *_routes())
    decides = say("Whether the skills can be shown at work.")
    return Outline(
        WayKind.RECOGNITION_ANALYSIS, (*papers, analysis, decided), routes, _works_as(ground), decides, why=(why,)
    )


def _after_notice(ground: Ground, *, is_partial: bool) -> Iterator[Outline]:
    if is_partial:
        name = say("Close the gaps that the notice names")
        made = replace(
            step(ground, "measure", WayStepKind.MEASURE, name, Lasting.GAP_COURSE),
            cost=ground.cost(CostKind.COURSE),
            german=ground.usual_level(GermanFor.MEASURE),
            risk=Risk.LOW,
        )
        again = _reaching_goal(replace(decision_step(ground), needs=("measure",), name=say("The body decides again")))
        decides = say("Whether a course closes the gaps that the notice names.")
        yield Outline(WayKind.RECOGNITION_COURSE, (made, again), _routes(), _works_as(ground), decides)
        return
    yield _with_course(ground, tuple(_licence(ground)), "")
    yield _with_exam(ground, tuple(_licence(ground)), "")


def _with_course(ground: Ground, others: tuple[PossibleStep, ...], after: str) -> Outline:
    steps = (*_with_licence_after(others, "adaptation"), adaptation_step(ground, after))
    decides = say("Whether there is a place in an adaptation course.")
    return Outline(WayKind.RECOGNITION_COURSE, steps, _routes(), _works_as(ground), decides, why=_choice_reason(ground))


def _with_exam(ground: Ground, others: tuple[PossibleStep, ...], after: str) -> Outline:
    is_care = ground.kind == OccupationKind.CARE.value
    lasting = Lasting.CARE_EXAM if is_care else Lasting.APTITUDE_EXAM
    name = say("Knowledge test with preparation") if is_care else say("Aptitude test with preparation")
    made = replace(
        step(ground, "exam", WayStepKind.EXAM, name, lasting),
        needs=(after,) if after else (),
        cost=ground.cost(CostKind.EXAM),
        german=max(ground.usual_level(GermanFor.EXAM), ground.german_of_goal(), key=lambda one: one.rank),
        risk=Risk.MEDIUM,
        risk_words=say("The examination must be passed."),
    )
    steps = (*_with_licence_after(others, "exam"), made)
    decides = say("Whether the examination is passed.")
    return Outline(WayKind.RECOGNITION_EXAM, steps, _routes(), _works_as(ground), decides, why=_choice_reason(ground))


def _choice_reason(ground: Ground) -> tuple[Reason, ...]:
    if ground.regulation is not Regulation.REGULATED:
        return ()
    return (Reason(say("The person may choose between course and examination.")),)


def _with_licence_after(others: tuple[PossibleStep, ...], code: str) -> Iterator[PossibleStep]:
    for one in others:
        yield replace(one, needs=(code,)) if one.code == "licence" else one


def _from_abroad(ground: Ground) -> Iterator[Outline]:
    decision = ground.fact("decision")
    if decision in {Decision.COMPENSATION.value, Decision.PARTIAL.value}:
        if ground.is_open(Route.STAY_16D):
            yield from _measures_from_abroad(ground, is_partial=decision == Decision.PARTIAL.value)
        return
    if ground.is_open(Route.FAST_PROCEDURE):
        yield _fast(ground)
    if ground.is_open(Route.STAY_16D):
        yield _partnership(ground)
    elif ground.regulation is Regulation.REGULATED:
        yield from _notice_first(ground)


def _notice_first(ground: Ground) -> Iterator[Outline]:
    """Yield course and examination where nobody employs the person yet: a notice comes first, then the visa."""
    words = say("It takes a notice that names what is missing.")
    visa = replace(_visa_to_stay(ground, ("decision",)), route=None, missing=(), risk_words=words)
    begun = (*_until_decision(ground), visa, *_licence(ground))
    yield _with_course(ground, begun, "visa")
    yield _with_exam(ground, begun, "visa")


def _measures_from_abroad(ground: Ground, *, is_partial: bool) -> Iterator[Outline]:
    """Yield what closes the differences of a notice: the visa for it comes before."""
    visa = _visa_to_stay(ground, ())
    for outline in _after_notice(ground, is_partial=is_partial):
        after = (replace(one, needs=("visa",)) if one.kind in _MEASURES else one for one in outline.steps)
        yield replace(outline, steps=(visa, *after), routes=(Route.STAY_16D, *outline.routes))


def _visa_to_stay(ground: Ground, needs: tuple[str, ...]) -> PossibleStep:
    visa = step(ground, "visa", WayStepKind.PERMISSION, say("Get the visa"), Lasting.VISA)
    missing = ground.missing_of(ground.verdict(Route.STAY_16D))
    return replace(visa, needs=needs, german=ground.usual_level(GermanFor.STAY), risk=Risk.LOW, route=Route.STAY_16D,
                   risk_words=say("The office decides."), missing=missing)  # fmt: skip


def _fast(ground: Ground) -> Outline:
    agreed = step(ground, "agreement", WayStepKind.PERMISSION,
                  say("The employer makes an agreement with the foreigners' office"), Lasting.AGREEMENT)  # fmt: skip
    visa = step(ground, "visa", WayStepKind.PERMISSION, say("Get the visa"), Lasting.FAST_VISA)
    verdict = ground.verdict(Route.FAST_PROCEDURE)
    apply = replace(_application(ground), needs=(*ready_for_costs(ground), "agreement"), route=Route.FAST_PROCEDURE)
    decided = replace(decision_step(ground, is_accelerated=True), risk=Risk.MEDIUM, needs=("application",),
                      risk_words=say("The body may find differences and ask for more."))  # fmt: skip
    steps = (
        *paper_steps(ground),
        replace(
            agreed, cost=ground.cost(CostKind.FAST), route=Route.FAST_PROCEDURE, missing=ground.missing_of(verdict)
        ),
        apply,
        decided,
        *_until_licence(
            ground, replace(visa, needs=("decision",), risk=Risk.LOW, risk_words=say("The office decides."))
        ),
    )
    decides = say("Whether the employer and the foreigners' office agree.")
    return Outline(WayKind.FROM_ABROAD, steps, (Route.FAST_PROCEDURE, Route.RECOGNITION), _works_as(ground), decides)


def _partnership(ground: Ground) -> Outline:
    agreed = step(ground, "partnership", WayStepKind.WORK, say("Agree on the recognition with the employer"),
                  Lasting.AGREEMENT)  # fmt: skip
    stay = _visa_to_stay(ground, ("partnership", "ready"))
    apply = replace(_application(ground), needs=(*ready_for_costs(ground), "visa"))
    decided = replace(decision_step(ground), risk=Risk.LOW, needs=("application",),
                      risk_words=say("The body may find differences; there is time to close them."))  # fmt: skip
    steps = (*paper_steps(ground), agreed, stay, apply, *_until_licence(ground, decided))
    decides = say("Whether an employer offers work beside the recognition.")
    return Outline(WayKind.PARTNERSHIP, steps, (Route.STAY_16D, Route.RECOGNITION), _works_as(ground), decides)


def _until_licence(ground: Ground, last: PossibleStep) -> tuple[PossibleStep, ...]:
    """Return the last step of a way from abroad with what follows where one may not practise without permission."""
    if ground.regulation is not Regulation.REGULATED:
        return (_reaching_goal(last),)
    if ground.fact("differences_are_substantial") is False:
        return (last, *_with_licence_after(tuple(_licence(ground)), last.code))
    return (last, adaptation_step(ground, last.code), *_with_licence_after(tuple(_licence(ground)), "adaptation"))


def _until_decision(ground: Ground) -> tuple[PossibleStep, ...]:
    """Return the steps up to the decision; only the waiting where the application lies with the body already."""
    if ground.fact("decision") == Decision.PENDING.value:
        waiting = replace(decision_step(ground), name=say("Wait for the decision of the body"), needs=())
        return (with_running_clock(ground, waiting),)
    return (*paper_steps(ground), _application(ground), decision_step(ground))


def _application(ground: Ground) -> PossibleStep:
    made = step(ground, "application", WayStepKind.APPLICATION, say("Apply to the competent body"), Lasting.APPLICATION)
    return replace(made, needs=ready_for_costs(ground), cost=ground.cost(CostKind.FEE), route=Route.RECOGNITION)


def _licence(ground: Ground) -> tuple[PossibleStep, ...]:
    made = step(ground, "licence", WayStepKind.PERMISSION, say("Get the permission to practise"), Lasting.LICENCE)
    level = ground.german_of_goal()
    return (replace(made, needs=("decision",), gives=("licence", GOAL), german=level),)


def _reaching_goal(one: PossibleStep) -> PossibleStep:
    return replace(one, gives=(*one.gives, GOAL))


def _routes() -> tuple[Route, ...]:
    return (Route.RECOGNITION,)


def _works_as(ground: Ground) -> Text:
    training, name = ground.qualification, ground.goal.name
    # A title in the language of its country is no name of an occupation.
    if not name or (training is not None and name == training.title_original and not training.title_de):
        return say("Work in the occupation that was learned")
    return say("Work as {occupation}", occupation=name)


def _is_from_europe(ground: Ground) -> bool:
    return ground.fact("qualification_country_group") == "eu"
