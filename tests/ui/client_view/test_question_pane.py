"""The client's pane by itself: nothing is cut off, everything can be hit, named, answered by touch, mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.talk_conversation import is_complete, present_question
from iq_desktop.ui.client_view.answering import take_given
from iq_desktop.ui.client_view.geometry import LEAST_TOUCH, factors_up_to
from iq_desktop.ui.client_view.letters import QUESTION
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.client_view.shown import Given, Line, Twice
from iq_desktop.ui.client_view.shown_talk import show_beginning, show_end, show_talk
from iq_desktop.ui.client_view.touch_button import TouchButton
from iq_desktop.ui.kit.clipped import clipped
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.talks import CLIENT_LANGUAGES, a_pair, a_talk, an_answer, codes_of_packs
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.client_view.shown import Shown
    from tests.ui.client_view.conftest import Stage

ROOM = (1366, 768)
MANY = 12
"""A ranking of more cards than this may be scrolled."""


def a_pane(stage: Stage, most: float = 1.0, room: tuple[int, int] = ROOM) -> tuple[QuestionPane, list[Given]]:
    """Return a shown pane and what it gives."""
    pane = stage.show(QuestionPane(factors_up_to(most)), *room)
    given: list[Given] = []
    pane.given.connect(given.append)
    return pane, given


def screens_of(code: str, most: int) -> Iterator[tuple[Conversation, Shown | None]]:
    """Yield a talk at its questions: the first of each section, then others as chance has it."""
    talk, chance = a_talk(code), seeded(3)
    seen: set[str] = set()
    for _ in range(300):
        question = present_question(talk)
        if question is None or len(seen) >= most:
            return
        if question.section.code not in seen:
            seen.add(question.section.code)
            yield talk, None
        talk = take_given(talk, an_answer(talk, chance))


@pytest.mark.parametrize("factor", [0.75, 1.0, 2.0])
def test_the_mark_covers_no_words(stage: Stage, theme: object, factor: float) -> None:
    """Where the mark lies there is nothing but the mark, even with words that fill their lines."""
    del theme
    wide = round(300 * factor)
    full, nothing = (Twice(Line(words, "en")) for words in ("I " * 60, " "))
    button = stage.show(TouchButton(), wide, wide)
    button.set_size(28 * factor, factor)
    button.show_answer(full, mark="4")
    button.resize(wide, button.heightForWidth(wide))
    with_words = button.grab().toImage()
    button.show_answer(nothing, mark="4")
    button.resize(with_words.size())
    mark_only = button.grab().toImage()
    corner = QRect(0, 0, *[round(30 * factor) + 6] * 2)
    assert with_words.copy(corner) == mark_only.copy(corner)
    assert with_words != mark_only


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", [*CLIENT_LANGUAGES, "de"])
def test_nothing_is_cut_off_and_everything_can_be_hit(stage: Stage, theme: object, language: str, size: float) -> None:
    del theme
    pane, _ = a_pane(stage, size)
    pair = a_pair(language)
    for code in codes_of_packs():
        talks = [talk for talk, _ in screens_of(code, count(3, 9))]
        for shown in (show_beginning(talks[0].instrument, pair), *(show_talk(talk, pair) for talk in talks)):
            pane.show_question(shown, pair, can_read_aloud=True)
            stage.settle()
            assert clipped(pane) == []
            assert nameless(pane) == []
            for button in pane.findChildren(TouchButton):
                if button.isVisible():
                    assert min(button.width(), button.height()) >= LEAST_TOUCH, (code, button.text())
            assert pane.heading.theirs.font().pixelSize() >= QUESTION


@pytest.mark.parametrize("code", codes_of_packs())
@pytest.mark.parametrize("language", CLIENT_LANGUAGES)
def test_each_question_fits_without_scrolling(stage: Stage, theme: object, code: str, language: str) -> None:
    del theme
    pane, _ = a_pane(stage)
    pair = a_pair(language)
    for talk, _ in screens_of(code, 9):
        pane.show_question(show_talk(talk, pair), pair)
        stage.settle()
        question = present_question(talk)
        assert question is not None
        inside = pane.area.widget()
        assert inside is not None
        is_in_sight = inside.height() <= pane.area.viewport().height()
        assert is_in_sight or len(question.items) > MANY, question.key


def test_a_tap_on_a_pile_gives_its_step(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    shown = show_talk(a_talk(), a_pair())
    pane.show_question(shown, a_pair())
    stage.settle()
    QTest.mouseClick(pane.view.steps.shown[2], Qt.MouseButton.LeftButton)
    assert given == [Given(shown.cards[0].code, shown.steps[2].value)]


@pytest.mark.parametrize("keypad", [False, True])
def test_number_keys_answer(stage: Stage, theme: object, *, keypad: bool) -> None:
    del theme
    pane, given = a_pane(stage)
    shown = show_talk(a_talk(), a_pair("uk"))
    pane.show_question(shown, a_pair("uk"))
    modifier = Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(pane, Qt.Key.Key_1, modifier)
    QTest.keyClick(pane, Qt.Key.Key_9, modifier)
    assert given == [Given(shown.cards[0].code, shown.steps[0].value)]


def test_a_card_is_drawn_onto_a_pile(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    shown = show_talk(a_talk(), a_pair("tr"))
    pane.show_question(shown, a_pair("tr"))
    stage.settle()
    card, pile = pane.view.card, pane.view.steps.shown[0]
    home = card.pos()
    _draw(card, pile.mapTo(pane.view, pile.rect().center()), pane.view)
    assert given == [Given(shown.cards[0].code, shown.steps[0].value)]
    assert card.pos() == home
    _draw(card, QPoint(3, 3), pane.view)
    assert len(given) == 1


def _draw(card: QWidget, to: QPoint, view: QWidget) -> None:
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    QTest.mouseMove(card, card.rect().center() + QPoint(40, 40))
    QTest.mouseMove(card, card.mapFrom(view, to))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.mapFrom(view, to))


def test_a_second_tap_that_comes_at_once_answers_nothing(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    pane.show_question(show_talk(a_talk(), a_pair()), a_pair())
    stage.settle()
    QTest.mouseClick(pane.view.steps.shown[1], Qt.MouseButton.LeftButton)
    QTest.mouseDClick(pane.view.steps.shown[1], Qt.MouseButton.LeftButton)
    assert len(given) == 1


def test_the_strongest_are_tapped_in_their_order_and_untapped(stage: Stage, theme: object) -> None:
    del theme
    talk = a_talk()
    while (question := present_question(talk)) is not None and question.ask is not Ask.RANK:
        talk = take_given(talk, Given(value=3 if len(talk.answers) < 7 else 1))
    assert question is not None
    pane, given = a_pane(stage)
    pane.show_question(show_talk(talk, a_pair()), a_pair())
    stage.settle()
    cards = pane.view.cards.shown
    for number in (4, 0, 2, 1, 0, 3, 5, 6):  # the first card is taken and given back; a sixth is one too many
        QTest.mouseClick(cards[number], Qt.MouseButton.LeftButton)
    codes = [item.code for item in question.items]
    assert [button.mark for button in cards] == ["", "3", "2", "4", "1", "5", ""]
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    assert given == [Given(cards=(codes[4], codes[2], codes[1], codes[3], codes[5]))]


def test_words_are_typed_and_told(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    talk = a_talk("work-sample")
    pane.show_question(show_talk(talk, a_pair("ar")), a_pair("ar"))
    stage.settle()
    pane.view.note.field.setPlainText("رف للكتب")
    pane.view.note.field.document().setModified(True)
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    assert given[-1].words == "رف للكتب"
    assert not given[-1].go_on


def test_not_now_is_on_every_question_and_back_only_behind_the_first(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    for code in codes_of_packs():
        for number, (talk, _) in enumerate(screens_of(code, 9)):
            pane.show_question(show_talk(talk, a_pair("de")), a_pair("de"))
            assert pane.not_now_button.isVisible()
            assert pane.back_button.isVisible() == (number > 0)
    pane.not_now_button.click()
    assert given == [Given(is_not_now=True)]
    pane.show_question(show_end(a_pair("de")), a_pair("de"))
    assert not pane.not_now_button.isVisible()


@pytest.mark.parametrize(("language", "is_mirrored"), [("ar", True), ("uk", False)])
def test_the_pane_runs_as_the_language_does(stage: Stage, theme: object, language: str, *, is_mirrored: bool) -> None:
    del theme
    pane, _ = a_pane(stage)
    pane.show_question(show_talk(a_talk(), a_pair(language)), a_pair(language))
    stage.settle()
    first, last = pane.view.steps.shown[0], pane.view.steps.shown[-1]
    assert (first.x() > last.x()) == is_mirrored


def test_nothing_is_read_aloud_where_no_voice_is(stage: Stage, theme: object) -> None:
    del theme
    pane, _ = a_pane(stage)
    pane.show_question(show_talk(a_talk(), a_pair()), a_pair(), can_read_aloud=False)
    assert not pane.aloud_button.isVisible()
    pane.show_question(show_talk(a_talk(), a_pair()), a_pair(), can_read_aloud=True)
    assert pane.aloud_button.isVisible()


def test_a_whole_talk_by_the_first_number_key_ends(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    talk = a_talk("conditions")
    for _ in range(60):
        if is_complete(talk):
            break
        shown = show_talk(talk, a_pair("de"))
        pane.show_question(shown, a_pair("de"))
        QTest.keyClick(pane, Qt.Key.Key_1)
        if pane.next_button.isVisible():
            pane.next_button.click()
        talk = take_given(talk, given[-1])
    assert is_complete(talk)
