"""The page Life line, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from iq_desktop.domain.biography import LifeKind
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import WorkPeriod
from tests.domain.test_life_line import a_life
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from typing import Any

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.screens.parts.life_shape import Box
    from tests.ui.screens.case_pages.conftest import Office


def a_case_with_a_life() -> CaseFile:
    life = a_life()
    return replace(
        a_usual_case(), client=life.client, life=life.life, works=life.works, qualifications=life.qualifications
    )


def box_of(page: Any, bar_id: str) -> Box:
    box: Box = next(box for box in page.view.boxes if box.bar.id == bar_id)
    return box


def drag(office: Office, page: Any, start: QPoint, way: int) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page.view, left, pos=start)
    QTest.mouseMove(page.view, start + QPoint(way // 2, 0))
    QTest.mouseMove(page.view, start + QPoint(way, 0))
    QTest.mouseRelease(page.view, left, pos=start + QPoint(way, 0))
    office.settle()


def test_a_bar_is_dragged_as_a_whole_and_by_its_end_and_undone(office: Office) -> None:
    page = office.open("life_line", a_case_with_a_life())
    box = box_of(page, "shop")
    year = page.view.width() / (page.view._line.last_year - page.view._line.first_year + 1)
    middle = QPoint(int(box.x + 8 + box.width / 2), int(box.y + 8))
    drag(office, page, middle, round(2 * year))
    work = office.stored.works[0]
    assert work.begun is not None
    assert work.ended is not None
    assert (work.begun.year, work.ended) == (2013, PartialDate(2017))
    assert abs((work.begun.month or 0) - 7) <= 1
    box = box_of(page, "shop")
    drag(office, page, QPoint(int(box.x + 8 + box.width - 2), int(box.y + 8)), round(year))
    assert office.stored.works[0].ended == PartialDate(2018)
    office.open_case.undo()
    assert office.stored.works[0].ended == PartialDate(2017)


def test_the_keys_choose_move_and_change_the_end(office: Office) -> None:
    page = office.open("life_line", a_case_with_a_life())
    page.view.setFocus()
    assert page.view.accessibleDescription() == "Schule · School · 1996 to 2008 · Syria"
    office.press(page.view, Qt.Key.Key_Right)
    assert page.view.accessibleDescription().startswith("Kauffrau")
    QTest.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert office.stored.qualifications[0].ended == PartialDate(2011, 7)
    QTest.keyClick(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    training = office.stored.qualifications[0]
    assert (training.begun, training.ended) == (PartialDate(2007), PartialDate(2010, 7))
    assert page.view.hasFocus()


def test_a_gap_is_told_neutrally_and_filled(office: Office) -> None:
    page = office.open("life_line", a_case_with_a_life())
    (button,) = page.gaps.findChildren(QPushButton)
    assert button.text() == "2015 to 2024: nothing told yet"
    office.click(button)
    entry = office.stored.life[-1]
    assert (entry.kind, entry.begun, entry.ended) == (LifeKind.OTHER, PartialDate(2015, 12), PartialDate(2024, 1))
    assert not page.entries.rows.rows[entry.id].is_folded
    assert page.gaps.isHidden()


def test_what_has_no_date_is_named(office: Office) -> None:
    case = replace(a_case_with_a_life(), works=(WorkPeriod(title_de="Irgendwann"),))
    page = office.open("life_line", case)
    assert page.undated.isVisible()
    assert "Irgendwann" in page.undated.text()


def test_a_bar_leads_to_its_words(office: Office) -> None:
    page = office.open("life_line", a_case_with_a_life())
    wanted: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, part: wanted.append((name, part)))
    box = box_of(page, "shop")
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=QPoint(int(box.x + 8 + box.width / 2), int(box.y + 8)))
    assert wanted == [("papers", "shop")]
    box = box_of(page, "school")
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=QPoint(int(box.x + 8 + box.width / 2), int(box.y + 8)))
    office.settle()
    assert not page.entries.rows.rows["school"].is_folded


def test_a_bar_that_is_dragged_and_put_back_neither_changes_nor_leads_away(office: Office) -> None:
    page = office.open("life_line", a_case_with_a_life())
    wanted: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda name, part: wanted.append((name, part)))
    box = box_of(page, "shop")
    start, before = QPoint(int(box.x + 8 + box.width / 2), int(box.y + 8)), office.case
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page.view, left, pos=start)
    for x in (60, 0):
        QTest.mouseMove(page.view, start + QPoint(x, 0))
    QTest.mouseRelease(page.view, left, pos=start)
    office.settle()
    assert wanted == []
    assert office.case == before
