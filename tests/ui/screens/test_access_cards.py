"""Who can open the vault is changed in the settings: folded cards, the present password, slow work behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.shell.places import SETTINGS, TODAY
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.fakes import ADVISER, NEW_CODE, PRESENT_PASSWORD, MemoryKeys
from tests.ui.conftest import is_in_sight, nameless

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.shell.password_line import PasswordLine
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

NEW_PASSWORD = "fünf ganz verschiedene Wörter"


@pytest.fixture
def settings(office: Office) -> SettingsScreen:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return screen


@pytest.fixture
def keys(desk: Desk) -> MemoryKeys:
    assert isinstance(desk.keys, MemoryKeys)
    return desk.keys


def answer(line: PasswordLine, words: str) -> None:
    """Type words into a line and go on with Return."""
    line.line.setText(words)
    QTest.keyClick(line.line, Qt.Key.Key_Return)


def test_the_cards_are_folded_until_they_are_wanted(office: Office, settings: SettingsScreen) -> None:
    for card in (settings.password, settings.recovery, settings.advisers):
        assert not hasattr(card, "go_button")
        card.open_button.click()
        office.settle()
        assert is_in_sight(card.go_button)
        assert nameless(office.window) == clipped(office.window) == []
        card.cancel_button.click()
        assert not card.go_button.isVisible()
        assert card.open_button.hasFocus()


def test_ones_own_password_is_changed_by_keyboard(office: Office, settings: SettingsScreen, keys: MemoryKeys) -> None:
    card = settings.password
    card.open_button.click()
    assert card.present.line.hasFocus()
    answer(card.present, PRESENT_PASSWORD)
    assert card.new.first.line.hasFocus()
    answer(card.new.first, NEW_PASSWORD)
    assert card.new.worth.text() == "Guessing this password would take centuries."
    answer(card.new.second, NEW_PASSWORD)
    assert card.form is not None
    assert not card.form.isEnabled()
    assert card.progress.isVisible()
    office.settle()
    assert keys.passwords == {ADVISER.id: NEW_PASSWORD}
    assert card.note.text.text() == "Your new password is saved."
    assert not card.form.isVisible()
    assert (card.present.words, card.new.words, card.new.second.words) == ("", "", "")


def test_what_does_not_fit_is_said_in_the_card(office: Office, settings: SettingsScreen, keys: MemoryKeys) -> None:
    card = settings.password
    card.unfold()
    card.go_button.click()
    assert card.note.text.text() == "Please type your own password."
    card.present.line.setText("falsch")
    card.go_button.click()
    assert card.note.text.text() == "A password needs at least 12 characters."
    card.new.first.line.setText(NEW_PASSWORD)
    card.go_button.click()
    assert card.note.text.text() == "The two passwords are not the same."
    answer(card.new.second, NEW_PASSWORD)
    office.settle()
    assert card.note.text.text() == "Your present password is not right."
    assert card.present.line.hasFocus()
    assert card.new.words == NEW_PASSWORD
    assert keys.passwords == {ADVISER.id: PRESENT_PASSWORD}


def test_a_page_that_is_left_keeps_no_password(office: Office, settings: SettingsScreen) -> None:
    settings.password.unfold()
    settings.password.present.line.setText(PRESENT_PASSWORD)
    settings.recovery.unfold()
    answer(settings.recovery.present, PRESENT_PASSWORD)
    office.settle()
    assert settings.recovery.sheet.code.text() == NEW_CODE
    office.go_to(TODAY)
    assert settings.password.present.words == ""
    assert settings.recovery.sheet.code.text() == ""


def test_what_ends_after_the_page_was_left_is_told_above_the_next(
    office: Office, settings: SettingsScreen, keys: MemoryKeys
) -> None:
    card = settings.password
    for refusal, told in ((None, "Your new password is saved."), (say("The disk is full."), "The disk is full.")):
        keys.fail_with = IqError(refusal) if refusal else None
        card.unfold()
        card.present.line.setText(keys.passwords[ADVISER.id])
        card.new.first.line.setText(NEW_PASSWORD)
        answer(card.new.second, NEW_PASSWORD)
        office.window.go_to(TODAY)
        office.settle()
        assert office.window.banner.text.text() == told
        assert (card.present.words, card.new.words) == ("", "")
        office.go_to(SETTINGS)


def test_a_new_code_is_laid_on_paper_and_asked_back(
    office: Office, settings: SettingsScreen, keys: MemoryKeys, tmp_path: Path
) -> None:
    card = settings.recovery
    card.open_button.click()
    answer(card.present, PRESENT_PASSWORD)
    office.settle()
    assert card.sheet.code.text() == NEW_CODE
    assert card.sheet.paper.document.pageCount() == 1
    assert is_in_sight(card.go_button)
    assert nameless(office.window) == clipped(office.window) == []
    card.sheet.print_button.click()
    assert len(office.ask.printed) == 1
    office.ask.place_to_save = tmp_path / "sheet.pdf"
    card.sheet.save_button.click()
    office.settle()
    assert (tmp_path / "sheet.pdf").read_bytes() == office.ask.printed[0]
    card.go_button.click()
    assert not card.sheet.isVisible()
    assert card.question.typed.hasFocus()
    card.question.typed.setText(NEW_CODE.replace("9RTB", "9RTC"))
    QTest.keyClick(card.question.typed, Qt.Key.Key_Return)
    office.settle()
    assert card.note.text.text() == "Group 3 is not right."
    assert NEW_CODE not in keys.codes
    card.question.typed.setText(NEW_CODE.lower())
    card.go_button.click()
    office.settle()
    assert keys.codes[-1] == NEW_CODE
    assert card.note.text.text() == "The new recovery code is valid."
    assert card.sheet.code.text() == ""
    card.unfold()
    assert card.present.isVisible()
    assert not card.sheet.isVisible()


def test_one_more_adviser_is_let_in(office: Office, settings: SettingsScreen, keys: MemoryKeys) -> None:
    card = settings.advisers
    assert card.names.text() == ADVISER.name
    card.open_button.click()
    card.go_button.click()
    assert card.note.text.text() == "Please write the name of the adviser."
    card.name.setText(" B.  Yılmaz\u200b")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    answer(card.new.first, NEW_PASSWORD)
    answer(card.new.second, NEW_PASSWORD)
    assert card.present.line.hasFocus()
    answer(card.present, PRESENT_PASSWORD)
    office.settle()
    assert keys.passwords["adviser-2"] == NEW_PASSWORD
    assert card.names.text() == f"{ADVISER.name} · B. Yılmaz"
    assert card.note.text.text() == "B. Yılmaz can open the vault now."
    assert [one.name for one in office.window.place.desk.centres.advisers()] == [ADVISER.name, "B. Yılmaz"]


def test_choosing_language_and_theme_reaches_the_unlock_screen(
    office: Office, settings: SettingsScreen, keys: MemoryKeys
) -> None:
    settings.language.pills["de"].click()
    office.settle()
    assert keys.appearance == ("de", "light")
