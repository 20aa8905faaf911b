"""Rail, pages, search: where to go and how to find it, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.page_list import PageList
from iq_desktop.ui.kit.rail import Place, Rail
from iq_desktop.ui.kit.search_field import SearchField, Suggestion
from iq_desktop.wording.text import as_it_is

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage

PLACES = (
    Place("today", as_it_is("Today"), "today"),
    Place("cases", as_it_is("Cases"), "cases"),
    Place("settings", as_it_is("Settings"), "settings"),
)


def test_the_rail_goes_by_click_and_arrow_keys(stage: Stage) -> None:
    rail = stage.show(Rail("IQ Desktop", PLACES), 208, 500)
    went: list[str] = []
    rail.chosen.connect(went.append)
    stage.click(rail.buttons["cases"])
    stage.press(rail.buttons["cases"], Qt.Key.Key_Down)
    assert went == ["cases", "settings"]
    rail.choose("today")
    assert went == ["cases", "settings"]
    assert rail.buttons["today"].isChecked()
    assert clipped(rail) == []


def test_pages_say_how_they_stand_in_words(stage: Stage) -> None:
    pages = stage.show(PageList(PLACES), 216, 400)
    went: list[str] = []
    pages.chosen.connect(went.append)
    pages.show_state("cases", "open", as_it_is("2 answers missing"))
    assert pages.buttons["cases"].accessibleName() == "Cases, 2 answers missing"
    assert pages.buttons["today"].accessibleName() == "Today"
    before = pages.buttons["cases"].grab().toImage()
    pages.show_state("cases", "good", as_it_is("2 answers missing"))
    assert pages.buttons["cases"].grab().toImage() != before
    stage.click(pages.buttons["cases"])
    stage.press(pages.buttons["cases"], Qt.Key.Key_Up)
    assert went == ["cases", "today"]
    stage.settle()
    assert clipped(pages) == []


class Search:
    """A page with a search field, and what it reported."""

    def __init__(self, stage: Stage, *, keeps_words: bool = False) -> None:
        self.page = QWidget()
        lines = QVBoxLayout(self.page)
        self.field = SearchField("occupation", as_it_is("Find an occupation"), keeps_words=keeps_words)
        self.other = QLineEdit()
        lines.addWidget(self.field)
        lines.addWidget(self.other)
        lines.addStretch(1)
        self.asked: list[str] = []
        self.chosen: list[Any] = []
        self.field.asked.connect(self.asked.append)
        self.field.chosen.connect(self.chosen.append)
        self.stage = stage
        stage.show(self.page)

    def look_for(self, words: str, *found: str) -> None:
        """Type words and answer them."""
        self.stage.type(self.field.line, words)
        self.field._pause.timeout.emit()
        self.field._pause.stop()
        items = [Suggestion(name, "ISCO 5223", number) for number, name in enumerate(found)]
        self.field.show_suggestions(self.field.line.text(), items)


def test_a_suggestion_is_taken_by_keys(stage: Stage) -> None:
    search = Search(stage)
    search.look_for("Verkä", "Verkäufer", "Verkäuferin", "Verkaufsleiter")
    assert search.asked == ["Verkä"]
    stage.press(search.field.line, Qt.Key.Key_Down)
    stage.press(search.field.line, Qt.Key.Key_Down)
    stage.press(search.field.line, Qt.Key.Key_Up)
    stage.press(search.field.line, Qt.Key.Key_Return)
    assert search.chosen == [1]
    assert search.field.line.text() == ""
    popup = search.field.popup
    assert popup is not None
    assert popup.isHidden()


def test_a_suggestion_is_taken_by_mouse_and_its_name_kept(stage: Stage) -> None:
    search = Search(stage, keeps_words=True)
    search.look_for("Köch", "Köchin")
    popup = search.field.popup
    assert popup is not None
    place = popup.list.visualRect(popup.list.model().index(0, 0)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert search.chosen == [0]
    assert search.field.line.text() == "Köchin"


def test_answers_to_older_words_are_dropped(stage: Stage) -> None:
    search = Search(stage)
    stage.type(search.field.line, "Tisch")
    search.field.show_suggestions("Tis", [Suggestion("Tischler")])
    assert search.field.popup is None


def test_escape_and_leaving_close_the_suggestions(stage: Stage) -> None:
    search = Search(stage)
    search.look_for("Koch", "Koch")
    popup = search.field.popup
    assert popup is not None
    stage.press(search.field.line, Qt.Key.Key_Escape)
    assert popup.isHidden()
    search.look_for("e", "Koch")
    assert popup.isVisible()
    search.other.setFocus()
    assert popup.isHidden()
    stage.press(search.field.line, Qt.Key.Key_Return)
    assert search.chosen == []


def test_enter_right_after_typing_takes_what_is_found_then_never_what_was_found_before(stage: Stage) -> None:
    search = Search(stage)
    search.look_for("Koch", "Köchin")
    stage.type(search.field.line, "schulleiter")
    stage.press(search.field.line, Qt.Key.Key_Return)
    assert (search.asked[-1], search.chosen) == ("Kochschulleiter", [])
    search.field.show_suggestions("Kochschulleiter", [Suggestion("Kochschulleiterin", value=7)])
    assert search.chosen == [7]
    search.look_for("Bäcker", "Bäckerin")
    assert search.chosen == [7]


def test_suggestions_are_as_wide_as_their_names(stage: Stage) -> None:
    search = Search(stage)
    search.field.setFixedWidth(160)
    name = "Elektroniker für Betriebstechnik/Elektronikerin für Betriebstechnik"
    search.look_for("Elek", name)
    popup = search.field.popup
    assert popup is not None
    assert popup.list.viewport().width() >= popup.list.fontMetrics().horizontalAdvance(name)
    assert popup.geometry().right() < search.page.width()


def test_nothing_found_is_said(stage: Stage) -> None:
    search = Search(stage)
    search.look_for("xyz")
    popup = search.field.popup
    assert popup is not None
    assert popup.nothing.isVisible()
    assert popup.nothing.text() == "Nothing found. Please try other words."


def test_suggestions_open_above_a_field_at_the_foot_of_the_window(stage: Stage) -> None:
    search = Search(stage)
    search.page.resize(400, 500)
    lines = search.page.layout()
    assert isinstance(lines, QVBoxLayout)
    lines.insertStretch(0, 20)
    stage.settle()
    search.look_for("sales", *(f"Occupation {number}" for number in range(7)))
    popup = search.field.popup
    assert popup is not None
    field = QRect(search.field.mapTo(search.page, QPoint(0, 0)), search.field.size())
    assert popup.geometry().bottom() < field.top()
    assert popup.geometry().top() > 0
