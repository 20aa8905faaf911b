"""How far a clock is on some day: what the strip shows (“day 41 of 92, paused 12 days”)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.periods import Pause, paused_days
from iq_desktop.domain.procedure_clocks import Clock, running_clocks
from iq_desktop.domain.procedure_law import ClockKind, ProcedureState
from iq_desktop.domain.procedure_steps import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.procedure import Procedure, ProcedureStep
    from iq_desktop.domain.procedure_law import ProcedureLaw


@dataclass(frozen=True, slots=True)
class Strip:
    """A clock on some day: day `day` of `days`, `paused` days left out of both; `days` is None where the end is open.

    `spans` are the parts of the way from the beginning to the end, as shares of 1, each with whether it is a pause;
    `share` is how much of the way is gone by the calendar.
    """

    clock: Clock
    day: int
    days: int | None
    paused: int
    is_paused: bool
    days_left: int | None
    share: float = 0.0
    spans: tuple[tuple[float, bool], ...] = ()

    @property
    def is_overdue(self) -> bool:
        """Whether the last day has passed and nothing was done."""
        return self.days_left is not None and self.days_left < 0


def strip_of(clock: Clock, today: dt.date) -> Strip:
    """Return how far a clock is on a day; one that has ended is told as of the day on which it did."""
    now = min(today, clock.ended_on) if clock.ended_on is not None else today
    seen = max(now if clock.due is None else min(now, clock.due), clock.begun_on)
    so_far = paused_days(clock.begun_on, seen, clock.pauses)
    gone = (seen - clock.begun_on).days
    is_paused = clock.is_running and any(_goes_on(one, today) for one in clock.pauses)
    if clock.due is None:
        return Strip(clock, gone - so_far, None, so_far, is_paused, None)
    whole = max((clock.due - clock.begun_on).days, 0)
    paused = paused_days(clock.begun_on, clock.due, clock.pauses)
    left = (clock.due - today).days if clock.is_running else None
    share = gone / whole if whole else 1.0
    return Strip(clock, gone - so_far, whole - paused, paused, is_paused, left, share, _spans(clock, whole))


def state_on(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw, today: dt.date) -> ProcedureState:
    """Return how far a procedure is on a day: a body waits only as long as the pause lasts that it set."""
    state = state_of(procedure, steps, law)
    if state is not ProcedureState.PAUSED:
        return state
    clocks = (clock for clock in running_clocks(procedure, steps, law) if clock.kind is ClockKind.DECISION)
    is_over = any(not strip_of(clock, today).is_paused for clock in clocks)
    return ProcedureState.RUNNING if is_over else state


def _goes_on(pause: Pause, today: dt.date) -> bool:
    return pause.first <= today and (pause.last is None or pause.last >= today)


def _spans(clock: Clock, whole: int) -> tuple[tuple[float, bool], ...]:
    """Return the running and paused parts of the way from the beginning to the end, as shares; they sum up to 1."""
    if clock.due is None or not whole:
        return ()
    spans: list[tuple[float, bool]] = []
    at = clock.begun_on
    for one in sorted(clock.pauses, key=lambda pause: pause.first):
        first = at if one.first <= at else one.first - dt.timedelta(days=1)
        last = min(one.last or clock.due, clock.due)
        if last <= first:
            continue
        spans += [((first - at).days / whole, False)] if first > at else []
        spans.append(((last - first).days / whole, True))
        at = last
    return (*spans, ((clock.due - at).days / whole, False)) if at < clock.due else tuple(spans)
