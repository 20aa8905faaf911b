"""What recognition has come to is read from its procedures too, whoever began them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.fact import Circumstances
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep
from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.domain.qualification import EarlierApplication, EquivalenceResult, EvaluationResult, Qualification
from tests.support.builders import TODAY
from tests.support.procedures import a_procedure, a_step

BAKER = Qualification(title_original="Fırıncı", id="baker")
SENT = a_step(Step.APPLICATION_SENT, "2026-03-02")
PARTIAL = a_step(Step.PARTIAL, "2026-06-02")


def read(fact: str, about: Qualification, procedure: Procedure, *steps: ProcedureStep, **others: Any) -> object:
    case = replace(CaseFile(opened_on=TODAY), qualifications=(about,), procedures=(procedure,), procedure_steps=steps)
    return FACTS[fact].read(Circumstances(replace(case, **others), TODAY, qualification=about))


@pytest.mark.parametrize(
    ("own", "steps", "told"),
    [
        (None, (), None),
        (None, (SENT,), "pending"),
        (None, (SENT, PARTIAL), "partial"),
        (EquivalenceResult.REFUSED, (SENT, PARTIAL), "partial"),
        (EquivalenceResult.PARTIAL, (SENT,), "partial"),
        (EquivalenceResult.NO_ANSWER, (SENT,), "pending"),
        (EquivalenceResult.FULL, (), "full"),
        (None, (SENT, PARTIAL, a_step(Step.FOLLOW_UP_APPLICATION, "2026-09-01")), "partial"),
    ],
)
def test_a_decision_counts_wherever_it_was_noted(
    own: EquivalenceResult | None, steps: tuple[ProcedureStep, ...], told: str | None
) -> None:
    about = replace(BAKER, equivalence_result=own)
    procedure = a_procedure(qualification_id="baker", started_through_us=True)
    assert read("decision", about, procedure, *steps) == told
    assert read("decisions", about, procedure, *steps) == (frozenset({told}) if told else None)


def test_a_procedure_counts_for_the_qualification_that_it_is_about() -> None:
    other = replace(BAKER, id="teacher")
    both = {"qualifications": (BAKER, other)}
    steps = (SENT, PARTIAL)
    assert read("decision", BAKER, a_procedure(qualification_id="baker"), *steps, **both) == "partial"
    assert read("decision", other, a_procedure(qualification_id="baker"), *steps, **both) is None
    assert read("decision", BAKER, a_procedure(), *steps, **both) is None
    assert read("decision", BAKER, a_procedure(), *steps) == "partial"


def test_a_recognition_says_nothing_of_an_evaluation_and_the_other_way_round() -> None:
    evaluation = a_procedure(kind=ProcedureKind.EVALUATION, qualification_id="baker")
    issued = a_step(Step.POSITIVE, "2026-06-02")
    assert read("evaluation_result", BAKER, evaluation, SENT, issued) == "positive"
    assert read("decision", BAKER, evaluation, SENT, issued) is None
    known = replace(BAKER, evaluation_result=EvaluationResult.REFUSED)
    assert read("evaluation_result", known, evaluation, SENT) == "refused"
    assert read("evaluation_result", BAKER, a_procedure(qualification_id="baker"), SENT, PARTIAL) is None


def test_what_was_asked_before_the_counselling_still_counts() -> None:
    asked = replace(BAKER, earlier_application=EarlierApplication.NONE)
    assert read("decision", asked, a_procedure(qualification_id="teacher")) == "none"
    assert read("decision", asked, a_procedure(qualification_id="baker"), SENT) == "pending"
