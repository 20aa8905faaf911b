"""The adviser goes away: everything is hidden at once, the vault closes, and every word is there again."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.app import program as program_module
from iq_desktop.app.locking import Senses
from iq_desktop.app.session_events import WM_QUERYENDSESSION, WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
from iq_desktop.app.session_watch import WindowsSessionWatch
from iq_desktop.app.windows_calls import Heard
from iq_desktop.storage.drafts import DRAFT_MARK
from iq_desktop.storage.problems import disk_refused
from iq_desktop.ui.shell.places import CASE, Spot
from iq_desktop.wording.text import as_it_is, say
from tests.journeys.conftest import PASSWORD
from tests.support.journey import SEARCH
from tests.support.sessions import PlayedWindows

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.progress import Progress
    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

BIRTH = "Geburtsdatum"
NONSENSE = "am dritten Mai vielleicht"


class World:
    """A clock that the test moves, and a Windows that it plays."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.windows = PlayedWindows()
        self.watch: WindowsSessionWatch | None = None

    def senses(self) -> Senses:
        """Return how the program notices this world."""
        return Senses(lambda: self.seconds, self._watch, lambda: True)

    def send(self, message: int, detail: int) -> None:
        """Send a message of Windows."""
        assert self.watch is not None
        self.watch.hear(Heard(7, message, detail))

    def _watch(self) -> WindowsSessionWatch:
        self.watch = WindowsSessionWatch(self.windows)
        return self.watch


@pytest.fixture
def world(empty_office: Office) -> World:
    """The world around the office."""
    world = World()
    empty_office.senses = world.senses()
    return world


def drafts(office: Office) -> list[Path]:
    return [path for path in office.paths.vault.iterdir() if path.name.startswith(DRAFT_MARK)]


def seen(office: Office) -> str:
    """Return everything that can be read in the window, with its title."""
    return "\n".join((*office.at_work.all_words(), office.window.windowTitle()))


def type_nonsense(office: Office) -> None:
    """Type words into a date that no date can be read from."""
    office.press("Person")
    field = office.at_work.field(BIRTH)
    office.at_work.click(field)
    field.selectAll()  # type: ignore[attr-defined]  # a line
    office.type(NONSENSE)


def words_of(office: Office, label: str) -> str:
    text: str = office.at_work.field(label).text()  # type: ignore[attr-defined]  # a line
    return text


@pytest.mark.usefixtures("world")
def test_words_that_no_field_can_read_come_back_where_the_cursor_was(desk: Office) -> None:
    desk.open_case("Haddad")
    type_nonsense(desk)
    desk.keys(Qt.Key.Key_Left)
    case_id = desk.case.id
    desk.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.program is not None
    assert desk.program.desk is None
    assert len(drafts(desk)) == 1
    assert NONSENSE.encode() not in drafts(desk)[0].read_bytes()
    desk.unlock_again(PASSWORD)
    assert desk.window.spot == Spot(CASE, case_id, "person")
    field = desk.at_work.field(BIRTH)
    assert words_of(desk, BIRTH) == NONSENSE
    assert QApplication.focusWidget() is field
    assert not field.visibleRegion().isEmpty()
    assert field.cursorPosition() == len(NONSENSE) - 1  # type: ignore[attr-defined]  # a line
    desk.fill(BIRTH, "3.5.1988")
    desk.leave()
    assert drafts(desk) == []


@pytest.mark.usefixtures("world")
def test_the_half_of_a_new_case_comes_back(desk: Office) -> None:
    desk.press("Neuer Fall")
    desk.fill("Welche Sprache spricht die Person am besten?", "Arabisch")
    desk.at_work.click(desk.at_work.field("Übersetzt jemand?"))
    desk.fill("Was möchte die Person?", "Abschluss anerkennen lassen")
    desk.press("Sperren")
    desk.unlock_again(PASSWORD)
    panel = desk.window.findChild(QWidget, "new_case_panel")
    assert panel is not None
    assert panel.isVisible()
    assert panel.form.value.client_language == "ar"  # type: ignore[attr-defined]  # the panel
    assert [concern.value for concern in panel.form.value.concerns] == ["recognition"]  # type: ignore[attr-defined]
    desk.press("Fall beginnen")
    assert desk.case.contact.client_language == "ar"


@pytest.mark.usefixtures("world")
def test_a_search_comes_back_with_what_it_found(desk: Office) -> None:
    assert desk.find_case("hadad")
    desk.press("Sperren")
    desk.unlock_again(PASSWORD)
    assert words_of(desk, SEARCH) == "hadad"
    assert desk.sees("Haddad")


@pytest.mark.usefixtures("world")
def test_the_half_of_a_referral_comes_back(desk: Office) -> None:
    desk.open_case("Haddad")
    desk.press("Verweis")
    desk.fill("Name", "Handwerkskammer für")
    desk.press("Sperren")
    desk.unlock_again(PASSWORD)
    assert words_of(desk, "Name") == "Handwerkskammer für"


def test_after_five_minutes_without_a_touch_the_vault_closes(world: World, desk: Office) -> None:
    program = desk.program
    assert program is not None
    assert program.locking is not None
    idle = program.locking.idle
    world.seconds += 299
    idle.look()
    assert program.desk is not None
    window = desk.window.windowHandle()
    QGuiApplication.sendEvent(
        window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    )
    world.seconds += 299
    idle.look()
    assert program.desk is not None
    desk.window.apply_settings(replace(desk.window.settings, lock_after_minutes=1000))
    world.seconds += 1500
    idle.look()
    assert program.desk is not None
    world.seconds += 1
    idle.look()
    desk.unlock_again(PASSWORD)


def test_an_import_ends_behind_the_cover_before_the_vault_closes(world: World, desk: Office) -> None:
    program = desk.program
    assert program is not None
    assert program.locking is not None
    began, may_end = threading.Event(), threading.Event()

    def take_in(_progress: Progress) -> None:
        began.set()
        may_end.wait()

    def fail(error: Exception) -> None:
        raise error

    program.background.run(take_in, lambda _none: None, fail, title=as_it_is("Kurse werden eingelesen"))
    began.wait()
    world.seconds += 300
    program.locking.idle.look()
    assert desk.window.way_out.cover.isVisible()
    assert program.desk is not None
    desk.at_work.key(Qt.Key.Key_F12)
    assert desk.window.way_out.cover.isVisible(), "who comes back must unlock"
    may_end.set()
    desk.unlock_again(PASSWORD)


@pytest.mark.usefixtures("world")
def test_long_work_that_keeps_writers_out_gives_way_to_the_lock(desk: Office) -> None:
    """A new key for the vault, or the check of it: the words of the moment must still be saved."""
    desk.open_case("Haddad")
    desk.press("Person")
    program = desk.program
    assert program is not None
    assert program.desk is not None
    database = program.desk.keys.vault.cases  # type: ignore[attr-defined]  # the real keys
    began, never = threading.Event(), threading.Event()

    def keep_out(progress: Progress) -> None:
        with database.keeping_writers_out():
            began.set()
            while not never.wait(0.01):
                progress.step(0, None, as_it_is("Der Tresor wird geprüft"))

    def fail(error: Exception) -> None:
        raise error

    desk.at_work.click(desk.at_work.field("Straße und Hausnummer"))
    desk.type("Rosenweg 7")
    program.background.run(keep_out, lambda _none: None, fail, title=as_it_is("Der Tresor wird geprüft"))
    began.wait()
    desk.window.lock()
    desk.unlock_again(PASSWORD)
    assert desk.case.client.street == "Rosenweg 7"


def test_the_lock_of_windows_locks_the_vault(world: World, desk: Office) -> None:
    """Every other message of Windows that locks is tried in test_session_watch.py."""
    desk.open_case("Haddad")
    type_nonsense(desk)
    world.send(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)
    desk.unlock_again(PASSWORD)
    assert words_of(desk, BIRTH) == NONSENSE


def makes_last_backup(desk: Office) -> bool:
    """Return whether the window makes a last backup before it closes."""
    return desk.window.way_out.may_end is not None


def test_the_end_of_the_session_hides_and_keeps_everything(world: World, desk: Office) -> None:
    desk.open_case("Haddad")
    type_nonsense(desk)
    assert makes_last_backup(desk)
    world.send(WM_QUERYENDSESSION, 0)
    assert desk.window.way_out.cover.is_closed
    assert not makes_last_backup(desk)
    assert desk.program is not None
    assert desk.program.locking is not None
    desk.program.locking._save_for_end(None)  # type: ignore[arg-type]  # the manager is not asked
    assert len(drafts(desk)) == 1
    desk.leave()
    desk.arrive()
    desk.unlock_again(PASSWORD)
    assert words_of(desk, BIRTH) == NONSENSE


def test_windows_are_kept_out_of_screenshots_as_the_adviser_has_set_it(world: World, desk: Office) -> None:
    handle = int(desk.window.winId())
    assert world.windows.watched == [handle]
    assert world.windows.kept_out[handle] is True
    desk.window.apply_settings(replace(desk.window.settings, hide_from_capture=False))
    assert world.windows.kept_out[handle] is False
    desk.leave()
    assert world.windows.forgotten == [handle]


@pytest.mark.usefixtures("world")
def test_the_cover_is_there_before_anything_is_saved(desk: Office) -> None:
    """No event is handled between the key and the cover, so however slow the disk is, nothing stays in sight."""
    desk.open_case("Haddad")
    assert "Haddad" in seen(desk)
    number = desk.case.number
    desk.press("Person")
    desk.at_work.click(desk.at_work.field(BIRTH))
    desk.window.lock()
    assert desk.window.way_out.cover.isVisible()
    assert desk.program is not None
    assert desk.program.desk is not None
    assert "Haddad" not in seen(desk)
    assert number not in seen(desk)
    assert desk.window.windowTitle() == "IQ Desktop"
    desk.unlock_again(PASSWORD)


@pytest.mark.usefixtures("world")
def test_one_key_hides_everything_and_shows_it_again(desk: Office) -> None:
    pictures = []
    for name in ("Haddad", "Al-Khatib"):
        desk.open_case(name)
        desk.press("Person")
        desk.at_work.click(desk.at_work.field(BIRTH))
        desk.type("1")
        field = QApplication.focusWidget()
        desk.keys(Qt.Key.Key_F12)
        assert name not in seen(desk)
        pictures.append(desk.window.grab().toImage())
        desk.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.way_out.cover.is_closed
        desk.keys(Qt.Key.Key_F12)
        assert name in seen(desk)
        assert QApplication.focusWidget() is field
    assert pictures[0] == pictures[1]


@pytest.mark.usefixtures("world")
def test_who_stays_away_behind_the_cover_must_unlock(desk: Office) -> None:
    desk.keys(Qt.Key.Key_F12)
    desk.window.way_out.cover._patience.timeout.emit()
    desk.unlock_again(PASSWORD)


@pytest.mark.usefixtures("world")
def test_a_disk_that_refuses_shows_nothing_and_loses_nothing(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_case("Haddad")
    desk.press("Person")
    cases = desk.window.place.desk.cases
    working = cases.save

    def refuse(_case: object) -> None:
        raise disk_refused()

    monkeypatch.setattr(cases, "save", refuse)
    desk.at_work.click(desk.at_work.field("Straße und Hausnummer"))
    desk.type("Rosenweg 7")
    desk.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.sees("Noch ist nicht alles gespeichert")
    assert "Haddad" not in seen(desk)
    desk.fill("Ihr Passwort", "ein falsches Passwort")
    desk.press("Zurück zur Arbeit")
    assert "Haddad" not in seen(desk)
    desk.fill("Ihr Passwort", PASSWORD)
    desk.press("Zurück zur Arbeit")
    assert words_of(desk, "Straße und Hausnummer") == "Rosenweg 7"
    monkeypatch.setattr(cases, "save", working)
    desk.press("Sperren")
    desk.unlock_again(PASSWORD)
    assert desk.case.client.street == "Rosenweg 7"


@pytest.mark.usefixtures("world")
def test_the_process_ends_even_where_the_vault_does_not_close(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    program, done = desk.program, list[object]()
    assert program is not None
    assert program.desk is not None
    close = program.desk.close

    def fail() -> None:
        close()
        raise LookupError

    monkeypatch.setattr(program_module, "end_for_sure", lambda _patience: done.append("end for sure"))
    monkeypatch.setattr(program._app, "quit", lambda: done.append("quit"))
    program.wishes = replace(program.wishes, begin_again=done.append)
    program.desk = replace(program.desk, close=fail)
    spot = desk.window.spot
    with pytest.raises(LookupError):
        program._lock()
    assert done == [spot, "end for sure", "quit"]
    program.end()


@pytest.mark.usefixtures("world")
def test_a_lock_waits_for_no_step_that_hears_of_nothing(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    program, done, go_on, began = desk.program, list[object](), threading.Event(), threading.Event()
    assert program is not None
    vault = program.desk

    def work(progress: Progress) -> None:
        began.set()
        go_on.wait(30)
        progress.step(1, 1, say("Checking the copy"))

    monkeypatch.setattr(program_module, "_LOCK_PATIENCE", 50)
    monkeypatch.setattr(program_module, "end_for_sure", done.append)
    monkeypatch.setattr(program._app, "quit", lambda: done.append("quit"))
    program.wishes = replace(program.wishes, begin_again=done.append)
    program.background.run(work, done.append, done.append, title=say("Making a backup"), is_quiet=True)
    began.wait(30)
    spot = desk.window.spot
    program._lock()
    assert done == [spot, 0, "quit"]
    assert vault is not None
    assert program.desk is None
    go_on.set()
    program.end()
    assert done == [spot, 0, "quit"]
