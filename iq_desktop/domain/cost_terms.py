"""What costs are usual, and who may pay them on which terms, as a pack tells it; what is not verified says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route


@dataclass(frozen=True, slots=True)
class TypicalCost:
    """One usual cost: in which procedures it comes up, what it is (None where nobody knows), and who says so.

    `occupations` are the laws of the occupations for which it holds (codes of OccupationKind), empty for all.
    """

    kind: CostKind
    procedures: tuple[ProcedureKind, ...]
    amount: Decimal | None
    up_to: Decimal | None
    told_by: str
    verified: bool
    occupations: tuple[str, ...] = ()

    def fits(self, procedure: ProcedureKind | None, occupation: str) -> bool:
        """Return whether it holds in a procedure (any for None) about an occupation of a law (empty: nobody knows)."""
        is_of_law = not self.occupations or occupation in self.occupations
        return is_of_law and (procedure is None or procedure in self.procedures)


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What somebody who pays a share of a German course pays for each unit of 45 minutes, in euros."""

    route: Route
    per_unit: Decimal
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
    shares: tuple[UnitShare, ...] = ()

    def typical_of(
        self, kind: CostKind, procedure: ProcedureKind | None = None, occupation: str = ""
    ) -> TypicalCost | None:
        """Return what is usual for a kind of cost in a procedure about an occupation, or None; the first that fits."""
        return next((one for one in self.typical if one.kind is kind and one.fits(procedure, occupation)), None)

    def share_of(self, route: Route) -> UnitShare | None:
        """Return what a unit of a German course costs who pays a share, or None where nobody knows."""
        return next((one for one in self.shares if one.route is route), None)

    def terms_of(self, source: FundingSource, today: dt.date) -> tuple[FundingTerm, ...]:
        """Return what a payer pays for which one can still apply on a day."""
        return tuple(one for one in self.fundings if one.source is source and (one.until is None or one.until >= today))
