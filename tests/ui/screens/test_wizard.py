"""The first start, by keyboard alone: everything is asked before the vault is made, the code is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.centre import Centre
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.wizard import Wizard
from iq_desktop.ui.shell.entrance import Entrance
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.fakes import OFFERED
from tests.support.office import PASSWORD, RECOVERY_CODE, FakeAsk, FakeDoor
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.usecases.desk import Desk


class FirstStart:
    """A person who only uses the keyboard."""

    def __init__(self, window: Entrance, background: Background, door: FakeDoor, ask: FakeAsk) -> None:
        assert isinstance(window.screen_shown, Wizard)
        self.window, self.wizard, self.background = window, window.screen_shown, background
        self.door, self.ask = door, ask
        self.opened: list[Desk] = []
        window.opened.connect(self.opened.append)

    def settle(self) -> None:
        for _ in range(5):
            self.background.wait()
            QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def answer(self, words: str) -> None:
        self.type(words)
        self.press(Qt.Key.Key_Return)

    @property
    def step(self) -> int:
        return self.wizard._stack.currentIndex()

    @property
    def message(self) -> str:
        return self.wizard.note.text.text() if self.wizard.note.isVisible() else ""

    def go_to_password(self) -> None:
        self.press(Qt.Key.Key_Return)
        self.type("IQ Beratung Köln")
        self.wizard.next.setFocus()
        self.press(Qt.Key.Key_Space)
        self.answer("Ayşe Krüger")

    def go_to_recovery(self) -> None:
        self.go_to_password()
        self.answer(PASSWORD)
        self.answer(PASSWORD)


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, background: Background, desk: Desk) -> Iterator[FirstStart]:
    del theme
    door, ask = FakeDoor(desk, has_vault=False), FakeAsk()
    window = Entrance(door, background, desk.tongue, ask)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start = FirstStart(window, background, door, ask)
    start.settle()
    yield start
    start.settle()


def test_the_whole_way_by_keyboard(start: FirstStart) -> None:
    start.go_to_recovery()
    assert start.step == 4
    [steps] = start.door.made
    assert (steps.language, steps.centre, steps.adviser_name) == ("en", Centre("IQ Beratung Köln"), "Ayşe Krüger")
    assert steps.password == PASSWORD
    assert start.wizard.recovery.sheet.code.text() == RECOVERY_CODE
    assert start.wizard.recovery.sheet.paper.document.pageCount() == 1
    start.wizard.next.setFocus()
    start.press(Qt.Key.Key_Return)
    assert start.wizard.recovery.is_asking
    start.answer(RECOVERY_CODE.lower())
    assert start.step == 5
    assert start.wizard.recovery.sheet.code.text() == ""
    start.wizard.next.setFocus()
    start.press(Qt.Key.Key_Return)
    assert start.opened == [start.door.desk]


def test_nothing_is_made_before_the_password_is_answered(start: FirstStart) -> None:
    start.go_to_password()
    assert start.step == 3
    assert start.door.made == []


def test_what_is_missing_is_said_where_it_is_missing(start: FirstStart) -> None:
    start.press(Qt.Key.Key_Return)
    start.press(Qt.Key.Key_Return)
    assert (start.step, start.message) == (1, "Please write the name of your centre.")
    start.type("IQ Beratung Köln")
    start.wizard.go_on()
    assert start.message == ""
    start.wizard.go_on()
    assert (start.step, start.message) == (2, "Please write your name.")


def test_what_was_said_goes_as_soon_as_it_is_mended(start: FirstStart) -> None:
    start.press(Qt.Key.Key_Return)
    start.press(Qt.Key.Key_Return)
    assert start.message
    start.type("I")
    assert start.message == ""


def test_return_on_a_button_presses_that_button(start: FirstStart) -> None:
    start.go_to_recovery()
    start.wizard.recovery.sheet.print_button.setFocus()
    start.press(Qt.Key.Key_Return)
    assert start.ask.printed
    assert not start.wizard.recovery.is_asking
    start.wizard.next.setFocus()
    start.press(Qt.Key.Key_Return)
    assert start.wizard.recovery.asking.isVisible()
    start.wizard.back.setFocus()
    start.press(Qt.Key.Key_Return)
    assert not start.wizard.recovery.asking.isVisible()


def test_a_password_is_priced_and_both_must_be_the_same(start: FirstStart) -> None:
    start.go_to_password()
    worth = start.wizard.password.new.worth
    start.type("kurz")
    assert worth.text() == "A password needs at least 12 characters."
    start.wizard.password.new.first.line.clear()
    start.type(PASSWORD)
    assert worth.text() == "Guessing this password would take centuries."
    start.press(Qt.Key.Key_Return)
    start.answer("etwas anderes")
    assert (start.step, start.message) == (3, "The two passwords are not the same.")
    assert start.door.made == []


def test_five_words_are_suggested_by_keyboard(start: FirstStart) -> None:
    start.go_to_password()
    new = start.wizard.password.new
    new.offer_button.setFocus()
    start.press(Qt.Key.Key_Space)
    assert new.offered.text() == new.words
    assert new.second.line.hasFocus()
    assert clipped(start.window) == []
    start.answer(new.words)
    [steps] = start.door.made
    assert steps.password in OFFERED
    assert new.offered.text() == ""


def test_a_vault_that_cannot_be_made_is_told_and_nothing_is_lost(start: FirstStart) -> None:
    start.door.fail_with = IqError(say("The folder cannot be written."), say("Please choose another one."))
    start.go_to_recovery()
    assert (start.step, start.message) == (3, "The folder cannot be written.")
    assert start.wizard.password.words == PASSWORD
    start.door.fail_with = None
    start.wizard.go_on()
    start.settle()
    assert start.step == 4
    assert start.wizard.password.words == ""


def test_the_code_is_asked_back_until_it_is_right(start: FirstStart) -> None:
    start.go_to_recovery()
    start.wizard.go_on()
    start.answer(RECOVERY_CODE.replace("9RTB", "9RTX"))
    assert (start.step, start.message) == (4, "Group 3 is not right.")
    start.press(Qt.Key.Key_Escape)
    assert start.wizard.recovery.sheet.isVisible()
    start.wizard.go_on()
    start.answer(RECOVERY_CODE)
    assert start.step == 5


def test_the_sheet_is_printed_or_saved(start: FirstStart, tmp_path: Path) -> None:
    start.go_to_recovery()
    start.wizard.recovery.sheet.print_button.click()
    assert len(start.ask.printed) == 1
    start.ask.place_to_save = tmp_path / "sheet.pdf"
    start.wizard.recovery.sheet.save_button.click()
    start.settle()
    assert (tmp_path / "sheet.pdf").read_bytes() == start.ask.printed[0]
    assert "sheet.pdf" in start.wizard.recovery.sheet.done.text()
    start.ask.place_to_save = tmp_path / "missing" / "sheet.pdf"
    start.wizard.recovery.sheet.save_button.click()
    start.settle()
    assert start.wizard.recovery.sheet.done.text() == "The file could not be written."


def test_one_goes_back_but_not_behind_the_vault(start: FirstStart) -> None:
    start.go_to_password()
    start.wizard.go_back()
    assert start.step == 2
    start.wizard.go_on()
    start.answer(PASSWORD)
    start.answer(PASSWORD)
    start.wizard.go_back()
    assert start.step == 4
    assert not start.wizard.back.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
def test_every_step_fits_and_has_names_in_both_languages(start: FirstStart, size: tuple[int, int]) -> None:
    start.window.resize(*size)
    start.wizard.centre.form.show_value(Centre("IQ"))
    start.wizard.adviser.name.setText("A. Krüger")
    start.wizard.password.new.first.line.setText(PASSWORD)
    start.wizard.password.new.second.line.setText(PASSWORD)
    for step in range(5):
        for language in ("de", "en"):
            start.window.choose_language(language)
            start.settle()
            assert start.step == step
            assert clipped(start.window) == []
            assert nameless(start.window) == []
        start.wizard.go_on()
        start.settle()
