"""Procedures of recognition: beginning one, noting what happened, and what is owed next by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.clock_strip import Strip, state_on, strip_of
from iq_desktop.domain.clock_words import what_now
from iq_desktop.domain.problem import Problem
from iq_desktop.domain.procedure import (
    Procedure,
    ProcedureKind,
    ProcedureStep,
    StepKind,
    equivalence_result_of,
    evaluation_result_of,
    steps_of,
)
from iq_desktop.domain.procedure_clocks import action_possible_from, clocks_of, running_clocks
from iq_desktop.domain.procedure_law import ClockKind, ProcedureState
from iq_desktop.domain.procedure_remarks import Remark, remarks_on
from iq_desktop.domain.procedure_steps import day_faults, next_steps, why_not
from iq_desktop.domain.qualification import EarlierApplication
from iq_desktop.usecases.paper_words import qualification_title
from iq_desktop.usecases.parts import Parts, add_part
from iq_desktop.usecases.procedure_words import tell_day_fault, tell_refusal
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.procedure_clocks import Clock
    from iq_desktop.domain.procedure_law import ProcedureLaw
    from iq_desktop.domain.procedure_steps import Refusal
    from iq_desktop.domain.qualification import Qualification
    from iq_desktop.usecases.desk import Desk


class StepRefused(IqError):  # noqa: N818  (a name that says what happened)
    """A step cannot follow what was noted; nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        """Say what is in the way and what to do."""
        self.refusal = refusal
        super().__init__(*tell_refusal(refusal))


@dataclass(frozen=True, slots=True)
class ShownClock:
    """A clock as it is shown: how far it is on a day, and what one can do where it is overdue."""

    strip: Strip
    advice: Text = NOTHING

    @property
    def id(self) -> str:
        """The identity: of each kind there is one in a procedure."""
        return f"{self.strip.clock.procedure_id}-{self.strip.clock.kind.value}"


@dataclass(frozen=True, slots=True)
class ShownProcedure:
    """A procedure with everything that follows from its steps on a day."""

    procedure: Procedure
    steps: tuple[ProcedureStep, ...]
    state: ProcedureState
    clocks: tuple[ShownClock, ...]
    offered: tuple[StepKind, ...]
    remarks: tuple[Remark, ...]
    problems: Mapping[str, tuple[Problem, ...]]
    """What is wrong with a step, by its identity."""
    can_take_over: bool
    """Whether the result differs from what stands in the qualification for NIQ."""
    qualifications: tuple[tuple[str, Text], ...] = ()
    """What it can be about: the qualifications of the case by identity."""

    @property
    def id(self) -> str:
        """The identity of the procedure."""
        return self.procedure.id


def look_at_procedures(desk: Desk, case: CaseFile) -> tuple[ShownProcedure, ...]:
    """Return the procedures of a case as they are today, newest first."""
    today = desk.clock.today()
    return tuple(_shown(case, one, desk.law, today) for one in reversed(case.procedures))


def next_clock(case: CaseFile, law: ProcedureLaw, today: dt.date) -> ShownClock | None:
    """Return the clock of a case that ends first, or None where none runs; one without a day comes last."""
    running = [
        (clock, procedure)
        for procedure in case.procedures
        for clock in running_clocks(procedure, steps_of(case, procedure), law)
    ]
    if not running:
        return None
    clock, procedure = min(running, key=lambda pair: (pair[0].due is None, pair[0].due or today))
    return _shown_clock(clock, procedure, steps_of(case, procedure), law, today)


def begin_procedure(desk: Desk, case: CaseFile, kind: ProcedureKind) -> tuple[CaseFile, Procedure]:
    """Return the case with a new procedure about the first qualification that has none of this kind yet.

    Its Land is the one of the last procedure, else of the centre; the body is that of the last one of this kind.
    """
    taken = {one.qualification_id for one in case.procedures if one.kind is kind}
    about = next((one for one in case.qualifications if one.id not in taken), None)
    last = next((one for one in reversed(case.procedures)), None)
    procedure = Procedure(
        kind,
        qualification_id=about.id if about else "",
        reference_occupation=about.reference_occupation if about and kind is not ProcedureKind.EVALUATION else "",
        niq_number=about.niq_occupation if about else "",
        body_name=last.body_name if last and last.kind is kind else "",
        land=last.land if last else desk.centres.centre().land,
        started_through_us=True,
    )
    return add_part(case, Parts.PROCEDURES, procedure), procedure


def note_step(
    desk: Desk, case: CaseFile, procedure: Procedure, kind: StepKind, day: dt.date | None = None
) -> tuple[CaseFile, ProcedureStep]:
    """Return the case with one more step on a day (today where none is given), and the step.

    Raises StepRefused where it cannot follow what was noted before that day.
    """
    step = ProcedureStep(procedure.id, kind, day or desk.clock.today())
    before = [one for one in steps_of(case, procedure) if one.day is not None and one.day <= (step.day or one.day)]
    refusal = why_not(kind, procedure, before, desk.law)
    if refusal is not None:
        raise StepRefused(refusal)
    return add_part(case, Parts.PROCEDURE_STEPS, step), step


def remove_procedure(case: CaseFile, procedure: Procedure) -> CaseFile:
    """Return the case without a procedure and its steps."""
    return replace(
        case,
        procedures=tuple(one for one in case.procedures if one.id != procedure.id),
        procedure_steps=tuple(one for one in case.procedure_steps if one.procedure_id != procedure.id),
    )


def about_qualification(case: CaseFile, procedure: Procedure, qualification_id: str) -> CaseFile:
    """Return the case with a procedure that is about another qualification (empty for none)."""
    changed = replace(procedure, qualification_id=qualification_id)
    found = next((one for one in case.qualifications if one.id == qualification_id), None)
    if found is not None and not procedure.reference_occupation:
        changed = replace(changed, reference_occupation=found.reference_occupation, niq_number=found.niq_occupation)
    return replace(case, procedures=tuple(changed if one.id == changed.id else one for one in case.procedures))


def take_over_result(case: CaseFile, procedure: Procedure) -> CaseFile:
    """Return the case in which the qualification tells NIQ the application and the result that the steps tell."""
    about = _qualification_of(case, procedure)
    if about is None:
        return case
    changed = _with_result(about, procedure, steps_of(case, procedure))
    return replace(case, qualifications=tuple(changed if one.id == changed.id else one for one in case.qualifications))


def step_refusal(desk: Desk, case: CaseFile, procedure: Procedure, kind: StepKind) -> Text:
    """Return why a step cannot follow now; empty where it can."""
    refusal = why_not(kind, procedure, steps_of(case, procedure), desk.law)
    return tell_refusal(refusal)[0] if refusal else NOTHING


def _shown(case: CaseFile, procedure: Procedure, law: ProcedureLaw, today: dt.date) -> ShownProcedure:
    steps = steps_of(case, procedure)
    problems: dict[str, tuple[Problem, ...]] = {}
    for step, fault in day_faults(procedure, steps, law, today):
        problems[step.id] = (*problems.get(step.id, ()), tell_day_fault(fault))
    about = _qualification_of(case, procedure)
    return ShownProcedure(
        procedure,
        steps,
        state_on(procedure, steps, law, today),
        tuple(_shown_clock(clock, procedure, steps, law, today) for clock in _told(procedure, steps, law)),
        next_steps(procedure, steps, law),
        remarks_on(procedure, steps, law),
        problems,
        about is not None and _with_result(about, procedure, steps) != about,
        tuple((one.id, qualification_title(one)) for one in case.qualifications),
    )


def _told(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> tuple[Clock, ...]:
    """Return the clocks that are worth a strip: all that run, else how long the decision took."""
    running = running_clocks(procedure, steps, law)
    if running:
        return running
    return tuple(clock for clock in clocks_of(procedure, steps, law) if clock.kind is ClockKind.DECISION)


def _shown_clock(
    clock: Clock, procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw, today: dt.date
) -> ShownClock:
    strip = strip_of(clock, today)
    return ShownClock(strip, what_now(strip, action_possible_from(procedure, steps, law), today))


def _qualification_of(case: CaseFile, procedure: Procedure) -> Qualification | None:
    return next((one for one in case.qualifications if one.id == procedure.qualification_id), None)


_APPLICATIONS: Final = {
    (EarlierApplication.EVALUATION, ProcedureKind.RECOGNITION): EarlierApplication.BOTH,
    (EarlierApplication.EQUIVALENCE, ProcedureKind.EVALUATION): EarlierApplication.BOTH,
    (EarlierApplication.BOTH, ProcedureKind.RECOGNITION): EarlierApplication.BOTH,
    (EarlierApplication.BOTH, ProcedureKind.EVALUATION): EarlierApplication.BOTH,
}


def _with_result(about: Qualification, procedure: Procedure, steps: Sequence[ProcedureStep]) -> Qualification:
    """Return the qualification with application and result; as it was before there was an application.

    What NIQ calls an earlier application is one that was made before the counselling; a procedure that began through
    the counselling is reported by itself.
    """
    if procedure.started_through_us or procedure.kind not in {ProcedureKind.RECOGNITION, ProcedureKind.EVALUATION}:
        return about
    is_recognition = procedure.kind is ProcedureKind.RECOGNITION
    alone = EarlierApplication.EQUIVALENCE if is_recognition else EarlierApplication.EVALUATION
    known = about.earlier_application
    application = _APPLICATIONS.get((known, procedure.kind), alone) if known else alone
    if is_recognition:
        result = equivalence_result_of(tuple(steps))
        return replace(about, earlier_application=application, equivalence_result=result) if result else about
    issued = evaluation_result_of(tuple(steps))
    return replace(about, earlier_application=application, evaluation_result=issued) if issued else about


def told_result(shown: ShownProcedure) -> Text:
    """Return what the steps tell as the result for NIQ; empty where there is none."""
    if shown.procedure.kind is ProcedureKind.RECOGNITION:
        result = equivalence_result_of(shown.steps)
        return say("For NIQ: {result}", result=result.label) if result else NOTHING
    if shown.procedure.kind is ProcedureKind.EVALUATION:
        issued = evaluation_result_of(shown.steps)
        return say("For NIQ: {result}", result=issued.label) if issued else NOTHING
    return NOTHING
