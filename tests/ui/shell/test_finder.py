"""Everything by name: typed, chosen with the arrows, opened with Enter, left with Esc; nothing behind it is reached."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.shell.finder_entries import Goal, entries_at
from iq_desktop.ui.shell.places import CASE, CASES, SETTINGS, TODAY
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS, section_of
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.screens.documents_page import DocumentsPage
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.shell.finder import Finder
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def look_for(office: Office, words: str) -> Finder:
    """Open it, type, and wait for what is found."""
    finder = office.window.finder
    if not finder.isVisible():
        office.press(Qt.Key.Key_K, CTRL)
    finder.line.clear()
    for letter in words:
        finder.line.insert(letter)
    finder.line.textEdited.emit(finder.line.text())
    office.until(lambda: not finder._pause.isActive() and finder._job is None)
    return finder


def names(finder: Finder) -> list[str]:
    model = finder.list.found
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def told(finder: Finder, row: int = 0) -> str:
    return str(finder.list.found.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def has_focus(part: QWidget) -> bool:
    widget = QApplication.focusWidget()
    return widget is not None and part.isAncestorOf(widget)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_a_case_is_found_in_another_spelling_and_opened(office: Office) -> None:
    finder = look_for(office, "Schevtschenko")
    assert names(finder)[0] == "Schewtschenko, Olena"
    assert told(finder).endswith("sounds like")
    office.press(Qt.Key.Key_Return)
    assert office.window.spot.place == CASE
    assert not finder.isVisible()


def test_a_page_is_reached_and_the_cursor_stands_in_it(office: Office) -> None:
    office.open("case-1", "contact")
    assert names(look_for(office, "pers"))[0] == "Person"
    office.press(Qt.Key.Key_Return)
    assert office.window.case_view.page_name == "person"
    page, focus = office.window.case_view.page, QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus)


def test_a_field_is_reached_by_its_name(office: Office) -> None:
    office.open("case-1", "languages")
    finder = look_for(office, "date of b")
    assert told(finder) == "Date of birth, Field on the page Person"
    office.press(Qt.Key.Key_Return)
    frame = office.window.case_view.page.form.frames["birth"]  # type: ignore[union-attr]  # the page Person
    assert frame.isAncestorOf(QApplication.focusWidget())


def test_a_document_is_chosen_by_its_name(office: Office) -> None:
    office.open("case-1", "contact")
    look_for(office, "what we ag")
    office.press(Qt.Key.Key_Return)
    page: DocumentsPage = office.window.case_view.page  # type: ignore[assignment]  # the page Documents
    assert page.choice.kind.name == "what-we-agreed"


@pytest.mark.parametrize("part", [part.name for section in SETTING_SECTIONS for part in section.parts])
def test_each_part_of_the_settings_is_reached(office: Office, part: str) -> None:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    screen.go_to(part)
    office.settle()
    assert has_focus(screen.page.parts[part])


def test_each_section_of_the_settings_is_reached_by_its_name(office: Office) -> None:
    found = {
        goal.part for entry in entries_at(office.window.steering.where()) if (goal := entry.goal).place == SETTINGS
    }
    assert found
    for part in found:
        office.window.steering.follow(Goal(place=SETTINGS, part=part))
        office.settle()
        screen: SettingsScreen = office.window.screens[SETTINGS]  # type: ignore[assignment]  # made under this name
        assert screen.section == section_of(part).name
        assert has_focus(screen.page)


def test_a_command_is_told_with_its_keys_and_run(office: Office) -> None:
    finder = look_for(office, "new c")
    assert told(finder) == "New case, Ctrl+N"
    office.press(Qt.Key.Key_Return)
    assert office.window.screens[CASES].panel.isVisible()  # type: ignore[attr-defined]


def test_language_and_colours_are_switched_and_kept(office: Office) -> None:
    look_for(office, "deutsch")
    office.press(Qt.Key.Key_Return)
    assert office.window.settings == DeskSettings("de", "light")
    assert office.window.place.desk.centres.settings("adviser-1") == DeskSettings("de", "light")
    office.until(lambda: office.window.is_prepared)
    assert "Dunkel" in names(look_for(office, "dunkel"))[0]


def test_the_text_grows_and_shrinks_by_key(office: Office) -> None:
    for key, size in ((Qt.Key.Key_Plus, 115), (Qt.Key.Key_Plus, 130), (Qt.Key.Key_Minus, 115), (Qt.Key.Key_Minus, 100)):
        office.press(key, CTRL)
        assert office.window.settings.text_size == size
    office.press(Qt.Key.Key_Minus, CTRL)
    assert office.window.settings.text_size == 100


def test_escape_leads_back_to_where_one_was_and_changes_nothing(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    form = office.window.case_view.page.form  # type: ignore[union-attr]  # the page Person
    form.go_to("given_names")
    before = QApplication.focusWidget()
    look_for(office, "lock")
    office.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert not office.window.finder.isVisible()
    assert office_cases.saves == []


def test_arrows_and_tab_choose_and_nothing_behind_is_reached(office: Office) -> None:
    finder = look_for(office, "c")
    last = len(names(finder)) - 1
    office.press(Qt.Key.Key_Down)
    assert finder.list.currentIndex().row() == 1
    office.press(Qt.Key.Key_Tab)
    assert finder.list.currentIndex().row() == 2
    office.press(Qt.Key.Key_Backtab, SHIFT)
    office.press(Qt.Key.Key_Up)
    office.press(Qt.Key.Key_Up)
    assert finder.list.currentIndex().row() == last
    assert focused() == "finder_line"


def test_what_was_used_lately_stands_first(office: Office) -> None:
    office.open("case-2", "contact")
    look_for(office, "documents")
    office.press(Qt.Key.Key_Return)
    office.press(Qt.Key.Key_K, CTRL)
    finder = office.window.finder
    assert names(finder)[:2] == ["Documents", "Ahmadi, Maryam"]
    office.press(Qt.Key.Key_Escape)
    assert not office.window.place.desk.centres.spots  # type: ignore[attr-defined]  # nothing of it was written


def test_enter_waits_for_the_case_that_is_still_searched_for(office: Office, office_cases: OfficeCases) -> None:
    gate = threading.Event()
    find = office_cases.find

    def slowly(*words: object, **others: object) -> object:
        gate.wait()
        return find(*words, **others)  # type: ignore[arg-type]  # handed on

    office_cases.find = slowly  # type: ignore[method-assign, assignment]  # as slow as a large vault
    office.window.finder.open()
    office.window.finder.line.setText("Ahmadi")
    office.window.finder.line.textEdited.emit("Ahmadi")
    QTest.keyClick(office.window.finder.line, Qt.Key.Key_Return)
    assert office.window.spot.place == TODAY
    gate.set()
    office.until(lambda: office.window.spot.case_id == "case-2")


def test_a_sure_hit_is_taken_at_once(office: Office) -> None:
    office.window.finder.open()
    office.window.finder.line.setText("courses")
    office.window.finder.line.textEdited.emit("courses")
    QTest.keyClick(office.window.finder.line, Qt.Key.Key_Return)
    assert office.window.spot.place == "courses"


def test_words_that_find_nothing_lead_to_the_list_of_cases(office: Office) -> None:
    finder = look_for(office, "qqqq")
    assert names(finder) == ["Search the cases for “qqqq”"]
    office.press(Qt.Key.Key_Return)
    assert office.window.screens[CASES].search.text() == "qqqq"  # type: ignore[attr-defined]


def test_a_key_of_the_window_closes_it_first(office: Office) -> None:
    finder = look_for(office, "c")
    office.press(Qt.Key.Key_3, CTRL)
    assert not finder.isVisible()
    assert office.window.spot.place == "courses"


def test_pages_and_fields_of_a_case_are_offered_only_while_one_is_open(office: Office) -> None:
    alone = {entry.title.message for entry in entries_at(office.window.steering.where())}
    office.open("case-1", "person")
    in_case = {entry.title.message for entry in entries_at(office.window.steering.where())}
    assert {"Family name", "Competence profile", "Languages"} <= in_case - alone


@pytest.mark.parametrize("size", [(1366, 768), (880, 500)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_cut_and_everything_has_a_name(office: Office, language: str, size: tuple[int, int]) -> None:
    office.open("case-1", "person")
    office.window.apply_settings(DeskSettings(language, "light"))
    office.until(lambda: office.window.is_prepared)
    office.window.resize(*size)
    office.press(Qt.Key.Key_K, CTRL)
    finder = office.window.finder
    assert clipped(finder) == []
    assert nameless(finder) == []
    assert finder.accessibleName() == {"de": "Alles finden", "en": "Find everything"}[language]
    assert finder.geometry() == office.window.rect()
    assert finder.rect().contains(finder._panel.geometry())


def test_cases_go_before_fields_and_after_pages(office: Office) -> None:
    office.open("case-1", "person")
    found = names(look_for(office, "p"))
    assert found.index("Person") < found.index("Popescu, Ștefan") < found.index("Postal code")
