"""The scenes of the demo hour about recognition: papers, what is possible, the reference occupation, a procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.app.demo_case import open_page
from iq_desktop.domain.procedure import ProcedureKind, StepKind
from iq_desktop.domain.qualification import EarlierApplication, Experience, Finished, QualificationKind
from iq_desktop.ui.screens.parts.verdict_row import VerdictRow
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand

_QUALIFICATION: Final = (
    (say("Title as in the document"), "شهادة فني كهرباء"),
    (say("Title in German"), "Elektrikerin"),
    (say("Kind of qualification"), QualificationKind.VOCATIONAL.label),
    (say("School, company or university"), "Technisches Institut Homs"),
    (say("Completed?"), Finished.YES.label),
    (say("Country"), "Syrien"),
    (say("From"), "2008"),
    (say("Until"), "2011"),
    (say("Regular length"), "36"),
    (say("Has worked in it"), Experience.ABROAD.label),
)
_STEPS: Final = (
    (StepKind.APPLICATION_SENT, "02.09.2026"),
    (StepKind.ACKNOWLEDGED, "21.09.2026"),
    (StepKind.COMPLETE, "05.10.2026"),
)


def take_up_qualification(stage: Stage, hand: Hand) -> None:
    """Take up the training from abroad, and see which papers it needs."""
    open_page(hand, "papers")
    hand.press(say("Add a qualification"))
    for label, words in _QUALIFICATION:
        hand.fill(label, words)
    hand.fill(say("Applications before this counselling"), EarlierApplication.NONE.label)
    stage.camera.shoot_whole(hand, "papers")


def see_what_is_possible(stage: Stage, hand: Hand) -> None:
    """Look at what the rules say, and at the reasons of the first route."""
    open_page(hand, "recognition")
    hand.until(lambda: next(hand.visible(VerdictRow), None) is not None, "the first verdict")
    stage.camera.shoot_whole(hand, "recognition what is possible")


def compare_occupations(stage: Stage, hand: Hand) -> None:
    """Compare German occupations with what the person has done."""
    search = say("Occupation, foreign title or task")
    for words in ("electrician", "Mechatroniker"):
        hand.search(search, words)
        stage.camera.shoot(hand, f"recognition searched {words}")
        hand.take_suggestion()
        hand.settle()
    stage.camera.shoot_whole(hand, "recognition workbench")


def follow_procedure(stage: Stage, hand: Hand) -> None:
    """Begin a recognition, apply for the grant as the warning says, note what happened, and watch its clock."""
    hand.press(ProcedureKind.RECOGNITION.label)
    hand.fill(say("Competent body"), "Handwerkskammer zu Leipzig")
    for kind, day in _STEPS:
        hand.fill(say("On which day it happened"), day, last=True)
        hand.press(kind.label)
        if kind is StepKind.APPLICATION_SENT:
            hand.press(say("The grant was applied for today"))
    stage.camera.shoot_whole(hand, "recognition procedure")
