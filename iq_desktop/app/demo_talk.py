"""The scenes of the demo hour with the screen turned: cards, levels, results, a sheet on paper, the interpreter."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from iq_desktop.app.demo_case import open_client, open_page
from iq_desktop.app.hand import HandError
from iq_desktop.domain.instrument import Ask
from iq_desktop.domain.interpreter_cards import INTERPRETER_CARDS
from iq_desktop.domain.sheet_code import sheet_code
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand
    from iq_desktop.ui.client_view.shown import Shown

_KEY: Final = "key-competences"
_CARDS: Final = "3321323133212332"
"""The piles on which the cards are put, again and again from the first on."""
_STATEMENTS: Final = "3332133221"
_MOST_ANSWERS: Final = 200
_EXAMPLES: Final = (
    "استمعت كل أسبوع إلى جارتي الكبيرة في السن.",
    "كنت أصل إلى العمل كل يوم قبل الموعد.",
    "أنهيت تركيب الكهرباء في المدرسة كما وعدت.",
    "عملنا خمسة أشخاص في فريق واحد سنتين.",
    "عندما انقطعت الكهرباء وجدت الخلل.",
)
_SHEET: Final = "54345231543425415343242315345421434"
"""What is ticked on the sheet, line by line."""


def talk_about_interpreting(stage: Stage, hand: Hand) -> None:
    """Go through the cards for somebody who interprets, on both screens."""
    open_page(hand, "contact")
    hand.press(say("Go through the cards"))
    stage.camera.shoot(hand, "interpreter cards")
    pane = turn(stage, hand)
    for _ in range(len(INTERPRETER_CARDS) // 2):
        hand.click(pane.next_button)
    stage.camera.shoot(hand, "interpreter card for the client")
    turn_back(stage, hand)
    hand.press(say("Close the cards"))


def sort_cards(stage: Stage, hand: Hand) -> None:
    """Sort the cards of key competences with the client, German beside Arabic, rank five, tell examples."""
    open_page(hand, "competences")
    _begin(hand, _KEY)
    stage.camera.shoot(hand, "talk before the first card")
    pane = turn(stage, hand)
    stage.camera.shoot(hand, "client begins")
    hand.click(pane.next_button)
    stage.camera.shoot(hand, "client sorts a card")
    _sort(hand, pane, _CARDS)
    for button in pane.view.cards.shown[:5]:
        hand.click(button, settles=False)
    hand.settle()
    stage.camera.shoot(hand, "client ranks the strongest")
    hand.click(pane.next_button)
    for number, words in enumerate(_EXAMPLES):
        pane.view.note.field.setFocus()
        hand.write(words)
        if not number:
            stage.camera.shoot(hand, "client tells an example")
        hand.click(pane.next_button)
    stage.camera.shoot(hand, "client has finished")
    turn_back(stage, hand)
    stage.camera.shoot(hand, "talk beside the guide")
    hand.press(say("Finish"))
    hand.settle()
    stage.camera.shoot_whole(hand, "results of the cards")
    if not hand.sees(_EXAMPLES[0]):
        stage.camera.problems.append("results of the cards: the first example is not there")


def find_levels(stage: Stage, hand: Hand) -> None:
    """Ask the statements of the language talk at the adviser's screen, and take the levels over."""
    open_page(hand, "languages")
    _begin(hand, "language-talk")
    pane = next(hand.visible(QuestionPane))
    hand.click(pane.next_button)
    stage.camera.shoot(hand, "language talk")
    _sort(hand, pane, _STATEMENTS)
    hand.press(say("Finish"))
    hand.settle()
    stage.camera.shoot(hand, "levels found")
    hand.press(say("Take over the levels"))
    stage.camera.shoot(hand, "levels taken over")


def fill_sheet(stage: Stage, hand: Hand) -> None:
    """Print an instrument as a sheet, and type it back in by its code."""
    open_page(hand, "competences")
    stage.ask.next_name = "answer-sheet-interests-de-ar.pdf"
    hand.press(say("Print as a sheet"), inside=_row(hand, "interests"))
    hand.settle()
    code = sheet_code(stage.window.open_case.case.runs[-1].id)
    hand.fill(say("Code at the foot of the sheet"), code)
    hand.press(say("Type the sheet in"))
    for number, box in enumerate(_SHEET):
        hand.write(box)
        if number == len(_SHEET) // 2:
            hand.settle()
            stage.camera.shoot(hand, "sheet typed in")
    hand.press(say("Take the answers over"))
    answers = sum(answer.value is not None for answer in stage.window.open_case.case.answers[-len(_SHEET) :])
    if answers < len(_SHEET):
        stage.camera.problems.append(f"sheet: {answers} of {len(_SHEET)} answers came back")


def talk_in_other_languages(stage: Stage, hand: Hand) -> None:
    """Begin a talk beside Ukrainian, and change the language in the middle of it."""
    open_client(hand, "Shevchenko")
    open_page(hand, "competences")
    _begin(hand, "interests")
    pane = turn(stage, hand)
    hand.click(pane.next_button)
    hand.key(Qt.Key.Key_4, "4", at=pane)
    hand.settle()
    stage.camera.shoot(hand, "client answers beside Ukrainian")
    turn_back(stage, hand)
    hand.press(say("{language}", language=LanguageName("tr")))
    turn(stage, hand)
    stage.camera.shoot(hand, "client answers beside Turkish")
    turn_back(stage, hand)
    hand.press(say("Go on later"))


def compare_views(stage: Stage, hand: Hand) -> None:
    """Look at what a person says beside what the adviser and observers see, and at the strongest of a whole life."""
    open_client(hand, "Şahin")
    open_page(hand, "competences")
    for instrument in (_KEY, "biography", "work-sample", "digital-skills"):
        row = _row(hand, instrument)
        words = hand.words(say("Results"))
        runs = [one for one in row.findChildren(LineButton) if one.accessibleName().startswith(words)]
        if not runs:
            raise HandError(f"there are no results of {instrument}")
        hand.click(runs[-1])
        hand.settle()
        stage.camera.shoot(hand, f"results of {instrument}")
        hand.press(say("Close the results"))


def _begin(hand: Hand, instrument: str) -> None:
    hand.press(say("Begin with the person"), inside=_row(hand, instrument))


def _row(hand: Hand, instrument: str) -> QWidget:
    """Return the row of an instrument, as soon as the instruments are read."""
    return hand.part(f"instrument_{instrument}")


def turn(stage: Stage, hand: Hand) -> QuestionPane:
    """Turn the screen to the client, and return what stands there."""
    hand.key(Qt.Key.Key_F9)
    hand.settle()
    client = stage.window.place.stage
    if client is None or client.place is None or not client.is_turned:
        raise HandError("F9 did not turn the screen")
    return client.place.pane


def turn_back(stage: Stage, hand: Hand) -> None:
    """Turn the screen back to the adviser."""
    client = stage.window.place.stage
    if client is not None and client.place is not None:
        hand.hold(Qt.Key.Key_F9, client.place, lambda: not client.is_turned, "the adviser's screen")
        hand.settle()


def _sort(hand: Hand, pane: QuestionPane, keys: str) -> None:
    """Answer by number keys, again and again the same ones, until something else than a pile or a step is asked."""
    for key in itertools.islice(itertools.cycle(keys), _MOST_ANSWERS):
        before = pane.shown
        if before is None or before.ask not in {Ask.SORT, Ask.CHOICE, Ask.CAN_DO}:
            break
        hand.key(Qt.Key(int(Qt.Key.Key_0) + int(key)), key, at=pane)
        hand.until(partial(_has_gone_on, pane, before), "the next question")
    hand.settle()


def _has_gone_on(pane: QuestionPane, before: Shown) -> bool:
    return pane.shown is not before
