"""The scenes of the demo hour about the way: routes, German, courses, a referral that fails, signing, what follows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from iq_desktop.app.demo_case import open_page
from iq_desktop.app.demo_talk import turn, turn_back
from iq_desktop.app.hand import HandError
from iq_desktop.app.pen import draw
from iq_desktop.domain.referral import Shared
from iq_desktop.domain.referral_step import ReferralStepKind
from iq_desktop.domain.talk import CounsellingResult
from iq_desktop.ui.client_view.ink_field import InkField
from iq_desktop.ui.screens.parts.due_list import DueLine
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.way_column import WayColumn
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand

_SPOTS: Final = 24


def plan_way(stage: Stage, hand: Hand) -> None:
    """Lay the ways side by side, look at the steps of one on the calendar, and choose it."""
    open_page(hand, "routes")
    ways = hand.part("ways_part")
    hand.until(lambda: bool(ways.findChildren(WayColumn)), "the ways")
    stage.camera.shoot_whole(hand, "ways side by side")
    hand.press(say("Choose this way"), inside=ways)
    stage.camera.shoot(hand, "ways one is chosen")


def choose_german(stage: Stage, hand: Hand) -> None:
    """See which German course fits now, why no other, and the staircase up to the goal."""
    open_page(hand, "languages")
    card = hand.part("german_card")
    hand.press(say("Why this course and no other?"), inside=card)
    stage.camera.shoot_whole(hand, "german course and ladder")


def search_courses(stage: Stage, hand: Hand) -> None:
    """Search courses for the open case, look at the map, keep one and compare two."""
    hand.press(say("Courses"))
    hand.fill(say("Words"), "Deutsch")
    hand.press(say("Map"))
    stage.camera.shoot(hand, "courses on the map")
    hand.press(say("Course"))
    hand.press(say("Keep"))
    stage.camera.shoot(hand, "courses one is kept")
    hand.press(say("Compare"))
    hand.key(Qt.Key.Key_Down, at=stage.window.screens["courses"].board.table)  # type: ignore[attr-defined]  # it is that screen
    hand.settle()
    hand.press(say("Compare"))
    hand.press(say("Compare side by side"))
    stage.camera.shoot(hand, "courses side by side")
    hand.press(say("Back to the list"))
    hand.press(stage.window.open_case.case.client.family_name)


def refer_again(stage: Stage, hand: Hand) -> None:
    """Get the consent for one recipient, send the letter, hear a refusal, and refer again."""
    open_page(hand, "referral")
    first = stage.window.open_case.case.referrals[-1].id
    hand.press(Shared.LANGUAGES.label, inside=hand.part(first))
    hand.press(say("The person agrees in writing"), inside=hand.part(first))
    hand.press(ReferralStepKind.SENT.label, inside=hand.part(first))
    hand.press(ReferralStepKind.REFUSED.label, inside=hand.part(first))
    stage.camera.shoot_whole(hand, "referral refused")
    hand.press(say("Refer again"), inside=hand.part(first))
    hand.search(say("To whom? Name, field, language"), "Beispiel")
    stage.camera.shoot(hand, "referral directory")
    hand.take_suggestion()
    hand.settle()
    stage.camera.shoot(hand, "referral again")


def sign_agreement(stage: Stage, hand: Hand) -> None:
    """Add a goal, turn the screen, let the person read and sign with the finger."""
    open_page(hand, "agreement")
    hand.press(say("Add a goal"))
    hand.write("Arbeit als Elektrikerin")
    hand.settle()
    hand.press(say("Sign on the screen"))
    stage.camera.shoot(hand, "agreement before signing")
    pane = turn(stage, hand)
    stage.camera.shoot(hand, "client reads what was agreed")
    hand.click(pane.next_button)
    field = next(hand.visible(InkField))
    draw(hand, field, _wave())
    draw(hand, field, ((0.7, 0.3), (0.75, 0.7), (0.8, 0.3)))
    stage.camera.shoot(hand, "client signs")
    hand.click(pane.next_button)
    turn_back(stage, hand)
    hand.press(say("Back to the agreement"))
    stage.camera.shoot_whole(hand, "agreement signed by the person")


def follow_up(stage: Stage, hand: Hand) -> None:
    """Make a task of what was agreed, put it off, take up an appointment and a talk, look at what keeps it open."""
    open_page(hand, "follow_up")
    source = next(button for button in hand.part("make_task").findChildren(LineButton))
    hand.click(source)
    hand.press(say("One week later"))
    hand.press(say("Add an appointment"))
    hand.fill(say("Day"), "15.12.2026", last=True)
    hand.fill(say("Time of day"), "1030", last=True)
    hand.fill(say("Place"), "Zimmer 12", last=True)
    hand.press(say("Add a talk"))
    hand.fill(say("What was talked about"), "Der Kurs hat zugesagt.")
    stage.camera.shoot_whole(hand, "follow-up")


def close_counselling(stage: Stage, hand: Hand) -> None:
    """Close the counselling with its result, and go on with it after all."""
    open_page(hand, "follow_up")
    hand.fill(say("Result"), CounsellingResult.PROCEDURE_STARTED.label)
    hand.press(say("Close the counselling"))
    stage.camera.shoot_whole(hand, "follow-up closed")
    hand.press(say("Go on with the counselling"))


def work_off_today(stage: Stage, hand: Hand) -> None:
    """Tick off on Today what is done, and put off what is not."""
    hand.press(say("Today"))
    lines = [line for line in hand.visible(DueLine) if line.done.isVisible()]
    if not lines:
        raise HandError("no task waits today")
    hand.click(lines[0].week)
    stage.camera.shoot(hand, "today put off by a week")


def _wave() -> tuple[tuple[float, float], ...]:
    """Return a stroke as of a name that is written quickly."""
    places = [step / _SPOTS for step in range(_SPOTS + 1)]
    return tuple((0.12 + 0.5 * at, 0.55 - 0.22 * math.sin(at * 20) * (1 - at)) for at in places)
