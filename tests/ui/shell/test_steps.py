"""A step that is taken back where nobody looks is brought into sight and told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.conftest import is_in_sight

if TYPE_CHECKING:
    from tests.ui.conftest import Office

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def change_client(office: Office, **fields: object) -> None:
    case = office.window.open_case.case
    office.window.open_case.change(case.with_client(replace(case.client, **fields)))  # type: ignore[arg-type]
    office.settle()


def test_undo_goes_to_the_page_of_the_step_and_tells_it(office: Office) -> None:
    office.open("case-1", "person")
    change_client(office, family_name="Öztürk")
    office.open("case-1", "languages")
    office.press(Qt.Key.Key_Z, CTRL)
    banner = office.window.banner
    assert office.window.case_view.page_name == "person"
    assert banner.text.text() == "Undone: Family name"
    office.open("case-1", "languages")
    office.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert office.window.case_view.page_name == "person"
    assert banner.text.text() == "Done again: Family name"
    banner.act.click()
    assert office.window.open_case.case.client.family_name == "Al-Khatib"


def test_undo_scrolls_to_a_field_far_below(office: Office) -> None:
    office.window.resize(900, 500)
    office.open("case-1", "person")
    page = office.window.case_view.page
    frame = page.form.frames["email"]  # type: ignore[union-attr]  # the page Person
    change_client(office, email="neu@example.org")
    page.scroll_area.verticalScrollBar().setValue(0)  # type: ignore[union-attr]  # every page has one
    office.settle()
    assert frame.visibleRegion().isEmpty()
    office.press(Qt.Key.Key_Z, CTRL)
    assert not frame.visibleRegion().isEmpty()
    assert is_in_sight(frame)
    assert office.window.banner.text.text() == "Undone: E-mail"


def test_a_step_in_sight_is_not_told(office: Office) -> None:
    office.open("case-1", "person")
    change_client(office, family_name="Öztürk")
    office.press(Qt.Key.Key_Z, CTRL)
    assert not office.window.banner.isVisible()


def test_the_button_in_the_head_does_the_same(office: Office) -> None:
    office.open("case-1", "person")
    change_client(office, family_name="Öztürk")
    office.open("case-1", "languages")
    office.window.case_view.header.undo.click()
    office.settle()
    assert office.window.case_view.page_name == "person"
