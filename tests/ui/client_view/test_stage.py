"""The turned screen and the second screen: only the question, the adviser alone leads back, hiding hides all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iq_desktop.domain.client_window import CLIENT_WINDOW_WORDS
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.ui.client_view.client_window import SecondScreen, TurnedScreen
from iq_desktop.ui.client_view.shown_talk import show_talk
from iq_desktop.ui.client_view.speech import Speech
from iq_desktop.ui.client_view.stage import ClientStage
from iq_desktop.ui.client_view.touch_button import TouchButton
from tests.support.talks import CLIENT_LANGUAGES, a_pack, a_pair, a_talk

if TYPE_CHECKING:
    from iq_desktop.ui.client_view.shown import Line
    from tests.ui.client_view.conftest import Office


class FakeVoice:
    """A voice for Ukrainian alone, which remembers what it read."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def can_speak(self, language: str) -> bool:
        return language == "uk"

    def speak(self, words: str, language: str) -> None:
        self.told.append((words, language))

    def stop(self) -> None:
        """Nothing sounds."""


def stage_of(office: Office) -> ClientStage:
    stage = office.window.place.stage
    assert stage is not None
    return stage


def begin(office: Office, language: str = "ar") -> ClientStage:
    """Open a case with a name, and show the first card of a talk on the turned screen."""
    office.open("case-1", "competences")
    stage = stage_of(office)
    pair = a_pair(language)
    stage.show_question(show_talk(a_talk(), pair), pair, {}, owner=office.window)
    stage.turn()
    office.settle()
    return stage


def words_in(window: QWidget) -> set[str]:
    """Return every word that somebody can see or hear in a window, its title too."""
    found = {window.windowTitle()}
    for part in window.findChildren(QWidget):
        if part.isVisible():
            found |= {part.toolTip(), part.accessibleName(), part.accessibleDescription()}
            if isinstance(part, QLabel):
                found.add(part.text())
            if isinstance(part, TouchButton):
                found.add(part.text())
    return {line for words in found for line in words.split("\n") if line}


def hold(place: QWidget, key: Qt.Key, *, is_down: bool) -> None:
    kind = QEvent.Type.KeyPress if is_down else QEvent.Type.KeyRelease
    QApplication.sendEvent(place, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_nothing_of_the_case_stands_in_the_turned_window(office: Office, language: str) -> None:
    begin(office, language)
    talk, pair, pack = a_talk(), a_pair(language), a_pack("key-competences")
    question = present_question(talk)
    assert question is not None
    keys = [f"section.{question.section.code}", f"item.{question.item.code}"]
    keys += [f"scale.{question.section.scale}.{step.value}" for step in pack.scales[0].steps]
    told = {pack.words(code, key) for code in (language, "de") for key in keys}
    told |= {line.words for text in CLIENT_WINDOW_WORDS for line in pair.fixed(text).lines}
    fixed = {"IQ Desktop", "0 / 48", "Halten, um zur Beratung zurückzukehren (F9)", "✓"}
    assert words_in(office.window) <= told | fixed
    case = office.window.open_case.case
    shown = " ".join(words_in(office.window))
    assert case.client.family_name
    assert case.client.family_name not in shown
    assert case.number not in shown


def test_each_way_to_something_else_is_closed(office: Office) -> None:
    stage = begin(office)
    place = stage.place
    assert isinstance(place, TurnedScreen)
    for key in ("K", "N", "F", "1", "P"):
        QTest.keyClick(place, Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(place, Qt.Key.Key_F1)
    QTest.keyClick(place, Qt.Key.Key_Escape)
    office.settle()
    assert stage.is_turned
    assert not office.window.finder.isVisible()
    assert not office.window.frame.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_Escape])
def test_a_held_key_leads_back_and_a_short_one_does_not(office: Office, key: Qt.Key) -> None:
    stage = begin(office)
    place = stage.place
    assert place is not None
    held = []
    for is_down in (True, False, True):
        hold(place, key, is_down=is_down)
        held.append((place.corner.is_held, stage.is_turned))
    assert held == [(True, True), (False, True), (True, True)]
    office.until(lambda: not stage.is_turned)
    assert office.window.frame.isVisible()
    assert office.window.open_case.case.number in office.window.windowTitle()


def test_a_key_that_is_repeated_as_letting_go_and_pressing_is_held(office: Office) -> None:
    stage = begin(office)
    place = stage.place
    assert place is not None
    hold(place, Qt.Key.Key_F9, is_down=True)
    left = []
    place.corner.left.connect(lambda: left.append(1))

    def repeat() -> bool:
        for is_down in (False, True):
            hold(place, Qt.Key.Key_F9, is_down=is_down)
        return bool(left)

    office.until(repeat)
    assert not stage.is_turned
    stage.turn()
    assert not stage.is_turned, "the key is still held"


def test_the_corner_leads_back_when_it_is_held(office: Office) -> None:
    stage = begin(office)
    assert stage.place is not None
    QTest.mouseClick(stage.place.corner, Qt.MouseButton.LeftButton)
    assert stage.is_turned
    QTest.mousePress(stage.place.corner, Qt.MouseButton.LeftButton)
    office.until(lambda: not stage.is_turned)


def test_the_key_that_hides_hides_the_question_too(office: Office) -> None:
    stage = begin(office)
    assert stage.place is not None
    QTest.keyClick(stage.place, Qt.Key.Key_F12)
    office.settle()
    assert office.window.way_out.cover.is_closed
    assert not stage.place.isVisible()
    office.window.way_out.cover.open()
    assert stage.place.isVisible()
    assert not office.window.frame.isVisible()


def test_keys_work_again_afterwards(office: Office) -> None:
    stage = begin(office)
    stage.turn_back()
    office.settle()
    QTest.keyClick(office.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert office.window.finder.isVisible()
    office.window.finder.close_again()


def test_without_a_talk_nothing_is_turned(office: Office) -> None:
    office.open("case-1", "competences")
    office.window.steering.run_named("turn_screen")
    assert not stage_of(office).is_turned


def test_a_second_screen_shows_the_question_and_the_window_stays(office: Office) -> None:
    office.open("case-1", "competences")
    other = QApplication.primaryScreen()
    stage = ClientStage(office.window, frozenset(), lambda: [office.window.screen(), other])
    stage._others = lambda: [other]  # type: ignore[method-assign]  # offscreen has one screen
    stage.follow(office.window.way_out.cover)
    pair = a_pair("uk")
    stage.show_question(show_talk(a_talk(), pair), pair, {}, owner=office.window)
    stage.turn()
    office.settle()
    assert isinstance(stage.place, SecondScreen)
    assert stage.place.isVisible()
    assert office.window.frame.isVisible()
    assert stage.place.windowTitle() == "IQ Desktop"
    office.window.way_out.cover.hide_all()
    assert not stage.place.isVisible()
    office.window.way_out.cover.open()
    assert stage.place.isVisible()
    stage.place.close()
    assert not stage.is_turned
    assert not stage.place.isVisible()


def test_what_is_shown_is_read_aloud_in_the_clients_language(office: Office) -> None:
    office.open("case-1", "competences")
    stage, voice = stage_of(office), FakeVoice()
    stage.speech = Speech(stage, voice)
    shown = show_talk(a_talk(), a_pair("uk"))
    stage.show_question(shown, a_pair("uk"), {}, owner=office.window)
    assert stage.can_read_aloud
    stage.read_aloud()
    (words, language) = voice.told[0]
    assert language == "uk"
    assert shown.cards[0].words.theirs.words.rstrip(".") in words
    stage.show_question(show_talk(a_talk(), a_pair("ar")), a_pair("ar"), {}, owner=office.window)
    assert not stage.can_read_aloud


class FakePlayer:
    """Plays nothing and remembers it."""

    can_play = True

    def __init__(self) -> None:
        self.played: list[bytes] = []

    def play(self, recordings: list[bytes]) -> None:
        self.played = list(recordings)

    def stop(self) -> None:
        """Nothing sounds."""


def test_recordings_of_the_pack_come_before_voices(office: Office) -> None:
    del office
    voice, player = FakeVoice(), FakePlayer()
    speech = Speech(None, voice, player)  # type: ignore[arg-type]  # what it needs of a player
    lines: tuple[Line, ...] = tuple(show_talk(a_talk(), a_pair("uk")).read_lines())
    audio = {("uk", lines[0].key): b"question", ("uk", lines[1].key): b"card"}
    speech.read(lines, audio)
    assert player.played == [b"question", b"card"]
    assert voice.told == []
    speech.read(lines, {("uk", lines[1].key): b"card"})
    assert len(voice.told) == 1
