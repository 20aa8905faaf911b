"""The first scenes of the demo hour: setting up a vault, and unlocking it with a wrong and with the right password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

from iq_desktop.app.demo_vault import ADVISER, CENTRE, PASSWORD
from iq_desktop.app.hand import HandError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand

_SIZE: Final = QSize(1180, 720)


def set_up(stage: Stage) -> None:
    """Go through the wizard up to the empty page Today, as at the first start."""
    hand = stage.begin()
    _answer_steps(stage, hand)
    hand.until(lambda: hand.sees(say("Your recovery code")), "the recovery code")
    hand.settle()
    stage.camera.shoot(hand, "wizard recovery sheet", _SIZE)
    stage.ask.next_name = "recovery-sheet.pdf"
    hand.press(say("Save as a file"))
    _type_code_back(stage, hand)
    stage.camera.shoot(hand, "wizard ready", _SIZE)
    hand.press(say("Begin"))
    at_desk = stage.enter()
    at_desk.settle()
    stage.camera.shoot(at_desk, "today empty")
    stage.end()


def unlock(stage: Stage) -> Hand:
    """Unlock with a wrong password, then with the right one, and return the hand at the desk."""
    hand = stage.begin()
    stage.camera.shoot(hand, "unlock", _SIZE)
    hand.fill(say("Password"), "falsches Passwort")
    hand.press(say("Unlock"))
    hand.settle()
    if not hand.window.isVisible():
        raise HandError("a wrong password opened the vault")
    problems = len(stage.camera.problems)
    stage.camera.shoot(hand, "unlock wrong password", _SIZE)
    _expect_message(stage, problems)
    hand.fill(say("Password"), PASSWORD)
    hand.press(say("Unlock"))
    return stage.enter()


def _answer_steps(stage: Stage, hand: Hand) -> None:
    camera = stage.camera
    camera.shoot(hand, "wizard language", _SIZE)
    hand.press("English")
    camera.shoot(hand, "wizard language english", _SIZE)
    hand.press("Deutsch")
    hand.press(say("Next"))
    for label, words in (
        (say("Name of the centre"), CENTRE.name),
        (say("Street and number"), CENTRE.street),
        (say("Postal code"), CENTRE.postal_code),
        (say("Place"), CENTRE.place),
        (say("Telephone"), CENTRE.phone),
        (say("E-mail"), CENTRE.email),
    ):
        hand.fill(label, words)
    camera.shoot(hand, "wizard centre", _SIZE)
    hand.press(say("Next"))
    hand.fill(say("Your name"), ADVISER)
    camera.shoot(hand, "wizard adviser", _SIZE)
    hand.press(say("Next"))
    hand.fill(say("Password"), PASSWORD)
    hand.fill(say("The same password again"), PASSWORD)
    camera.shoot(hand, "wizard password", _SIZE)
    hand.press(say("Make the vault"))


def _type_code_back(stage: Stage, hand: Hand) -> None:
    """Type the code with a slip first, which must be told, then as it stands on the sheet."""
    shown = next(label for label in hand.window.findChildren(QLabel) if label.objectName() == "shown_code")
    code = shown.text()
    hand.press(say("I have the code on paper"))
    hand.fill(say("Recovery code"), "X" + code[1:] if code[0] != "X" else "Y" + code[1:])
    hand.press(say("Next"))
    problems = len(stage.camera.problems)
    stage.camera.shoot(hand, "wizard code asked back", _SIZE)
    _expect_message(stage, problems)
    hand.fill(say("Recovery code"), code)
    hand.key(Qt.Key.Key_Return, at=hand.field(say("Recovery code")))
    hand.settle()


def _expect_message(stage: Stage, before: int) -> None:
    """Take the message that had to come out of the list of problems; note where it did not come."""
    problems = stage.camera.problems
    told = [one for one in problems[before:] if ": message: " in one]
    problems[before:] = [one for one in problems[before:] if one not in told]
    if not told:
        problems.append(f"{stage.camera.taken[-1].name}: nothing was said about the slip")
