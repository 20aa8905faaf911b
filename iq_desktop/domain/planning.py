"""Planning: all sensible ways from where somebody stands to an occupation, the best under their own weights first.

No step is ever offered whose route the rules close; what cannot be said yet names what is missing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.eligibility import RouteVerdict, Verdict
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.planning_abroad import abroad_outlines
from iq_desktop.domain.planning_choice import best_reasons, choose, counted_cost, score_of, sorted_ways
from iq_desktop.domain.planning_founding import founding_outline, wants_to_found
from iq_desktop.domain.planning_german import german_steps
from iq_desktop.domain.planning_ground import Ground, PlanLaw, look_at
from iq_desktop.domain.planning_outline import Outline
from iq_desktop.domain.planning_recognition import evaluation_outline, recognition_outlines
from iq_desktop.domain.planning_stand import stand_words
from iq_desktop.domain.planning_steps import GOAL, PossibleStep, german_name
from iq_desktop.domain.planning_training import learning_outlines, work_outlines
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import (
    Asked,
    ClosedWay,
    GermanNeed,
    Plan,
    Reason,
    Risk,
    Way,
    WayGoal,
    WayStep,
    WayStepKind,
    Weights,
)
from iq_desktop.domain.way_search import FoundWay, Move, Placed, find_ways, place_moves
from iq_desktop.domain.way_wish import WayKind, not_before, wish_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import CourseOffer

_ROUTES: Final = {
    Route.RECOGNITION: WayKind.RECOGNITION,
    Route.QUALIFICATION_ANALYSIS: WayKind.RECOGNITION_ANALYSIS,
    Route.CERTIFICATE_EVALUATION: WayKind.EVALUATION,
    Route.VALIDATION: WayKind.VALIDATION,
    Route.FURTHER_TRAINING: WayKind.RETRAINING,
    Route.WORK: WayKind.WORK,
    Route.FOUNDING: WayKind.FOUNDING,
    Route.FAST_PROCEDURE: WayKind.FROM_ABROAD,
    Route.STAY_16D: WayKind.PARTNERSHIP,
}
_ONLY_FROM_ABROAD: Final = frozenset({Route.FAST_PROCEDURE, Route.STAY_16D})


def plan_for(
    law: PlanLaw,
    case: CaseFile,
    today: dt.date,
    goal: WayGoal,
    offers: Iterable[CourseOffer] = (),
    gap_courses: tuple[CourseOffer, ...] = (),
) -> Plan:
    """Return the plan for a goal, with the wishes that the case keeps for it."""
    return plan_from(look_at(law, case, today, goal, offers, gap_courses))


def plan_from(ground: Ground) -> Plan:
    """Return the plan from where somebody stands."""
    case, goal = ground.case, ground.goal
    wish = wish_of(case, goal.code)
    weights = Weights(wish.time, wish.money, wish.german, wish.risk) if wish else Weights()
    german = tuple(german_steps(ground))
    ways: list[Way] = []
    closed = list(_closed_routes(ground))
    for outline in _outlines(ground):
        way = _find_way(ground, outline, german, weights)
        if way is not None:
            ways.append(way)
        elif outline.kind is not WayKind.COURSES:
            why = Reason(say("The German that is needed cannot be reached with the courses that are known."))
            closed.append(ClosedWay(outline.kind, (why,)))
    have = ground.level.rank if ground.level else 0
    ranked = sorted_ways(ways, weights, ground.today, have)
    hoped = case.contact.hoped_by
    return Plan(
        goal,
        ground.today,
        ranked,
        tuple(closed),
        weights,
        best_reasons(ranked, weights),
        wish.chosen_way if wish else None,
        hoped.latest if hoped else None,
        stand_words(ground),
        min((way.checked_on for way in ranked if way.checked_on), default=None),
    )


def _outlines(ground: Ground) -> Iterator[Outline]:
    yield from recognition_outlines(ground)
    yield from abroad_outlines(ground)
    yield from evaluation_outline(ground)
    yield from learning_outlines(ground)
    yield from work_outlines(ground)
    yield from founding_outline(ground)


def _closed_routes(ground: Ground) -> Iterator[ClosedWay]:
    """Yield what the rules close, with their reasons; the way from abroad is told only to people who are there."""
    for route, kind in _ROUTES.items():
        verdict = ground.verdict(route)
        if verdict is None or verdict.verdict is not Verdict.CLOSED:
            continue
        if (route in _ONLY_FROM_ABROAD and not ground.is_abroad) or (
            route is Route.FOUNDING and not wants_to_found(ground)
        ):
            continue
        reasons = tuple(Reason(finding=one) for one in (verdict.decided_by or verdict.lacking))
        yield ClosedWay(kind, reasons, route, verdict.checked_on)


def _find_way(ground: Ground, outline: Outline, german: Sequence[PossibleStep], weights: Weights) -> Way | None:
    """Return the best way of an outline, None where no way leads to its end."""
    steps = (*outline.steps, *german)
    wished = not_before(ground.case, ground.goal.code)
    free_from = ground.case.situation.can_start_on
    moves = tuple(_move(at, one, wished.get(one.code), free_from) for at, one in enumerate(steps))
    have = ground.level.rank if ground.level else len(Level) - 1
    held = {german_name(level) for level in Level if 0 < level.rank <= have}
    found = find_ways(moves, held, GOAL, ground.today.toordinal())
    if not found:
        return None
    best = choose(found, lambda one: score_of(one.measures, weights, ground.today, have))
    chosen = [int(placed.code) for placed in best.placed]
    latest = place_moves([_slow(moves[at], steps[at], best) for at in chosen], held, ground.today.toordinal())
    late = {int(placed.code): placed for placed in latest}
    made = [_way_step(steps[at], placed, late[at], wished.get(steps[at].code), [steps[one] for one in chosen])
            for at, placed in zip(chosen, best.placed, strict=True)]  # fmt: skip
    return _way(ground, outline, [steps[at] for at in chosen], tuple(sorted(made, key=lambda one: one.starts_on)))


def _move(at: int, one: PossibleStep, wished: dt.date | None, free_from: dt.date | None) -> Move:
    """Return a step for the search; what takes hours or is work begins when the person is free for it."""
    fills_days = one.kind.takes_hours or one.kind is WayStepKind.WORK
    days = (wished, one.earliest, free_from if fills_days else None)
    first = [day.toordinal() for day in days if day is not None]
    return Move(
        str(at),
        one.all_needs,
        frozenset(one.gives),
        one.time.days_low,
        counted_cost(one.cost),
        one.risk.grade,
        one.german.rank,
        one.kind.takes_hours,
        (one.starts_on.toordinal(),) if one.starts_on else (),
        max(first, default=0),
    )


def _slow(move: Move, one: PossibleStep, found: FoundWay) -> Move:
    """Return a move as it goes when it takes as long as it may; a real course keeps its day."""
    start = next(placed.start for placed in found.placed if placed.code == move.code)
    first = max(move.not_before, start if move.starts else 0)
    return replace(move, days=one.time.days_high, starts=(), not_before=first)


def _way_step(
    one: PossibleStep, placed: Placed, late: Placed, wished: dt.date | None, chosen: Sequence[PossibleStep]
) -> WayStep:
    after = tuple(other.code for other in chosen if other is not one and set(other.gives) & one.all_needs)
    return WayStep(
        one.code,
        one.kind,
        one.name,
        dt.date.fromordinal(placed.start),
        dt.date.fromordinal(max(placed.start, placed.end - 1)),
        dt.date.fromordinal(max(late.start, late.end - 1)),
        one.time.days_low,
        one.time.days_high,
        one.cost,
        german_need(one.german),
        one.german_after,
        one.risk,
        one.risk_words,
        one.reasons,
        one.decides,
        one.source,
        one.is_settled,
        one.is_clock,
        one.offer,
        one.course_type,
        wished,
        after,
        one.route,
    )


def german_need(level: Level) -> GermanNeed:
    """Return a level that is needed in every skill; nothing where none is needed."""
    return tuple((skill, level) for skill in Skill) if level.rank else ()


def _way(ground: Ground, outline: Outline, chosen: Sequence[PossibleStep], steps: tuple[WayStep, ...]) -> Way:
    verdicts = tuple(one for one in map(ground.verdict, outline.routes) if one is not None)
    is_undecided = any(one.verdict is Verdict.UNDECIDED for one in verdicts)
    risk = max((one.risk for one in steps), key=lambda one: one.grade, default=Risk.NONE)
    if is_undecided and risk.grade < Risk.MEDIUM.grade:
        risk = Risk.MEDIUM
    level = max((one.german for one in chosen), key=lambda one: one.rank, default=Level.NONE)
    return Way(
        outline.kind,
        steps,
        max((one.ends_on for one in steps), default=ground.today),
        max((one.latest_on for one in steps), default=ground.today),
        sum((one.cost.low or Decimal(0) for one in steps), Decimal(0)),
        sum((one.cost.high or Decimal(0) for one in steps), Decimal(0)),
        sum(not one.cost.is_known for one in steps),
        german_need(level),
        risk,
        outline.leads_to,
        (*outline.why, *(Reason(finding=finding) for one in verdicts for finding in one.decided_by)),
        tuple(Reason(finding=finding) for one in verdicts for finding in one.notes),
        outline.decides,
        _missing(ground, verdicts, chosen, level),
        not is_undecided and all(one.is_verified for one in verdicts),
        min((one.checked_on for one in verdicts if one.checked_on), default=None),
        outline.reaches_goal,
        outline.routes[0] if outline.routes else None,
    )


def _missing(
    ground: Ground, verdicts: Sequence[RouteVerdict], chosen: Sequence[PossibleStep], level: Level
) -> tuple[Asked, ...]:
    """Return what could still decide a way: its verdicts first, German where it is needed, then its steps."""
    of_verdicts = (one for verdict in verdicts for one in ground.missing_of(verdict))
    of_german = (Asked(FACTS["german_level"]),) if level.rank and ground.level is None else ()
    of_steps = (one for step in chosen for one in step.missing)
    return tuple(dict.fromkeys((*of_verdicts, *of_german, *of_steps)))
