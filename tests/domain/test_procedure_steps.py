"""The table of steps, walked whole: what may not follow has its reason, and days that cannot be are found."""

from __future__ import annotations

from collections import deque

import pytest

from iq_desktop.domain.procedure import (
    Procedure,
    ProcedureKind,
    ProcedureStep,
    equivalence_result_of,
    evaluation_result_of,
)
from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.domain.procedure_law import ProcedureState as State
from iq_desktop.domain.procedure_steps import (
    DayFault,
    Hindrance,
    day_faults,
    last_round,
    misplaced_steps,
    next_steps,
    state_of,
    table_of,
    why_not,
)
from iq_desktop.domain.qualification import EquivalenceResult, EvaluationResult
from tests.support.procedure_law import the_law
from tests.support.procedures import a_procedure, a_step, day

LAW = the_law()


def ways_to_states(kind: ProcedureKind) -> dict[State, tuple[ProcedureStep, ...]]:
    """Return a shortest way of steps to every state that a kind of procedure can reach."""
    procedure = a_procedure(kind=kind)
    found: dict[State, tuple[ProcedureStep, ...]] = {State.START: ()}
    queue: deque[State] = deque([State.START])
    while queue:
        steps = found[queue.popleft()]
        for step in next_steps(procedure, steps, LAW):
            longer = (*steps, a_step(step, "2026-03-02", id=str(len(steps))))
            state = state_of(procedure, longer, LAW)
            if state not in found:
                found[state] = longer
                queue.append(state)
    return found


CELLS = [
    pytest.param(kind, state, step, id=f"{kind.value}-{state.value}-{step.value}")
    for kind in ProcedureKind
    for state in ways_to_states(kind)
    for step in Step
]


@pytest.mark.parametrize(("kind", "state", "step"), CELLS)
def test_every_step_leads_where_the_table_says_or_is_refused_with_its_reason(
    kind: ProcedureKind, state: State, step: Step
) -> None:
    procedure, steps = a_procedure(kind=kind), ways_to_states(kind)[state]
    table = table_of(LAW, kind)
    then = table.moves[state].get(step)
    is_again = step in table.once and any(one.kind is step for one in last_round(steps))
    refusal = why_not(step, procedure, steps, LAW)
    assert (refusal is None) is (then is not None and not is_again)
    assert (step in next_steps(procedure, steps, LAW)) is (refusal is None)
    longer = (*steps, a_step(step, "2026-03-03"))
    if refusal is None:
        assert state_of(procedure, longer, LAW) is then
    else:
        assert (refusal.kind, refusal.state) == (step, state)
        assert state_of(procedure, longer, LAW) is state
        assert [one.kind for one, _refusal in misplaced_steps(procedure, longer, LAW)] == [step]


@pytest.mark.parametrize("kind", ProcedureKind)
def test_the_tables_hold_together(kind: ProcedureKind) -> None:
    table, reached = table_of(LAW, kind), ways_to_states(kind)
    assert set(table.moves) == set(reached)
    assert all(moves for state, moves in table.moves.items() if state is not State.ENDED)
    assert table.once <= {step for moves in table.moves.values() for step in moves}
    assert State.ENDED in reached
    for steps in reached.values():
        assert not misplaced_steps(a_procedure(kind=kind), steps, LAW)


def test_every_step_belongs_to_a_procedure() -> None:
    used = {step for table in LAW.tables.values() for moves in table.moves.values() for step in moves}
    assert used == set(Step)


@pytest.mark.parametrize(
    ("step", "steps", "hindrance"),
    [
        (Step.FULL, "", Hindrance.NO_APPLICATION),
        (Step.EXTENDED, "application_sent", Hindrance.NOT_BEGUN),
        (Step.EXTENDED, "application_sent complete extended", Hindrance.ALREADY),
        (Step.OBJECTION, "application_sent complete", Hindrance.NOT_DECIDED),
        (Step.PAPERS_ASKED, "application_sent complete partial", Hindrance.DECIDED),
        (Step.FULL, "application_sent withdrawn", Hindrance.WITHDRAWN),
        (Step.OBJECTION, "application_sent full ended", Hindrance.OVER),
        (Step.GRANTED, "application_sent", Hindrance.NOT_OF_THIS_KIND),
        (Step.PAPERS_ASKED, "application_sent complete", Hindrance.OUT_OF_ORDER),
        (Step.RESUMED, "application_sent complete", Hindrance.NOT_BEGUN),
    ],
)
def test_a_refusal_says_what_is_in_the_way(step: Step, steps: str, hindrance: Hindrance) -> None:
    noted = [a_step(Step.of(name), "2026-03-02") for name in steps.split()]
    refusal = why_not(step, a_procedure(), noted, LAW)
    assert refusal is not None
    assert refusal.hindrance is hindrance


def test_a_follow_up_application_begins_anew_what_there_is_only_once() -> None:
    steps = [
        a_step(step, "2026-03-02")
        for step in (Step.APPLICATION_SENT, Step.COMPLETE, Step.EXTENDED, Step.PARTIAL, Step.FOLLOW_UP_APPLICATION)
    ]
    assert last_round(steps) == tuple(steps[-1:])
    assert why_not(Step.COMPLETE, a_procedure(), steps, LAW) is None


def test_days_that_cannot_be_are_found() -> None:
    steps = (
        a_step(Step.FULL, "2026-03-01"),
        a_step(Step.APPLICATION_SENT, "2026-03-02"),
        a_step(Step.PAPERS_ASKED, "2026-03-10", "2026-03-09"),
        a_step(Step.REFUSED, "2026-04-02", posted_on=day("2026-04-03")),
        a_step(Step.ENDED, None),
    )
    found = list(day_faults(a_procedure(), steps, LAW, day("2026-04-01")))
    assert [(step.kind, fault) for step, fault in found] == [
        (Step.FULL, DayFault.OUT_OF_ORDER),
        (Step.PAPERS_ASKED, DayFault.UNTIL_BEFORE),
        (Step.REFUSED, DayFault.IN_FUTURE),
        (Step.REFUSED, DayFault.POSTED_AFTER),
        (Step.ENDED, DayFault.NO_DAY),
    ]


@pytest.mark.parametrize(
    ("steps", "result"),
    [
        ("", None),
        ("application_sent", EquivalenceResult.PENDING),
        ("application_sent complete partial", EquivalenceResult.PARTIAL),
        ("application_sent refused follow_up_application", EquivalenceResult.REFUSED),
        ("application_sent compensation follow_up_application full", EquivalenceResult.FULL),
    ],
)
def test_the_result_for_niq_follows_from_the_steps(steps: str, result: EquivalenceResult | None) -> None:
    noted = tuple(a_step(Step.of(name), "2026-03-02") for name in steps.split())
    assert equivalence_result_of(noted) is result


def test_the_result_of_an_evaluation_follows_too() -> None:
    sent, issued = a_step(Step.APPLICATION_SENT, "2026-03-02"), a_step(Step.POSITIVE, "2026-05-02")
    assert evaluation_result_of(()) is None
    assert evaluation_result_of((sent,)) is EvaluationResult.PENDING
    assert evaluation_result_of((sent, issued)) is EvaluationResult.POSITIVE


def test_an_unknown_kind_has_no_steps() -> None:
    assert next_steps(Procedure(), (), type(LAW)()) == ()
