"""The workbench of reference occupations, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from iq_desktop.domain.body import CompetentBody
from iq_desktop.domain.comparison import ExperienceWeight, Mark
from iq_desktop.domain.competence import Evidence
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.screens.parts.client_task_row import dragged
from tests.support.compared import TRAINED, a_compared_case
from tests.support.full_cases import an_empty_case
from tests.support.tongues import english, german
from tests.ui.screens.case_pages.test_every_page import unnamed

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from tests.ui.screens.case_pages.conftest import Office


def bench(office: Office, case: CaseFile) -> Any:
    """Open the page and return the workbench."""
    return office.open("recognition", case, height=900).sections["reference_occupation"]


def unfolded(office: Office, name: str = "comparison-1") -> tuple[Any, Any]:
    """Open the compared case, unfold an occupation, and return its row and its board."""
    row = bench(office, a_compared_case()).rows.rows[name]
    row.unfold()
    office.fill(row.board.rows)
    office.fill(row.board.own_rows)
    return row, row.board


def task(office: Office, task_id: str) -> Any:
    return next(one for one in office.stored.task_marks if one.id == task_id)


def find(office: Office, field: Any, words: str) -> None:
    office.type(field.line, words)
    office.bot.waitUntil(lambda: field.popup is not None and field.popup.isVisible())
    office.press(field.line, Qt.Key.Key_Return)
    office.settle()


def test_an_occupation_is_found_by_its_foreign_title_and_brings_its_tasks(office: Office) -> None:
    part = bench(office, an_empty_case())
    assert part.first_hint.isVisible()
    find(office, part.search, "electrician")
    (compared,) = office.stored.comparisons
    assert (compared.name, compared.niq_occupation, compared.qualification_id) == ("Elektroniker*in", "103", "")
    assert office.stored.task_marks
    assert not part.first_hint.isVisible()
    row = part.rows.rows[compared.id]
    assert row.line.line.title.values[0][1] == "Elektroniker*in"


def test_a_mark_is_one_press_and_the_picture_follows(office: Office) -> None:
    row, board = unfolded(office)
    assert row.bar.parts == (3, 2, 2)
    office.click(board.rows.rows["task-4"].mark.steps[Mark.MATCH])
    assert task(office, "task-4").mark is Mark.MATCH
    assert row.bar.parts == (4, 2, 1)
    office.open_case.undo()
    office.settle()
    assert task(office, "task-4").mark is Mark.OPEN


def test_the_keyboard_marks_too(office: Office) -> None:
    _row, board = unfolded(office)
    steps = board.rows.rows["task-4"].mark.steps
    steps[Mark.OPEN].setFocus()
    office.press(steps[Mark.OPEN], Qt.Key.Key_Left)
    assert task(office, "task-4").mark is Mark.GAP


def test_what_is_ticked_shows_the_task_that_is_marked_next(office: Office) -> None:
    _row, board = unfolded(office)
    own = board.own_rows.rows["compared-work.2"]
    assert own.tick.text() == "Zähler eingebaut"
    office.click(own.tick)
    office.click(board.rows.rows["task-4"].mark.steps[Mark.MATCH])
    marked = task(office, "task-4")
    assert (marked.shown_by, marked.evidence) == ("Zähler eingebaut", Evidence.REFERENCE)
    assert not own.tick.isChecked()
    assert board.rows.rows["task-4"].shown_by.text() == "Shown by: Zähler eingebaut (Reference of an employer)"


def test_a_task_is_dragged_to_what_it_covers(office: Office) -> None:
    _row, board = unfolded(office)
    row, mime = board.rows.rows["task-5"], dragged("own-task")
    at, none = QPoint(20, 10), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    row.dragEnterEvent(enter)  # through the application, Qt would take it for a drag of its own
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    row.dropEvent(drop)
    office.settle()
    marked = task(office, "task-5")
    assert (marked.mark, marked.shown_by) == (Mark.MATCH, "eigene Lehrlinge angeleitet")


def test_tasks_are_typed_on_both_sides_and_removed_with_undo(office: Office) -> None:
    _row, board = unfolded(office)
    for line, words in ((board.own_line, "Kabel gezogen"), (board.task_line, "Anlagen prüfen")):
        office.type(line.line, words)
        office.press(line.line, Qt.Key.Key_Return)
    assert [one.task for one in office.stored.task_marks[-2:]] == ["Kabel gezogen", "Anlagen prüfen"]
    before = office.stored.task_marks
    office.click(board.rows.rows["task-0"].remove)
    assert all(one.id != "task-0" for one in office.stored.task_marks)
    assert office.banner.act is not None
    office.banner.act()
    assert office.stored.task_marks == before


def test_a_decision_needs_a_reason_and_stands_in_the_qualification(office: Office) -> None:
    row, _board = unfolded(office, "comparison-2")
    row._decide.click()
    office.settle()
    assert office.banner.told == ["The reason is missing."]
    assert office.stored.comparisons[0].is_chosen
    reason = row.fields.frames["reason"].editor
    assert reason.field.hasFocus()
    office.type(reason.field, "Passt genauer.")
    row._decide.click()
    office.settle()
    first, second = office.stored.comparisons
    assert (first.is_chosen, second.is_chosen) == (False, True)
    mine = next(one for one in office.stored.qualifications if one.id == TRAINED)
    assert mine.niq_occupation == "106"
    row._take_back.click()
    office.settle()
    assert next(one for one in office.stored.qualifications if one.id == TRAINED).niq_occupation == ""


def test_experience_and_body_are_chosen(office: Office) -> None:
    office.desk.bodies.shelf.put(CompetentBody("Handwerkskammer Musterstadt", responsible_for="Elektro"))
    row, _board = unfolded(office, "comparison-2")
    row.fields.frames["experience"].editor._commit(ExperienceWeight.MUCH)
    office.settle()
    find(office, row._bodies, "muster")
    compared = office.stored.comparisons[1]
    assert (compared.experience, compared.competent_body) == (ExperienceWeight.MUCH, "Handwerkskammer Musterstadt")


def test_a_removed_occupation_comes_back_with_its_tasks(office: Office) -> None:
    part = bench(office, a_compared_case())
    office.click(part.rows.rows["comparison-1"].remove)
    assert [one.id for one in office.stored.comparisons] == ["comparison-2"]
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.comparisons) == 2
    assert len([one for one in office.stored.task_marks if one.comparison_id == "comparison-1"]) == 7


def test_each_qualification_has_its_own_occupations(office: Office) -> None:
    part = bench(office, a_compared_case())
    assert part.about.isVisible()
    part.about.setCurrentIndex(1)
    part.about.activated.emit(1)
    office.settle()
    assert not part.rows.rows
    assert part.first_hint.isVisible()


def test_a_full_bench_asks_to_remove_one_first(office: Office) -> None:
    case = a_compared_case()
    third = replace(case.comparisons[1], id="comparison-3", code="105")
    part = bench(office, replace(case, comparisons=(*case.comparisons, third)))
    assert not part.search.isVisible()
    assert part.full.isVisible()


@pytest.mark.parametrize("width", [926, 380])
def test_nothing_is_cut_off_or_without_a_name_while_it_is_unfolded(office: Office, width: int) -> None:
    page = office.open("recognition", a_compared_case(), width=width, height=900)
    part = page.sections["reference_occupation"]
    row = part.rows.rows["comparison-1"]
    row.unfold()
    office.fill(row.board.rows)
    office.fill(row.board.own_rows)
    for tongue in (english(), german()):
        speak_tree(page, tongue)
        office.settle()
        office.settle()
        assert clipped(part) == []
    assert unnamed(part) == []
