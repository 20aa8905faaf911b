"""The clocks of a procedure: what somebody owes by when, how far that is, what pauses it; pure, and worked out anew.

Where the law leaves a choice, the day is told that harms nobody: what the client owes is told early (a day that a body
named is not moved to a working day), what the body owes is told late (the day of a request counts to the pause).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.periods import Pause, end_of_period, lengthened, next_working_day
from iq_desktop.domain.procedure import APPLICATIONS, DECISIONS, Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.procedure_law import Binding, ClockKind, PeriodRule
from iq_desktop.domain.procedure_steps import last_round

if TYPE_CHECKING:
    from iq_desktop.domain.procedure_law import ProcedureLaw

DELIVERY: Final = dt.timedelta(days=4)
"""A letter counts as come on the fourth day after posting (§ 41 (2) sentence 1 VwVfG)."""
WITHOUT_INSTRUCTION: Final = "remedy_without_instruction"
AFTER_OBJECTION: Final = "remedy_after_objection"
REMEDY: Final = "remedy"
EXAMS: Final = {StepKind.EXAM_CHOSEN: "exam_chosen", StepKind.EXAM_ORDERED: "exam_ordered"}
"""Steps after which an aptitude test must be possible, with the period of the law that counts for each."""
_ENDS: Final = DECISIONS | {StepKind.WITHDRAWN, StepKind.ENDED}


class Owed(Enum):
    """Who has to do something."""

    BODY = "body"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Clock:
    """One period: `begun_on` is the day of the event, `due` its last day, None where nobody can tell it yet.

    `ended_on` is the day on which what was owed was done, or became needless. `raw_due` is the end without pauses and
    holidays, `rule` where it stands, None where a body named the day.
    """

    kind: ClockKind
    procedure_id: str
    begun_on: dt.date
    who: Owed
    due: dt.date | None = None
    raw_due: dt.date | None = None
    rule: PeriodRule | None = None
    pauses: tuple[Pause, ...] = ()
    ended_on: dt.date | None = None
    is_extended: bool = False

    @property
    def is_running(self) -> bool:
        """Whether somebody still owes something."""
        return self.ended_on is None

    @property
    def is_settled(self) -> bool:
        """Whether the period is one of the law that was checked, or of the body itself: no mere custom."""
        return self.rule is None or (self.rule.verified and self.rule.binding is not Binding.USUAL)


def clocks_of(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> tuple[Clock, ...]:
    """Return the clocks of the present round of a procedure, whose steps come in the order of their days."""
    dated = [step for step in last_round(steps) if step.day is not None]
    found = (
        _receipt(procedure, dated, law),
        _papers(procedure, dated),
        _decision(procedure, dated, law),
        _remedy(procedure, dated, law),
        _objection(procedure, dated, law),
        _exam(procedure, dated, law),
        _stay(procedure, dated),
    )
    return tuple(clock for clock in found if clock is not None)


def running_clocks(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> tuple[Clock, ...]:
    """Return the clocks that still run, the one that ends first before the others, those without an end last."""
    running = [clock for clock in clocks_of(procedure, steps, law) if clock.is_running]
    return tuple(sorted(running, key=lambda clock: (clock.due or dt.date.max, clock.kind.value)))


def action_possible_from(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> dt.date | None:
    """Return from when an action for failure to act is possible (§ 75 sentence 2 VwGO), or None.

    It is counted from the application or the objection that waits; None where nothing waits, or where the procedure
    does not end with an administrative act.
    """
    rule = law.find_period(ClockKind.OBJECTION, procedure)
    dated = [step for step in last_round(steps) if step.day is not None]
    if rule is None or any(step.kind is StepKind.ACTION for step in dated):
        return None
    waiting: dt.date | None = None
    for step in dated:
        if step.kind in APPLICATIONS or step.kind is StepKind.OBJECTION:
            waiting = step.day
        elif step.kind in _ENDS or step.kind is StepKind.OBJECTION_REFUSED or step.kind is StepKind.GRANTED:
            waiting = None
    if waiting is None:
        return None
    end = end_of_period(waiting, rule.period)
    return end + dt.timedelta(days=1) if end < dt.date.max else None


def announced_on(step: ProcedureStep) -> dt.date | None:
    """Return when a notice counts as announced: when it came, at the earliest on the fourth day after posting.

    A notice on an objection is served (§ 73 (3), § 74 (1) VwGO): what counts is the day on which it came.
    """
    if step.posted_on is None or step.day is None or step.kind is StepKind.OBJECTION_REFUSED:
        return step.day
    return max(step.day, step.posted_on + DELIVERY) if step.posted_on <= dt.date.max - DELIVERY else step.day


def _receipt(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Clock | None:
    sent, rule = _last(steps, APPLICATIONS), law.find_period(ClockKind.RECEIPT, procedure)
    if sent is None or sent.day is None or rule is None:
        return None
    told = {StepKind.ACKNOWLEDGED, StepKind.PAPERS_ASKED, StepKind.ADMITTED}
    return _of_law(ClockKind.RECEIPT, procedure, sent.day, Owed.BODY, rule, law, _day_of(steps, told | _ENDS))


def _papers(procedure: Procedure, steps: Sequence[ProcedureStep]) -> Clock | None:
    asking = [step for step in steps if step.kind in {StepKind.PAPERS_ASKED, StepKind.SUSPENDED}]
    if not asking or asking[-1].day is None:
        return None
    asked = asking[-1]
    later = steps[list(steps).index(asked) + 1 :]
    done = {StepKind.PAPERS_HANDED_IN, StepKind.RESUMED, StepKind.COMPLETE, StepKind.ADMITTED, StepKind.GRANTED}
    ended = _day_of(later, done | _ENDS)
    begun = asking[-1].day
    return Clock(ClockKind.PAPERS, procedure.id, begun, Owed.CLIENT, asked.until, asked.until, ended_on=ended)


def _decision(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Clock | None:
    rule = law.find_period(ClockKind.DECISION, procedure)
    begin = _last(steps, {StepKind.COMPLETE})
    if begin is None and procedure.kind is ProcedureKind.EVALUATION:
        begin = _last(steps, APPLICATIONS)
    if begin is None or begin.day is None or rule is None:
        return None
    raw = end_of_period(begin.day, rule.period)
    extension = _last(steps, {StepKind.EXTENDED})
    if extension is not None and extension.day is not None:
        longest = law.find_period(ClockKind.DECISION, procedure, "decision_longest_extension")
        raw_or_none = extension.until or (end_of_period(raw, longest.period) if longest else None)
    else:
        raw_or_none = raw
    pauses = _pauses(steps)
    counted = pauses if extension is None or extension.day is None else _after(pauses, extension.day)
    is_moved = law.calendar.in_land(procedure.land)
    due = None if raw_or_none is None else lengthened(begin.day, raw_or_none, counted)
    return Clock(
        ClockKind.DECISION,
        procedure.id,
        begin.day,
        Owed.BODY,
        None if due is None else next_working_day(due, is_moved),
        raw_or_none,
        rule,
        pauses,
        _day_of(steps, _ENDS),
        is_extended=extension is not None,
    )


def _remedy(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Clock | None:
    """Return the clock after a notice that refuses something; an objection or an action ends it."""
    bad = DECISIONS - {StepKind.FULL, StepKind.POSITIVE} | {StepKind.OBJECTION_REFUSED}
    notice = next((step for step in reversed(steps) if step.kind in DECISIONS | {StepKind.OBJECTION_REFUSED}), None)
    if notice is None or notice.kind not in bad or procedure.kind is ProcedureKind.EVALUATION:
        return None
    begun = announced_on(notice)
    is_second = notice.kind is StepKind.OBJECTION_REFUSED
    code = WITHOUT_INSTRUCTION if notice.lacks_instruction else AFTER_OBJECTION if is_second else REMEDY
    rule = law.find_period(ClockKind.REMEDY, procedure, code)
    if begun is None or rule is None:
        return None
    later = steps[list(steps).index(notice) + 1 :]
    ended = _day_of(later, {StepKind.OBJECTION, StepKind.ACTION, StepKind.ENDED})
    return _of_law(ClockKind.REMEDY, procedure, begun, Owed.CLIENT, rule, law, ended)


def _objection(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Clock | None:
    rule, lodged = law.find_period(ClockKind.OBJECTION, procedure), _last(steps, {StepKind.OBJECTION})
    if rule is None or lodged is None or lodged.day is None:
        return None
    later = steps[list(steps).index(lodged) + 1 :]
    ended = _day_of(later, {StepKind.OBJECTION_REFUSED, StepKind.ACTION} | _ENDS)
    return _of_law(ClockKind.OBJECTION, procedure, lodged.day, Owed.BODY, rule, law, ended)


def _exam(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Clock | None:
    """Return the clock within which an aptitude test must be possible; begun, it has been."""
    wanted = next((step for step in reversed(steps) if step.kind in EXAMS), None)
    begun = None if wanted is None else announced_on(wanted)
    rule = None if wanted is None else law.find_period(ClockKind.EXAM, procedure, EXAMS[wanted.kind])
    if wanted is None or begun is None or rule is None:
        return None
    later = steps[list(steps).index(wanted) + 1 :]
    ended = _day_of(later, {StepKind.MEASURE_BEGUN, StepKind.MEASURE_DONE, StepKind.OBJECTION} | _ENDS)
    return _of_law(ClockKind.EXAM, procedure, begun, Owed.BODY, rule, law, ended)


def _stay(procedure: Procedure, steps: Sequence[ProcedureStep]) -> Clock | None:
    permit = _last(steps, {StepKind.GRANTED, StepKind.PROLONGED})
    if permit is None or permit.day is None or permit.until is None:
        return None
    later = steps[list(steps).index(permit) + 1 :]
    ended = _day_of(later, {StepKind.ENDED})
    return Clock(ClockKind.STAY, procedure.id, permit.day, Owed.CLIENT, permit.until, permit.until, ended_on=ended)


def _of_law(
    kind: ClockKind,
    procedure: Procedure,
    begun: dt.date,
    who: Owed,
    rule: PeriodRule,
    law: ProcedureLaw,
    ended: dt.date | None,
) -> Clock:
    raw = end_of_period(begun, rule.period)
    due = next_working_day(raw, law.calendar.in_land(procedure.land))
    return Clock(kind, procedure.id, begun, who, due, raw, rule, ended_on=ended)


def _pauses(steps: Sequence[ProcedureStep]) -> tuple[Pause, ...]:
    """Return when the period does not run: until the end of what the body set, or of the analysis."""
    found: list[Pause] = []
    for at, step in enumerate(steps):
        if step.day is None:
            continue
        if step.kind is StepKind.SUSPENDED:
            resumed = _day_of(steps[at + 1 :], {StepKind.RESUMED})
            found.append(Pause(step.day, _first_of(step.until, _day_before(resumed))))
        elif step.kind is StepKind.ANALYSIS_BEGUN:
            found.append(Pause(step.day, _day_of(steps[at + 1 :], {StepKind.ANALYSIS_DONE})))
    return tuple(found)


def _after(pauses: Iterable[Pause], day: dt.date) -> list[Pause]:
    """Return what of pauses lies after a day: the body knew the earlier ones when it named the longer period."""
    next_day = day + dt.timedelta(days=1) if day < dt.date.max else day
    return [Pause(max(one.first, next_day), one.last) for one in pauses if one.last is None or one.last > day]


def _last(steps: Sequence[ProcedureStep], kinds: Iterable[StepKind]) -> ProcedureStep | None:
    wanted = frozenset(kinds)
    return next((step for step in reversed(steps) if step.kind in wanted), None)


def _day_of(steps: Sequence[ProcedureStep], kinds: Iterable[StepKind]) -> dt.date | None:
    wanted = frozenset(kinds)
    return next((step.day for step in steps if step.kind in wanted), None)


def _first_of(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _day_before(day: dt.date | None) -> dt.date | None:
    return day - dt.timedelta(days=1) if day is not None and day > dt.date.min else None
