"""The forms of a procedure and of one step of it."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.holiday import Land
from iq_desktop.domain.procedure import (
    DECISIONS,
    LegalBasis,
    Procedure,
    ProcedureKind,
    ProcedureStep,
    StayGround,
    StepKind,
)
from iq_desktop.forms.vocabulary import Form, asked_if, choice, day, line, section, tick
from iq_desktop.wording.text import NOTHING, say


def _is_recognition(one: Procedure) -> bool:
    return one.kind is ProcedureKind.RECOGNITION


def _is_about_occupation(one: Procedure) -> bool:
    return one.kind in {ProcedureKind.RECOGNITION, ProcedureKind.VALIDATION, ProcedureKind.ANALYSIS}


def _can_be_quicker(one: Procedure) -> bool:
    return one.kind in {ProcedureKind.RECOGNITION, ProcedureKind.EVALUATION}


def _is_stay(one: Procedure) -> bool:
    return one.kind is ProcedureKind.STAY


PROCEDURE_FORM: Final = Form(
    Procedure,
    (
        section(
            NOTHING,
            *asked_if(_is_about_occupation, line("reference_occupation", say("German reference occupation"))),
            line("body_name", say("Competent body")),
            line("reference_number", say("Reference number"), hint=say("As it stands on letters of the body")),
            choice("land", say("Land of the body"), Land, hint=say("Its public holidays count for the periods")),
            *asked_if(_is_stay, choice("ground", say("Legal ground of the stay"), StayGround, wide=True)),
            *asked_if(
                _is_recognition,
                choice(
                    "legal_basis",
                    say("Under which law"),
                    LegalBasis,
                    hint=say("Its periods count; the notice or the letter of the body names it"),
                    wide=True,
                    needs_answer=True,
                ),
            ),
            *asked_if(_is_recognition, tick("is_regulated", say("The occupation is regulated"))),
            *asked_if(_can_be_quicker, tick("is_accelerated", say("Accelerated procedure, § 81a AufenthG"))),
            *asked_if(
                _is_recognition,
                tick("is_from_europe", say("Certificate from the EU, EEA or Switzerland")),
            ),
            tick("started_through_us", say("Begun after our counselling")),
        ),
    ),
)

WITH_END: Final = frozenset(
    {
        StepKind.PAPERS_ASKED,
        StepKind.EXTENDED,
        StepKind.SUSPENDED,
        StepKind.ASSESSED,
        StepKind.GRANTED,
        StepKind.PROLONGED,
    }
)
"""Steps with which a body sets a day."""
WITH_REMEDY: Final = DECISIONS - {StepKind.POSITIVE} | {StepKind.OBJECTION_REFUSED}
"""Notices against which something can be done within a period."""


def _sets_day(one: ProcedureStep) -> bool:
    return one.kind in WITH_END


def _comes_by_post(one: ProcedureStep) -> bool:
    return one.kind in WITH_REMEDY or one.kind is StepKind.EXAM_ORDERED


def _is_notice(one: ProcedureStep) -> bool:
    return one.kind in WITH_REMEDY


STEP_FORM: Final = Form(
    ProcedureStep,
    (
        section(
            NOTHING,
            day("day", say("Day of the step"), hint=say("When it arrived there, or came from there")),
            *asked_if(_sets_day, day("until", say("Until which day"), hint=say("The day that the body set"))),
            *asked_if(
                _comes_by_post,
                day("posted_on", say("Posted on"), hint=say("A letter counts as come on the fourth day after posting")),
            ),
            *asked_if(
                _is_notice,
                tick("lacks_instruction", say("Without a correct instruction on legal remedies")),
            ),
            line("note", say("Note on the step"), wide=True),
        ),
    ),
)

NEXT_STEP_DAY: Final = day("next_day", say("On which day it happened"), hint=say("Then press what happened"))
"""The day of a step that is noted next."""
