"""A talk between two people at one screen: cards beside German in three languages, the screen turned, the day after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.instrument import Ask, Rater
from iq_desktop.ui.kit.clipped import clipped
from tests.journeys.conftest import PASSWORD
from tests.support.counts import is_full
from tests.support.talks import CLIENT_LANGUAGES, a_pack
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.client_view.question_pane import QuestionPane
    from tests.support.journey import Office

NAMES = {"ar": "Arabisch", "uk": "Ukrainisch", "tr": "Türkisch"}
KEY = "key-competences"


def begin(office: Office, language: str) -> None:
    """Begin a case of somebody who speaks a language, and the card sort with them."""
    office.press("Fälle")
    office.begin_case("Arbeitgeber", NAMES[language], "Dolmetscherin oder Dolmetscher", "Zeigen, was ich kann")
    office.press("Kompetenzen")
    office.at_work.until(lambda: office.sees(a_pack(KEY).words("de", "title")), "the instruments")
    office.press("Mit der Person beginnen", inside=f"instrument_{KEY}")


def asked(pane: QuestionPane) -> Ask | None:
    """Return what is asked now."""
    return pane.shown.ask if pane.shown is not None else None


def look(pane: QuestionPane) -> None:
    """See that nothing is cut off and everything has a name."""
    assert clipped(pane) == []
    assert nameless(pane) == []


@pytest.mark.parametrize("language", CLIENT_LANGUAGES if is_full() else CLIENT_LANGUAGES[:1])
def test_a_whole_card_sort_on_the_turned_screen(desk: Office, language: str) -> None:
    office, pack = desk, a_pack(KEY)
    begin(office, language)
    pane = office.turn()
    look(pane)
    assert pane.heading.theirs.text() == pack.words(language, "title")
    assert pane.heading.ours.text() == pack.words("de", "title")
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    cards = pack.sections[0].items
    for number, card in enumerate(cards):
        assert pane.view.card.sentence.theirs.text() == pack.words(language, f"item.{card.code}")
        if number % 12 == 0:
            look(pane)
        QTest.keyClick(pane, Qt.Key.Key_3 if number < 6 else Qt.Key.Key_1)
        office.at_work.settle()
    office.at_work.settle()
    assert asked(pane) is Ask.RANK
    look(pane)
    for button in pane.view.cards.shown[:5]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    office.at_work.settle()
    for number in range(5):
        look(pane)
        assert asked(pane) is Ask.WORDS
        pane.view.note.field.setPlainText(f"Beispiel {number}")
        pane.view.note.field.document().setModified(True)
        QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
        office.at_work.settle()
    assert asked(pane) is None
    look(pane)
    office.turn_back()
    office.press("Abschließen")
    assert office.sees("Die stärksten, der Reihe nach")
    assert office.sees("Beispiel 4")
    written = office.case.number
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case(written)
    run = office.case.runs[0]
    assert (run.instrument, run.rater, run.language, run.is_finished) == (KEY, Rater.SELF, language, True)
    values = [answer.value for answer in office.case.answers if answer.section == pack.sections[0].code]
    assert values == [3] * 6 + [1] * (len(cards) - 6)
    assert {answer.words for answer in office.case.answers if answer.words} == {f"Beispiel {one}" for one in range(5)}


def test_the_language_changes_in_mid_talk_and_a_lock_keeps_every_answer(desk: Office) -> None:
    office = desk
    begin(office, "ar")
    pane = office.turn()
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(pane, key)
        office.at_work.settle()
    office.turn_back()
    office.press("Ukrainisch")
    pane = office.turn()
    assert pane.heading.theirs.text() == a_pack(KEY).words("uk", f"section.{a_pack(KEY).sections[0].code}")
    QTest.keyClick(pane, Qt.Key.Key_2)
    office.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    office.unlock_again(PASSWORD)
    assert [answer.value for answer in office.case.answers] == [2, 3, 1, 2]
    assert office.case.runs[0].language == "uk"
    office.press("Kompetenzen")
    office.at_work.until(lambda: office.sees(a_pack(KEY).words("de", "title")), "the instruments")
    office.press("Weiter, wo Sie aufgehört haben, Die Person selbst · 03.11.2026")
    office.at_work.settle()
    stage = office.window.place.stage
    assert stage is not None
    assert stage.has_talk


def test_satisfaction_is_asked_without_a_trace_in_the_case(desk: Office) -> None:
    office = desk
    begin(office, "tr")
    office.press("Später weiter")
    office.press("Mit der Person beginnen", inside="instrument_satisfaction")
    pane = office.turn()
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    for _ in range(20):
        if asked(pane) is None:
            break
        if asked(pane) is Ask.WORDS:
            QTest.mouseClick(pane.not_now_button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(pane, Qt.Key.Key_3)
    office.turn_back()
    office.press("Abschließen")
    assert office.sees("Die Antworten werden ohne Namen, Fall und Tag aufgehoben.")
    assert not office.case.runs
    assert not office.case.answers
    instruments = office.window.place.desk.instruments
    assert instruments.feedback.feedback("satisfaction", a_pack("satisfaction").version).waiting == 1
