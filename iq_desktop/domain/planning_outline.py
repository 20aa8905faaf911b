"""A way before its search: the steps it may take, the routes it rests on, and why one would go it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from iq_desktop.domain.planning_steps import GOAL, PossibleStep
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Reason
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import NOTHING, Text, say

_WHY: Final = {
    WayKind.RECOGNITION: say("A recognised certificate counts like a German one."),
    WayKind.RECOGNITION_COURSE: say("A course closes what the training lacks; at the end the certificate counts here."),
    WayKind.RECOGNITION_EXAM: say("Who passes the examination needs no course to have the certificate recognised."),
    WayKind.RECOGNITION_ANALYSIS: say("The certificate is missing; the body finds out the skills in another way."),
    WayKind.EVALUATION: say("The evaluation tells employers in German what the degree is worth."),
    WayKind.VALIDATION: say("It counts what somebody learned at work."),
    WayKind.PARTIAL: say("Each part counts for itself, and the parts together lead to the examination."),
    WayKind.RETRAINING: say("It is shorter than a whole training and ends with the same examination."),
    WayKind.TRAINING: say("A training pays wages and ends with a German certificate."),
    WayKind.WORK: say("It is the quickest way to own wages."),
    WayKind.GERMAN_FIRST: say("With more German there is more work to choose from."),
    WayKind.COURSES: say("The courses teach what the occupation still asks for."),
    WayKind.FOUNDING: say("The person thinks of an own business, and the title leaves room for it."),
    WayKind.FROM_ABROAD: say("Everything is settled before the journey, and the offices have shorter periods."),
    WayKind.PARTNERSHIP: say("The recognition goes on in Germany, beside work that is paid."),
}
"""Why one would go a way of a kind, in a sentence for everybody."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One way before its search: its steps, of which some may stand in for each other, and the routes it rests on."""

    kind: WayKind
    steps: tuple[PossibleStep, ...]
    routes: tuple[Route, ...]
    leads_to: Text
    decides: Text = NOTHING
    reaches_goal: bool = True
    also_why: tuple[Reason, ...] = ()

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why one would go it: what holds for every way of its kind first."""
        return (Reason(_WHY[self.kind]), *self.also_why)


def reaching_goal(one: PossibleStep) -> PossibleStep:
    """Return a step that reaches the goal."""
    return replace(one, gives=(*one.gives, GOAL))
