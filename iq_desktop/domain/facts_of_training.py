"""The facts about one qualification, or about one occupation in which somebody worked, that rules may ask for."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain import training_readers as training
from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.fact import About, Fact, FactType
from iq_desktop.domain.fact_choices import (
    Decision,
    NationalityGroup,
    OccupationKind,
    ProofState,
)
from iq_desktop.domain.fact_reading import asked
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EvaluationResult,
    Experience,
    Finished,
    PaperForm,
    QualificationKind,
)
from iq_desktop.wording.text import say

YES_NO, CHOICE, CHOICES = FactType.YES_NO, FactType.CHOICE, FactType.CHOICES
NUMBER, LEVEL, DAY = FactType.NUMBER, FactType.LEVEL, FactType.DAY
QUALIFICATION, OCCUPATION = About.QUALIFICATION, About.OCCUPATION
_YEARS, _MONTHS, _EURO, _DAYS = say("years"), say("months"), say("euros a year"), say("days")


FACTS_OF_QUALIFICATION: Final = (
    Fact(
        "qualification_kind",
        CHOICE,
        say("Kind of qualification"),
        training.of_qualification("kind"),
        "papers",
        "kind",
        QUALIFICATION,
        QualificationKind,
    ),
    Fact(
        "qualification_finished",
        CHOICE,
        say("Training completed"),
        training.of_qualification("finished"),
        "papers",
        "finished",
        QUALIFICATION,
        Finished,
    ),
    Fact(
        "qualification_country",
        CHOICE,
        say("State of the training"),
        training.qualification_country,
        "papers",
        "country",
        QUALIFICATION,
    ),
    Fact(
        "qualification_country_group",
        CHOICE,
        say("Group of the state of the training"),
        training.qualification_country_group,
        "papers",
        "country",
        QUALIFICATION,
        NationalityGroup,
    ),
    Fact(
        "qualification_months",
        NUMBER,
        say("Length of the training"),
        training.qualification_months,
        "papers",
        "months",
        QUALIFICATION,
        unit=_MONTHS,
    ),
    Fact(
        "qualification_ended_on",
        DAY,
        say("End of the training"),
        training.qualification_ended_on,
        "papers",
        "ended",
        QUALIFICATION,
    ),
    Fact(
        "has_reference_occupation",
        YES_NO,
        say("German reference occupation chosen"),
        training.has_reference_occupation,
        "papers",
        "reference_occupation",
        QUALIFICATION,
    ),
    Fact(
        "experience",
        CHOICE,
        say("Work in the occupation"),
        training.of_qualification("experience"),
        "papers",
        "experience",
        QUALIFICATION,
        Experience,
    ),
    Fact(
        "earlier_application",
        CHOICE,
        say("Earlier application"),
        training.of_qualification("earlier_application"),
        "papers",
        "earlier_application",
        QUALIFICATION,
        EarlierApplication,
    ),
    Fact(
        "decision",
        CHOICE,
        say("Result of the recognition"),
        training.decision,
        "papers",
        "equivalence_result",
        QUALIFICATION,
        Decision,
    ),
    Fact(
        "evaluation_result",
        CHOICE,
        say("Result of the certificate evaluation"),
        training.evaluation_result,
        "papers",
        "evaluation_result",
        QUALIFICATION,
        EvaluationResult,
    ),
    Fact(
        "proof_state",
        CHOICE,
        say("Certificate of the training"),
        training.proof_state,
        "papers",
        "papers",
        QUALIFICATION,
        ProofState,
    ),
    Fact(
        "proof_forms",
        CHOICES,
        say("Forms of the certificate"),
        training.proof_forms,
        "papers",
        "papers",
        QUALIFICATION,
        PaperForm,
    ),
    Fact(
        "regulation",
        CHOICE,
        say("Regulated occupation"),
        training.regulation,
        field="regulation",
        about=QUALIFICATION,
        choices=Regulation,
    ),
    Fact(
        "occupation_kind",
        CHOICE,
        say("Law of the occupation"),
        training.occupation_kind,
        field="occupation_kind",
        about=QUALIFICATION,
        choices=OccupationKind,
    ),
    asked(
        "is_state_recognised", YES_NO, say("The training is recognised by the state where it was made"), QUALIFICATION
    ),
    asked("may_practise_there", YES_NO, say("May work in the occupation in the state of the training"), QUALIFICATION),
    asked(
        "proof_lacks_without_fault", YES_NO, say("The proof is missing through no fault of the person"), QUALIFICATION
    ),
    asked("months_in_occupation", NUMBER, say("Work in this occupation"), QUALIFICATION, unit=_MONTHS),
    asked("differences_are_substantial", YES_NO, say("Substantial differences are to be expected"), QUALIFICATION),
    asked("experience_balances", YES_NO, say("Experience balances the differences"), QUALIFICATION),
    asked("measure_is_found", YES_NO, say("A measure that closes the gaps was found"), QUALIFICATION),
)
FACTS_OF_OCCUPATION: Final = (
    Fact(
        "occupation_months",
        NUMBER,
        say("Work in the occupation"),
        training.occupation_months,
        "papers",
        "works",
        OCCUPATION,
        unit=_MONTHS,
    ),
    Fact(
        "occupation_months_in_germany",
        NUMBER,
        say("Of this in Germany"),
        training.occupation_months_in_germany,
        "papers",
        "works",
        OCCUPATION,
        unit=_MONTHS,
    ),
    Fact(
        "experience_percent",
        NUMBER,
        say("Work, in percent of the time of training"),
        training.experience_percent,
        "papers",
        "works",
        OCCUPATION,
        unit=say("percent"),
        rests_on=("occupation_months", "training_months"),
    ),
    Fact(
        "germany_percent",
        NUMBER,
        say("Work in Germany, in percent of the work in the occupation"),
        training.germany_percent,
        "papers",
        "works",
        OCCUPATION,
        unit=say("percent"),
    ),
    asked("training_months", NUMBER, say("How long the German training lasts"), OCCUPATION, unit=_MONTHS),
    asked("is_dual_occupation", YES_NO, say("Recognised training occupation (BBiG, HwO)"), OCCUPATION),
    asked("is_learned", YES_NO, say("Has a qualification in this occupation"), OCCUPATION),
    asked("is_apprentice", YES_NO, say("Is in training for this occupation"), OCCUPATION),
    asked("shows_ability", YES_NO, say("Can make it credible to work like a skilled worker"), OCCUPATION),
)
