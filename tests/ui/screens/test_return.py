"""The way back from a backup, step by step: what is missing is said, and nothing is done twice."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.backup import BackupAge, BackupLook
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.return_wizard import ReturnWizard
from iq_desktop.ui.screens.wizard import Wizard
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.memory_backups import NOW
from tests.support.office import PASSWORD, RECOVERY_CODE, FakeAsk, FakeDoor
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.unlock import UnlockScreen
    from iq_desktop.usecases.desk import Desk

FILE = Path("one.iqbackup")
NEW = "fünf ganz verschiedene Wörter"


class Way:
    """The entrance of a lost vault, and what people do on the way back."""

    def __init__(self, entrance: Entrance, door: FakeDoor, ask: FakeAsk, background: Background) -> None:
        self.entrance, self.door, self.ask, self.background = entrance, door, ask, background
        self.desks: list[object] = []
        entrance.opened.connect(self.desks.append)

    @property
    def wizard(self) -> ReturnWizard:
        screen = self.entrance.screen_shown
        assert isinstance(screen, ReturnWizard)
        return screen

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            self.background.wait()
        QApplication.processEvents()

    def go_on(self) -> None:
        self.wizard.next.click()
        self.settle()

    def choose(self) -> None:
        self.ask.file = FILE
        self.wizard.file.choose_button.click()
        self.settle()

    def come_to_age(self, code: str = RECOVERY_CODE) -> None:
        self.choose()
        self.go_on()
        self.wizard.open.code.setText(code)
        self.go_on()


@pytest.fixture
def way(qtbot: QtBot, theme: Theme, background: Background, desk: Desk) -> Iterator[Way]:
    assert theme is not None
    ask, door = FakeAsk(), FakeDoor(desk, has_vault=False)
    entrance = Entrance(door, background, desk.tongue, ask)
    qtbot.addWidget(entrance)
    with qtbot.waitExposed(entrance):
        entrance.show()
    way = Way(entrance, door, ask, background)
    assert isinstance(entrance.screen_shown, Wizard)
    entrance.screen_shown.return_button.click()
    way.settle()
    yield way
    entrance.close()
    way.settle()


def test_the_way_back_by_code_ends_at_the_desk(way: Way) -> None:
    way.go_on()
    assert way.wizard.note.text.text() == "Please choose a backup."
    way.come_to_age()
    wizard = way.wizard
    assert [row.text.text() for row in wizard.age.told.rows][1] == "7 steps of work are missing"
    assert nameless(way.entrance) == clipped(way.entrance) == []
    way.go_on()
    assert way.door.ways_back.restored == [FILE]
    assert wizard.back.isHidden()
    assert nameless(way.entrance) == clipped(way.entrance) == []
    way.go_on()
    assert wizard.note.text.text() == "A password needs at least 12 characters."
    wizard.back_again.start.new.first.line.setText(NEW)
    wizard.back_again.start.new.second.line.setText(NEW)
    way.go_on()
    assert way.door.renewed == [("adviser-1", NEW)]
    assert way.desks == [way.door.desk]
    assert (wizard.open.code.text(), wizard.back_again.start.new.words) == ("", "")


def test_the_way_back_by_password_asks_for_no_new_one(way: Way) -> None:
    way.choose()
    way.go_on()
    wizard = way.wizard
    wizard.open.way.pills["password"].click()
    assert wizard.open.password.line.hasFocus()
    way.go_on()
    assert wizard.note.text.text() == "Please type the password."
    wizard.open.password.line.setText(PASSWORD)
    QTest.keyClick(wizard.open.password.line, Qt.Key.Key_Return)
    way.settle()
    way.go_on()
    assert wizard.back_again.start.isHidden()
    assert wizard.next.text() == "Begin"
    way.go_on()
    assert way.desks == [way.door.desk]
    assert way.door.tried == ["adviser-1"]


def test_a_wrong_secret_is_told_and_asked_again(way: Way) -> None:
    way.come_to_age("AAAA")
    wizard = way.wizard
    assert wizard.note.text.text() == "The password is wrong."
    assert wizard.open.code.hasFocus()
    assert way.door.ways_back.restored == []


def test_a_file_that_is_no_backup_is_refused(way: Way) -> None:
    way.door.ways_back.fail_with = IqError(say("This is no backup."))
    way.choose()
    assert way.wizard.note.text.text() == "This is no backup."
    way.go_on()
    assert way.wizard.note.text.text() == "Please choose a backup."


def test_a_backup_of_a_newer_program_is_not_restored(way: Way) -> None:
    newer = BackupLook(FILE, NOW, 1, "9.0", (("adviser-1", "A. Krüger"),), is_newer=True)
    way.wizard._take_look(newer)
    way.go_on()
    assert "9.0" in way.wizard.note.text.text()
    assert not way.wizard.open.isVisible()


def test_restoring_can_be_stopped(way: Way) -> None:
    reached, go_on = threading.Event(), threading.Event()
    ways = way.door.ways_back
    compare = ways.compare

    def wait(file: Path, secret: object, anchor: str = "") -> BackupAge:
        reached.set()
        go_on.wait(30)
        return compare(file, secret, anchor)  # type: ignore[arg-type]  # handed on

    way.come_to_age()
    ways.compare = wait  # type: ignore[method-assign, assignment]  # the first step of restoring
    way.wizard.next.click()
    reached.wait(30)
    assert way.wizard.work.isVisible()
    way.wizard.work.stop_button.click()
    go_on.set()
    way.settle()
    assert ways.restored == []
    assert way.wizard.note.text.text() == "Stopped. Nothing was changed."
    assert way.wizard.next.isEnabled()


def test_backups_on_this_computer_are_offered_and_a_vault_in_the_place_is_told(way: Way) -> None:
    look = BackupLook(FILE, NOW, 4_000_000, "1.0", (("adviser-1", "A. Krüger"),))
    way.door.ways_back = replace(way.door.ways_back, found=[look], is_taken=True)
    way.wizard.back.click()
    way.entrance.show_return()
    way.settle()
    assert way.wizard.file.warning.rows[0].text.text() == "A vault stands in this place"
    way.wizard.file.found[0].click()
    way.settle()
    assert way.wizard.file.look == look


def test_a_code_from_paper_is_compared(way: Way) -> None:
    way.come_to_age()
    seen: list[str] = []
    ways = way.door.ways_back

    def compare(_file: Path, _secret: object, anchor: str = "") -> BackupAge:
        seen.append(anchor)
        return BackupAge(NOW, 12, 320, 0, NOW)

    ways.compare = compare  # type: ignore[method-assign, assignment]  # a newer state is known
    way.wizard.age.anchor.setText("417-9F3A-27C0-51BE")
    way.wizard.age.compare_button.click()
    way.settle()
    assert seen == ["417-9F3A-27C0-51BE"]
    assert way.wizard.age.told.rows[1].text.text() == "It holds the newest state that is known"


def test_one_goes_back_to_where_one_came_from(way: Way) -> None:
    way.choose()
    way.go_on()
    QTest.keyClick(way.wizard, Qt.Key.Key_Escape)
    assert way.wizard.file.isVisible()
    way.wizard.back.click()
    way.settle()
    assert type(way.entrance.screen_shown) is Wizard
    way.door.has_vault = True
    way.entrance.show_return()
    way.settle()
    way.wizard.back.click()
    way.settle()
    screen: UnlockScreen = way.entrance.screen_shown  # type: ignore[assignment]  # there is a vault
    screen.return_button.click()
    way.settle()
    assert way.wizard.isVisible()
