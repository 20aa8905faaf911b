"""Procedures and their steps in words for the adviser: titles, facts, and why something cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.procedure_remarks import Remark, RemarkKind
from iq_desktop.domain.procedure_steps import DayFault, Hindrance, Refusal, begins_with
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.procedure_law import PeriodRule


def procedure_title(procedure: Procedure) -> Text:
    """Return what a procedure is called: its kind, and the occupation where there is one."""
    if procedure.reference_occupation:
        return say(
            "{kind}: {occupation}", kind=procedure.kind.label, occupation=as_it_is(procedure.reference_occupation)
        )
    return procedure.kind.label


def procedure_facts(procedure: Procedure) -> tuple[Text, ...]:
    """Return what else is known of a procedure, in short words."""
    reference = procedure.reference_number
    ground = procedure.ground.label if procedure.ground and procedure.kind is ProcedureKind.STAY else NOTHING
    return (
        as_it_is(procedure.body_name),
        say("reference {number}", number=reference) if reference else NOTHING,
        say("accelerated") if procedure.is_accelerated else NOTHING,
        ground,
    )


def step_facts(step: ProcedureStep) -> tuple[Text, ...]:
    """Return what is known of a step besides its kind and day."""
    return (
        say("until {day}", day=step.until) if step.until else NOTHING,
        say("posted on {day}", day=step.posted_on) if step.posted_on else NOTHING,
        say("without a correct instruction") if step.lacks_instruction else NOTHING,
        as_it_is(step.note),
    )


def tell_refusal(refusal: Refusal) -> tuple[Text, Text]:
    """Return why a step cannot follow, and what to do."""
    step = refusal.kind.label
    advice = say("Look at the steps that were noted, and at their days.")
    if refusal.hindrance is Hindrance.NO_APPLICATION:
        return say("“{step}” needs an application first.", step=step), say("Note when the application was handed in.")
    if refusal.hindrance is Hindrance.NOT_BEGUN:
        first = begins_with(refusal.kind) or refusal.kind
        return say("“{step}” needs “{first}” before it.", step=step, first=first.label), advice
    if refusal.hindrance is Hindrance.ALREADY and refusal.kind is StepKind.EXTENDED:
        return say("The period can be made longer only once (§ 6 (3) sentence 3, § 13 (3) sentence 3 BQFG)."), advice
    told = {
        Hindrance.NOT_OF_THIS_KIND: say("“{step}” does not belong to this kind of procedure.", step=step),
        Hindrance.ALREADY: say("“{step}” was noted already.", step=step),
        Hindrance.OVER: say("The procedure has ended; “{step}” can no longer follow.", step=step),
        Hindrance.WITHDRAWN: say("The application was withdrawn; “{step}” can no longer follow.", step=step),
        Hindrance.DECIDED: say("It was decided already; “{step}” can no longer follow.", step=step),
        Hindrance.NOT_DECIDED: say("“{step}” needs a notice first.", step=step),
    }
    otherwise = say("“{step}” cannot follow here: {state}.", step=step, state=refusal.state.label)
    return told.get(refusal.hindrance, otherwise), advice


def tell_day_fault(fault: DayFault) -> Problem:
    """Return what is wrong with the day of a step, at the field where it is mended."""
    return {
        DayFault.NO_DAY: Problem("day", say("On which day?")),
        DayFault.IN_FUTURE: Problem("day", say("This day lies in the future."), Weight.WRONG),
        DayFault.OUT_OF_ORDER: Problem("day", say("This step cannot follow what stands before it."), Weight.WRONG),
        DayFault.UNTIL_BEFORE: Problem("until", say("This day lies before the step."), Weight.WRONG),
        DayFault.POSTED_AFTER: Problem("posted_on", say("It cannot come before it was posted."), Weight.WRONG),
    }[fault]


def tell_remark(remark: Remark) -> Text:
    """Return a remark in a sentence, with the place in the law."""
    place = _place(remark.rule)
    if remark.kind is RemarkKind.EXTENDED_LATE:
        told = say("The longer period was announced after the period had ended on {day}.", day=remark.day)
    elif remark.kind is RemarkKind.EXTENDED_TOO_LONG:
        told = say("The longer period may end on {day} at the latest.", day=remark.day)
    else:
        told = say("Such a stay may end on {day} at the latest.", day=remark.day)
    return joined((told, place), " ")


def _place(rule: PeriodRule | None) -> Text:
    return say("({place})", place=rule.citation.words) if rule is not None and rule.citation is not None else NOTHING
