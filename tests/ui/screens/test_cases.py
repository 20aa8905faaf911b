"""The screen Cases: search as one types, look, open, begin a new case in a panel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.centre import DeskSettings
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.contact import Interpreting
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.niq_report import chiffre_of
from iq_desktop.domain.qualification import Qualification
from iq_desktop.domain.talk import Closing, CounsellingResult
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.shell.places import CASE, CASES
from iq_desktop.usecases.case_columns import CASE_COLUMNS
from iq_desktop.usecases.case_list import WINDOW
from iq_desktop.usecases.centre_export import WorkbookKind
from iq_desktop.usecases.niq_ports import NiqForm
from tests.support.builders import TODAY, a_case, a_client

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.cases import CasesScreen
    from iq_desktop.ui.screens.contact_page import ContactPage
    from iq_desktop.ui.screens.person_page import PersonPage
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office


@pytest.fixture
def cases(office: Office) -> CasesScreen:
    screen: CasesScreen = office.go_to(CASES)  # type: ignore[assignment]  # made under this name
    return screen


def column(cases: CasesScreen, name: str) -> list[str]:
    model = cases.table.row_model
    number = [one.name for one in CASE_COLUMNS].index(name)
    return [model.words(row, number) for row in range(model.rowCount())]


def shown_columns(cases: CasesScreen) -> list[str]:
    model = cases.table.row_model
    hidden = cases.table.isColumnHidden
    return [
        str(model.headerData(number, Qt.Orientation.Horizontal))
        for number in range(model.columnCount())
        if not hidden(number)
    ]


def search(office: Office, cases: CasesScreen, words: str) -> None:
    cases.search.setText(words)
    office.until(lambda: not cases._pause.isActive())


def test_all_cases_are_listed_and_counted(cases: CasesScreen) -> None:
    assert {"Al-Khatib, Yara", "Ahmadi, Maryam", "Without a name"} < set(column(cases, "name"))
    assert cases.count.text() == "13 cases"


def test_the_tiers_of_a_search_are_told(office: Office, cases: CasesScreen) -> None:
    search(office, cases, "Schevtschenko")
    assert (column(cases, "name"), column(cases, "match")) == (["Schewtschenko, Olena"], ["sounds like"])
    search(office, cases, "Kova")
    assert column(cases, "match")[0] == "exact"
    assert shown_columns(cases)[-1] == "Found as"
    search(office, cases, "")
    assert "Found as" not in shown_columns(cases)


def test_the_search_rests_before_it_asks(office: Office, cases: CasesScreen) -> None:
    for words in ("S", "Se", "Sel"):
        cases.search.setText(words)
    assert cases._pause.isActive()
    assert len(column(cases, "name")) == 13
    office.until(lambda: not cases._pause.isActive())
    assert column(cases, "name") == ["Gebremedhin, Selam"]


def test_nobody_found_says_what_to_try(office: Office, cases: CasesScreen) -> None:
    search(office, cases, "qqq")
    assert cases.table.isVisible()
    assert cases.table._empty.isVisible()
    assert cases.quick.hint.isVisible()


def test_return_in_the_search_opens_the_best_case(office: Office, cases: CasesScreen) -> None:
    search(office, cases, "Selam")
    cases.search.setFocus()
    office.press(Qt.Key.Key_Return)
    assert office.window.spot.place == CASE
    assert office.window.open_case.case.client.given_names == "Selam"


def test_return_opens_what_was_typed_and_never_what_stood_there_before(office: Office, cases: CasesScreen) -> None:
    search(office, cases, "Olena")
    cases.search.setFocus()
    cases.search.setText("Selam")
    opened: list[str] = []
    cases.case_chosen.connect(lambda case_id, _page: opened.append(case_id))
    QTest.keyClick(cases.search, Qt.Key.Key_Return)
    assert opened == [], "the rows are still those of the words before"
    office.settle()
    assert office.window.open_case.case.client.given_names == "Selam"


def test_a_wish_to_open_is_forgotten_where_one_types_on(office: Office, cases: CasesScreen) -> None:
    cases.search.setText("Selam")
    QTest.keyClick(cases.search, Qt.Key.Key_Return)
    cases.search.setText("Selamx")
    office.until(lambda: not cases._pause.isActive())
    office.settle()
    assert office.window.spot.place == CASES


def test_the_quick_view_tells_who_and_what_is_open(office: Office, cases: CasesScreen) -> None:
    cases.table.choose("case-1")
    office.until(lambda: cases.quick.case is not None and cases.quick.case.id == "case-1")
    assert cases.quick.name.text() == "Al-Khatib, Yara"
    assert cases.quick.languages.text() == "Arabic C2 · German A1"
    assert cases.quick.radar.isVisible()
    cases.table.choose("case-99")
    office.until(lambda: cases.quick.case is not None and cases.quick.case.id == "case-99")
    assert cases.quick.open_things.text().startswith("Contact, Person")
    assert not cases.quick.radar.isVisible()
    cases.quick.open_button.click()
    office.settle()
    assert office.window.open_case.case.id == "case-99"


def test_a_small_window_shows_the_list_alone(office: Office, cases: CasesScreen) -> None:
    assert cases.quick.isVisible()
    office.window.resize(960, 540)
    office.settle()
    assert not cases.quick.isVisible()
    assert shown_columns(cases) == ["Name", "Case", "Language", "Last changed"]
    cases.begin_new_case()
    office.settle()
    assert cases.panel.isVisible()
    assert not cases.table.isVisible()
    office.window.resize(1800, 900)
    office.settle()
    assert cases.table.isVisible()


def test_a_new_case_asks_four_things_and_opens_at_the_person(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    cases.begin_new_case()
    office.settle()
    frames = cases.panel.form.frames
    assert set(frames) == {"way", "client_language", "interpreting", "concerns"}
    frames["interpreting"].editor._commit(Interpreting.COMPANION)
    cases.panel.start.click()
    office.settle()
    assert office.window.case_view.page_name == "person"
    person: PersonPage = office.window.case_view.page  # type: ignore[assignment]  # shown now
    assert person.form.frames["family_name"].isAncestorOf(office.window.focusWidget())
    made = office_cases.saves[-1]
    assert made.contact.interpreting is Interpreting.COMPANION
    assert made.is_anonymous
    assert made.number
    assert not cases.panel.isVisible()


def test_a_case_can_begin_without_any_answer_and_escape_begins_none(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    cases.begin_new_case()
    office.settle()
    office.press(Qt.Key.Key_Escape)
    assert not cases.panel.isVisible()
    assert office_cases.saves == []
    cases.begin_new_case()
    cases.panel.start.click()
    office.settle()
    assert len(office_cases.saves) == 1


def test_answers_of_the_last_new_case_do_not_come_back(office: Office, cases: CasesScreen) -> None:
    cases.begin_new_case()
    cases.panel.form.frames["interpreting"].editor._commit(Interpreting.COMPANION)
    cases.panel.closed.emit()
    cases.begin_new_case()
    office.settle()
    assert cases.panel.form.value.interpreting is None


def test_without_cases_the_screen_says_what_to_do(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    office_cases.by_id.clear()
    cases.refresh()
    office.settle()
    assert cases.empty.isVisible()
    cases.empty.act.click()
    assert cases.panel.isVisible()


def test_a_long_list_is_read_in_windows(office: Office, cases: CasesScreen, office_cases: OfficeCases) -> None:
    for number in range(250):
        client = a_client(family_name=f"Name {number:03}")
        office_cases.by_id[f"n{number}"] = CaseFile(
            TODAY, id=f"n{number}", number=f"2026-{number + 200:04}", client=client
        )
    cases.refresh()
    office.settle()
    assert cases.count.text() == "263 cases"
    assert [row is None for row in cases.table.rows].count(True) == 263 - WINDOW
    cases.table.verticalScrollBar().setValue(cases.table.verticalScrollBar().maximum())
    office.until(lambda: cases.table.rows[-1] is not None)
    assert cases.table.rows[150] is None


def test_a_list_that_is_read_again_stays_where_one_scrolled_to(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    for number in range(60):
        office_cases.by_id[f"n{number}"] = CaseFile(TODAY, id=f"n{number}", number=f"2026-{number + 200:04}")
    cases.refresh()
    office.settle()
    bar = cases.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, chosen = bar.value(), cases.table.current_row()
    assert place > 0
    cases.refresh()
    office.settle()
    assert bar.value() == place
    assert cases.table.current_row() == chosen


def test_filters_are_combined_shown_as_chips_and_taken_away(office: Office, cases: CasesScreen) -> None:
    cases.list.filter_button.click()
    office.settle()
    bar = cases.list.filters
    bar.editors["language"]._commit("uk")
    office.settle()
    assert set(column(cases, "language")) == {"Ukrainian"}
    bar.editors["is_closed"]._commit(False)
    office.settle()
    assert [chip.text() for chip in chips(cases)] == ["Language: Ukrainian", "Counselling: goes on"]
    chips(cases)[0].click()
    office.settle()
    assert len(set(column(cases, "language"))) > 1
    bar.editors["niq"]._commit(NiqLight.GREEN)
    office.settle()
    assert cases.table.rows == ()
    assert cases.table._empty.isVisible()
    bar.clear.click()
    office.settle()
    assert cases.count.text() == "13 cases"


def chips(cases: CasesScreen) -> list[SpeakingButton]:
    found = cases.list.filters.chips.findChildren(SpeakingButton)
    return [chip for chip in found if chip.objectName() and not chip.isHidden()]


def test_a_heading_puts_the_list_in_order_and_turns_it(office: Office, cases: CasesScreen) -> None:
    cases.table.sorted_by.emit("name")
    office.settle()
    names = [name for name in column(cases, "name") if name != "Without a name"]
    assert names == sorted(names)
    cases.table.sorted_by.emit("name")
    office.settle()
    turned = [name for name in column(cases, "name") if name != "Without a name"]
    assert turned == names[::-1]
    cases.table.sorted_by.emit("own_script")
    office.settle()
    assert cases.list.query.is_descending, "a column without an order of its own changes nothing"


def test_columns_are_chosen_and_a_view_is_kept_with_them(office: Office, cases: CasesScreen) -> None:
    cases.list.filter_button.click()
    for name in ("own_script", "place", "birth", "occupation", "changed", "number"):
        tick = cases.list.column_choice.ticks[name]
        if tick.isChecked():
            tick.click()
    cases.list.column_choice.ticks["niq"].click()
    cases.list.filters.editors["language"]._commit("ar")
    office.settle()
    assert shown_columns(cases) == ["Name", "Language", "NIQ"]
    views = cases.list.views
    views.keep.click()
    views.name.line.setText("Arabisch")
    views.save.click()
    office.settle()
    assert office.window.banner.text.text() == "The view is kept: Arabisch"
    assert cases.list.view is not None
    assert cases.list.view.name == "Arabisch"
    views.list._commit("all")
    office.settle()
    assert cases.count.text() == "13 cases"
    kept = next(view for view in views.views if view.name == "Arabisch")
    views.list._commit(kept.id)
    office.settle()
    assert shown_columns(cases) == ["Name", "Language", "NIQ"]
    assert set(column(cases, "language")) == {"Arabic"}
    views.remove.click()
    office.settle()
    assert "Arabisch" not in [view.name for view in views.views]
    office.window.banner.act.click()
    office.settle()
    assert "Arabisch" in [view.name for view in views.views]


def test_columns_alone_are_kept_as_a_view_and_removed(office: Office, cases: CasesScreen) -> None:
    views = cases.list.views
    assert views.keep.isHidden()
    cases.list.column_choice.ticks["niq"].click()
    assert not views.keep.isHidden()
    views.keep.click()
    views.name.line.setText("Mit NIQ")
    views.save.click()
    office.settle()
    assert cases.list.view is not None
    assert cases.list.view.name == "Mit NIQ"
    assert views.keep.isHidden()
    assert not views.remove.isHidden()


def test_ticked_cases_get_another_adviser_are_closed_and_all_that_is_undone(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    cases.list.tick_button.click()
    bar = cases.list.selection
    assert not bar.result.isEnabled()
    cases.table.choose("case-1")
    cases.table.setFocus()
    office.press(Qt.Key.Key_Space)
    assert bar.count.text() == "1 case ticked"
    bar.all.click()
    office.settle()
    assert bar.count.text() == "13 cases ticked"
    bar.result._commit(CounsellingResult.REFERRED)
    office.settle()
    assert all(case.closing.is_closed for case in office_cases.by_id.values())
    office.window.banner.act.click()
    office.settle()
    assert not any(case.closing.is_closed for case in office_cases.by_id.values())
    bar.adviser._commit(office.window.place.desk.centres.advisers()[0].id)
    office.settle()
    assert len({case.adviser_id for case in office_cases.by_id.values()}) == 1
    bar.end.click()
    assert cases.table.ticked == frozenset()
    assert bar.isHidden()


def test_an_act_on_the_case_that_lies_open_goes_along_with_what_was_typed(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    office.open("case-1", "contact")
    page: ContactPage = office.window.case_view.page  # type: ignore[assignment]  # shown now
    before = office.window.open_case.case.contact.expectation
    page.form.frames["expectation"].editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or page, " half typed ")
    assert office.window.open_case.case.contact.expectation == before
    office.go_to(CASES)
    cases.list.tick_button.click()
    cases.table.choose("case-1")
    cases.table.setFocus()
    office.press(Qt.Key.Key_Space)
    cases.list.selection.result._commit(CounsellingResult.REFERRED)
    office.settle()
    opened = office.window.open_case
    stored = office_cases.by_id["case-1"]
    typed = stored.contact.expectation
    assert "half typed" in typed
    assert stored.closing.result is CounsellingResult.REFERRED
    assert (opened.is_rivalled, opened.is_saved, opened.case) == (False, True, stored)
    office.window.banner.act.click()
    office.settle()
    stored = office_cases.by_id["case-1"]
    assert (stored.contact.expectation, stored.closing) == (typed, Closing())
    assert opened.case == stored
    opened.undo()
    office.settle()
    assert office_cases.by_id["case-1"].closing.result is CounsellingResult.REFERRED
    while opened.can_undo:
        opened.undo()
        office.settle()
    first = office_cases.by_id["case-1"]
    assert (first.closing, first.contact.expectation) == (Closing(), before)


def test_an_open_case_that_goes_to_a_colleague_alone_is_laid_away(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "contact")
    del office_cases.by_id["case-1"]
    office.window.place.announce((Change(Area.CASE, "case-1"),))
    office.settle()
    assert not office.window.open_case.is_open
    assert office.window.spot.place == CASES


def test_what_is_shown_is_saved_as_a_table_and_the_journal_knows(
    office: Office, cases: CasesScreen, office_cases: OfficeCases, tmp_path: Path
) -> None:
    office.ask.place_to_save = tmp_path / "cases.csv"
    cases.list.filters.editors["language"]._commit("uk")
    office.settle()
    count = len(cases.table.rows)
    cases.list.export_button.click()
    office.settle()
    assert office.window.banner.text.text().startswith(f"{count} case")
    assert "not encrypted" in office.window.banner.advice.text()
    assert office_cases.journal[-1][0] == "exported"


def test_a_table_is_named_in_the_language_of_the_adviser(
    office: Office, cases: CasesScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    monkeypatch.setattr(office.ask, "where_to_save", lambda _title, name, _kind: names.append(name))
    cases.list.export_button.click()
    office.window.apply_settings(DeskSettings("de", "light"))
    cases.list.export_button.click()
    assert names == ["IQ-Cases.csv", "IQ-Fälle.csv"]


def test_a_changed_case_is_seen_when_one_comes_back(office: Office, cases: CasesScreen) -> None:
    case = office.open("case-1", "person")
    office.window.open_case.change(case.with_client(replace(case.client, family_name="Neu")))
    office.settle()
    office.go_to(CASES)
    assert "Neu, Yara" in column(cases, "name")


def test_answers_of_a_case_that_was_not_begun_can_be_had_back(office: Office, cases: CasesScreen) -> None:
    cases.begin_new_case()
    cases.panel.form.frames["interpreting"].editor._commit(Interpreting.COMPANION)
    cases.panel.cancel.click()
    assert not cases.panel.isVisible()
    assert office.window.banner.text.text() == "No case was begun."
    office.window.banner.act.click()
    assert cases.panel.isVisible()
    assert cases.panel.form.value.interpreting is Interpreting.COMPANION


def test_without_an_answer_nothing_is_told_when_the_panel_is_left(office: Office, cases: CasesScreen) -> None:
    cases.begin_new_case()
    office.press(Qt.Key.Key_Escape)
    assert not cases.panel.isVisible()
    assert not office.window.banner.isVisible()


def test_filters_and_columns_stand_beside_the_list_and_escape_leaves_them(office: Office, cases: CasesScreen) -> None:
    cases.list.filter_button.click()
    office.settle()
    assert cases.settings.isVisible()
    assert cases.table.isVisible()
    assert cases.unsaved_panels == ()
    assert cases.list.filters.panel.isAncestorOf(office.window.focusWidget())
    office.press(Qt.Key.Key_Escape)
    assert cases.quick.isVisible()
    assert office.window.focusWidget() is cases.list.filter_button


def test_the_quick_view_follows_the_search(office: Office, cases: CasesScreen) -> None:
    office.until(lambda: cases.quick.case is not None)
    for words, number in (("Selam", "2026-0142"), ("Schevtschenko", "2026-0143")):
        search(office, cases, words)
        office.settle()
        office.until(partial(_is_glanced_at, cases, number))


def _is_glanced_at(cases: CasesScreen, number: str) -> bool:
    return cases.quick.case is not None and cases.quick.case.number == number


def tick_all(office: Office, cases: CasesScreen) -> None:
    cases.list.tick_button.click()
    cases.list.selection.all.click()
    office.settle()


def make_reportable(office: Office, office_cases: OfficeCases, *case_ids: str) -> None:
    """Give the centre its number in NIQ, and cases all that a report must have."""
    centres = office.window.place.desk.centres
    centres.save_centre(replace(centres.centre(), niq_id="417"))
    whole = a_case(qualifications=(Qualification(title_de="Kauffrau", goes_to_niq=True),))
    for case_id in case_ids:
        known = office_cases.by_id[case_id]
        office_cases.by_id[case_id] = replace(
            known, is_invented=False, contact=whole.contact, qualifications=whole.qualifications
        )


def test_ticked_cases_are_reported_with_what_is_left_out_told_and_undone(
    office: Office, cases: CasesScreen, office_cases: OfficeCases, tmp_path: Path
) -> None:
    make_reportable(office, office_cases, "case-3", "case-5")
    tick_all(office, cases)
    cases.list.selection.report._commit(NiqForm.CSV)
    office.settle()
    panel = cases.list.report_panel
    assert panel.isVisible()
    assert panel.words.text() == "0 cases will be reported"
    assert not panel.save.isEnabled()
    assert panel.also.text() == "Also report 2 incomplete cases"
    assert len(panel.lines.buttons) == 6
    assert panel.lines.more.text() == "Show 5 more"
    panel.also.click()
    assert panel.words.text() == "2 cases will be reported"
    office.ask.place_to_save = tmp_path / "records.csv"
    panel.save.click()
    office.settle()
    assert not panel.isVisible()
    assert office.window.banner.text.text() == "2 cases are in “records.csv”."
    assert [one for one in office_cases.by_id if office_cases.by_id[one].niq_reports] == ["case-3", "case-5"]
    office.window.banner.act.click()
    office.settle()
    assert not any(case.niq_reports for case in office_cases.by_id.values())


def test_a_case_that_is_left_out_opens_where_it_can_be_mended(
    office: Office, cases: CasesScreen, office_cases: OfficeCases
) -> None:
    make_reportable(office, office_cases)
    tick_all(office, cases)
    cases.list.selection.report._commit(NiqForm.FORM)
    office.settle()
    cases.list.report_panel.lines.buttons[0].click()
    office.settle()
    assert office.window.case_view.page_name == "follow_up"


def test_chiffres_are_taken_in_and_undone(
    office: Office, cases: CasesScreen, office_cases: OfficeCases, tmp_path: Path
) -> None:
    office.ask.file = tmp_path / "back.csv"
    files = office.window.place.desk.niq.files
    files.chiffres = {"case-3": "B-3", "elsewhere": "B-9"}  # type: ignore[attr-defined]  # the memory's
    tick_all(office, cases)
    cases.list.selection.chiffres.click()
    office.settle()
    assert office.window.banner.text.text() == "1 Chiffre noted · 1 row names a case that is not here"
    assert chiffre_of(office_cases.by_id["case-3"]) == "B-3"
    office.window.banner.act.click()
    office.settle()
    assert chiffre_of(office_cases.by_id["case-3"]) == ""


def test_ticked_cases_become_a_workbook_without_names(
    office: Office, cases: CasesScreen, office_cases: OfficeCases, tmp_path: Path
) -> None:
    office.ask.place_to_save = tmp_path / "centre.xlsx"
    tick_all(office, cases)
    cases.list.selection.workbook._commit(WorkbookKind.WITHOUT_NAMES)
    office.settle()
    count = len(office_cases.by_id)
    assert office.window.banner.text.text().startswith(f"{count} cases are in “centre.xlsx”.")
    assert "not encrypted" in office.window.banner.advice.text()
    written = office.window.place.desk.workbooks.written["centre.xlsx"]  # type: ignore[attr-defined]  # the memory's
    assert "Al-Khatib" not in repr(written)
