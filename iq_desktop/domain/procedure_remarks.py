"""What an adviser should know about a procedure beyond its clocks: what cannot be right, what the body did too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from iq_desktop.domain.periods import end_from_first_day, end_of_period
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StayGround, StepKind
from iq_desktop.domain.procedure_clocks import clocks_of
from iq_desktop.domain.procedure_law import ClockKind, PeriodRule
from iq_desktop.domain.procedure_steps import last_round

if TYPE_CHECKING:
    from iq_desktop.domain.procedure_law import ProcedureLaw


class RemarkKind(Enum):
    """What there is to say."""

    EXTENDED_LATE = "extended_late"
    EXTENDED_TOO_LONG = "extended_too_long"
    STAY_TOO_LONG = "stay_too_long"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: about which step, the day that counts (the last one that would have been right), and the rule."""

    kind: RemarkKind
    step: ProcedureStep
    day: dt.date
    rule: PeriodRule | None = None


def remarks_on(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> tuple[Remark, ...]:
    """Return the remarks on a procedure, whose steps come in order."""
    return (*_on_extension(procedure, steps, law), *_on_stay(procedure, steps, law))


def longest_stay(
    procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw
) -> tuple[dt.date, PeriodRule] | None:
    """Return the last day that a stay can reach, counted from its first permit, and the rule; None where unknown."""
    first = next((step.day for step in steps if step.kind is StepKind.GRANTED and step.day is not None), None)
    code = _STAYS.get(procedure.ground) if procedure.ground else None
    rule = law.find_period(ClockKind.STAY, procedure, code) if code else None
    if first is None or rule is None or procedure.kind is not ProcedureKind.STAY:
        return None
    return end_from_first_day(first, rule.period), rule


_STAYS = {
    StayGround.MEASURE: "stay_measure",
    StayGround.PARTNERSHIP: "stay_partnership",
    StayGround.AGREEMENT: "stay_agreement",
    StayGround.ANALYSIS: "stay_analysis",
}


def _on_extension(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Iterator[Remark]:
    extension = next((step for step in last_round(steps) if step.kind is StepKind.EXTENDED and step.day), None)
    if extension is None or extension.day is None:
        return
    before = [step for step in last_round(steps) if step is not extension]
    plain = next((one for one in clocks_of(procedure, before, law) if one.kind is ClockKind.DECISION), None)
    if plain is None or plain.due is None or plain.rule is None or not plain.is_settled:
        return
    if extension.day > plain.due:
        yield Remark(RemarkKind.EXTENDED_LATE, extension, plain.due, plain.rule)
    longest = law.find_period(ClockKind.DECISION, procedure, "decision_longest_extension")
    if longest is not None and extension.until is not None:
        latest = end_of_period(plain.due, longest.period)
        if extension.until > latest:
            yield Remark(RemarkKind.EXTENDED_TOO_LONG, extension, latest, longest)


def _on_stay(procedure: Procedure, steps: Sequence[ProcedureStep], law: ProcedureLaw) -> Iterator[Remark]:
    longest = longest_stay(procedure, steps, law)
    if longest is None:
        return
    latest, rule = longest
    for step in steps:
        if step.kind in {StepKind.GRANTED, StepKind.PROLONGED} and step.until is not None and step.until > latest:
            yield Remark(RemarkKind.STAY_TOO_LONG, step, latest, rule)
