"""A checklist tells what is there in the needed form, what is missing, and what to do next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.checklist import (
    ChecklistKind,
    ChecklistRules,
    LineState,
    kind_of_procedure,
    make_checklist,
    must_show_intent,
)
from iq_desktop.domain.client import Home
from iq_desktop.domain.needed_papers import Asked, Form, Need, Translating, Weight
from iq_desktop.domain.procedure import LegalBasis, Procedure, ProcedureKind, StayGround
from iq_desktop.domain.qualification import Paper, PaperForm, PaperKind, Qualification
from tests.support.builders import a_case, a_client

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

DAY = dt.date(2026, 8, 19)
ORIGINAL, COPY, TRANSLATION = PaperForm.ORIGINAL, PaperForm.COPY, PaperForm.TRANSLATION


def a_checklist_state(asked: Asked, *papers: Paper, scanned: frozenset[str] = frozenset()) -> LineState:
    """Return what there is of one thing that is asked for."""
    rules = ChecklistRules(ChecklistKind.RECOGNITION, (asked,), DAY)
    (line,) = make_checklist(a_case(papers=papers), rules, scanned).lines
    assert bool(line.next.message) is not line.is_ready
    return line.state


def a_certificate(*forms: PaperForm, language: str = "ar", paper_id: str = "c") -> Paper:
    """Return a certificate of a training."""
    return Paper(kind=PaperKind.CERTIFICATE, forms=forms, language=language, id=paper_id)


COPIED = Asked(Need.CERTIFICATE)
TRANSLATED = Asked(Need.CERTIFICATE, translating=Translating.NEEDED)
AS_ORIGINAL = Asked(Need.PASSPORT, form=Form.ORIGINAL)


@pytest.mark.parametrize(
    ("asked", "forms", "language", "state"),
    [
        (COPIED, (COPY,), "ar", LineState.READY),
        (COPIED, (PaperForm.CERTIFIED,), "ar", LineState.READY),
        (COPIED, (ORIGINAL,), "ar", LineState.NO_COPY),
        (COPIED, (PaperForm.PHOTO,), "ar", LineState.PHOTO),
        (COPIED, (PaperForm.LOST,), "ar", LineState.LOST),
        (COPIED, (PaperForm.NEVER_GOT,), "ar", LineState.LOST),
        (COPIED, (PaperForm.LOST, COPY), "ar", LineState.READY),
        (COPIED, (), "ar", LineState.NO_COPY),
        (TRANSLATED, (COPY,), "ar", LineState.NO_TRANSLATION),
        (TRANSLATED, (COPY,), "", LineState.NO_TRANSLATION),
        (TRANSLATED, (COPY,), "de", LineState.READY),
        (TRANSLATED, (COPY, TRANSLATION), "ar", LineState.READY),
        (TRANSLATED, (ORIGINAL, TRANSLATION), "ar", LineState.NO_COPY),
    ],
)
def test_the_form_of_a_paper_decides(
    asked: Asked, forms: tuple[PaperForm, ...], language: str, state: LineState
) -> None:
    assert a_checklist_state(asked, a_certificate(*forms, language=language)) is state


def test_what_is_not_there_is_missing_and_what_one_writes_is_there_when_it_is_noted() -> None:
    assert a_checklist_state(COPIED) is LineState.MISSING
    own = Asked(Need.NO_EARLIER, form=Form.OWN)
    assert a_checklist_state(own) is LineState.MISSING
    assert a_checklist_state(own, Paper(kind=PaperKind.DECLARATION)) is LineState.READY
    assert a_checklist_state(AS_ORIGINAL, Paper(kind=PaperKind.IDENTITY, forms=(COPY,))) is LineState.NO_ORIGINAL
    assert a_checklist_state(AS_ORIGINAL, Paper(kind=PaperKind.IDENTITY, forms=(ORIGINAL,))) is LineState.READY


def test_a_scan_is_a_copy_and_of_several_papers_the_best_counts() -> None:
    assert a_checklist_state(COPIED, a_certificate(ORIGINAL), scanned=frozenset({"c"})) is LineState.READY
    assert a_checklist_state(COPIED, a_certificate(PaperForm.LOST), scanned=frozenset({"c"})) is LineState.READY
    papers = a_certificate(PaperForm.LOST), a_certificate(COPY, paper_id="d")
    assert a_checklist_state(COPIED, *papers) is LineState.READY


def test_the_papers_of_another_qualification_do_not_count() -> None:
    trainings = Qualification(title_de="Bäckerin", id="baker"), Qualification(title_de="Köchin", id="cook")
    case = a_case(qualifications=trainings, papers=(replace(a_certificate(COPY), belongs_to="cook"),))
    rules = ChecklistRules(ChecklistKind.RECOGNITION, (COPIED,), DAY)
    assert make_checklist(case, rules, qualification_id="baker").ready == 0
    assert make_checklist(case, rules, qualification_id="cook").is_complete
    assert make_checklist(case, rules).is_complete


def test_what_is_needed_only_where_it_is_necessary_keeps_nothing_open() -> None:
    rules = ChecklistRules(ChecklistKind.RECOGNITION, (Asked(Need.EXPERIENCE, weight=Weight.IF_NECESSARY),), DAY)
    checklist = make_checklist(a_case(papers=()), rules)
    assert checklist.is_complete
    assert checklist.needed == ()
    assert not checklist.lines[0].is_ready


@pytest.mark.parametrize(
    ("home", "country", "nationalities", "must"),
    [
        (Home.ABROAD, "SY", ("SY",), True),
        (Home.ABROAD, "SY", ("SY", "SE"), False),
        (Home.ABROAD, "AT", ("SY",), False),
        (Home.ABROAD, "TR", ("DE",), False),
        (Home.GERMANY, "", ("SY",), False),
        (None, "", (), True),
    ],
)
def test_who_lives_in_the_eu_need_not_show_the_wish_to_work(
    home: Home | None, country: str, nationalities: tuple[str, ...], must: bool
) -> None:
    case: CaseFile = a_case(client=a_client(home=home, home_country=country, nationalities=nationalities))
    assert must_show_intent(case) is must
    asked = Asked(Need.INTENT, weight=Weight.FROM_OUTSIDE)
    lines = make_checklist(case, ChecklistRules(ChecklistKind.RECOGNITION, (asked,), DAY)).lines
    assert bool(lines) is must


@pytest.mark.parametrize(
    ("procedure", "kind"),
    [
        (Procedure(), ChecklistKind.RECOGNITION),
        (Procedure(is_regulated=True), ChecklistKind.REGULATED),
        (Procedure(legal_basis=LegalBasis.LAND, is_regulated=True), ChecklistKind.LAND),
        (Procedure(legal_basis=LegalBasis.OCCUPATION, is_regulated=True), ChecklistKind.OCCUPATION),
        (Procedure(ProcedureKind.EVALUATION), ChecklistKind.EVALUATION),
        (Procedure(ProcedureKind.VALIDATION), ChecklistKind.VALIDATION),
        (Procedure(ProcedureKind.ANALYSIS), ChecklistKind.ANALYSIS),
        (Procedure(ProcedureKind.STAY), ChecklistKind.STAY_MEASURE),
        (Procedure(ProcedureKind.STAY, ground=StayGround.PARTNERSHIP), ChecklistKind.STAY_PARTNERSHIP),
        (Procedure(ProcedureKind.STAY, ground=StayGround.AGREEMENT), ChecklistKind.STAY_AGREEMENT),
        (Procedure(ProcedureKind.STAY, ground=StayGround.EXAM), ChecklistKind.STAY_EXAM),
        (Procedure(ProcedureKind.STAY, ground=StayGround.ANALYSIS), ChecklistKind.STAY_ANALYSIS),
    ],
)
def test_each_procedure_has_its_checklist(procedure: Procedure, kind: ChecklistKind) -> None:
    assert kind_of_procedure(procedure) is kind


def test_everything_that_can_be_asked_for_has_papers_and_a_way_to_get_it() -> None:
    for need in Need:
        assert need.kinds
        assert need.how.message
