"""The page Agreement, as an adviser uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.referral import Who
from tests.support.full_cases import an_empty_case, an_overfull_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_the_first_point_is_agreed(office: Office) -> None:
    page = office.open("agreement", an_empty_case())
    office.click(page.empty.act)
    row = next(iter(page.points.rows.values()))
    assert row.fields.frames["text"].editor.isAncestorOf(page.focusWidget())
    office.type(row.fields.frames["text"].editor.field, "Zeugnisse übersetzen lassen")
    office.type(row.fields.frames["due"].editor.line, "17.11.2026")
    page.flush()
    point = office.stored.agreement[0]
    assert (point.text, point.who) == ("Zeugnisse übersetzen lassen", Who.CLIENT)
    assert str(point.due) == "2026-11-17"


def test_words_in_arabic_are_written_from_the_right(office: Office) -> None:
    page = office.open("agreement")
    row = page.points.rows["p2"]
    editor = row.fields.frames["text_in_client_language"].editor
    assert row.fields.frames["text_in_client_language"].label.text() == "In Arabic"
    assert editor.field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    office.type(editor.field, "سأسأل عن الدورة")
    page.flush()
    assert office.stored.agreement[1].text_in_client_language == "سأسأل عن الدورة"


def test_no_second_language_is_asked_where_none_is_known(office: Office) -> None:
    page = office.open("agreement", an_empty_case())
    office.click(page.empty.act)
    row = next(iter(page.points.rows.values()))
    assert not row.fields.frames["text_in_client_language"].isVisible()


def test_a_point_moves_up(office: Office) -> None:
    page = office.open("agreement")
    assert not page.points.rows["p1"].up.isEnabled()
    office.click(page.points.rows["p2"].up)
    assert [point.id for point in office.stored.agreement] == ["p2", "p1"]
    assert page.points.rows["p2"].y() < page.points.rows["p1"].y()


def test_a_removed_point_comes_back_with_undo(office: Office) -> None:
    page = office.open("agreement")
    office.click(page.points.rows["p1"].remove)
    assert [point.id for point in office.stored.agreement] == ["p2"]
    assert office.banner.act is not None
    office.banner.act()
    assert [point.id for point in office.stored.agreement] == ["p1", "p2"]


def test_the_fourth_point_says_that_it_is_not_on_the_slip(office: Office) -> None:
    page = office.open("agreement", an_overfull_case())
    rows = list(page.points.rows.values())
    assert [row.not_on_slip.isVisible() for row in rows] == [False, False, False, True, True, True, True]
