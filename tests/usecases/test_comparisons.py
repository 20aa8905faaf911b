"""Comparing with German occupations: found, compared task by task, decided on with a reason, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.client_tasks import ClientTask
from iq_desktop.domain.comparison import (
    Comparison,
    Mark,
    OccupationList,
    Overlap,
    Regulation,
    TaskMark,
    chosen_for,
    own_tasks_of,
    tasks_of,
)
from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.qualification import Qualification
from iq_desktop.usecases.comparisons import (
    MOST,
    Candidate,
    add_comparison,
    add_own_task,
    add_task,
    change_comparison,
    compared_first,
    comparison_facts,
    comparisons_for,
    decide,
    find_candidates,
    mark_task,
    overlap_words,
    qualification_names,
    remove_comparison,
    remove_task,
    take_decision_back,
)
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import as_it_is
from iq_desktop.wording.tongue import load_tongue
from tests.support.builders import a_case
from tests.support.fakes import a_desk

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

BAKER = Candidate("Bäcker*in", OccupationList.NIQ, "19", "urn:o:1")


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    return a_desk(project_folder / "translations")


@pytest.fixture
def case() -> CaseFile:
    return replace(a_case(), qualifications=(Qualification(title_de="Gesellenbrief", id="q1"),))


def test_reference_occupations_come_before_those_without_a_number(desk: Desk) -> None:
    found = find_candidates(desk, "elektr", "de")
    assert [one.source for one in found[:2]] == [OccupationList.NIQ, OccupationList.NIQ]
    assert all(one.source is OccupationList.ESCO for one in found[2:])
    (baker,) = (one for one in find_candidates(desk, "brot", "de") if one.source is OccupationList.NIQ)
    assert baker.subtitle == "NIQ 19 · „Brot backen“"
    assert find_candidates(desk, " e ", "de") == ()


def test_a_compared_occupation_brings_its_tasks_all_open(desk: Desk, case: CaseFile) -> None:
    case = add_comparison(desk, case, BAKER, "q1")
    (compared,) = comparisons_for(case, "q1")
    tasks = tasks_of(case, compared)
    assert tasks
    assert {one.mark for one in tasks} == {Mark.OPEN}
    assert (compared.niq_occupation, compared.source) == ("19", OccupationList.NIQ)
    assert add_comparison(desk, case, BAKER, "q1") is case, "the same one again changes nothing"


def test_what_is_known_before_the_law_comes_with_its_source(desk: Desk, case: CaseFile) -> None:
    nurse = Candidate("Pflegefachmann/Pflegefachfrau", OccupationList.NIQ, "746")
    (compared,) = add_comparison(desk, case, nurse, "q1").comparisons
    assert compared.regulation is Regulation.REGULATED
    assert compared.regulation_source.startswith("§ 1 Satz 1 PflBG")
    (other,) = add_comparison(desk, case, Candidate("X", OccupationList.ESCO, "urn:x"), "q1").comparisons
    assert (other.regulation, other.regulation_source, other.niq_occupation) == (Regulation.UNKNOWN, "", "")


def test_a_competence_that_was_talked_about_stands_beside_its_task_but_judges_nothing(
    desk: Desk, case: CaseFile
) -> None:
    skill = desk.reference.skills_of("urn:o:1")[0]
    known = Competence(skill.uri, "kann ich", self_rating=Independence.ALONE, evidence=Evidence.EXAMPLE)
    case = add_comparison(desk, replace(case, competences=(known,)), BAKER, "q1")
    task = next(one for one in case.task_marks if one.shown_by)
    assert (task.shown_by, task.evidence, task.mark) == ("kann ich", Evidence.EXAMPLE, Mark.OPEN)


def test_a_fourth_occupation_is_refused_with_advice(desk: Desk, case: CaseFile) -> None:
    for number in range(MOST):
        case = add_comparison(desk, case, replace(BAKER, code=str(number)), "q1")
    with pytest.raises(IqError):
        add_comparison(desk, case, replace(BAKER, code="99"), "q1")
    assert len(add_comparison(desk, case, BAKER, "").comparisons) == MOST + 1, "another qualification has its own three"


def test_a_task_of_the_person_is_written_beside_what_it_covers(case: CaseFile) -> None:
    task = TaskMark("Teig herstellen", "c1")
    case = replace(case, task_marks=(task,))
    shown = [
        ClientTask("1", "Teig kneten", as_it_is("Work"), Evidence.REFERENCE),
        ClientTask("2", "Brot backen", as_it_is("Work")),
    ]
    (marked,) = mark_task(case, task, Mark.MATCH, shown).task_marks
    assert (marked.mark, marked.shown_by, marked.evidence) == (
        Mark.MATCH,
        "Teig kneten; Brot backen",
        Evidence.REFERENCE,
    )
    again = replace(case, task_marks=(marked,))
    assert mark_task(again, marked, Mark.MATCH, shown[:1]).task_marks == (marked,)
    (missing,) = mark_task(again, marked, Mark.GAP, shown).task_marks
    assert (missing.mark, missing.shown_by, missing.evidence) == (Mark.GAP, "", Evidence.STATEMENT)


def test_tasks_can_be_typed_on_both_sides_and_removed(desk: Desk, case: CaseFile) -> None:
    case = add_comparison(desk, case, BAKER, "q1")
    (compared,) = case.comparisons
    before = len(tasks_of(case, compared))
    case = add_task(case, compared, "  Öfen warten ")
    assert tasks_of(case, compared)[-1].task == "Öfen warten"
    assert add_task(case, compared, "öfen WARTEN") is case
    assert add_task(case, compared, "   ") is case
    case = add_own_task(case, "Zuckerfiguren")
    assert add_own_task(case, "zuckerfiguren") is case
    (own,) = own_tasks_of(case)
    case = remove_task(case, own.id)
    assert (own_tasks_of(case), len(tasks_of(case, compared))) == ((), before + 1)


def test_a_decision_needs_a_reason_and_writes_the_number_into_the_qualification(desk: Desk, case: CaseFile) -> None:
    for code in ("19", "103"):
        case = add_comparison(desk, case, replace(BAKER, name=f"Beruf {code}", code=code), "q1")
    first, second = case.comparisons
    with pytest.raises(IqError):
        decide(case, first)
    case = change_comparison(case, replace(first, reason="Die Hälfte passt."))
    case = decide(case, case.comparisons[0])
    assert [one.is_chosen for one in case.comparisons] == [True, False]
    (mine,) = case.qualifications
    assert (mine.reference_occupation, mine.niq_occupation) == ("Beruf 19", "19")
    case = change_comparison(case, replace(second, reason="Passt besser."))
    case = decide(case, case.comparisons[1])
    assert [one.is_chosen for one in case.comparisons] == [False, True], "only one is decided on"
    assert case.qualifications[0].niq_occupation == "103"
    back = take_decision_back(case, case.comparisons[1])
    assert chosen_for(back, "q1") is None
    assert back.qualifications[0].niq_occupation == ""
    gone = remove_comparison(case, case.comparisons[1])
    assert gone.qualifications[0].reference_occupation == ""
    assert {one.comparison_id for one in gone.task_marks} == {first.id}


def test_a_reference_occupation_from_elsewhere_stays_when_a_decision_is_taken_back(case: CaseFile) -> None:
    chosen = Comparison("Bäcker*in", qualification_id="q1", is_chosen=True)
    other = replace(case.qualifications[0], reference_occupation="Koch", niq_occupation="411")
    case = replace(case, qualifications=(other,), comparisons=(chosen,))
    assert take_decision_back(case, chosen).qualifications == (other,)


def test_one_begins_with_the_qualification_for_niq(case: CaseFile) -> None:
    assert compared_first(case) == "q1"
    other = Qualification(id="q2", goes_to_niq=True)
    both = replace(case, qualifications=(*case.qualifications, other))
    assert compared_first(both) == "q2"
    assert [identity for identity, _ in qualification_names(both)] == ["q1", "q2"]
    without = replace(case, qualifications=())
    assert compared_first(without) == ""
    assert [identity for identity, _ in qualification_names(without)] == [""]


def test_the_line_of_an_occupation_tells_number_law_and_overlap(project_folder: Path) -> None:
    english = load_tongue("en", project_folder / "translations")
    facts = comparison_facts(Comparison("Bäcker*in", niq_occupation="19"), Overlap(3, 1, 0))
    assert [english.speak(one) for one in facts] == ["NIQ 19", "Not known, please look it up", "3 fit · 1 is missing"]
    assert english.speak(overlap_words(Overlap(1, 0, 2))) == "1 fits · 2 open"
    assert not overlap_words(Overlap()).message
