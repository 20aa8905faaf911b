"""Every screen and page in every look: nothing cut, everything named, read, reached, and the focus seen.

A screen or page that is registered is covered without a line here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.domain.centre import TEXT_SIZES, DeskSettings
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.fonts import load_fonts
from iq_desktop.ui.kit.theme import Scheme, install_theme
from iq_desktop.ui.screens.competences_page import CompetencesPage
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.ui.shell.places import AREAS, SETTINGS
from iq_desktop.ui.shell.window import MainWindow
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS
from tests.support.chance import seeded
from tests.support.counts import is_full
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case, an_overfull_case
from tests.support.gallery import a_full_desk
from tests.support.office import PASSWORD, RECOVERY_CODE, FakeAsk, FakeDoor, StatesReference
from tests.support.reach import faults, main_acts, visible_parts
from tests.support.talks import a_pack, an_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.return_wizard import ReturnWizard
    from iq_desktop.ui.screens.settings import SettingsScreen

EVERY_DAY: Final = (("de", "light", 100), ("en", "dark", 150), ("de", "contrast", 200))
EVERY: Final = tuple(
    (language, scheme, size)
    for language in ("de", "en")
    for scheme in ("light", "dark", "contrast")
    for size in TEXT_SIZES
)
LOOKS: Final = EVERY if is_full() else EVERY_DAY
NAMES: Final = ["-".join(map(str, look)) for look in LOOKS]


@pytest.fixture(scope="module")
def theme(qapp: QApplication, project_folder: Path) -> Iterator[Theme]:
    """The look of the program, at its usual size again afterwards."""
    load_fonts(qapp, project_folder / "resources" / "fonts")
    theme = install_theme(qapp, Scheme.LIGHT)
    yield theme
    theme.choose(Scheme.LIGHT)
    theme.choose_text_size(100)


class Walk:
    """Goes everywhere in a look, as on a small laptop, and gathers what is wrong."""

    def __init__(self, bot: QtBot, theme: Theme, look: tuple[str, str, int]) -> None:
        self.settings = DeskSettings(*look)
        self.background = Background()
        self.found: list[str] = []
        self.acts: dict[str, list[str]] = {}
        self._bot, self._theme = bot, theme
        self._kinds: set[tuple[str, str]] = set()
        theme.choose(Scheme(look[1]))
        theme.choose_text_size(look[2])

    def show(self, window: QWidget) -> None:
        """Show a window at the size of a small laptop."""
        self._bot.addWidget(window)
        window.resize(1366, 768)
        with self._bot.waitExposed(window):
            window.show()
        window.activateWindow()
        self.settle()

    def look_at(self, window: QWidget, spot: str) -> None:
        """Gather what is wrong at a spot."""
        self.rest(window)
        self.acts[spot] = main_acts(window)
        self.found += [f"{spot}: {fault}" for fault in faults(window, self._kinds)]

    def rest(self, window: QWidget) -> None:
        """Let a window come to rest, long lists and pages filled."""
        self.settle()
        self._bot.waitUntil(lambda: all(getattr(part, "is_filled", True) for part in visible_parts(window)))
        self._bot.waitUntil(lambda: getattr(window, "is_prepared", True))
        self.settle()

    def end(self) -> None:
        """Tell all that was found."""
        if self.found:
            pytest.fail(f"{len(self.found)} faults\n" + "\n".join(self.found), pytrace=False)

    def settle(self) -> None:
        """Let everything come to rest."""
        for _ in range(5):
            QApplication.processEvents()
            self.background.wait()
        while not self._theme.is_worn:
            QApplication.processEvents()
        QApplication.processEvents()


@pytest.fixture(params=LOOKS, ids=NAMES)
def walk(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Iterator[Walk]:
    """A walk in one look."""
    walk = Walk(qtbot, theme, request.param)
    yield walk
    walk.background.close()


def look_at_settings(walk: Walk, window: MainWindow) -> None:
    """Look at every section of the settings."""
    screen: SettingsScreen = window.screens[SETTINGS]  # type: ignore[assignment]  # made under this name
    window.go_to(SETTINGS)
    for section in SETTING_SECTIONS:
        screen.go_to(section.name)
        walk.look_at(window, f"settings: {section.name}")


def look_at_return(walk: Walk, entrance: Entrance) -> None:
    """Look at every step of the way back from a backup."""
    entrance.show_return()
    walk.settle()
    wizard: ReturnWizard = entrance.screen_shown  # type: ignore[assignment]  # shown just now
    walk.look_at(entrance, "return: file")
    wizard.look_at(Path("one.iqbackup"))
    walk.look_at(entrance, "return: chosen")
    wizard.go_on()
    walk.look_at(entrance, "return: code")
    wizard.open.way.pills["password"].click()
    walk.look_at(entrance, "return: password")
    wizard.open.password.line.setText(PASSWORD)
    wizard.go_on()
    walk.look_at(entrance, "return: age")
    wizard.open.way.pills["code"].click()
    wizard.open.code.setText(RECOVERY_CODE)
    wizard.go_on()
    walk.look_at(entrance, "return: back")


def test_everybody_reaches_every_screen_and_page(walk: Walk, project_folder: Path) -> None:
    desk = a_full_desk(project_folder / "translations")
    full, empty = replace(an_overfull_case(), id="full"), replace(an_empty_case(), id="empty")
    for case in (full, empty):
        desk.cases.save(case)
    desk.centres.save_settings(desk.adviser.id, walk.settings)
    window = MainWindow(desk, walk.background, walk._theme, walk.settings, FakeAsk())
    walk.show(window)
    for area in AREAS:
        window.go_to(area)
        walk.look_at(window, area)
    look_at_settings(walk, window)
    for page in CASE_PAGES:
        for case_id in ("full", "empty"):
            window.show_case(case_id, page.name)
            walk.look_at(window, f"{page.name} ({case_id})")
    window.close()
    walk.settle()
    walk.found += [f"{spot}: several main acts: {acts}" for spot, acts in walk.acts.items() if len(acts) > 1]
    walk.end()


def test_everybody_reaches_the_talk_and_its_results(walk: Walk, project_folder: Path) -> None:
    desk = a_full_desk(project_folder / "translations")
    desk.cases.save(replace(an_overfull_case(), id="full"))
    desk.centres.save_settings(desk.adviser.id, walk.settings)
    window = MainWindow(desk, walk.background, walk._theme, walk.settings, FakeAsk())
    walk.show(window)
    window.show_case("full", "competences")
    walk.rest(window)
    page, stage = window.case_view.page, window.place.stage
    assert isinstance(page, CompetencesPage)
    assert stage is not None
    chance = seeded(1)
    for code in ("key-competences", "biography", "work-sample"):
        instrument = a_pack(code)
        page.talks.begin(instrument, instrument.raters[0])
        screen = page.talks.screen
        assert screen is not None
        screen.speak_to_client_in("ar")
        walk.look_at(window, f"{code}: beginning")
        screen.pane.next_button.click()
        walk.look_at(window, f"{code}: question")
        stage.turn()
        walk.look_at(window, f"{code}: turned")
        stage.turn_back()
        while screen.talk is not None and present_question(screen.talk) is not None:
            screen.take(an_answer(screen.talk, chance))
        screen.pane.next_button.click()
        walk.look_at(window, f"{code}: results")
        page.talks.results.close_button.click()
    window.close()
    walk.settle()
    walk.end()


def test_everybody_reaches_the_first_windows_and_empty_screens(walk: Walk, project_folder: Path) -> None:
    for has_vault in (True, False):
        door = FakeDoor(a_full_desk(project_folder / "translations"), has_vault, spoken=walk.settings.language)
        entrance = Entrance(door, walk.background, door.desk.tongue)
        walk.show(entrance)
        walk.look_at(entrance, "unlock" if has_vault else "wizard")
        look_at_return(walk, entrance)
        entrance.close()
    desk = a_desk(project_folder / "translations", reference=StatesReference())
    window = MainWindow(desk, walk.background, walk._theme, walk.settings, FakeAsk())
    walk.show(window)
    for area in AREAS:
        window.go_to(area)
        walk.look_at(window, f"{area} (empty)")
    look_at_settings(walk, window)
    window.close()
    walk.settle()
    walk.end()


def page_picture(window: MainWindow) -> QImage:
    """Return what is seen of the page that is open."""
    page = window.case_view.page
    assert page is not None
    return page.grab().toImage()


SWITCHED: Final = ("person", "competences", "languages", "documents")


def test_a_switch_looks_like_a_fresh_start(qtbot: QtBot, theme: Theme, project_folder: Path) -> None:
    usual, wanted = ("de", "light", 100), ("de", "contrast", 150)
    pictures = []
    for first in (usual, wanted):
        walk = Walk(qtbot, theme, first)
        desk = a_full_desk(project_folder / "translations")
        desk.cases.save(replace(an_overfull_case(), id="full"))
        window = MainWindow(desk, walk.background, theme, walk.settings, FakeAsk())
        walk.show(window)
        for page in SWITCHED:
            window.show_case("full", page)
            walk.rest(window)
        window.apply_settings(DeskSettings(*wanted))
        for page in SWITCHED:
            window.show_case("full", page)
            walk.rest(window)
            window.setFocus()
            pictures.append(page_picture(window))
        window.close()
        walk.background.close()
    for name, switched, fresh in zip(SWITCHED, pictures[: len(SWITCHED)], pictures[len(SWITCHED) :], strict=True):
        assert switched == fresh, name
