"""The ways through learning and work: validation, partial qualifications, retraining, training, work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.contact import Concern
from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.fact import Span
from iq_desktop.domain.fact_choices import Contract
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.planning_costs import cost_of, voucher_cost
from iq_desktop.domain.planning_outline import Outline
from iq_desktop.domain.planning_steps import FREE, GOAL, PossibleStep, course_step, permission_steps, step, work_steps
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.qualification import Finished
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_terms import Duration, GermanFor, Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground

_DAYS_OF_A_MONTH: Final = Fraction(36525, 1200)
_USUAL_MONTHS: Final = 36
_TOO_LITTLE: Final = 2
"""Levels of German below the usual one with which work is no goal that one can count on."""


def learning_outlines(ground: Ground) -> Iterator[Outline]:
    """Yield the ways that lead to a German qualification without recognition."""
    if ground.worked is not None and ground.is_open(Route.VALIDATION) and not _seems_learned(ground):
        yield _validation(ground)
    if ground.has_equal_training or ground.is_abroad or not ground.goal.code:
        return
    if ground.is_open(Route.RECOGNITION) or not (ground.is_dual or _may_be_dual(ground)):
        return
    if ground.is_open(Route.FURTHER_TRAINING):
        yield _partial(ground)
        yield _retraining(ground)
    if ground.is_open(Route.WORK):
        yield _training(ground)


def work_outlines(ground: Ground) -> Iterator[Outline]:
    """Yield the ways that lead to work soon, with courses or German before it where they help."""
    wants_work = Concern.WORK in ground.case.contact.concerns
    if not ground.is_open(Route.WORK) or ground.is_abroad or (ground.is_employed and not wants_work):
        return
    if not _works_in_it(ground):
        yield _work(ground)
    if ground.gap_courses:
        yield _courses(ground)
    level = ground.usual_level(GermanFor.WORK)
    if ground.level is not None and ground.level.rank < level.rank:
        yield _german_first(ground, level)


def _validation(ground: Ground) -> Outline:
    papers = step(ground, "work-papers", WayStepKind.PAPERS, say("Get proofs of the time of work"), Lasting.PAPERS)
    apply = step(ground, "application", WayStepKind.APPLICATION, say("Apply to the chamber"), Lasting.APPLICATION)
    shown = step(ground, "validation", WayStepKind.ANALYSIS, say("Show the skills at the chamber"), Lasting.VALIDATION)
    missing = ground.missing_of(ground.verdict(Route.VALIDATION))
    fee = cost_of(ground, CostKind.FEE, ProcedureKind.VALIDATION)
    steps = (
        papers,
        replace(apply, needs=("work-papers",), cost=fee, route=Route.VALIDATION, missing=missing),
        replace(shown, needs=("application",), gives=("validation", GOAL),
                german=ground.usual_level(GermanFor.VALIDATION), risk=Risk.LOW,
                risk_words=say("The chamber watches at work and asks."), route=Route.VALIDATION),
    )  # fmt: skip
    leads_to = say("A certificate of what somebody can do in the occupation")
    decides = say("Whether the time of work can be proved.")
    return Outline(WayKind.VALIDATION, steps, (Route.VALIDATION,), leads_to, decides)


def _voucher(ground: Ground, needs: tuple[str, ...]) -> PossibleStep:
    name = say("Ask for an education voucher")
    made = step(ground, "voucher", WayStepKind.GRANT, name, Lasting.VOUCHER)
    verdict = ground.verdict(Route.FURTHER_TRAINING)
    unsure = ground.stays_for_now
    words = say("The stay must be long enough.") if unsure else say("The agency or the job centre decides.")
    asked = ground.asked("is_dual_occupation") if ground.goal.work_id and not ground.kind else ()
    return replace(made, needs=needs, risk=Risk.HIGH if unsure else Risk.MEDIUM, risk_words=words,
                   route=Route.FURTHER_TRAINING, missing=(*asked, *ground.missing_of(verdict)))  # fmt: skip


def _partial(ground: Ground) -> Outline:
    name = say("Partial qualifications, one after the other")
    course = step(ground, "partial", WayStepKind.COURSE, name, Lasting.PARTIAL)
    exam = step(ground, "exam", WayStepKind.EXAM, say("Final examination at the chamber"), Lasting.EXAM)
    steps = (
        _voucher(ground, ()),
        replace(course, needs=("voucher",), cost=voucher_cost(ground, CostKind.COURSE), risk=Risk.LOW,
                german=ground.usual_level(GermanFor.PARTIAL), risk_words=say("Each part counts for itself."),
                route=Route.FURTHER_TRAINING),
        replace(exam, needs=("partial",), gives=("exam", GOAL), cost=voucher_cost(ground, CostKind.EXAM),
                risk=Risk.MEDIUM, risk_words=say("The examination must be passed.")),
    )  # fmt: skip
    return _paid_learning(ground, WayKind.PARTIAL, steps)


def _retraining(ground: Ground) -> Outline:
    terms = ground.law.terms
    days = _training_days(ground)
    short = Duration(round(days * (1 - terms.shortened_by)), days)
    name = say("Retraining with an examination")
    course = step(ground, "retraining", WayStepKind.TRAINING, name, Lasting.PARTIAL)
    source = say("Training of {months} months, shortened by a third ({place})", months=_months(ground),
                 place=terms.shortened_cite)  # fmt: skip
    level, cost = ground.usual_level(GermanFor.TRAINING), voucher_cost(ground, CostKind.COURSE)
    steps = (
        _voucher(ground, ()),
        replace(course, needs=("voucher",), gives=("retraining", GOAL), time=short, cost=cost, german=level,
                risk=Risk.MEDIUM, risk_words=say("The examination must be passed."), source=source,
                is_settled=False, route=Route.FURTHER_TRAINING),
    )  # fmt: skip
    return _paid_learning(ground, WayKind.RETRAINING, steps)


def _paid_learning(ground: Ground, kind: WayKind, steps: tuple[PossibleStep, ...]) -> Outline:
    decides = say("Whether the agency or the job centre pays.")
    return Outline(kind, steps, (Route.FURTHER_TRAINING,), _german_qualification(ground), decides)


def _training(ground: Ground) -> Outline:
    days = _training_days(ground)
    place = step(ground, "company", WayStepKind.WORK, say("Find a training company"), Lasting.TRAINING_PLACE)
    has_place = ground.fact("contract") == Contract.TRAINING.value
    course = step(ground, "training", WayStepKind.TRAINING, say("Training in company and school"), Lasting.PARTIAL)
    source = say("Training of {months} months, to be checked", months=_months(ground))
    before = () if has_place else ("company",)
    allowed = tuple(_permission_to_train(ground, before))
    learned = replace(course, needs=("permission",) if allowed else before, gives=("training", GOAL),
                      time=Duration(days, days), german=ground.usual_level(GermanFor.TRAINING), risk=Risk.LOW,
                      risk_words=say("The examination must be passed."), source=source, cost=FREE,
                      is_settled=False)  # fmt: skip
    found = replace(place, risk=Risk.MEDIUM, risk_words=say("A company must be found."), route=Route.WORK)
    steps = (*allowed, learned) if has_place else (found, *allowed, learned)
    decides = say("Whether a company is found.")
    return Outline(WayKind.TRAINING, steps, (Route.WORK,), _german_qualification(ground), decides)


def _permission_to_train(ground: Ground, needs: tuple[str, ...]) -> Iterator[PossibleStep]:
    """Yield the permission for a training in a company, which the foreigners' office gives when a contract is there."""
    source = say("An estimate, to be checked")
    yield from (replace(one, source=source, is_settled=False) for one in permission_steps(ground, needs))


def _work(ground: Ground) -> Outline:
    steps = tuple(work_steps(ground, (), _job_words(ground)))
    return _working(ground, WayKind.WORK, steps)


def _german_first(ground: Ground, level: Level) -> Outline:
    *before, found = work_steps(ground, (), _job_words(ground))
    steps = (*before, replace(found, german=level, risk=Risk.LOW, risk_words=NOTHING))
    return _working(ground, WayKind.GERMAN_FIRST, steps)


def _courses(ground: Ground) -> Outline:
    courses = tuple(course_step(ground, "gap", one) for one in ground.gap_courses)
    *before, found = work_steps(ground, (), _job_words(ground))
    return _working(ground, WayKind.COURSES, (*courses, *before, replace(found, needs=(*found.needs, "gap"))))


def _working(ground: Ground, kind: WayKind, steps: tuple[PossibleStep, ...]) -> Outline:
    free = ground.regulation is not Regulation.REGULATED or ground.has_equal_training
    wants_more = {Concern.RECOGNITION, Concern.START_UP} & set(ground.case.contact.concerns)
    leads_to = _work_words(ground) if free else say("Work for which no permission to practise is needed")
    enough = kind is not WayKind.WORK or ground.lacking_for_work < _TOO_LITTLE
    reaches = free and enough and (not wants_more or (ground.has_equal_training and Concern.START_UP not in wants_more))
    decides = say("Whether an employer is found.")
    return Outline(kind, steps, (Route.WORK,), leads_to, decides, reaches_goal=reaches)


def _seems_learned(ground: Ground) -> bool:
    """Return whether a finished training leads to the goal and nobody said that the occupation was not learned."""
    training = ground.qualification
    is_finished = training is not None and training.finished is not Finished.NO
    return is_finished and ground.fact("is_learned") is None


def _may_be_dual(ground: Ground) -> bool:
    """Return whether nothing is known of the goal's law: most occupations are learned in company and school."""
    return not ground.kind and ground.regulation is Regulation.UNKNOWN


def _works_in_it(ground: Ground) -> bool:
    """Return whether the person works in the occupation in Germany already."""
    worked = ground.worked
    return worked is not None and any(one.country == "DE" and one.is_going_on for one in worked.works)


def _job_words(ground: Ground) -> Text:
    free = ground.regulation is not Regulation.REGULATED or ground.has_equal_training
    return say("Find work in the occupation") if free else say("Find work beside the occupation")


def _work_words(ground: Ground) -> Text:
    if not ground.goal.name:
        return say("Work")
    if ground.has_equal_training:
        return say("Work as {occupation}", occupation=ground.goal.name)
    return say("Work as {occupation}, without a recognised certificate", occupation=ground.goal.name)


def _german_qualification(ground: Ground) -> Text:
    return say("A German certificate as {occupation}", occupation=ground.goal.name or as_it_is("…"))


def _months(ground: Ground) -> str:
    value = ground.fact("training_months")
    told = value.high if isinstance(value, Span) else None
    return str(told or ground.goal.standing.months or _USUAL_MONTHS)


def _training_days(ground: Ground) -> int:
    return round(int(_months(ground)) * _DAYS_OF_A_MONTH)
