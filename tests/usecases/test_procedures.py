"""Noting what happens in procedures: what follows, what is refused with words, what NIQ is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.holiday import Land
from iq_desktop.domain.procedure import Procedure, ProcedureKind, steps_of
from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.domain.procedure_law import ProcedureState
from iq_desktop.domain.procedure_remarks import Remark, RemarkKind
from iq_desktop.domain.procedure_steps import DayFault, Hindrance, Refusal
from iq_desktop.domain.qualification import EarlierApplication, EquivalenceResult, EvaluationResult, Qualification
from iq_desktop.usecases.procedure_words import (
    procedure_facts,
    procedure_title,
    step_facts,
    tell_day_fault,
    tell_refusal,
    tell_remark,
)
from iq_desktop.usecases.procedures import (
    StepRefused,
    about_qualification,
    begin_procedure,
    look_at_procedures,
    next_clock,
    note_step,
    remove_procedure,
    step_refusal,
    take_over_result,
    told_result,
)
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.procedures import a_procedure, a_step, day
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS)


def words(text: Text) -> str:
    return english().speak(text)


def noted(desk: Desk, case: CaseFile, *steps: tuple[Step, str]) -> CaseFile:
    """Return a case with steps noted one after the other in its last procedure."""
    for kind, on in steps:
        case, _step = note_step(desk, case, case.procedures[-1], kind, day(on))
    return case


def a_begun_case(desk: Desk, kind: ProcedureKind = ProcedureKind.RECOGNITION) -> CaseFile:
    case = a_case(qualifications=(Qualification(title_de="Bäcker", reference_occupation="Bäcker/in", id="baker"),))
    return begin_procedure(desk, case, kind)[0]


def test_a_procedure_begins_about_a_qualification_with_the_land_of_the_centre(desk: Desk) -> None:
    desk.centres.save_centre(replace(desk.centres.centre(), land=Land.SAXONY))
    case = a_begun_case(desk)
    first = case.procedures[-1]
    assert (first.qualification_id, first.reference_occupation, first.land) == ("baker", "Bäcker/in", Land.SAXONY)
    assert first.started_through_us
    named = replace(first, body_name="HWK Leipzig", land=Land.BERLIN)
    case, second = begin_procedure(desk, replace(case, procedures=(named,)), ProcedureKind.RECOGNITION)
    assert (second.qualification_id, second.body_name, second.land) == ("", "HWK Leipzig", Land.BERLIN)
    _case, third = begin_procedure(desk, case, ProcedureKind.EVALUATION)
    assert (third.qualification_id, third.reference_occupation, third.body_name) == ("baker", "", "")


def test_what_happens_is_noted_and_what_may_follow_is_offered(desk: Desk) -> None:
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-10-01"), (Step.COMPLETE, "2026-10-05"))
    (shown,) = look_at_procedures(desk, case)
    assert shown.state is ProcedureState.RUNNING
    assert [one.kind for one in shown.steps] == [Step.APPLICATION_SENT, Step.COMPLETE]
    assert Step.EXTENDED in shown.offered
    assert Step.COMPLETE not in shown.offered
    assert words(told_result(shown)) == "For NIQ: Not decided yet"
    assert [clock.strip.clock.kind.value for clock in shown.clocks] == ["receipt", "decision"]


def test_without_a_day_it_happened_today(desk: Desk) -> None:
    case, step = note_step(desk, a_begun_case(desk), a_begun_case(desk).procedures[-1], Step.APPLICATION_SENT)
    assert step.day == desk.clock.today()
    assert case.procedure_steps == (step,)


def test_a_step_that_cannot_follow_is_refused_with_what_to_do(desk: Desk) -> None:
    case = a_begun_case(desk)
    with pytest.raises(StepRefused) as refused:
        note_step(desk, case, case.procedures[-1], Step.FULL, day("2026-10-01"))
    assert words(refused.value.text) == "“Notice: full equivalence” needs an application first."
    assert refused.value.refusal.hindrance is Hindrance.NO_APPLICATION
    assert words(step_refusal(desk, case, case.procedures[-1], Step.FULL)) == words(refused.value.text)
    assert words(step_refusal(desk, case, case.procedures[-1], Step.APPLICATION_SENT)) == ""


def test_a_step_is_measured_by_what_stands_before_its_day(desk: Desk) -> None:
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-09-01"), (Step.ACKNOWLEDGED, "2026-09-20"))
    late = noted(desk, case, (Step.COMPLETE, "2026-09-05"))
    assert [step.kind for step in steps_of(late, late.procedures[-1])] == [
        Step.APPLICATION_SENT,
        Step.COMPLETE,
        Step.ACKNOWLEDGED,
    ]
    with pytest.raises(StepRefused):
        noted(desk, case, (Step.COMPLETE, "2026-08-30"))


def test_the_body_waits_only_as_long_as_the_pause_that_it_set(desk: Desk) -> None:
    case = a_usual_case()  # asked until 19 October; today is 3 November
    assert look_at_procedures(desk, case)[0].state is ProcedureState.RUNNING
    open_end = tuple(replace(step, until=None) for step in case.procedure_steps)
    assert look_at_procedures(desk, replace(case, procedure_steps=open_end))[0].state is ProcedureState.PAUSED


def test_the_clock_that_ends_first_is_told(desk: Desk) -> None:
    assert next_clock(a_case(), desk.law, desk.clock.today()) is None
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-09-01"), (Step.COMPLETE, "2026-09-01"))
    shown = next_clock(case, desk.law, desk.clock.today())
    assert shown is not None
    assert (shown.strip.clock.kind.value, shown.strip.is_overdue) == ("receipt", True)
    assert words(shown.advice).startswith("Ask the body for the confirmation.")


def test_an_overdue_decision_tells_from_when_an_action_is_possible(desk: Desk) -> None:
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-07-01"), (Step.COMPLETE, "2026-07-01"))
    late = next(one for one in look_at_procedures(desk, case)[0].clocks if one.strip.clock.kind.value == "decision")
    assert words(late.advice) == (
        "Ask the body in writing how far it is. An action before the administrative court is possible (§ 75 VwGO)."
    )


def test_a_procedure_goes_with_its_steps(desk: Desk) -> None:
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-09-01"))
    left = remove_procedure(case, case.procedures[-1])
    assert (left.procedures, left.procedure_steps) == ((), ())


def test_another_qualification_brings_its_occupation_where_none_was_named(desk: Desk) -> None:
    case = replace(a_begun_case(desk), procedures=(Procedure(id="one"),))
    changed = about_qualification(case, case.procedures[0], "baker").procedures[0]
    assert (changed.qualification_id, changed.reference_occupation) == ("baker", "Bäcker/in")
    assert about_qualification(case, changed, "").procedures[0].qualification_id == ""


@pytest.mark.parametrize(
    ("before", "kind", "step", "after"),
    [
        (None, ProcedureKind.RECOGNITION, Step.PARTIAL, EarlierApplication.EQUIVALENCE),
        (EarlierApplication.EVALUATION, ProcedureKind.RECOGNITION, Step.PARTIAL, EarlierApplication.BOTH),
        (EarlierApplication.NONE, ProcedureKind.EVALUATION, Step.POSITIVE, EarlierApplication.EVALUATION),
        (EarlierApplication.BOTH, ProcedureKind.EVALUATION, Step.POSITIVE, EarlierApplication.BOTH),
    ],
)
def test_what_was_applied_for_before_is_told_to_niq(
    desk: Desk, before: EarlierApplication | None, kind: ProcedureKind, step: Step, after: EarlierApplication
) -> None:
    case = a_begun_case(desk, kind)
    about = replace(case.qualifications[0], earlier_application=before)
    earlier = replace(case.procedures[-1], started_through_us=False)
    case = replace(case, qualifications=(about,), procedures=(earlier,))
    assert not look_at_procedures(desk, case)[0].can_take_over
    case = noted(desk, case, (Step.APPLICATION_SENT, "2026-01-01"), (step, "2026-04-01"))
    assert look_at_procedures(desk, case)[0].can_take_over
    (changed,) = take_over_result(case, earlier).qualifications
    assert changed.earlier_application is after
    if kind is ProcedureKind.RECOGNITION:
        assert changed.equivalence_result is EquivalenceResult.PARTIAL
    else:
        assert changed.evaluation_result is EvaluationResult.POSITIVE


def test_a_procedure_of_our_own_changes_no_earlier_application(desk: Desk) -> None:
    case = noted(desk, a_begun_case(desk), (Step.APPLICATION_SENT, "2026-09-01"))
    assert take_over_result(case, case.procedures[-1]) == case
    assert take_over_result(case, Procedure()) == case


@pytest.mark.parametrize("hindrance", Hindrance)
@pytest.mark.parametrize("kind", [Step.EXTENDED, Step.OBJECTION])
def test_every_hindrance_has_its_own_words(hindrance: Hindrance, kind: Step) -> None:
    told, advice = tell_refusal(Refusal(kind, ProcedureState.RUNNING, hindrance))
    assert words(told)
    assert words(advice)
    others = {words(tell_refusal(Refusal(kind, ProcedureState.RUNNING, one))[0]) for one in Hindrance}
    assert len(others) == len(Hindrance)


@pytest.mark.parametrize("fault", DayFault)
def test_every_fault_of_a_day_is_told_at_its_field(fault: DayFault) -> None:
    problem = tell_day_fault(fault)
    assert problem.field in {"day", "until", "posted_on"}
    assert words(problem.text)


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_names_its_day(kind: RemarkKind) -> None:
    told = words(tell_remark(Remark(kind, a_step(Step.EXTENDED, "2026-06-05"), day("2026-06-02"))))
    assert "2026" in told


def test_procedures_and_steps_are_told_in_short_words() -> None:
    procedure = a_procedure(reference_number="4711", is_accelerated=True)
    assert words(procedure_title(procedure)) == "Recognition: Bäcker/in"
    assert words(procedure_title(Procedure(ProcedureKind.EVALUATION))) == "Certificate evaluation (ZAB)"
    facts = [words(fact) for fact in procedure_facts(procedure)]
    assert facts == ["Handwerkskammer Berlin", "reference 4711", "accelerated", ""]
    step = a_step(Step.REFUSED, "2026-06-08", posted_on=day("2026-06-05"), lacks_instruction=True, note="Brief")
    assert [words(fact) for fact in step_facts(step)][1:] == [
        "posted on Jun 5, 2026",
        "without a correct instruction",
        "Brief",
    ]
