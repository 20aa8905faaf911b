"""The checklist of a procedure: which papers it needs in which form, which are there, and what to do next.

What is needed comes from a pack that cites the law (`resources/packs/checklists.json`); words stand here, since a
client reads them in many languages.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.client import Home
from iq_desktop.domain.fact_reading import EU_EEA_SWISS
from iq_desktop.domain.needed_papers import Asked, Form, Translating, Weight
from iq_desktop.domain.procedure import LegalBasis, ProcedureKind, StayGround
from iq_desktop.domain.qualification import Paper, PaperForm
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.procedure import Procedure


class ChecklistKind(Choice):
    """For which procedure a checklist is."""

    RECOGNITION = "recognition", say("Recognition, occupation that is not regulated")
    REGULATED = "regulated", say("Recognition, regulated occupation")
    LAND = "land", say("Recognition by the law of a Land")
    OCCUPATION = "occupation", say("Recognition by the law of the occupation")
    EVALUATION = "evaluation", say("Certificate evaluation by the ZAB")
    VALIDATION = "validation", say("Validation of vocational competence")
    ANALYSIS = "analysis", say("Qualification analysis")
    STAY_MEASURE = "stay_measure", say("Stay for a qualification measure")
    STAY_PARTNERSHIP = "stay_partnership", say("Stay in a recognition partnership")
    STAY_AGREEMENT = "stay_agreement", say("Stay after an agreement between labour administrations")
    STAY_EXAM = "stay_exam", say("Stay for an examination")
    STAY_ANALYSIS = "stay_analysis", say("Stay for a qualification analysis")


class LineState(Choice):
    """What there is of a paper that is asked for."""

    READY = "ready", say("It is there")
    NO_COPY = "no_copy", say("A copy is missing")
    NO_ORIGINAL = "no_original", say("The original is missing")
    NO_TRANSLATION = "no_translation", say("The translation is missing")
    PHOTO = "photo", say("Only a photo is there")
    LOST = "lost", say("Lost")
    MISSING = "missing", say("Missing")


@dataclass(frozen=True, slots=True)
class ChecklistRules:
    """What one kind of procedure asks for, as of a day; without `verified` it is no settled fact."""

    kind: ChecklistKind
    asked: tuple[Asked, ...]
    checked_on: dt.date
    cite: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One thing that is asked for, with the papers of the case that are it and what is to do next."""

    asked: Asked
    papers: tuple[Paper, ...]
    state: LineState
    next: Text

    @property
    def is_ready(self) -> bool:
        """Whether nothing is to do."""
        return self.state is LineState.READY

    @property
    def is_needed(self) -> bool:
        """Whether the application is incomplete without it."""
        return self.asked.weight is not Weight.IF_NECESSARY


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of a case for one procedure; `qualification_id` is what it is about, empty for all papers."""

    rules: ChecklistRules
    lines: tuple[ChecklistLine, ...]
    qualification_id: str = ""

    @property
    def needed(self) -> tuple[ChecklistLine, ...]:
        """The lines without which the application is incomplete."""
        return tuple(line for line in self.lines if line.is_needed)

    @property
    def ready(self) -> int:
        """How many of them are ready."""
        return sum(line.is_ready for line in self.needed)

    @property
    def is_complete(self) -> bool:
        """Whether everything that is needed is there in its form."""
        return all(line.is_ready for line in self.needed)


def make_checklist(
    case: CaseFile, rules: ChecklistRules, scanned: frozenset[str] = frozenset(), qualification_id: str = ""
) -> Checklist:
    """Return the checklist of a case; `scanned` names papers of which the vault holds a scan, which is a copy.

    With a qualification only its papers, those of works and those of the person count.
    """
    others = {one.id for one in case.qualifications if qualification_id and one.id != qualification_id}
    papers = [paper for paper in case.papers if paper.belongs_to not in others]
    asked = (one for one in rules.asked if one.weight is not Weight.FROM_OUTSIDE or must_show_intent(case))
    lines = tuple(_line(one, papers, scanned) for one in asked)
    return Checklist(rules, lines, qualification_id)


def kind_of_procedure(procedure: Procedure) -> ChecklistKind:
    """Return which checklist a procedure has."""
    if procedure.kind is ProcedureKind.RECOGNITION and procedure.legal_basis is not LegalBasis.BQFG:
        return ChecklistKind.of(procedure.legal_basis.value)
    if procedure.kind is ProcedureKind.RECOGNITION:
        return ChecklistKind.REGULATED if procedure.is_regulated else ChecklistKind.RECOGNITION
    if procedure.kind is ProcedureKind.STAY:
        return _STAYS.get(procedure.ground, ChecklistKind.STAY_MEASURE)
    return ChecklistKind.of(procedure.kind.value)


def must_show_intent(case: CaseFile) -> bool:
    """Return whether somebody must show the wish to work in Germany.

    Nobody must who lives in the EU (Germany is part of it), the EEA or Switzerland, or is a citizen of one of these
    states (§ 5 (6) sentence 4, § 12 (6) sentence 4 BQFG).
    """
    client = case.client
    lives_near = client.home is Home.GERMANY or client.home_country in EU_EEA_SWISS
    return not lives_near and not {*client.nationalities} & (EU_EEA_SWISS | {"DE"})


def _line(asked: Asked, papers: Iterable[Paper], scanned: frozenset[str]) -> ChecklistLine:
    """Return the line of what is asked for; of several papers the one that is nearest to ready tells the state."""
    mine = tuple(paper for paper in papers if paper.kind in asked.need.kinds)
    states = [_state(asked, paper, is_scanned=paper.id in scanned) for paper in mine]
    order = tuple(LineState)
    state = min(states, key=order.index, default=LineState.MISSING)
    return ChecklistLine(asked, mine, state, _next(asked, state))


def _state(asked: Asked, paper: Paper, *, is_scanned: bool) -> LineState:
    forms = {*paper.forms}
    if not is_scanned and not any(form.is_there for form in forms) and forms:
        return LineState.LOST
    if asked.form is Form.OWN:
        return LineState.READY
    if asked.form is Form.ORIGINAL and PaperForm.ORIGINAL not in forms:
        return LineState.NO_ORIGINAL
    has_copy = is_scanned or bool(forms & {PaperForm.COPY, PaperForm.CERTIFIED})
    if asked.form is Form.COPY and not has_copy:
        return LineState.PHOTO if forms == {PaperForm.PHOTO} else LineState.NO_COPY
    is_foreign = paper.language != "de" and PaperForm.TRANSLATION not in forms
    return LineState.NO_TRANSLATION if asked.translating is Translating.NEEDED and is_foreign else LineState.READY


def _next(asked: Asked, state: LineState) -> Text:
    if state is LineState.READY:
        return NOTHING
    return asked.need.how if state is LineState.MISSING else _NEXT[state.value]


_NEXT: Final[Mapping[str, Text]] = {
    "no_copy": say("Copy it or scan it."),
    "no_original": say("Bring the original."),
    "no_translation": say("Let a sworn translator translate it."),
    "photo": say("Make a good copy or a scan."),
    "lost": say("Ask for a new one. Tell us if that is not possible: there are other ways."),
}
_STAYS: Final[Mapping[StayGround | None, ChecklistKind]] = {
    StayGround.PARTNERSHIP: ChecklistKind.STAY_PARTNERSHIP,
    StayGround.AGREEMENT: ChecklistKind.STAY_AGREEMENT,
    StayGround.EXAM: ChecklistKind.STAY_EXAM,
    StayGround.ANALYSIS: ChecklistKind.STAY_ANALYSIS,
}
