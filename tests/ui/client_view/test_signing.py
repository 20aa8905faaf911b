"""Reading and signing in the client's window: with a finger, with the keyboard, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.agreement import Duty, Goal
from iq_desktop.domain.ink import ink_from
from iq_desktop.domain.referral import Who
from iq_desktop.ui.client_view.geometry import LEAST_TOUCH, factors_up_to
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.client_view.shown_agreement import READING, SIGNING, show_agreed, show_signed, show_signing
from iq_desktop.ui.client_view.touch_button import TouchButton
from iq_desktop.ui.kit.clipped import clipped
from tests.support.full_cases import a_usual_case, an_overfull_case
from tests.support.talks import CLIENT_LANGUAGES, a_pair
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.client_view.shown import Given
    from tests.ui.client_view.conftest import Stage

CASE = replace(
    a_usual_case(),
    goals=(Goal("Als Pflegefachfrau arbeiten", "أريد أن أعمل ممرضة"),),
    duties=(Duty("Wir erklären jeden Schritt.", "", Who.ADVISER),),
)


def a_pane(stage: Stage, most: float = 1.0) -> tuple[QuestionPane, list[Given]]:
    pane = stage.show(QuestionPane(factors_up_to(most)), 1366, 768)
    given: list[Given] = []
    pane.given.connect(given.append)
    return pane, given


def draw(field: QWidget, *places: tuple[int, int]) -> None:
    """Draw one stroke; places are in hundredths of the field."""
    points = [QPoint(field.width() * x // 100, field.height() * y // 100) for x, y in places]
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(field, point)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("language", [*CLIENT_LANGUAGES, "de"])
def test_nothing_is_cut_off_and_everything_can_be_hit(stage: Stage, theme: object, language: str, size: float) -> None:
    del theme
    pane, _ = a_pane(stage, size)
    pair = a_pair(language)
    for shown in (show_agreed(CASE, pair), show_signing(pair), show_signed(pair, is_signed=True)):
        pane.show_question(shown, pair, can_read_aloud=True)
        stage.settle()
        assert clipped(pane) == []
        assert nameless(pane) == []
    pane.show_question(show_signing(pair), pair)
    for _ in range(2):
        stage.click(pane.next_button)
        stage.click(pane.view.signing.switch)
        assert clipped(pane) == []
        for button in pane.findChildren(TouchButton):
            assert not button.isVisible() or min(button.width(), button.height()) >= LEAST_TOUCH


def test_all_that_was_agreed_is_read_with_who_and_by_when(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    shown = show_agreed(CASE, a_pair("ar"))
    pane.show_question(shown, a_pair("ar"))
    told = pane.view.signing.agreed.accessibleName()
    assert "أريد أن أعمل ممرضة" in told
    assert "Zeugnisse aus Aleppo mitbringen (Sie · bis 17.11.2026)" in told
    assert "Wir erklären jeden Schritt. (Die Beratung)" in told
    assert len(list(shown.read_lines())) == 1 + len(shown.cards)
    stage.click(pane.next_button)
    assert [one.question for one in given] == [READING]


def test_a_finger_signs_takes_back_and_begins_again(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    pane.show_question(show_signing(a_pair()), a_pair())
    stage.settle()
    part = pane.view.signing
    assert not part.clear.isEnabled()
    stage.click(pane.next_button)
    assert given == []
    assert part.missing.isVisible()
    draw(part.field, (10, 20), (40, 80), (70, 20))
    draw(part.field, (10, 90), (90, 90))
    stage.click(part.take_back)
    assert len(part.field.ink.strokes) == 1
    stage.click(part.clear)
    assert part.field.ink.code == ""
    draw(part.field, (10, 20), (40, 80), (70, 20))
    stage.click(pane.next_button)
    (answer,) = given
    assert answer.question == SIGNING
    (stroke,) = ink_from(answer.strokes).strokes
    assert [(round(x / 100), round(y / 100)) for x, y in stroke] == [(1, 1), (4, 3), (7, 1)]


def test_a_touch_by_chance_is_no_signature(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    pane.show_question(show_signing(a_pair()), a_pair())
    stage.settle()
    draw(pane.view.signing.field, (50, 50), (51, 50))
    stage.click(pane.next_button)
    assert given == []


def test_the_keyboard_alone_signs_with_name_and_tick(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    pane.show_question(show_signing(a_pair()), a_pair())
    stage.settle()
    part = pane.view.signing
    part.switch.setFocus()
    stage.press(part.switch, Qt.Key.Key_Space)
    assert part.name.hasFocus()
    stage.type(part.name, "Layla Al-Masri")
    pane.next_button.click()
    assert given == []
    stage.press(part.agree, Qt.Key.Key_Space)
    pane.next_button.click()
    assert [(one.words, one.strokes) for one in given] == [("Layla Al-Masri", "")]


def test_not_now_is_an_answer_and_what_was_drawn_is_forgotten_with_the_next_person(stage: Stage, theme: object) -> None:
    del theme
    pane, given = a_pane(stage)
    pane.show_question(show_signing(a_pair()), a_pair())
    stage.settle()
    draw(pane.view.signing.field, (10, 20), (40, 80))
    stage.click(pane.not_now_button)
    assert given[0].is_not_now
    pane.show_question(show_agreed(an_overfull_case(), a_pair()), a_pair())
    pane.show_question(show_signing(a_pair()), a_pair())
    assert pane.view.signing.field.ink.strokes == ()
