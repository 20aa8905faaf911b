"""Procedures of recognition and their steps, as somebody noted them; what may follow and what runs is told elsewhere.

`procedure_steps` knows the table of steps, `procedure_clocks` the periods of the law.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.qualification import EquivalenceResult, EvaluationResult
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


class ProcedureKind(Choice):
    """What kind of procedure it is."""

    RECOGNITION = "recognition", say("Recognition")
    EVALUATION = "evaluation", say("Certificate evaluation (ZAB)")
    VALIDATION = "validation", say("Validation")
    ANALYSIS = "analysis", say("Qualification analysis")
    STAY = "stay", say("Stay under § 16d AufenthG")


class LegalBasis(Choice):
    """Under which law a recognition is decided: its periods stand there."""

    BQFG = "bqfg", say("BQFG (federal law)")
    LAND = "land", say("Law of the Land")
    OCCUPATION = "occupation", say("Law of the occupation")


class StayGround(Choice):
    """On which paragraph of § 16d AufenthG a stay for recognition rests."""

    MEASURE = "16d_1", say("§ 16d (1): qualification measure")
    PARTNERSHIP = "16d_3", say("§ 16d (3): recognition partnership")
    AGREEMENT = "16d_4", say("§ 16d (4): placement agreement")
    EXAM = "16d_5", say("§ 16d (5): examination")
    ANALYSIS = "16d_6", say("§ 16d (6): qualification analysis")


class StepKind(Choice):
    """What happened in a procedure; the codes are stored and never change."""

    APPLICATION_SENT = "application_sent", say("Application handed in")
    ACKNOWLEDGED = "acknowledged", say("Receipt confirmed")
    PAPERS_ASKED = "papers_asked", say("Missing papers asked for")
    PAPERS_HANDED_IN = "papers_handed_in", say("Papers handed in")
    COMPLETE = "complete", say("Papers complete")
    EXTENDED = "extended", say("Longer period announced")
    SUSPENDED = "suspended", say("More information asked for")
    RESUMED = "resumed", say("The period goes on")
    ANALYSIS_BEGUN = "analysis_begun", say("Qualification analysis begun")
    ANALYSIS_DONE = "analysis_done", say("Qualification analysis finished")
    ADMITTED = "admitted", say("Admitted to the procedure")
    ASSESSED = "assessed", say("Assessment held")
    FULL = "full", say("Notice: full equivalence")
    PARTIAL = "partial", say("Notice: partial equivalence")
    COMPENSATION = "compensation", say("Notice: compensation measure")
    REFUSED = "refused", say("Notice: refused")
    POSITIVE = "positive", say("Certificate evaluation issued")
    MOSTLY = "mostly", say("Notice: mostly comparable")
    PARTLY = "partly", say("Notice: partly comparable")
    WITHDRAWN = "withdrawn", say("Application withdrawn")
    OBJECTION = "objection", say("Objection lodged")
    OBJECTION_REFUSED = "objection_refused", say("Objection refused")
    ACTION = "action", say("Action brought before the court")
    COURT_DECIDED = "court_decided", say("The court has decided")
    EXAM_CHOSEN = "exam_chosen", say("Aptitude test chosen")
    EXAM_ORDERED = "exam_ordered", say("Aptitude test ordered by the body")
    MEASURE_BEGUN = "measure_begun", say("Measure begun")
    MEASURE_DONE = "measure_done", say("Measure finished")
    FOLLOW_UP_APPLICATION = "follow_up_application", say("Follow-up application handed in")
    GRANTED = "granted", say("Residence permit granted")
    PROLONGED = "prolonged", say("Residence permit prolonged")
    ENDED = "ended", say("Procedure ended")


DECISIONS = frozenset(
    {
        StepKind.FULL,
        StepKind.PARTIAL,
        StepKind.COMPENSATION,
        StepKind.REFUSED,
        StepKind.POSITIVE,
        StepKind.MOSTLY,
        StepKind.PARTLY,
    }
)
"""Steps with which a body decides on an application."""
APPLICATIONS = frozenset({StepKind.APPLICATION_SENT, StepKind.FOLLOW_UP_APPLICATION})
"""Steps with which a round of a procedure begins."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure of a case.

    `qualification_id` names the qualification it is about (may be empty), `niq_number` the reference occupation in the
    documentation NIQ, `legal_basis` the law that counts for a recognition. `is_accelerated` is a procedure under § 81a
    AufenthG, `is_regulated` one on access to a regulated occupation, `is_from_europe` a certificate from the EU, the
    EEA or Switzerland, or recognised there (§ 13 (3) sentence 4 BQFG). `land` is where the body sits, whose holidays
    count; `started_through_us` tells the documentation NIQ that the counselling led to it; `ground` is asked only for
    a stay.
    """

    kind: ProcedureKind = ProcedureKind.RECOGNITION
    qualification_id: str = ""
    reference_occupation: str = ""
    niq_number: str = ""
    body_name: str = ""
    reference_number: str = ""
    land: Land | None = None
    legal_basis: LegalBasis = LegalBasis.BQFG
    is_regulated: bool = False
    is_accelerated: bool = False
    is_from_europe: bool = False
    started_through_us: bool = False
    ground: StayGround | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One thing that happened in a procedure, on a day.

    `until` is the day that a body set (to hand in papers, the longer period, the end of a residence permit);
    `posted_on` the day on which a notice was posted, where it came by post; `lacks_instruction` marks a notice without
    a correct instruction on legal remedies (§ 58 VwGO).
    """

    procedure_id: str
    kind: StepKind
    day: dt.date | None = None
    until: dt.date | None = None
    posted_on: dt.date | None = None
    lacks_instruction: bool = False
    note: str = ""
    id: str = field(default_factory=new_id)


def steps_of(case: CaseFile, procedure: Procedure) -> tuple[ProcedureStep, ...]:
    """Return the steps of a procedure in the order of their days, those of one day as they were noted."""
    mine = (step for step in case.procedure_steps if step.procedure_id == procedure.id)
    return tuple(sorted(mine, key=lambda step: step.day or dt.date.max))


def equivalence_result_of(steps: tuple[ProcedureStep, ...]) -> EquivalenceResult | None:
    """Return what NIQ counts as the result of a recognition, from its steps in order; None without an application."""
    found = None
    for step in steps:
        if step.kind in APPLICATIONS:
            found = EquivalenceResult.PENDING if found is None else found
        found = _EQUIVALENCE.get(step.kind, found)
    return found


def evaluation_result_of(steps: tuple[ProcedureStep, ...]) -> EvaluationResult | None:
    """Return what NIQ counts as the result of a certificate evaluation; None without an application."""
    found = None
    for step in steps:
        if step.kind in APPLICATIONS:
            found = EvaluationResult.PENDING if found is None else found
        found = _EVALUATION.get(step.kind, found)
    return found


_EQUIVALENCE = {
    StepKind.FULL: EquivalenceResult.FULL,
    StepKind.PARTIAL: EquivalenceResult.PARTIAL,
    StepKind.COMPENSATION: EquivalenceResult.COMPENSATION,
    StepKind.REFUSED: EquivalenceResult.REFUSED,
}
_EVALUATION = {StepKind.POSITIVE: EvaluationResult.POSITIVE, StepKind.REFUSED: EvaluationResult.REFUSED}
