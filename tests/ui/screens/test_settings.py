"""The screen Settings: what is chosen works at once and is saved; catalogues come in behind the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from iq_desktop.domain.centre import Adviser, DeskSettings
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.role import Role
from iq_desktop.domain.saved_search import LANGUAGE, catalogue_of_search
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.saved_mark import SavedState
from iq_desktop.ui.kit.theme import Scheme
from iq_desktop.ui.screens.parts.settings_page import ClosedSection
from iq_desktop.ui.shell.half_typed import Outcome, find_typed, put_back
from iq_desktop.ui.shell.places import SETTINGS
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS
from iq_desktop.wording.text import say
from tests.support.builders import TODAY
from tests.support.fakes import ADVISER
from tests.support.office import FakeCatalogues, a_state
from tests.support.setting_parts import SettingParts
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.kit.speaking import SpeakingLabel
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


@pytest.fixture
def settings(office: Office) -> SettingParts:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return SettingParts(screen, office.settle)


def test_language_and_theme_work_at_once_and_are_saved(
    office: Office, settings: SettingParts, desk: Desk, in_dark: Theme
) -> None:
    settings.look.language.pills["de"].click()
    office.until(lambda: office.window.is_prepared)
    assert settings.title.text() == "Einstellungen"
    settings.look.theme.pills["dark"].click()
    assert in_dark.scheme is Scheme.DARK
    office.settle()
    assert desk.centres.settings(ADVISER.id) == DeskSettings("de", "dark")
    assert settings.saved_mark.state is SavedState.SAVED


def test_high_contrast_and_large_text_work_at_once_and_are_saved(
    office: Office, settings: SettingParts, desk: Desk, theme: Theme
) -> None:
    before = settings.title.font().pixelSize()
    settings.look.theme.pills["contrast"].click()
    settings.look.text_size.pills["200"].click()
    office.until(lambda: theme.is_worn)
    assert (theme.scheme, theme.text_size) == (Scheme.CONTRAST, 200)
    assert settings.title.font().pixelSize() == 2 * before
    assert desk.centres.settings(ADVISER.id) == DeskSettings("en", "contrast", 200)
    settings.look.theme.pills["light"].click()
    settings.look.text_size.pills["100"].click()
    office.until(lambda: theme.is_worn)
    assert settings.title.font().pixelSize() == before


def test_the_letterhead_is_saved_as_it_is_typed(office: Office, settings: SettingParts, desk: Desk) -> None:
    assert settings.letterhead.value.name == "Beratungsstelle Musterstadt"
    line = settings.letterhead.frames["phone"].editor.line
    line.insert("0221 5550")
    line.setModified(True)
    settings.flush()
    office.settle()
    assert desk.centres.centre().phone == "0221 5550"


def test_the_catalogues_that_are_there_tell_their_size_and_age(settings: SettingParts) -> None:
    [row] = settings.catalogue_list.rows
    assert row.title.text() == "Course catalogue"
    assert row.facts.text() == "1,204 courses · version 2026-11 · as of Nov 3, 2026 · taken in on Nov 3, 2026"
    assert row.report_button.text() == "2 rows left out"
    assert not row.report.isVisible()
    row.report_button.click()
    assert row.report.text() == "2 rows: without a title (first in line 317)"
    assert row.report.isVisible()


def test_a_catalogue_is_taken_in_and_its_report_told(office: Office, settings: SettingParts, desk: Desk) -> None:
    assert isinstance(desk.catalogues, FakeCatalogues)
    desk.catalogues.state = a_state(version="2026-12", skipped=())
    office.ask.file = Path("courses.xml")
    settings.catalogue_list.take_file.click()
    assert not settings.catalogue_list.take_file.isEnabled()
    office.settle()
    assert settings.catalogue_list.take_file.isEnabled()
    assert [row.state.version for row in settings.catalogue_list.rows] == ["2026-12"]
    assert office.window.banner.text.text() == "Taken in: Course catalogue. Nothing was left out."


def plain(label: SpeakingLabel) -> str:
    """Return the words of a label without the places where they may be parted."""
    return label.text().replace("\u00ad", "")


def a_search(**changes: object) -> CatalogueState:
    state = CatalogueState(
        CatalogueKind.COURSES,
        catalogue_of_search(LANGUAGE, "Pflege"),
        "Berufssprachkurssuche: Pflege",
        TODAY,
        ((say("Offers"), 40), (say("in other saved searches too"), 15)),
    )
    return replace(state, **changes)  # type: ignore[arg-type]  # names of its fields


def test_a_saved_search_has_its_name_is_renewed_and_tells_what_it_brought(
    office: Office, settings: SettingParts, desk: Desk
) -> None:
    assert isinstance(desk.catalogues, FakeCatalogues)
    desk.catalogues.state = a_search()
    office.ask.file = Path("courses.json")
    settings.catalogue_list.take_file.click()
    office.settle()
    [row] = settings.catalogue_list.rows
    assert plain(row.title) == "Berufssprachkurssuche: Pflege"
    assert row.facts.text().startswith("40 Offers · 15 in other saved searches too · taken in on")
    told = "Taken in: Berufssprachkurssuche: Pflege (40 Offers, 15 in other saved searches too)."
    assert plain(office.window.banner.text) == told
    assert row.renew.isVisible()
    desk.catalogues.state = a_search(counts=((say("Offers"), 3),))
    row.renew.click()
    office.settle()
    assert desk.catalogues.renewed == [a_search()]
    assert settings.catalogue_list.rows[0].state.counts == ((say("Offers"), 3),)
    assert clipped(settings.catalogue_list) == []
    assert nameless(settings.catalogue_list) == []


def test_a_catalogue_is_taken_away_after_a_second_press(office: Office, settings: SettingParts) -> None:
    [row] = settings.catalogue_list.rows
    assert not row.renew.isVisible(), "an open-Qcat file says itself which catalogue it is"
    row.remove.click()
    assert row.sure.isVisible()
    row.no.click()
    office.settle()
    assert not row.sure.isVisible()
    assert len(settings.catalogue_list.rows) == 1
    row.remove.click()
    row.yes.click()
    office.settle()
    assert settings.catalogue_list.rows == []
    assert office.window.banner.text.text() == "Taken away: Course catalogue"


def test_a_foreign_file_is_refused_and_nothing_changes(office: Office, settings: SettingParts) -> None:
    office.ask.folder = Path("holidays")
    settings.catalogue_list.take_folder.click()
    office.settle()
    assert office.window.banner.text.text() == "The file holidays is none that the program knows."
    assert settings.catalogue_list.take_folder.isEnabled()
    assert len(settings.catalogue_list.rows) == 1


def test_who_thinks_otherwise_takes_nothing_in(office: Office, settings: SettingParts) -> None:
    settings.catalogue_list.take_file.click()
    settings.catalogue_list.take_folder.click()
    office.settle()
    assert not office.window.banner.isVisible()


def test_taking_in_can_be_stopped(office: Office, settings: SettingParts, desk: Desk) -> None:
    assert isinstance(desk.catalogues, FakeCatalogues)
    gate = threading.Event()
    desk.catalogues.before_step = lambda _number: gate.wait()
    settings.catalogue_list.take_in(Path("courses.xml"))
    job = settings.catalogue_list._job
    assert job is not None
    job.cancel()
    gate.set()
    office.settle()
    assert office.window.banner.text.text() == "Stopped. Nothing was changed."
    assert settings.catalogue_list.take_file.isEnabled()


def test_the_focus_waits_for_the_button_until_a_catalogue_is_read(office: Office, settings: SettingParts) -> None:
    button = settings.catalogue_list.take_folder
    for _ in range(2):
        office.ask.folder = Path("holidays")
        button.setFocus()
        button.click()
        assert not office.window.banner.isVisible()
        assert office.window.focusWidget() is None
        office.settle()
        assert office.window.banner.isVisible()
        assert office.window.focusWidget() is button


def test_sections_are_built_when_they_are_visited_and_what_was_typed_is_kept(
    office: Office, settings: SettingParts, desk: Desk
) -> None:
    line = settings.letterhead.frames["phone"].editor.line
    line.insert("0221 5550")
    line.setModified(True)
    settings.screen.page_list.buttons["trust"].click()
    office.settle()
    assert settings.screen.section == "trust"
    assert desk.centres.centre().phone == "0221 5550"


def test_a_narrow_window_names_the_sections_in_one_line(office: Office, settings: SettingParts) -> None:
    screen = settings.screen
    assert not screen.choice.isVisible()
    office.window.resize(880, 600)
    office.settle()
    assert screen.choice.isVisible()
    assert not screen.column.isVisible()
    assert [screen.choice.itemText(at) for at in range(2)] == ["My settings", "Centre"]
    screen.choice.setCurrentIndex(1)
    screen.choice.activated.emit(1)
    office.settle()
    assert screen.section == "centre"
    office.window.resize(1366, 768)
    office.settle()
    assert screen.page_list.buttons["centre"].isChecked()


def test_half_typed_words_come_back_in_a_section_that_is_not_open(office: Office, settings: SettingParts) -> None:
    line = settings.letterhead.frames["place"].editor.line
    line.setText("Köl")
    line.setModified(True)
    [typed] = find_typed(SETTINGS, settings.screen, is_shown=True)
    line.setText(typed.before)
    line.setModified(False)
    settings.screen.show_section("mine")
    office.settle()
    assert put_back(settings.screen, typed, goes_on=True) is Outcome.DONE
    assert settings.screen.section == "centre"
    assert line.text() == "Köl"
    line.setText(typed.before)
    line.setModified(False)


def test_what_is_not_for_somebody_is_said_in_its_place(office: Office, desk: Desk) -> None:
    object.__setattr__(desk, "adviser", Adviser(ADVISER.id, ADVISER.name, Role.TRAINEE))
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    closed = [section for section in SETTING_SECTIONS if section.needs is not None]
    assert closed
    for section in closed:
        screen.pages.pop(section.name, None)
        screen.go_to(section.parts[0].name)
        office.settle()
        assert isinstance(screen.page, ClosedSection)
        assert screen.page.sentence.isVisible()
        assert ADVISER.name in screen.page.who.text()


def test_a_logo_is_chosen_shown_removed_and_brought_back(
    office: Office, settings: SettingParts, desk: Desk, tmp_path: Path
) -> None:
    picture = QImage(60, 20, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.blue)
    file = tmp_path / "logo.png"
    picture.save(str(file))
    card = settings.logo
    assert card.nothing.isVisible()
    office.ask.file = file
    card.choose_button.click()
    office.settle()
    kept = desk.centres.logo()
    assert kept is not None
    assert (kept.width, kept.height) == (60, 20)
    assert card.picture.isVisible()
    card.remove_button.click()
    office.settle()
    assert desk.centres.logo() is None
    assert card.nothing.isVisible()
