"""Which way is the best under somebody's own weights, and by what.

One point is what people would roughly give for each other: three months, five hundred euros, one level of German, one
grade of risk; what seldom succeeds counts for six. Ways that reach the goal come before ways that do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from iq_desktop.domain.way import WayStepKind
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.way import Way, Weights
    from iq_desktop.domain.way_cost import CostSpan

_DAYS: Final = 91
_EUROS: Final = 500
UNKNOWN_COST: Final = 300
"""Euros for which a cost counts in the choice that nobody knows; it is never shown."""
_RISKS: Final = (0, 1, 2, 6)
"""Points for each grade of risk."""
_Item = TypeVar("_Item")


def score_of(measures: tuple[int, int, int, int], weights: Weights, today: dt.date, have: int) -> float:
    """Return the points of a way, fewer are better; `measures` are its day, cost, risk and German (as rank)."""
    day, cost, risk, german = measures
    return (
        weights.time * (day - today.toordinal()) / _DAYS
        + weights.money * cost / _EUROS
        + weights.risk * _RISKS[risk]
        + weights.german * max(0, german - have)
    )


def choose(found: Sequence[_Item], score: Callable[[_Item], float]) -> _Item:
    """Return what has the fewest points, the first of several."""
    return min(found, key=score)


def sorted_ways(ways: Sequence[Way], weights: Weights, today: dt.date, have: int) -> tuple[Way, ...]:
    """Return the ways, the best first: those that reach the goal before the others."""

    def points(way: Way) -> float:
        return score_of(_measures(way), weights, today, have) + weights.risk * _lacks_answers(way)

    return tuple(sorted(ways, key=lambda way: (not way.reaches_goal, points(way))))


def best_reasons(ranked: Sequence[Way], weights: Weights) -> tuple[Text, ...]:
    """Return by what the first way is the best."""
    if not ranked:
        return ()
    best, others = ranked[0], [way for way in ranked[1:] if way.reaches_goal == ranked[0].reaches_goal]
    if not others:
        only = say("It is the only way that is open.") if len(ranked) == 1 else say("It alone leads to the goal.")
        return (only,)
    return tuple(_advantages(best, others, weights)) or (say("It is the best balance of what counts."),)


def _advantages(best: Way, others: Sequence[Way], weights: Weights) -> Iterator[Text]:
    """Yield in what it is at least as good as every other way and better than one, what counts most first."""
    aims: tuple[tuple[int, Callable[[Way], int], Text], ...] = (
        (weights.time, lambda way: way.ends_on.toordinal(), say("It ends first, on {day}.", day=best.ends_on)),
        (weights.money, _cost, say("It costs least, as far as it is known.")),
        (weights.german, lambda way: way.german_level.rank, say("It asks for the least German.")),
        (weights.risk, lambda way: way.risk.grade, say("It is the safest.")),
    )
    for weight, measure, words in sorted(aims, key=lambda one: -one[0]):
        values = [measure(way) for way in others]
        if weight and measure(best) <= min(values) and measure(best) < max(values):
            yield words


def counted_cost(cost: CostSpan) -> int:
    """Return for how many euros a cost counts in the choice: what nobody may pay of it."""
    return int(cost.unpaid) if cost.is_known else UNKNOWN_COST


def _measures(way: Way) -> tuple[int, int, int, int]:
    own = sum(counted_cost(one.cost) for one in way.steps)
    return (way.ends_on.toordinal() - _paid_days(way) // 2, own, way.risk.grade, way.german_level.rank)


def _lacks_answers(way: Way) -> bool:
    """Return whether something that nobody told could still close a way; the hours of a week cannot."""
    return any(asked.fact.code != "hours_per_week" for asked in way.missing)


def _paid_days(way: Way) -> int:
    """Return the days of a training that pays wages: they count half, since one works in the occupation meanwhile."""
    paid = (one for one in way.steps if one.kind is WayStepKind.TRAINING and one.cost.high == 0)
    return sum((one.ends_on - one.starts_on).days for one in paid)


def _cost(way: Way) -> int:
    return int(way.cost_high) + way.open_costs * UNKNOWN_COST
