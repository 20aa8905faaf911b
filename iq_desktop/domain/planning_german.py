"""The steps of German: each course of the ladder as a kind, and the real courses that can take its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.course_traits import GERMAN_KINDS, CourseFunding, CourseKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.planning_costs import german_cost
from iq_desktop.domain.planning_steps import PossibleStep, as_offer, german_name
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Asked, Reason, Risk, WayStepKind
from iq_desktop.domain.way_cost import CostSpan
from iq_desktop.domain.way_terms import Duration
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.planning_ground import Ground

_MOST_OFFERS: Final = 9
"""Real courses that are tried for one step of the ladder."""
_WEEK: Final = 7
_KINDS: Final = {
    Route.INTEGRATION_COURSE: CourseKind.INTEGRATION,
    Route.VOCATIONAL_GERMAN: CourseKind.VOCATIONAL_GERMAN,
}
"""The kind of real courses that each route opens."""


def german_steps(ground: Ground) -> Iterator[PossibleStep]:
    """Yield the German courses from the level of today upwards: real ones where they are known, kinds otherwise.

    A kind of course stands for what begins after the last real course that is known.
    """
    for rung in ground.ladder:
        made = _german_step(ground, rung)
        real = _offers_for(ground, rung)
        granted = (one.starts_on for one in real if one.starts_on and _is_granted(one, rung) == bool(rung.kind))
        yield replace(made, earliest=max(granted, default=None))
        yield from (as_offer(made if _is_granted(one, rung) else _on_own_account(ground, made), one) for one in real)


def _german_step(ground: Ground, rung: LadderStep) -> PossibleStep:
    days = rung.weeks * _WEEK
    levels = (level for level in Level if rung.from_level.rank < level.rank <= rung.to_level.rank)
    kind = rung.kind
    name = say("German course up to {level}", level=rung.to_level.label)
    return PossibleStep(
        f"german-{rung.to_level.value}",
        WayStepKind.GERMAN,
        name if kind else say("German course up to {level}, without funding of the state", level=rung.to_level.label),
        (),
        tuple(german_name(level) for level in levels),
        Duration(days, days + days // 2),
        german_cost(ground, rung),
        german=rung.from_level,
        german_after=rung.to_level,
        risk=Risk.LOW if rung.is_sure else Risk.MEDIUM,
        risk_words=say("The examination must be passed."),
        reasons=_course_reasons(ground, rung),
        decides=NOTHING if rung.is_sure else say("Whether somebody grants or pays the course."),
        source=say("{units} units of 45 minutes, {weekly} a week", units=rung.units + rung.orientation_units,
                   weekly=rung.units_a_week),
        is_settled=rung.is_verified and not rung.is_estimate,
        course_type=kind.code if kind else "",
        missing=(*(Asked(fact) for fact in rung.missing), *ground.asked("hours_per_week")),
        route=rung.judgement.place.route if rung.judgement else None,
    )  # fmt: skip


def _course_reasons(ground: Ground, rung: LadderStep) -> tuple[Reason, ...]:
    verdict = rung.judgement.verdict if rung.judgement else None
    return (*(Reason(finding=one) for one in (verdict.decided_by if verdict else ())), *_care_reasons(ground))


def _care_reasons(ground: Ground) -> tuple[Reason, ...]:
    needs_care = ground.case.situation.needs_childcare
    return (Reason(say("Child care is needed on the days of the course.")),) if needs_care else ()


def _offers_for(ground: Ground, rung: LadderStep) -> tuple[CourseOffer, ...]:
    """Return the real courses for a rung that the person may take and has time for: of each month what ends first."""
    fitting = (
        one
        for one in ground.offers.get(rung.to_level, ())
        if (one.entry_level is None or one.entry_level.rank <= rung.from_level.rank)
        and (_is_granted(one, rung) or _is_for_all(one))
        and ground.has_time_for(one)
    )
    of_month: dict[tuple[int, int, bool], CourseOffer] = {}
    for one in sorted(fitting, key=_order_of):
        first = one.starts_on or dt.date.max
        of_month.setdefault((first.year, first.month, _is_granted(one, rung)), one)
    return tuple(of_month.values())[:_MOST_OFFERS]


def _is_granted(offer: CourseOffer, rung: LadderStep) -> bool:
    """Return whether a real course is of the kind that the rules open, and the state pays it."""
    of_state = not offer.fundings or CourseFunding.BAMF in offer.fundings
    return rung.judgement is not None and of_state and offer.kind is _KINDS.get(rung.judgement.place.route)


def _is_for_all(offer: CourseOffer) -> bool:
    """Return whether anybody may take a German course who pays it, or for whom somebody pays."""
    is_paid = bool(offer.fundings) and CourseFunding.BAMF not in offer.fundings
    return offer.kind is CourseKind.GERMAN or (offer.kind in GERMAN_KINDS and is_paid)


def _on_own_account(ground: Ground, granted: PossibleStep) -> PossibleStep:
    """Return a German course as it is where nobody grants it: nothing of the law opens it, and somebody must pay."""
    decides = say("Whether somebody grants or pays the course.")
    risk = max(granted.risk, Risk.MEDIUM, key=lambda one: one.grade)
    return replace(granted, cost=CostSpan(), course_type="", route=None, reasons=_care_reasons(ground), risk=risk,
                   decides=decides, missing=ground.asked("hours_per_week"))  # fmt: skip


def _order_of(offer: CourseOffer) -> tuple[int, int, dt.date, Decimal, str]:
    first, last = offer.starts_on or dt.date.max, offer.ends_on or dt.date.max
    return (first.year, first.month, last, offer.price or Decimal(0), offer.key)
