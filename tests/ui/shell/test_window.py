"""The main window: every screen opens, speaks twice, fits, has names; keys reach everything; nothing is lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.saved_mark import SavedState
from iq_desktop.ui.kit.theme import Scheme
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.shell.places import AREAS, CASE, CASES, COURSES, SETTINGS, TODAY, Spot
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.competences_page import CompetencesPage
    from iq_desktop.ui.screens.person_page import PersonPage
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PAGES = [page.name for page in CASE_PAGES]


def type_family_name(office: Office, words: str) -> QLineEdit:
    """Type into the family name of the open case, without leaving the field."""
    page: PersonPage = office.window.case_view.page  # type: ignore[assignment]  # shown before
    line: QLineEdit = page.form.frames["family_name"].editor.line  # type: ignore[attr-defined]
    line.setFocus()
    line.selectAll()
    line.insert(words)
    line.setModified(True)
    return line


def saved_state(office: Office) -> SavedState:
    return office.window.case_view.header.saved_mark.state


def focused() -> str:
    """Return the name of the widget with the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
def test_every_area_fits_and_has_names_in_both_languages(office: Office, area: str, size: tuple[int, int]) -> None:
    office.window.resize(*size)
    office.go_to(area)
    for language in ("de", "en", "de"):
        office.window.apply_settings(DeskSettings(language, "light"))
        office.settle()
        assert clipped(office.window) == []
        assert nameless(office.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_case_opens_and_has_names(office: Office, page: str) -> None:
    office.open("case-1", page)
    assert office.window.spot == Spot(CASE, "case-1", page)
    for language in ("de", "en"):
        office.window.apply_settings(DeskSettings(language, "light"))
        office.settle()
        assert clipped(office.window.case_view.header) == []
        assert clipped(office.window.case_view.page_list) == []
        assert nameless(office.window) == []


def test_the_language_is_switched_everywhere_at_once(built_office: Office) -> None:
    built_office.open("case-1", "person")
    built_office.go_to(CASES)
    window = built_office.window
    window.apply_settings(DeskSettings("de", "light"))
    built_office.until(lambda: window.is_prepared)
    assert window.windowTitle() == "Fälle – IQ Desktop"
    assert window.rail.buttons[TODAY].text().strip() == "Heute"
    assert window.rail.accessibleName() == "Hauptbereiche"
    headings = window.screens[CASES].table.row_model  # type: ignore[attr-defined]
    assert headings.headerData(2, Qt.Orientation.Horizontal) == "Fall"
    assert window.case_view.header.undo.toolTip() == "Rückgängig (Strg+Z)"
    assert window.case_view.page_list.buttons["person"].accessibleName().startswith("Person, ")
    window.apply_settings(DeskSettings("en", "light"))
    built_office.until(lambda: window.is_prepared)
    assert window.windowTitle() == "Cases – IQ Desktop"
    assert window.case_view.header.undo.toolTip() == "Undo (Ctrl+Z)"


def test_the_theme_is_switched_at_once(office: Office, in_dark: Theme) -> None:
    dark = office.window.grab().toImage()
    in_dark.choose(Scheme.DARK)
    office.window.apply_settings(DeskSettings("en", "light"))
    office.settle()
    schemes = [in_dark.scheme]
    assert office.window.grab().toImage() != dark
    office.window.apply_settings(DeskSettings("en", "dark"))
    schemes.append(in_dark.scheme)
    assert schemes == [Scheme.LIGHT, Scheme.DARK]


def test_a_first_visit_only_shows_what_was_built_while_nobody_waited(built_office: Office) -> None:
    built_office.until(lambda: built_office.window.is_prepared)
    screens = dict(built_office.window.screens)
    pages = {page.objectName(): page for page in built_office.window.case_view.findChildren(PageFrame)}
    assert list(screens) == list(AREAS)
    assert set(pages) == {f"{page.name}_page" for page in CASE_PAGES}
    for area in AREAS:
        assert built_office.go_to(area) is screens[area]
    for page in CASE_PAGES:
        built_office.open("case-1", page.name)
        assert built_office.window.case_view.page is pages[f"{page.name}_page"]


def test_half_typed_words_are_taken_over_before_the_language_is_switched(
    office: Office, office_cases: OfficeCases
) -> None:
    office.open("case-1", "person")
    line = type_family_name(office, "Halb")
    office.window.apply_settings(DeskSettings("de", "light"))
    office.until(lambda: office.window.is_prepared)
    assert line.text() == office_cases.by_id["case-1"].client.family_name == "Halb"


def test_no_title_of_the_window_names_a_person(office: Office) -> None:
    office.open("case-1", "person")
    assert office.window.windowTitle() == "Case 2026-0147 – IQ Desktop"


@pytest.mark.parametrize(("key", "area"), list(zip("1234", AREAS, strict=True)))
def test_control_and_a_number_lead_to_an_area(office: Office, key: str, area: str) -> None:
    office.go_to(SETTINGS if area == TODAY else TODAY)
    office.press(Qt.Key(ord(key)), CTRL)
    assert office.window.spot.place == area


@pytest.mark.parametrize(("number", "page"), list(zip("1234567890", PAGES, strict=False)))
def test_alt_and_a_number_lead_to_a_page(office: Office, number: str, page: str) -> None:
    office.open("case-1", "person" if page != "person" else "contact")
    office.press(Qt.Key(ord(number)), ALT)
    assert office.window.case_view.page_name == page


def test_keys_of_a_case_do_nothing_where_no_case_is_shown(office: Office) -> None:
    office.press(Qt.Key.Key_3, ALT)
    office.press(Qt.Key.Key_Z, CTRL)
    office.press(Qt.Key.Key_P, CTRL)
    assert office.window.spot == Spot(TODAY)


def test_new_case_and_search_have_keys(office: Office) -> None:
    office.press(Qt.Key.Key_N, CTRL)
    assert office.window.spot.place == CASES
    assert office.window.screens[CASES].panel.isVisible()  # type: ignore[attr-defined]
    office.press(Qt.Key.Key_F, CTRL)
    assert focused() == "case_search"


def test_the_paper_has_a_key(office: Office) -> None:
    office.open("case-1", "person")
    office.press(Qt.Key.Key_P, CTRL)
    assert office.window.case_view.page_name == "documents"


def test_the_keys_are_shown_and_go_with_the_next_key(office: Office) -> None:
    office.open("case-1", "person")
    line = type_family_name(office, "Halb")
    office.press(Qt.Key.Key_F1)
    assert office.window.keys.isVisible()
    office.press(Qt.Key.Key_Escape)
    assert not office.window.keys.isVisible()
    assert QApplication.focusWidget() is line


def test_the_keys_are_called_as_on_the_keyboard(office: Office) -> None:
    shown = []
    for language in ("de", "en"):
        office.window.apply_settings(DeskSettings(language, "light"))
        office.press(Qt.Key.Key_F1)
        shown.append([label.text() for label in office.window.keys.findChildren(QLabel)])
        office.press(Qt.Key.Key_Escape)
    german, english = shown
    assert {"Strg+1 … 4", "Strg+N", "F1"} <= set(german)
    assert {"Ctrl+1 … 4", "Ctrl+N", "F1"} <= set(english)


@pytest.mark.parametrize(("area", "is_told"), [(TODAY, True), (CASES, True), (SETTINGS, False)])
def test_keys_of_a_list_are_told_where_there_is_one(office: Office, area: str, is_told: bool) -> None:
    office.go_to(area)
    office.press(Qt.Key.Key_F1)
    shown = [label.text() for label in office.window.keys.findChildren(QLabel)]
    assert ("Open what is chosen" in shown) is is_told
    assert ("Undo" in shown) is False


def test_undo_in_a_line_first_takes_back_the_typing_then_the_step(office: Office) -> None:
    office.open("case-1", "person")
    line = type_family_name(office, "Öztürk")
    office.press(Qt.Key.Key_Return)
    assert office.window.open_case.case.client.family_name == "Öztürk"
    line.setFocus()
    office.press(Qt.Key.Key_Z, CTRL)
    assert office.window.open_case.case.client.family_name == "Al-Khatib"
    assert line.text() == "Al-Khatib"
    office.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert line.text() == "Öztürk"


def test_half_typed_words_are_kept_when_the_page_is_left(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    type_family_name(office, "Halb")
    office.press(Qt.Key.Key_1, CTRL)
    assert office_cases.by_id["case-1"].client.family_name == "Halb"


def test_another_case_comes_after_the_first_is_saved_and_each_keeps_its_page(
    office: Office, office_cases: OfficeCases
) -> None:
    office.open("case-1", "person")
    type_family_name(office, "Vorher")
    office.open("case-2", "contact")
    assert office_cases.by_id["case-1"].client.family_name == "Vorher"
    assert office.window.open_case.case.id == "case-2"
    office.open("case-1")
    assert office.window.case_view.page_name == "person"
    assert office.window.case_view.header.name.text() == "Vorher, Yara"


def test_saved_is_said_only_after_the_save(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    gate = threading.Event()
    office_cases.before_save = gate.wait
    type_family_name(office, "Öztürk")
    office.window.case_view.flush()
    assert saved_state(office) is SavedState.SAVING
    gate.set()
    office.settle()
    assert saved_state(office) is SavedState.SAVED
    assert office.window.case_view.header.name.text() == "Öztürk, Yara"


def test_a_failed_save_keeps_the_words_and_offers_to_try_again(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    office_cases.fail_with = IqError(say("The disk is full."))
    line = type_family_name(office, "Öztürk")
    office.window.case_view.flush()
    office.settle()
    banner = office.window.banner
    assert banner.isVisible()
    assert banner.text.text() == "The disk is full."
    assert line.text() == "Öztürk"
    assert saved_state(office) is SavedState.NOT_SAVED
    office_cases.fail_with = None
    banner.act.click()
    office.settle()
    assert office_cases.by_id["case-1"].client.family_name == "Öztürk"
    assert not banner.isVisible()


def test_a_rival_save_is_a_choice_above_the_page(office: Office, office_cases: OfficeCases) -> None:
    case = office.open("case-1", "person")
    office_cases.save(case.with_client(replace(case.client, family_name="Theirs")))
    type_family_name(office, "Mine")
    office.window.case_view.flush()
    office.settle()
    assert office.window.rival.isVisible()
    assert not office.window.banner.isVisible()
    office.window.rival.theirs.click()
    office.settle()
    assert not office.window.rival.isVisible()
    assert office.window.case_view.header.name.text() == "Theirs, Yara"
    office.press(Qt.Key.Key_Z, CTRL)
    assert office_cases.by_id["case-1"].client.family_name == "Mine"


def test_closing_waits_for_the_save(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    gate = threading.Event()
    office_cases.before_save = gate.wait
    type_family_name(office, "Zuletzt")
    closed: list[bool] = []
    office.window.closed.connect(lambda: closed.append(True))
    office.window.close()
    assert office.window.isVisible()
    gate.set()
    office.until(lambda: closed == [True])
    assert office_cases.by_id["case-1"].client.family_name == "Zuletzt"
    assert not office.window.isVisible()


def test_what_cannot_be_saved_is_lost_only_on_demand(office: Office, office_cases: OfficeCases) -> None:
    office.open("case-1", "person")
    office_cases.fail_with = IqError(say("The disk is full."))
    type_family_name(office, "Öztürk")
    office.window.close()
    office.settle()
    assert office.window.isVisible()
    office.window.close()
    assert office.window.isVisible()
    assert office.window.banner.act.text() == "Quit without saving"
    office.window.banner.act.click()
    assert not office.window.isVisible()


def test_locking_waits_for_the_save(office: Office, office_cases: OfficeCases) -> None:
    locked: list[str] = []
    office.window.locked.connect(lambda: locked.append(office_cases.by_id["case-1"].client.family_name))
    office.open("case-1", "person")
    type_family_name(office, "Gesperrt")
    office.press(Qt.Key.Key_L, CTRL)
    assert locked == ["Gesperrt"]


def test_one_comes_back_to_where_one_was(office: Office) -> None:
    office.open("case-2", "languages")
    spot = office.window.spot
    office.go_to(COURSES)
    office.window.go_to_spot(spot)
    office.settle()
    assert office.window.spot == spot
    office.window.go_to_spot(Spot("nowhere"))
    assert office.window.spot == Spot(TODAY)


def test_a_case_that_is_gone_is_told_in_the_banner(office: Office) -> None:
    office.window.show_case("gone")
    office.settle()
    assert office.window.banner.text.text() == "This case is no longer there."
    assert office.window.spot == Spot(TODAY)


def test_the_page_list_tells_what_is_open_and_what_is_wrong(office: Office) -> None:
    office.open("case-99", "contact")
    buttons = office.window.case_view.page_list.buttons
    assert buttons["contact"].accessibleName().startswith("Contact, 7 open")
    assert buttons["routes"].accessibleName() == "Routes"


def test_an_invented_client_and_a_nameless_one_are_marked(office: Office) -> None:
    header = office.window.case_view.header
    office.open("case-1", "person")
    assert header.invented.isVisible()
    assert header.own_script.text() == "يارا الخطيب"
    assert "Arabic" in header.facts.text()
    office.open("case-99")
    assert header.name.text() == "Without a name"
    assert not header.invented.isVisible()


def test_the_open_case_has_a_place_in_the_rail(office: Office) -> None:
    button = office.window.rail.buttons[CASE]
    assert not button.isVisible()
    office.open("case-1", "person")
    assert button.text().strip() == "Al-Khatib"
    office.go_to(TODAY)
    button.click()
    office.settle()
    assert office.window.spot.place == CASE


def test_a_long_name_is_shortened_where_the_rail_ends(office: Office) -> None:
    case = office.open("case-1")
    button = office.window.rail.buttons[CASE]
    for name in ("Wimmelmannwimmer", "Müller", "Ill-Illi Illililli"):
        office.window.open_case.change(replace(case, client=replace(case.client, family_name=name)))
        office.settle()
        assert button.sizeHint().width() <= button.width()
        assert button.text().rstrip("…") in name
    assert button.text() == "Ill-Illi Illililli"


def test_good_news_goes_when_one_goes_elsewhere_and_trouble_stays(office: Office) -> None:
    office.window.banner.tell(say("Sent to the printer."))
    office.go_to(CASES)
    assert not office.window.banner.isVisible()
    office.window.banner.tell_error(IqError(say("The disk is full.")))
    office.go_to(TODAY)
    assert office.window.banner.isVisible()


def test_an_offer_to_undo_goes_with_the_next_step_and_with_the_page(office: Office) -> None:
    office.open("case-1", "competences")
    page: CompetencesPage = office.window.case_view.page  # type: ignore[assignment]  # shown before
    removed = office.window.open_case.case.competences[0]
    page.skills.list.removed.emit(removed)
    office.settle()
    assert office.window.banner.isVisible()
    office.press(Qt.Key.Key_Z, CTRL)
    assert removed in office.window.open_case.case.competences
    assert not office.window.banner.isVisible()
    office.window.banner.tell(say("Sent to the printer."))
    page.skills.list.changed.emit(replace(removed, self_rating=None))
    assert office.window.banner.isVisible()
    office.press(Qt.Key.Key_1, ALT)
    assert not office.window.banner.isVisible()


def test_a_new_look_keeps_every_screen_and_every_word(built_office: Office, in_dark: Theme) -> None:
    in_dark.choose(Scheme.LIGHT)
    built_office.open("case-1", "person")
    built_office.until(lambda: built_office.window.is_prepared)
    line = type_family_name(built_office, "Vorher")
    screens = dict(built_office.window.screens)
    built_office.window.apply_settings(DeskSettings("en", "dark"))
    built_office.until(lambda: in_dark.is_worn)
    assert built_office.window.screens == screens
    assert line.text() == "Vorher"
    built_office.go_to(CASES)
    built_office.open("case-1")
    assert type_family_name(built_office, "Nachher") is line


def test_a_message_moves_nothing_of_the_page(office: Office) -> None:
    office.open("case-1", "person")
    page = office.window.case_view.page
    assert page is not None
    before = page.mapTo(office.window, QPoint(0, 0))
    office.window.banner.tell(say("The competence was removed: {name}", name="Kasse"), act_name=say("Undo"), act=print)
    office.settle()
    assert office.window.banner.isVisible()
    assert page.mapTo(office.window, QPoint(0, 0)) == before
    assert office.window.banner.mapTo(office.window, QPoint(0, 0)).y() > before.y()


def test_pages_may_be_forgotten_while_they_are_built(built_office: Office) -> None:
    view = built_office.window.case_view
    view.forget_case()
    steps = view.build_pages()
    seen: list[str] = []
    for _ in steps:
        seen.append(",".join(view.pages))
        if len(seen) % 3 == 0:
            view.forget_case()
            built_office.settle()
    assert any(PAGES[-1] in names for names in seen)
    assert "" not in seen
