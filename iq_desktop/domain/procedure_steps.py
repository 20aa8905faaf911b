"""How far a procedure has come, which steps may follow, and why another one may not: a walk over a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from iq_desktop.domain.procedure import APPLICATIONS, DECISIONS, Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.procedure_law import ProcedureState, StepTable

if TYPE_CHECKING:
    from iq_desktop.domain.procedure_law import ProcedureLaw


class Hindrance(Enum):
    """Why a step may not follow."""

    NOT_OF_THIS_KIND = "not_of_this_kind"
    NO_APPLICATION = "no_application"
    ALREADY = "already"
    OVER = "over"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    NOT_DECIDED = "not_decided"
    NOT_BEGUN = "not_begun"
    OUT_OF_ORDER = "out_of_order"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that may not follow, and why, in the state that the procedure is in."""

    kind: StepKind
    state: ProcedureState
    hindrance: Hindrance


class DayFault(Enum):
    """What cannot be about the days of a step."""

    NO_DAY = "no_day"
    IN_FUTURE = "in_future"
    OUT_OF_ORDER = "out_of_order"
    UNTIL_BEFORE = "until_before"
    POSTED_AFTER = "posted_after"


def table_of(law: ProcedureLaw, kind: ProcedureKind) -> StepTable:
    """Return the table of a kind of procedure; an empty one where the pack has none."""
    return law.tables.get(kind, StepTable())


def state_of(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> ProcedureState:
    """Return how far a procedure has come by its steps in order; steps that cannot follow are passed over."""
    return _walk(table_of(law, procedure.kind), steps)[0]


def next_steps(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> tuple[StepKind, ...]:
    """Return the steps that may follow now, in the order of the table."""
    table = table_of(law, procedure.kind)
    state, done = _walk(table, steps)[:2]
    return tuple(kind for kind in table.moves.get(state, {}) if not (kind in table.once and kind in done))


def why_not(kind: StepKind, procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Refusal | None:
    """Return why a step may not follow now, or None where it may."""
    table = table_of(law, procedure.kind)
    state, done = _walk(table, steps)[:2]
    hindrance = _hindrance(kind, table, state, done)
    return Refusal(kind, state, hindrance) if hindrance else None


def misplaced_steps(
    procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw
) -> tuple[tuple[ProcedureStep, Refusal], ...]:
    """Return the steps that cannot follow what stands before them, each with the reason."""
    return _walk(table_of(law, procedure.kind), steps)[2]


def day_faults(
    procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw, today: dt.date
) -> Iterator[tuple[ProcedureStep, DayFault]]:
    """Yield what cannot be about the days of the steps of a procedure, which come in order."""
    misplaced = {step.id for step, _refusal in misplaced_steps(procedure, steps, law)}
    for step in steps:
        yield from ((step, fault) for fault in plain_day_faults(step, today))
        if step.id in misplaced and step.day is not None:
            yield step, DayFault.OUT_OF_ORDER


def plain_day_faults(step: ProcedureStep, today: dt.date) -> Iterator[DayFault]:
    """Yield what cannot be about the days of one step, whatever stands before it."""
    if step.day is None:
        yield DayFault.NO_DAY
        return
    if step.day > today:
        yield DayFault.IN_FUTURE
    if step.until is not None and step.until < step.day:
        yield DayFault.UNTIL_BEFORE
    if step.posted_on is not None and step.posted_on > step.day:
        yield DayFault.POSTED_AFTER


def last_round(steps: Sequence[ProcedureStep]) -> tuple[ProcedureStep, ...]:
    """Return the steps since the last application, which begins a round of its own; all where there was none."""
    at = max((number for number, step in enumerate(steps) if step.kind in APPLICATIONS), default=0)
    return tuple(steps[at:])


_Walked = tuple[ProcedureState, frozenset[StepKind], tuple[tuple[ProcedureStep, Refusal], ...]]


def _walk(table: StepTable, steps: Sequence[ProcedureStep]) -> _Walked:
    """Return the state after all steps, what was noted in this round, and the steps that could not follow."""
    state, done = ProcedureState.START, frozenset[StepKind]()
    misplaced: list[tuple[ProcedureStep, Refusal]] = []
    for step in steps:
        hindrance = _hindrance(step.kind, table, state, done)
        if hindrance is not None:
            misplaced.append((step, Refusal(step.kind, state, hindrance)))
            continue
        state = table.moves[state][step.kind]
        done = frozenset({step.kind}) if step.kind in APPLICATIONS else done | {step.kind}
    return state, done, tuple(misplaced)


def _hindrance(kind: StepKind, table: StepTable, state: ProcedureState, done: frozenset[StepKind]) -> Hindrance | None:
    if kind in table.moves.get(state, {}):
        return Hindrance.ALREADY if kind in table.once and kind in done else None
    if not any(kind in moves for moves in table.moves.values()):
        return Hindrance.NOT_OF_THIS_KIND
    if state in _CLOSED:
        return _CLOSED[state]
    if kind in table.once and kind in done:
        return Hindrance.ALREADY
    return _hindrance_of_order(kind, done)


_CLOSED = {
    ProcedureState.START: Hindrance.NO_APPLICATION,
    ProcedureState.ENDED: Hindrance.OVER,
    ProcedureState.WITHDRAWN: Hindrance.WITHDRAWN,
}
_AFTER_DECISION = frozenset(
    {
        StepKind.OBJECTION,
        StepKind.ACTION,
        StepKind.EXAM_CHOSEN,
        StepKind.EXAM_ORDERED,
        StepKind.MEASURE_BEGUN,
        StepKind.FOLLOW_UP_APPLICATION,
    }
)
_BEGINNING = {
    StepKind.RESUMED: StepKind.SUSPENDED,
    StepKind.ANALYSIS_DONE: StepKind.ANALYSIS_BEGUN,
    StepKind.MEASURE_DONE: StepKind.MEASURE_BEGUN,
    StepKind.OBJECTION_REFUSED: StepKind.OBJECTION,
    StepKind.COURT_DECIDED: StepKind.ACTION,
    StepKind.EXTENDED: StepKind.COMPLETE,
    StepKind.SUSPENDED: StepKind.COMPLETE,
    StepKind.ASSESSED: StepKind.ADMITTED,
    StepKind.PROLONGED: StepKind.GRANTED,
}
"""Steps that end or go on with what another one began."""


def _hindrance_of_order(kind: StepKind, done: frozenset[StepKind]) -> Hindrance:
    is_decided = bool(done & DECISIONS)
    if kind in _AFTER_DECISION and not is_decided:
        return Hindrance.NOT_DECIDED
    if kind in _BEGINNING and _BEGINNING[kind] not in done:
        return Hindrance.NOT_BEGUN
    return Hindrance.DECIDED if is_decided else Hindrance.OUT_OF_ORDER


def begins_with(kind: StepKind) -> StepKind | None:
    """Return the step that has to come before another one, where there is one."""
    return _BEGINNING.get(kind)
