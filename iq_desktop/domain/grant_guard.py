"""The guard “grant first”: whether somebody could still get the recognition grant and would lose it by going on.

Whether the grant is possible is for the rules to say (`eligibility`); here only stands when that matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import CostKind, FundingSource, FundingState
from iq_desktop.domain.eligibility import Verdict, what_is_possible
from iq_desktop.domain.fact import Fact
from iq_desktop.domain.procedure import APPLICATIONS, ProcedureKind, StepKind
from iq_desktop.domain.rule import Route, RulePack

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.cost import Cost, Funding
    from iq_desktop.domain.eligibility import RouteVerdict
    from iq_desktop.domain.procedure import Procedure

GUARDED: Final = frozenset({ProcedureKind.RECOGNITION, ProcedureKind.EVALUATION, ProcedureKind.ANALYSIS})
"""Procedures for which the grant is given."""
GUARDED_COSTS: Final = frozenset(
    {CostKind.FEE, CostKind.EVALUATION, CostKind.TRANSLATION, CostKind.COPIES, CostKind.ANALYSIS, CostKind.COURSE}
)
"""Costs that nobody should bring about before the grant was applied for."""
_TOLD: Final = "grant_is_applied_for"


@dataclass(frozen=True, slots=True)
class GrantWarning:
    """The grant could be possible and was not applied for.

    `is_likely` where the rules say so already; else `missing` is what they still have to know.
    """

    is_likely: bool
    missing: tuple[Fact, ...] = ()


def find_grant_warning(packs: Iterable[RulePack], case: CaseFile, today: dt.date) -> GrantWarning | None:
    """Return the warning where something could still be lost and the rules do not rule the grant out, else None."""
    if is_grant_settled(case) or not has_something_to_lose(case):
        return None
    about = tuple(pack for pack in packs if any(rule.route is Route.RECOGNITION_GRANT for rule in pack.rules))
    return warning_of(what_is_possible(about, case, today))


def warning_of(verdicts: Iterable[RouteVerdict]) -> GrantWarning | None:
    """Return the warning that verdicts ask for; None where the rules rule the grant out, or say nothing of it."""
    verdict = next((one for one in verdicts if one.route is Route.RECOGNITION_GRANT), None)
    if verdict is None or Verdict.CLOSED in {verdict.verdict, verdict.may_become}:
        return None
    return GrantWarning(verdict.verdict is not Verdict.UNDECIDED, verdict.missing)


def is_grant_settled(case: CaseFile) -> bool:
    """Return whether the grant was applied for, answered, or left out with a reason."""
    if any(one.source is FundingSource.RECOGNITION_GRANT and _is_settled(one) for one in case.fundings):
        return True
    return any((one.fact, one.value) == (_TOLD, "yes") for one in case.told_facts)


def has_something_to_lose(case: CaseFile) -> bool:
    """Return whether an application or a cost lies ahead for which the grant could pay."""
    return any(True for _one in applications_ahead(case)) or any(True for _one in costs_ahead(case))


def applications_ahead(case: CaseFile) -> Iterator[Procedure]:
    """Yield the procedures, such as the grant is given for, in which nobody has applied yet."""
    begun = {step.procedure_id for step in case.procedure_steps if step.kind in APPLICATIONS}
    yield from (one for one in case.procedures if one.kind in GUARDED and one.id not in begun)


def costs_ahead(case: CaseFile) -> Iterator[Cost]:
    """Yield the costs, such as the grant is given for, that nobody has ordered or paid."""
    yield from (one for one in case.costs if one.kind in GUARDED_COSTS and not one.has_begun)


def is_guarded_step(procedure: Procedure, kind: StepKind) -> bool:
    """Return whether a step is one before which the grant must be applied for."""
    return procedure.kind in GUARDED and kind is StepKind.APPLICATION_SENT


def _is_settled(one: Funding) -> bool:
    return one.state is not FundingState.PLANNED
