"""The way to an own business: plan, money before it begins, the register of crafts, the notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.contact import Concern
from iq_desktop.domain.planning_outline import Outline
from iq_desktop.domain.planning_steps import GOAL, step
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_terms import GermanFor, Lasting
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.planning_ground import Ground


def founding_outline(ground: Ground) -> Iterator[Outline]:
    """Yield the own business, where somebody thinks of one and the title allows it."""
    if not wants_to_found(ground) or not ground.is_open(Route.FOUNDING):
        return
    planned = step(ground, "plan", WayStepKind.FOUNDING, say("Write the business plan"), Lasting.BUSINESS_PLAN)
    steps = [replace(planned, german=ground.usual_level(GermanFor.FOUNDING), risk=Risk.MEDIUM,
                     risk_words=say("The plan must carry."), route=Route.FOUNDING)]  # fmt: skip
    before: tuple[str, ...] = ("plan",)
    if ground.is_open(Route.FOUNDING_GRANT):
        name = say("Apply for money before the business begins")
        grant = step(ground, "founding-grant", WayStepKind.GRANT, name, Lasting.GRANT)
        verdict = ground.verdict(Route.FOUNDING_GRANT)
        steps.append(replace(grant, needs=before, route=Route.FOUNDING_GRANT, missing=ground.missing_of(verdict)))
        before = ("founding-grant",)
    if ground.regulation is Regulation.LICENSED_CRAFT:
        entered = step(ground, "register", WayStepKind.PERMISSION, say("Be entered in the register of crafts"),
                       Lasting.CRAFT_REGISTER)  # fmt: skip
        risk = Risk.MEDIUM if ground.has_equal_training else Risk.HIGH
        words = say("The chamber asks for a master's examination, an equal qualification or an exception.")
        steps.append(replace(entered, needs=("plan",), risk=risk, risk_words=words, decides=words))
        before = (*before, "register")
    begun = step(ground, "business", WayStepKind.FOUNDING, say("Register the business"), Lasting.BUSINESS_NOTICE)
    steps.append(replace(begun, needs=before, gives=("business", GOAL), route=Route.FOUNDING))
    leads_to = say("An own business")
    yield Outline(WayKind.FOUNDING, tuple(steps), (Route.FOUNDING,), leads_to,
                  say("Whether plan, money and register come together."),
                  reaches_goal=Concern.START_UP in ground.case.contact.concerns)  # fmt: skip


def wants_to_found(ground: Ground) -> bool:
    """Return whether somebody thinks of an own business."""
    return Concern.START_UP in ground.case.contact.concerns or ground.fact("has_business_plan") is True
