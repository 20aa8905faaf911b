"""A plan as the planner makes one: the ways of a nurse, laid out by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.way import (
    Asked,
    ClosedWay,
    Plan,
    Reason,
    Risk,
    Way,
    WayGoal,
    WayStep,
    WayStepKind,
)
from iq_desktop.domain.way_cost import CostSpan
from iq_desktop.domain.way_wish import WayKind
from iq_desktop.wording.text import as_it_is
from tests.support.builders import TODAY

B2: Final = tuple((skill, Level.B2) for skill in Skill)
B1: Final = ((Skill.INTERACTION, Level.B1), (Skill.LISTENING, Level.B1))
GOAL: Final = WayGoal("niq:1234", "Pflegefachmann/Pflegefachfrau", "1234", is_wished=True)
CHECKED: Final = dt.date(2026, 10, 1)


def after(days: int) -> dt.date:
    """Return a day counted from today."""
    return TODAY + dt.timedelta(days=days)


def a_step(code: str, kind: WayStepKind, first: int, last: int, **values: object) -> WayStep:
    """Return a step between two days counted from today."""
    late = values.pop("late", last)
    assert isinstance(late, int)
    kept = {"name": as_it_is(code), "days_low": last - first + 1, "days_high": late - first + 1, **values}
    return WayStep(code, kind, starts_on=after(first), ends_on=after(last), latest_on=after(late), **kept)  # type: ignore[arg-type]  # the values of a step


def the_steps() -> tuple[WayStep, ...]:
    """Return the steps of the recognition."""
    cost = CostSpan(Decimal(300), Decimal(600), as_it_is("Kostenpaket"))
    return (
        a_step("Zeugnisse übersetzen", WayStepKind.TRANSLATION, 0, 20, late=34, cost=cost),
        a_step("Anerkennungszuschuss beantragen", WayStepKind.GRANT, 3, 24, late=45),
        a_step(
            "Berufssprachkurs B2",
            WayStepKind.GERMAN,
            28,
            180,
            late=240,
            german_needed=B1,
            german_after=Level.B2,
            is_settled=True,
            not_before=after(28),
            reasons=(Reason(as_it_is("Die Stelle verlangt B2.")),),
            risk=Risk.LOW,
        ),
        a_step("Entscheidung der Stelle", WayStepKind.PROCEDURE, 46, 138, is_clock=True, is_settled=True),
        a_step("Anpassungslehrgang", WayStepKind.MEASURE, 181, 360, late=480, risk=Risk.MEDIUM),
        a_step("Arbeit als Pflegefachfrau", WayStepKind.WORK, 361, 361),
    )


def a_way(kind: WayKind, last: int, **values: object) -> Way:
    """Return a way that ends so many days from today."""
    kept: dict[str, object] = {
        "steps": the_steps(),
        "latest_on": after(last + 120),
        "cost_low": Decimal(900),
        "cost_high": Decimal(1900),
        "open_costs": 0,
        "german_needed": B2,
        "risk": Risk.MEDIUM,
        "leads_to": as_it_is("Arbeiten als Pflegefachfrau"),
        "why": (Reason(as_it_is("Die Ausbildung liegt vor.")),),
        "is_settled": True,
        "checked_on": CHECKED,
    }
    return Way(kind, ends_on=after(last), **{**kept, **values})  # type: ignore[arg-type]  # the values of a way


def a_plan(**values: object) -> Plan:
    """Return a plan with five ways and two closed ones."""
    ways = (
        a_way(WayKind.RECOGNITION_COURSE, 361),
        a_way(WayKind.RECOGNITION_EXAM, 300, risk=Risk.HIGH, open_costs=2, is_settled=False),
        a_way(
            WayKind.EVALUATION,
            90,
            steps=the_steps()[:2],
            german_needed=B1,
            risk=Risk.LOW,
            leads_to=as_it_is("Arbeiten als Pflegehelferin"),
            missing=(Asked(FACTS["residence_title"]), Asked(FACTS["hours_per_week"])),
        ),
        a_way(WayKind.WORK, 30, steps=(), german_needed=(), cost_low=Decimal(0), cost_high=Decimal(0), risk=Risk.NONE),
        a_way(WayKind.RETRAINING, 900, risk=Risk.LOW, checked_on=None, is_settled=False),
    )
    closed = (
        ClosedWay(WayKind.FROM_ABROAD, (Reason(as_it_is("Die Person ist schon in Deutschland.")),), checked_on=CHECKED),
        ClosedWay(WayKind.FOUNDING, (Reason(as_it_is("Es fehlt die Erlaubnis.")),)),
    )
    kept: dict[str, object] = {
        "ways": ways,
        "closed": closed,
        "best_why": (as_it_is("Am frühesten mit vollem Lohn."),),
        "hoped_on": after(330),
        "stand": (as_it_is("Deutsch B1"), as_it_is("20 Stunden in der Woche")),
        "checked_on": CHECKED,
    }
    return Plan(GOAL, TODAY, **{**kept, **values})  # type: ignore[arg-type]  # the values of a plan
