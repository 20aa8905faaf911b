"""A case in which two German occupations are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import (
    Comparison,
    ExperienceWeight,
    Mark,
    OccupationList,
    Regulation,
    Side,
    TaskMark,
)
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.qualification import Proof, Qualification, WorkKind, WorkPeriod
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

TRAINED: Final = "compared-training"
_TASKS: Final = (
    ("Leitungen und Kabel in Gebäuden verlegen", Mark.MATCH, "Leitungen im Wohnhaus verlegt", Evidence.REFERENCE),
    ("Schaltpläne lesen und danach arbeiten", Mark.MATCH, "nach Plan verdrahtet", Evidence.EXAMPLE),
    ("Sicherungen und Schutzeinrichtungen nach deutschen Regeln prüfen", Mark.GAP, "", Evidence.STATEMENT),
    ("Steckdosen, Schalter und Leuchten anschließen", Mark.MATCH, "Leitungen im Wohnhaus verlegt", Evidence.REFERENCE),
    ("Fehler in elektrischen Anlagen suchen und beheben", Mark.OPEN, "", Evidence.STATEMENT),
    ("Gebäudetechnik programmieren und in Betrieb nehmen", Mark.GAP, "", Evidence.STATEMENT),
    ("Kundinnen und Kunden die Anlage erklären", Mark.OPEN, "", Evidence.STATEMENT),
)


def a_compared_case() -> CaseFile:
    """Return the usual case with a training, a work, and two compared occupations of which one was decided on."""
    training = Qualification(
        title_original="Elektrik Teknisyeni",
        title_de="Techniker für Elektrik",
        country="TR",
        goes_to_niq=True,
        reference_occupation="Elektroniker*in",
        niq_occupation="103",
        id=TRAINED,
    )
    work = WorkPeriod(
        title_de="Elektriker im Wohnungsbau",
        kind=WorkKind.EMPLOYED,
        country="TR",
        tasks="Leitungen im Wohnhaus verlegt\nnach Plan verdrahtet; Zähler eingebaut",
        tools="Spannungsprüfer",
        proofs=(Proof.REFERENCE,),
        id="compared-work",
    )
    chosen = Comparison(
        "Elektroniker*in",
        OccupationList.NIQ,
        "103",
        "103",
        TRAINED,
        Regulation.LICENSED_CRAFT,
        "§ 1 Abs. 2 HwO, Anlage A",
        ExperienceWeight.MUCH,
        "Handwerkskammer (HWK) am Wohnort",
        is_chosen=True,
        reason="Die Arbeit im Wohnungsbau deckt die meisten Aufgaben ab.",
        id="comparison-1",
    )
    long = "Elektroniker*in für Gebäude- und Infrastruktursysteme"
    other = Comparison(long, OccupationList.NIQ, "106", "106", TRAINED, id="comparison-2")
    marks = tuple(
        TaskMark(words, "comparison-1", mark=mark, shown_by=shown_by, evidence=evidence, id=f"task-{number}")
        for number, (words, mark, shown_by, evidence) in enumerate(_TASKS)
    )
    own = TaskMark("eigene Lehrlinge angeleitet", side=Side.CLIENT, id="own-task")
    more = TaskMark("Störungen in Leitständen bewerten", "comparison-2", id="task-other")
    case = a_usual_case()
    return replace(
        case,
        qualifications=(training, *case.qualifications),
        works=(work, *case.works),
        comparisons=(chosen, other),
        task_marks=(*marks, more, own),
    )
