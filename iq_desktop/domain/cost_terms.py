"""What costs are usual, and who may pay them on which terms, as a pack tells it; what is not verified says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.procedure import ProcedureKind


@dataclass(frozen=True, slots=True)
class TypicalCost:
    """One usual cost: in which procedures it comes up, what it is (None where nobody knows), and who says so."""

    kind: CostKind
    procedures: tuple[ProcedureKind, ...]
    amount: Decimal | None
    up_to: Decimal | None
    told_by: str
    verified: bool


@dataclass(frozen=True, slots=True)
class FundingTerm:
    """One thing that a payer pays: which costs (empty for all), up to which amount, until when one can apply.

    `cite` is the place in the law, `told_by` who says so where it is not from the law.
    """

    source: FundingSource
    covers: tuple[CostKind, ...]
    amount: Decimal | None
    cite: str
    told_by: str
    until: dt.date | None
    verified: bool


@dataclass(frozen=True, slots=True)
class CostTerms:
    """All of it, as it was checked on a day."""

    typical: tuple[TypicalCost, ...] = ()
    fundings: tuple[FundingTerm, ...] = ()
    checked_on: dt.date | None = None

    def typical_of(self, kind: CostKind) -> TypicalCost | None:
        """Return what is usual for a kind of cost, or None."""
        return next((one for one in self.typical if one.kind is kind), None)

    def terms_of(self, source: FundingSource, today: dt.date) -> tuple[FundingTerm, ...]:
        """Return what a payer pays for which one can still apply on a day."""
        return tuple(one for one in self.fundings if one.source is source and (one.until is None or one.until >= today))
