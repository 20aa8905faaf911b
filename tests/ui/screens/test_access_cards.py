"""Who can open the vault is changed in the settings: folded cards, the present password, slow work behind it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.shell.places import SETTINGS, TODAY
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.fakes import ADVISER, NEW_CODE, OFFERED, PRESENT_PASSWORD, MemoryKeys
from tests.support.setting_parts import SettingParts
from tests.ui.conftest import is_in_sight, nameless

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.shell.password_line import PasswordLine
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

NEW_PASSWORD = "fünf ganz verschiedene Wörter"


@pytest.fixture
def settings(office: Office) -> SettingParts:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return SettingParts(screen, office.settle)


@pytest.fixture
def keys(desk: Desk) -> MemoryKeys:
    assert isinstance(desk.keys, MemoryKeys)
    return desk.keys


def answer(line: PasswordLine, words: str) -> None:
    """Type words into a line and go on with Return."""
    line.line.setText(words)
    QTest.keyClick(line.line, Qt.Key.Key_Return)


def names(settings: SettingParts) -> list[str]:
    """Return who can open the vault, as the card shows it."""
    return [row.name.text() for row in settings.advisers.rows]


def with_colleague(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
    """Let B. Yılmaz in, and show it."""
    keys.add_adviser("B. Yılmaz", NEW_PASSWORD)
    settings.refresh()
    office.settle()


def test_the_cards_are_folded_until_they_are_wanted(office: Office, settings: SettingParts) -> None:
    for name in ("password", "recovery", "advisers", "centre_code", "new_key"):
        card = getattr(settings, name)
        assert not hasattr(card, "go_button")
        card.open_button.click()
        office.settle()
        assert is_in_sight(card.go_button)
        assert nameless(office.window) == clipped(office.window) == []
        card.cancel_button.click()
        assert not card.go_button.isVisible()
        assert card.open_button.hasFocus()


def test_ones_own_password_is_changed_by_keyboard(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
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


def test_what_does_not_fit_is_said_in_the_card(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
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


def test_a_page_that_is_left_keeps_no_password(office: Office, settings: SettingParts) -> None:
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
    office: Office, settings: SettingParts, keys: MemoryKeys
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
    office: Office, settings: SettingParts, keys: MemoryKeys, tmp_path: Path
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


def test_one_more_adviser_is_let_in(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
    card = settings.advisers
    assert names(settings) == [ADVISER.name]
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
    assert names(settings) == [ADVISER.name, "B. Yılmaz"]
    assert card.note.text.text() == "B. Yılmaz can open the vault now."
    assert [one.name for one in office.window.place.desk.centres.advisers()] == [ADVISER.name, "B. Yılmaz"]


def test_choosing_language_and_theme_reaches_the_unlock_screen(
    office: Office, settings: SettingParts, keys: MemoryKeys
) -> None:
    settings.look.language.pills["de"].click()
    office.settle()
    assert keys.appearance == ("de", "light")


def test_who_leaves_is_removed_and_a_new_key_is_offered(
    office: Office, settings: SettingParts, keys: MemoryKeys
) -> None:
    with_colleague(office, settings, keys)
    card, (mine, theirs) = settings.advisers, settings.advisers.rows
    assert not mine.remove_button.isVisible()
    assert mine.me.isVisible()
    assert theirs.remove_button.accessibleDescription() == "B. Yılmaz"
    theirs.remove_button.click()
    assert card.present.line.hasFocus()
    assert not card.newcomer.isVisible()
    assert "B. Yılmaz" in card.sentence.text()
    office.settle()
    assert nameless(office.window) == clipped(office.window) == []
    card.go_button.click()
    assert card.note.text.text() == "Please type your own password."
    answer(card.present, "falsch")
    office.settle()
    assert card.note.text.text() == "Your present password is not right."
    assert list(keys.people) == [ADVISER.id, "adviser-2"]
    answer(card.present, PRESENT_PASSWORD)
    office.settle()
    assert list(keys.people) == [ADVISER.id]
    assert names(settings) == [ADVISER.name]
    assert card.note.text.text() == "B. Yılmaz cannot open the vault any more."
    assert settings.new_key.reason.isVisible()
    assert "B. Yılmaz" in settings.new_key.reason.text()
    assert keys.generation == 1
    settings.new_key.cancel_button.click()
    settings.new_key.open_button.click()
    assert not settings.new_key.reason.isVisible()


def test_asking_for_a_removal_and_then_for_a_newcomer_mixes_nothing(
    office: Office, settings: SettingParts, keys: MemoryKeys
) -> None:
    with_colleague(office, settings, keys)
    card = settings.advisers
    card.rows[1].remove_button.click()
    assert card.go_button.text() == "Remove"
    card.cancel_button.click()
    card.open_button.click()
    assert card.newcomer.isVisible()
    assert not card.sentence.isVisible()
    assert card.go_button.text() == "Save"


def test_a_new_key_is_made_behind_the_window(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
    card = settings.new_key
    card.open_button.click()
    assert card.present.line.hasFocus()
    seen: list[tuple[bool, bool, bool]] = []
    office.window.place.background.progressed.connect(
        lambda *_: seen.append((card.go_button.isEnabled(), card.cancel_button.isEnabled(), card.progress.isVisible()))
    )
    answer(card.present, PRESENT_PASSWORD)
    assert card.cancel_button.text() == "Stop"
    office.settle()
    assert (False, True, True) in seen
    assert keys.generation == 2
    assert card.note.text.text() == "The vault has a new key."
    assert card.present.words == ""


def test_a_new_key_can_be_stopped_and_then_changes_nothing(
    office: Office, settings: SettingParts, keys: MemoryKeys
) -> None:
    card = settings.new_key
    reached, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            reached.set()
            go_on.wait(30)

    keys.before_step = wait
    card.unfold()
    answer(card.present, PRESENT_PASSWORD)
    reached.wait(30)
    card.cancel_button.click()
    assert not card.cancel_button.isEnabled()
    go_on.set()
    office.settle()
    assert keys.generation == 1
    assert card.note.text.text() == "Stopped. Nothing was changed."
    card.unfold()
    assert card.go_button.isEnabled()
    assert card.cancel_button.text() == "Not now"


def test_a_refused_new_key_is_said_in_the_card(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
    card = settings.new_key
    card.unfold()
    answer(card.present, "falsch")
    office.settle()
    assert card.note.text.text() == "Your present password is not right."
    keys.fail_with = IqError(say("The disk is full."))
    card.present.line.setText(PRESENT_PASSWORD)
    card.go_button.click()
    office.settle()
    assert card.note.text.text() == "The disk is full."
    assert card.present.line.hasFocus()


def test_the_code_of_the_centre_is_made_replaced_and_taken_away(
    office: Office, settings: SettingParts, keys: MemoryKeys
) -> None:
    card = settings.centre_code
    assert card.state.text() == "There is no code of the centre."
    assert not card.remove_button.isVisible()
    for _ in range(2):
        card.open_button.click()
        answer(card.present, PRESENT_PASSWORD)
        office.settle()
        assert card.sheet.code.text() == NEW_CODE
        card.go_button.click()
        card.question.typed.setText(NEW_CODE)
        card.go_button.click()
        office.settle()
        assert keys.centre_codes == [NEW_CODE]
        assert card.state.text() == "The centre has a code."
        assert card.open_button.text() == "Make a new code"
    assert keys.codes == ["the first code"]
    card.remove_button.click()
    assert not card.remove_button.isVisible()
    assert card.go_button.text() == "Take the code away"
    assert nameless(office.window) == clipped(office.window) == []
    answer(card.present, PRESENT_PASSWORD)
    office.settle()
    assert keys.centre_codes == []
    assert card.state.text() == "There is no code of the centre."
    assert not card.remove_button.isVisible()


def test_five_words_are_suggested_and_typed_once_more(office: Office, settings: SettingParts, keys: MemoryKeys) -> None:
    card = settings.password
    card.open_button.click()
    new = card.new
    assert not new.offered.isVisible()
    new.offer_button.click()
    words = OFFERED[1]
    assert new.offered.text() == words
    assert new.words == words
    assert new.second.words == ""
    assert new.second.line.hasFocus()
    assert "55 bits" in new.worth.text()
    office.settle()
    assert nameless(office.window) == clipped(office.window) == []
    new.offer_button.click()
    assert new.offered.text() == OFFERED[0] == new.words
    new.first.line.insert("x")
    assert not new.offered.isVisible()
    assert OFFERED[0] not in new.offered.text()
    new.offer_button.click()
    new.second.line.setText(new.words)
    answer(card.present, PRESENT_PASSWORD)
    card.go_on()
    office.settle()
    assert keys.passwords[ADVISER.id] == words
    assert new.offered.text() == ""
