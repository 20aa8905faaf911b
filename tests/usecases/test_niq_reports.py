"""Reporting to NIQ: what goes, what is left out and why, what is noted, what comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.consent import Purpose
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.niq_report import chiffre_of
from iq_desktop.domain.qualification import EarlierApplication, Experience, Qualification, QualificationKind
from iq_desktop.usecases.case_actions import undo_action
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.niq_reports import (
    REPORTED,
    find_obstacle,
    note_chiffre,
    plan_reports,
    report_case,
    report_cases,
    sender_of,
    take_chiffres,
)
from iq_desktop.usecases.progress import Cancelled
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say
from tests.support.builders import TODAY, a_case
from tests.support.fakes import CENTRE, MemoryCentres, a_desk
from tests.support.memory_niq import MemoryNiqFiles
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

FILE: Final = Path("records.txt")
A_QUALIFICATION: Final = Qualification(
    title_de="Kauffrau",
    kind=QualificationKind.VOCATIONAL,
    country="SY",
    experience=Experience.ABROAD,
    earlier_application=EarlierApplication.NONE,
    goes_to_niq=True,
    id="q",
)


def complete(case_id: str) -> CaseFile:
    return a_case(id=case_id, number=f"2026-{case_id}", qualifications=(A_QUALIFICATION,))


def incomplete(case_id: str) -> CaseFile:
    case = complete(case_id)
    return case.with_contact(replace(case.contact, way=None))


def red(case_id: str) -> CaseFile:
    case = complete(case_id)
    return case.with_contact(replace(case.contact, ended_on=None))


def desk_with(*cases: CaseFile) -> Desk:
    return a_desk(TRANSLATIONS, cases, centres=MemoryCentres(replace(CENTRE, niq_id="417")))


@pytest.fixture
def desk() -> Desk:
    return desk_with(complete("1"), incomplete("2"), red("3"), complete("4"))


def files_of(desk: Desk) -> MemoryNiqFiles:
    files = desk.niq.files
    assert isinstance(files, MemoryNiqFiles)
    return files


def journal_of(desk: Desk) -> list[tuple[str, str, str]]:
    kept: list[tuple[str, str, str]] = desk.cases.journal  # type: ignore[attr-defined]  # the memory's
    return kept


def test_the_plan_sorts_cases_by_their_light(desk: Desk) -> None:
    plan = plan_reports(desk, ["1", "2", "3", "4"])
    assert (plan.complete, plan.incomplete) == (("1", "4"), ("2",))
    assert [(one.case_id, one.number, one.name) for one in plan.left_out] == [("3", "2026-3", "Al-Khatib, Yara")]
    assert plan.chosen(with_incomplete=False) == ("1", "4")
    assert plan.chosen(with_incomplete=True) == ("1", "4", "2")


def test_nothing_changes_by_planning(desk: Desk) -> None:
    before = {one: desk.cases.get(one) for one in "1234"}
    plan_reports(desk, ["1", "2", "3", "4"])
    assert {one: desk.cases.get(one) for one in "1234"} == before


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_invented": True}, "Invented clients are not reported."),
        ({"kind": CaseKind.SHORT}, "Short consultations are not reported."),
        ({"qualifications": ()}, "No qualification was taken up."),
    ],
)
def test_what_is_not_reported_says_why(changes: dict[str, object], reason: str) -> None:
    found = find_obstacle(replace(complete("1"), **changes))  # type: ignore[arg-type]  # by name
    assert found is not None
    assert english().speak(found) == reason


def test_a_restricted_case_and_one_that_is_not_to_be_counted_stay() -> None:
    case = complete("1")
    restricted = replace(case, keeping=replace(case.keeping, restricted_since=TODAY))
    [consent] = case.consents
    withdrawn = replace(consent, purpose=Purpose.STATISTICS, withdrawn_on=TODAY)
    uncounted = replace(case, consents=(consent, withdrawn))
    assert find_obstacle(case) is None
    assert find_obstacle(restricted) is not None
    assert find_obstacle(uncounted) is not None


def test_a_report_is_written_noted_and_kept(desk: Desk) -> None:
    acted = report_cases(desk, ["1", "2", "3", "4"], NiqForm.FORM, FILE)
    form, records = files_of(desk).written[FILE.name]
    assert form is NiqForm.FORM
    assert [record.value("id") for record in records] == ["1", "2", "4"]
    assert {record.value("niqidberatungsstelle") for record in records} == {"417"}
    assert acted.count == 3
    assert [entry for entry in journal_of(desk) if entry[0] == REPORTED] == [
        (REPORTED, one, FILE.name) for one in ("1", "2", "4")
    ]
    assert desk.cases.get("1").niq_reports[0].sent_on == TODAY
    assert desk.cases.get("3").niq_reports == ()


def test_a_report_can_be_taken_back(desk: Desk) -> None:
    undo_action(desk, report_cases(desk, ["1"], NiqForm.CSV, FILE))
    assert desk.cases.get("1").niq_reports == ()


def test_without_the_number_of_the_centre_nothing_leaves() -> None:
    desk = a_desk(TRANSLATIONS, [complete("1")])
    assert not sender_of(desk).niq_id
    with pytest.raises(IqError, match="number of the centre"):
        report_cases(desk, ["1"], NiqForm.FORM, FILE)
    with pytest.raises(IqError, match="number of the centre"):
        report_case(desk, complete("1"), NiqForm.FORM, FILE)
    assert not files_of(desk).written


def test_where_none_can_go_there_is_no_file(desk: Desk) -> None:
    with pytest.raises(IqError, match="None of these cases"):
        report_cases(desk, ["3"], NiqForm.FORM, FILE)
    assert not files_of(desk).written


def test_a_disk_that_refuses_leaves_no_case_reported(desk: Desk) -> None:
    files_of(desk).fail_with = IqError(say("The disk is full."))
    with pytest.raises(IqError, match="disk is full"):
        report_cases(desk, ["1", "4"], NiqForm.JSON, FILE)
    assert desk.cases.get("1").niq_reports == desk.cases.get("4").niq_reports == ()


class Impatient:
    """Cancels at the second step."""

    steps = 0

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.steps += 1
        if self.steps > 1:
            raise Cancelled


def test_a_cancelled_report_leaves_no_case_reported() -> None:
    cases = [complete(str(number)) for number in range(150)]
    desk = desk_with(*cases)
    with pytest.raises(Cancelled):
        report_cases(desk, [case.id for case in cases], NiqForm.FORM, FILE, Impatient())
    assert not files_of(desk).written
    assert not any(desk.cases.get(case.id).niq_reports for case in cases)


def test_one_case_is_reported_and_returned_to_be_saved(desk: Desk) -> None:
    after = report_case(desk, desk.cases.get("2"), NiqForm.JSON, FILE)
    assert len(after.niq_reports) == 1
    assert (REPORTED, "2", FILE.name) in journal_of(desk)
    with pytest.raises(IqError):
        report_case(desk, desk.cases.get("3"), NiqForm.JSON, FILE)


def test_chiffres_come_back_from_a_table(desk: Desk) -> None:
    files_of(desk).chiffres = {"1": "B-1", "4": "B-4", "elsewhere": "B-9"}
    taken = take_chiffres(desk, FILE)
    assert (taken.acted.count, taken.unknown) == (2, 1)
    assert [chiffre_of(desk.cases.get(one)) for one in "1234"] == ["B-1", "", "", "B-4"]
    undo_action(desk, taken.acted)
    assert chiffre_of(desk.cases.get("1")) == ""


def test_a_typed_chiffre_loses_its_blanks() -> None:
    assert chiffre_of(note_chiffre(complete("1"), "  B-17\n")) == "B-17"


def test_the_light_of_these_cases_is_what_the_tests_say() -> None:
    lights = [niq_state(case, TODAY).light for case in (complete("1"), incomplete("2"), red("3"))]
    assert lights == [NiqLight.GREEN, NiqLight.AMBER, NiqLight.RED]
