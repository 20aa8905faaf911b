"""The unlock screen: plain messages where the eye is, nothing heavy before it is painted."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from iq_desktop.domain.centre import Adviser
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.screens.unlock import UnlockScreen
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.usecases.vault_health import PART_NAMES, DamagedVault, IncompleteCase, Rescue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.office import PASSWORD, RECOVERY_CODE, FakeDoor
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.ui.screens.parts.new_start import NewStart
    from iq_desktop.usecases.desk import Desk

NEW_PASSWORD = "fünf ganz verschiedene Wörter"
Show = "Callable[[FakeDoor], tuple[Entrance, UnlockScreen]]"


def settle(background: Background) -> None:
    for _ in range(4):
        background.wait()
        QApplication.processEvents()


@pytest.fixture
def door(desk: Desk) -> FakeDoor:
    return FakeDoor(desk)


@pytest.fixture
def show(
    qtbot: QtBot, theme: Theme, background: Background, desk: Desk
) -> Callable[[FakeDoor], tuple[Entrance, UnlockScreen]]:
    del theme

    def shown(door: FakeDoor) -> tuple[Entrance, UnlockScreen]:
        window = Entrance(door, background, desk.tongue)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert isinstance(window.screen_shown, UnlockScreen)
        return window, window.screen_shown

    return shown


def test_the_right_password_opens_the_desk(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    window, screen = show(door)
    opened: list[Desk] = []
    window.opened.connect(opened.append)
    assert screen.password.line.hasFocus()
    screen.password.line.insert(PASSWORD)
    QTest.keyClick(screen.password.line, Qt.Key.Key_Return)
    assert screen.progress.isVisible()
    assert not screen.unlock_button.isEnabled()
    settle(background)
    assert opened == [door.desk]
    assert screen.password.words == ""


def test_a_wrong_password_is_told_and_can_be_typed_again(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    window, screen = show(door)
    screen.password.line.insert("falsch")
    screen.unlock_button.click()
    settle(background)
    assert screen.note.isVisible()
    assert screen.note.text.text() == "The password is wrong."
    assert screen.password.line.hasFocus()
    assert screen.password.line.selectedText()
    assert screen.unlock_button.isEnabled()
    assert clipped(window) == []


def test_nothing_is_tried_without_a_password(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    _, screen = show(door)
    screen.unlock_button.click()
    settle(background)
    assert door.tried == []


def test_the_recovery_code_is_another_way_in(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    window, screen = show(door)
    opened: list[Desk] = []
    window.opened.connect(opened.append)
    screen.other_way.click()
    assert screen.code.hasFocus()
    screen.code.insert(RECOVERY_CODE[:-1] + "X")
    QTest.keyClick(screen.code, Qt.Key.Key_Return)
    settle(background)
    assert screen.note.text.text() == "Group 6 is not right."
    screen.code.setText(RECOVERY_CODE.lower())
    screen.unlock_button.click()
    settle(background)
    assert opened == []
    start = screen.new_start
    assert start is not None
    assert start.new.first.line.hasFocus()
    assert not start.who.isVisible()
    assert nameless(window) == clipped(window) == []
    start.new.first.line.insert(NEW_PASSWORD)
    QTest.keyClick(start.new.first.line, Qt.Key.Key_Return)
    assert start.new.second.line.hasFocus()
    start.new.second.line.insert(NEW_PASSWORD)
    QTest.keyClick(start.new.second.line, Qt.Key.Key_Return)
    assert not start.isEnabled()
    settle(background)
    assert opened == [door.desk]
    assert door.renewed == [("adviser-1", NEW_PASSWORD)]
    assert (screen.code.text(), start.new.words) == ("", "")


def test_behind_the_code_the_adviser_is_chosen_whose_password_it_was(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    door.desk.centres.save_adviser(Adviser("adviser-2", "B. Yılmaz"))
    door.desk.centres.save_adviser(Adviser("adviser-3", "C. Zeder"))
    window, screen = show(door)
    assert screen.adviser is not None
    screen.adviser.setCurrentIndex(1)
    start = come_with_the_code(screen, background)
    assert start.who.isVisible()
    assert start.who.currentText() == "B. Yılmaz"
    start.who.setCurrentIndex(2)
    start.new.first.line.insert(NEW_PASSWORD)
    start.new.second.line.insert(NEW_PASSWORD)
    screen.unlock_button.click()
    settle(background)
    assert door.renewed == [("adviser-3", NEW_PASSWORD)]
    assert window is not None


def test_a_new_password_that_will_not_do_is_told_and_nothing_is_tried(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    window, screen = show(door)
    start = come_with_the_code(screen, background)
    start.new.first.line.insert("kurz")
    assert start.new.worth.text() == "A password needs at least 12 characters."
    screen.unlock_button.click()
    assert screen.note.text.text() == "A password needs at least 12 characters."
    start.new.first.line.setText(NEW_PASSWORD)
    start.new.second.line.insert("etwas anderes")
    screen.unlock_button.click()
    assert screen.note.text.text() == "The two passwords are not the same."
    assert start.new.second.line.hasFocus()
    assert clipped(window) == []
    start.new.second.line.setText(NEW_PASSWORD)
    door.fail_with = IqError(say("The disk did not accept the data."))
    screen.unlock_button.click()
    settle(background)
    assert screen.note.text.text() == "The disk did not accept the data."
    assert start.isEnabled()
    assert start.new.words == NEW_PASSWORD
    assert door.renewed == []


def test_who_remembers_after_all_goes_back_to_the_password(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    _, screen = show(door)
    start = come_with_the_code(screen, background)
    start.new.first.line.insert(NEW_PASSWORD)
    screen.other_way.click()
    assert screen.password.isVisible()
    assert not start.isVisible()
    assert (screen.code.text(), start.new.words) == ("", "")
    assert screen.unlock_button.text() == "Unlock"


def come_with_the_code(screen: UnlockScreen, background: Background) -> NewStart:
    """Type the recovery code and return what is asked behind it."""
    screen.other_way.click()
    screen.code.setText(RECOVERY_CODE)
    screen.unlock_button.click()
    settle(background)
    assert screen.new_start is not None
    return screen.new_start


def test_every_trouble_is_told_in_its_own_words(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    door.fail_with = IqError(
        say("IQ Desktop is already open on this computer."), say("Please go to the window that is open.")
    )
    window, screen = show(door)
    screen.password.line.insert(PASSWORD)
    screen.unlock_button.click()
    settle(background)
    assert screen.note.text.text() == "IQ Desktop is already open on this computer."
    assert screen.note.advice.text() == "Please go to the window that is open."
    assert clipped(window) == []


class DamagedDoor(FakeDoor):
    """A door whose header cannot be read until it was repaired."""

    is_repaired = False

    def advisers(self) -> object:  # type: ignore[override]  # the same, or an error
        if not self.is_repaired:
            raise IqError(say("The header of the vault is damaged."), say("Please put the copy back."))
        return super().advisers()

    def language(self) -> str:
        raise IqError(say("The header of the vault is damaged."))


def test_a_damaged_header_is_told_and_asked_again(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], desk: Desk
) -> None:
    door = DamagedDoor(desk)
    _, screen = show(door)
    assert screen.note.isVisible()
    assert not screen.unlock_button.isVisible()
    assert not screen.password.isEnabled()
    door.is_repaired = True
    screen.again.click()
    assert not screen.note.isVisible()
    assert screen.unlock_button.isVisible()
    assert screen.name.text() == "A. Krüger"


def test_who_is_there_is_asked_where_there_are_several(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    door.desk.centres.save_adviser(Adviser("adviser-2", "B. Yılmaz"))
    window, screen = show(door)
    assert screen.adviser is not None
    assert nameless(window) == []
    screen.adviser.setCurrentIndex(1)
    screen.password.line.insert(PASSWORD)
    screen.unlock_button.click()
    settle(background)
    assert door.tried == ["adviser-2"]


def test_the_password_can_be_shown(show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor) -> None:
    _, screen = show(door)
    assert screen.password.line.echoMode() is QLineEdit.EchoMode.Password
    screen.password.show_button.click()
    assert screen.password.line.echoMode() is QLineEdit.EchoMode.Normal
    assert screen.password.show_button.text() == "Hide"


def test_an_older_vault_tells_how_far_its_update_is(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background
) -> None:
    _window, screen = show(replace(door, update_steps=3, fail_with=IqError(say("The disk is full."))))
    screen.password.line.setText(PASSWORD)
    screen.unlock_button.click()
    assert screen.progress.sentence.text() == "The vault is being opened."
    settle(background)
    assert screen.progress.sentence.text() == "Bringing the vault up to date"
    assert (screen.progress.bar.value(), screen.progress.bar.maximum()) == (2, 3)
    assert not screen.progress.isVisible()
    screen.password.line.setText(PASSWORD)
    screen.unlock_button.click()
    assert screen.progress.bar.maximum() == 0
    settle(background)


def test_the_language_is_switched_at_once(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor
) -> None:
    window, screen = show(door)
    assert nameless(window) == []
    for code, words in (("de", "Entsperren"), ("en", "Unlock"), ("de", "Entsperren")):
        screen.languages.buttons[code].click()
        QApplication.processEvents()
        assert screen.unlock_button.text() == words
        assert clipped(window) == []


def test_the_first_picture_is_told_once(qtbot: QtBot, theme: Theme, background: Background, door: FakeDoor) -> None:
    del theme
    painted: list[bool] = []
    window = Entrance(door, background, door.desk.tongue)
    qtbot.addWidget(window)
    window.painted.connect(lambda: painted.append(True))
    window.show()
    qtbot.waitUntil(lambda: painted == [True])
    window.resize(1000, 700)
    settle(background)
    assert painted == [True]


def test_nothing_heavy_is_loaded_before_the_unlock_screen_stands(project_folder: Path) -> None:
    heavy = "sqlalchemy alembic sqlcipher3 nacl babel reportlab PySide6.QtPdf PySide6.QtPrintSupport".split()
    code = f"import sys, iq_desktop.ui.shell.entrance; print([name for name in {heavy} if name in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=project_folder, capture_output=True, text=True, check=True, timeout=60
    )
    assert answer.stdout.strip() == "[]"


def damaged() -> DamagedVault:
    return DamagedVault(
        say("The file “{name}” of the vault is damaged.", name="cases.db"),
        say("Nothing was changed. The readable cases can be rescued, or a backup be restored."),
    )


@pytest.mark.parametrize("way", ["password", "code"])
def test_a_damaged_vault_is_set_aside_and_what_is_missing_is_told(
    show: Callable[[FakeDoor], tuple[Entrance, UnlockScreen]], door: FakeDoor, background: Background, way: str
) -> None:
    door.fail_with = damaged()
    lost = IncompleteCase("2026-0007", "Olena Melnyk", ((PART_NAMES["competence"], 2),))
    door.rescued = Rescue("IQ damaged 2026-11-03", 3, 400, 11, (lost,), lost_entries=4, is_without_catalogues=True)
    window, screen = show(door)
    if way == "password":
        screen.password.line.insert(PASSWORD)
        screen.unlock_button.click()
    else:
        start = come_with_the_code(screen, background)
        start.new.first.line.insert(NEW_PASSWORD)
        start.new.second.line.insert(NEW_PASSWORD)
        screen.unlock_button.click()
    settle(background)
    assert screen.offer is not None
    assert screen.offer.act.isVisible()
    assert clipped(window) == []
    assert nameless(window) == []
    screen.offer.act.click()
    settle(background)
    assert screen.note.text.text() == "The readable cases are rescued. You can unlock now."
    assert "12 cases are there." in screen.offer.why.text()
    assert "IQ damaged 2026-11-03" in screen.offer.why.text()
    told = [label.text() for label in screen.offer.missing.findChildren(SpeakingLabel)]
    assert "Case 2026-0007, Olena Melnyk: Competences, 2 not readable" in told
    assert len(told) == 3
    assert clipped(window) == []
    opened: list[Desk] = []
    window.opened.connect(opened.append)
    screen.unlock_button.click()
    settle(background)
    assert opened == [door.desk]
