"""The steps at a competent body: application, decision, what closes differences, and the permission to practise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.fact_choices import Decision, OccupationKind
from iq_desktop.domain.planning_costs import cost_of
from iq_desktop.domain.planning_outline import Outline, reaching_goal
from iq_desktop.domain.planning_periods import decision_step, with_running_clock
from iq_desktop.domain.planning_steps import GOAL, PossibleStep, paper_steps, ready_for_costs, step
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Reason, Risk, WayStepKind
from iq_desktop.domain.way_terms import GermanFor, Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground


def steps_until_decision(ground: Ground) -> tuple[PossibleStep, ...]:
    """Return the steps up to the decision; only the waiting where the application lies with the body already."""
    if ground.fact("decision") == Decision.PENDING.value:
        waiting = replace(decision_step(ground), name=say("Wait for the decision of the body"), needs=())
        return (with_running_clock(ground, waiting),)
    return (*paper_steps(ground), application_step(ground), decision_step(ground))


def application_step(ground: Ground) -> PossibleStep:
    """Return the application at the competent body, after papers and money."""
    made = step(ground, "application", WayStepKind.APPLICATION, say("Apply to the competent body"), Lasting.APPLICATION)
    fee = cost_of(ground, CostKind.FEE, ProcedureKind.RECOGNITION)
    return replace(made, needs=ready_for_costs(ground), cost=fee, route=Route.RECOGNITION)


def licence_step(ground: Ground, after: str = "decision") -> PossibleStep:
    """Return the permission to practise, after the step of a code or at once; it reaches the goal."""
    made = step(ground, "licence", WayStepKind.PERMISSION, say("Get the permission to practise"), Lasting.LICENCE)
    needs = (after,) if after else ()
    return replace(made, needs=needs, gives=("licence", GOAL), german=ground.german_of_goal())


def adaptation_step(ground: Ground, after: str) -> PossibleStep:
    """Return the adaptation course, after the step of a code or at once."""
    lasting = Lasting.CARE_ADAPTATION if ground.kind == OccupationKind.CARE.value else Lasting.ADAPTATION
    return replace(
        step(ground, "adaptation", WayStepKind.MEASURE, say("Adaptation course"), lasting),
        needs=(after,) if after else (),
        cost=cost_of(ground, CostKind.COURSE, ProcedureKind.RECOGNITION),
        german=ground.usual_level(GermanFor.MEASURE),
        risk=Risk.NONE if ground.fact("measure_is_found") is True else Risk.LOW,
        risk_words=say("A place must be found; at the end there is a talk or an examination."),
    )


def exam_step(ground: Ground, after: str) -> PossibleStep:
    """Return the examination that stands for an adaptation course, after the step of a code or at once."""
    is_care = ground.kind == OccupationKind.CARE.value
    lasting = Lasting.CARE_EXAM if is_care else Lasting.APTITUDE_EXAM
    name = say("Knowledge test with preparation") if is_care else say("Aptitude test with preparation")
    return replace(
        step(ground, "exam", WayStepKind.EXAM, name, lasting),
        needs=(after,) if after else (),
        cost=cost_of(ground, CostKind.EXAM, ProcedureKind.RECOGNITION),
        german=max(ground.usual_level(GermanFor.EXAM), ground.german_of_goal(), key=lambda one: one.rank),
        risk=Risk.MEDIUM,
        risk_words=say("The examination must be passed."),
    )


def compensating_outlines(ground: Ground, before: tuple[PossibleStep, ...], after: str) -> Iterator[Outline]:
    """Yield the ways that close differences by a course or an examination, after the step of a code or at once."""
    choice: tuple[Reason, ...] = ()
    if ground.regulation is Regulation.REGULATED:
        choice = (Reason(say("The person may choose between course and examination.")),)
    course = (*before, adaptation_step(ground, after), licence_step(ground, "adaptation"))
    exam = (*before, exam_step(ground, after), licence_step(ground, "exam"))
    place = say("Whether there is a place in an adaptation course.")
    passed = say("Whether the examination is passed.")
    leads_to, routes = working_as(ground), (Route.RECOGNITION,)
    yield Outline(WayKind.RECOGNITION_COURSE, course, routes, leads_to, place, also_why=choice)
    yield Outline(WayKind.RECOGNITION_EXAM, exam, routes, leads_to, passed, also_why=choice)


def notice_outlines(ground: Ground, *, is_partial: bool) -> Iterator[Outline]:
    """Yield what follows a notice that names differences."""
    if not is_partial:
        yield from compensating_outlines(ground, (), "")
        return
    made = replace(
        step(ground, "measure", WayStepKind.MEASURE, say("Close the gaps that the notice names"), Lasting.GAP_COURSE),
        cost=cost_of(ground, CostKind.COURSE, ProcedureKind.RECOGNITION),
        german=ground.usual_level(GermanFor.MEASURE),
        risk=Risk.LOW,
    )
    again = reaching_goal(replace(decision_step(ground), needs=("measure",), name=say("The body decides again")))
    decides = say("Whether a course closes the gaps that the notice names.")
    yield Outline(WayKind.RECOGNITION_COURSE, (made, again), (Route.RECOGNITION,), working_as(ground), decides)


def working_as(ground: Ground) -> Text:
    """Return what one may do once the training is recognised."""
    training, name = ground.qualification, ground.goal.name
    # A title in the language of its country is no name of an occupation.
    if not name or (training is not None and name == training.title_original and not training.title_de):
        return say("Work in the occupation that was learned")
    return say("Work as {occupation}", occupation=name)
