"""A talk with care: runs stay readable, nothing half chosen is lost, the client never lands in the case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iq_desktop.domain.instrument import Rater
from iq_desktop.domain.talk_conversation import present_question
from iq_desktop.ui.client_view.client_window import SecondScreen
from iq_desktop.ui.kit.banner import Banner
from tests.support.chance import seeded
from tests.support.talks import an_answer
from tests.ui.screens.test_talk import begin, corner_of, go_through, stage_of, talk_of

if TYPE_CHECKING:
    from iq_desktop.ui.client_view.question_pane import QuestionPane
    from iq_desktop.ui.screens.talk import TalkScreen
    from tests.ui.conftest import Office


def turn(office: Office, screen: TalkScreen) -> QuestionPane:
    """Turn the screen, and return what the client sees."""
    screen.guide.turn.click()
    office.settle()
    place = stage_of(office).place
    assert place is not None
    assert stage_of(office).is_turned
    return place.pane


def on_two_screens(office: Office) -> None:
    """Let the client's window open on a screen of its own: offscreen has one only."""
    stage_of(office)._others = lambda: [QApplication.primaryScreen()]  # type: ignore[method-assign]  # see above


def answer_all(office: Office, screen: TalkScreen, seed: int = 3) -> None:
    """Answer everything at random, up to the thanks."""
    chance = seeded(seed)
    while present_question(talk_of(screen)) is not None:
        screen.take(an_answer(talk_of(screen), chance))
        office.settle()


def chosen_in(pane: QuestionPane) -> list[int]:
    return [number for number, one in enumerate(pane.view.cards.shown) if one.is_chosen]


def write(pane: QuestionPane, words: str) -> None:
    pane.view.note.field.setPlainText(words)
    pane.view.note.field.document().setModified(True)


def test_the_client_cannot_leave_by_the_last_button(office: Office) -> None:
    screen = begin(office, "work-sample", Rater.OBSERVER)
    pane = turn(office, screen)
    answer_all(office, screen)
    pane.next_button.click()
    office.settle()
    assert stage_of(office).is_turned
    assert not pane.next_button.isVisible()
    assert pane.shown is not None
    assert pane.shown.ask is None
    stage_of(office).turn_back()
    office.settle()
    assert not office.window.open_case.case.runs[0].is_finished
    screen.pane.next_button.click()
    office.settle()
    assert office.window.open_case.case.runs[0].is_finished


def test_going_back_from_the_thanks(office: Office) -> None:
    screen = begin(office, "work-sample", Rater.OBSERVER)
    pane = turn(office, screen)
    answer_all(office, screen)
    assert pane.back_button.isVisible()
    pane.back_button.click()
    office.settle()
    assert present_question(talk_of(screen)) == talk_of(screen).questions[-1]


def test_what_is_half_chosen_is_there_in_another_language_and_on_the_other_side(office: Office) -> None:
    screen = begin(office, "biography")
    for number in (1, 2):
        screen.pane.view.cards.shown[number].click()
    pane = turn(office, screen)
    assert chosen_in(pane) == [1, 2]
    pane.view.cards.shown[3].click()
    screen.guide.language_chosen.emit("uk")
    office.settle()
    assert chosen_in(pane) == [1, 2, 3]
    assert pane.heading.theirs.text() == talk_of(screen).instrument.words("uk", "section.situations")
    stage_of(office).turn_back()
    office.settle()
    assert chosen_in(screen.pane) == [1, 2, 3]
    assert not talk_of(screen).answers


def test_an_order_that_is_half_made_keeps_its_places(office: Office) -> None:
    screen = begin(office)
    while (question := present_question(talk_of(screen))) is not None and not question.is_group:
        screen.pane.view.steps.shown[2].click()
        office.settle()
    for number in (4, 1):
        screen.pane.view.cards.shown[number].click()
    screen.guide.language_chosen.emit("ar")
    office.settle()
    marks = {number: one.mark for number, one in enumerate(screen.pane.view.cards.shown) if one.mark}
    assert marks == {4: "1", 1: "2"}


def test_what_is_half_written_is_there_in_another_language_and_on_the_other_side(office: Office) -> None:
    screen = begin(office, "work-sample", Rater.OBSERVER)
    write(screen.pane, "Ein Regal")
    pane = turn(office, screen)
    assert pane.view.note.field.toPlainText() == "Ein Regal"
    write(pane, "Ein Regal bauen")
    screen.guide.language_chosen.emit("uk")
    office.settle()
    assert pane.view.note.field.toPlainText() == "Ein Regal bauen"
    stage_of(office).turn_back()
    office.settle()
    assert screen.pane.view.note.field.toPlainText() == "Ein Regal bauen"


def test_a_second_press_of_next_that_comes_late_answers_nothing_else(office: Office) -> None:
    screen = begin(office, "conditions")
    pane = screen.pane
    first = present_question(talk_of(screen))
    pane.view.cards.shown[0].click()
    given: list[object] = []
    pane.given.connect(given.append)
    pane.next_button.click()
    office.settle()
    second = present_question(talk_of(screen))
    assert second != first
    pane.given.emit(given[0])
    office.settle()
    assert present_question(talk_of(screen)) == second


def test_an_anonymous_answer_on_the_other_screen_is_not_seen_by_the_adviser(office: Office) -> None:
    on_two_screens(office)
    screen = begin(office, "satisfaction")
    assert "keep nothing" in screen.guide.pause.text()
    pane = turn(office, screen)
    assert isinstance(stage_of(office).place, SecondScreen)
    assert pane.shown is not None
    assert screen.pane.shown is not None
    question = pane.shown.cards[0].words.theirs.words
    assert question not in set(screen.pane.shown.all_words())
    assert not screen.pane.back_button.isVisible()
    answer_all(office, screen)
    assert "We are done. Your name stands nowhere." in set(pane.shown.all_words())


def test_a_screen_that_is_unplugged_takes_the_clients_window_with_it(office: Office) -> None:
    on_two_screens(office)
    turn(office, begin(office))
    screens = QApplication.instance()
    assert isinstance(screens, QApplication)
    screens.screenRemoved.emit(QApplication.primaryScreen())
    office.settle()
    assert not stage_of(office).is_turned
    assert office.window.frame.isVisible()


def test_an_observation_of_another_task_does_not_stand_beside(office: Office) -> None:
    for name, task in (("A. Krüger", "Ein Regal bauen"), ("B. Yılmaz", "Kuchen backen")):
        screen = begin(office, "work-sample", Rater.OBSERVER)
        screen.guide.rater_name.line.setText(name)
        screen.guide.rater_name.line.setModified(True)
        screen.guide.subject.line.setText(task)
        screen.guide.subject.line.setModified(True)
        go_through(office, screen)
    assert len(corner_of(office).results.views) == 1


def test_results_are_shown_though_the_pack_of_the_last_time_is_gone(office: Office) -> None:
    go_through(office, begin(office, "interests"), 1)
    case = office.window.open_case.case
    office.window.open_case.change(replace(case, runs=(replace(case.runs[0], version="2020.1"),)))
    go_through(office, begin(office, "interests"), 2)
    results = corner_of(office).results
    assert results.isVisible()
    assert len(results.views) == 1


def test_a_run_of_an_instrument_that_is_gone_stays_in_sight(office: Office) -> None:
    go_through(office, begin(office, "interests"), 1)
    assert not corner_of(office).card.earlier.isVisible()
    case = office.window.open_case.case
    office.window.open_case.change(replace(case, runs=(replace(case.runs[0], instrument="old-cards"),)))
    corner = corner_of(office)
    (line,) = corner.card.earlier.buttons
    assert line.isVisible()
    assert "old-cards" in line.accessibleName()
    line.click()
    office.settle()
    banner = office.window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert "old-cards" in banner.text.text()
    corner_of(office, "languages")
    assert not corner_of(office, "languages").card.earlier.isVisible()
