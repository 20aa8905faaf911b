"""What a recognition costs, and who is asked to pay for it; amounts are euros with two places, never floats."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say


class CostKind(Choice):
    """What a cost is for; the codes are stored and never change."""

    FEE = "fee", say("Fee of the procedure")
    EVALUATION = "evaluation", say("Certificate evaluation by the ZAB")
    TRANSLATION = "translation", say("Translations")
    COPIES = "copies", say("Certified copies")
    ANALYSIS = "analysis", say("Qualification analysis")
    FAST = "fast", say("Agreement for the accelerated procedure")
    VISA = "visa", say("Visa")
    COURSE = "course", say("Course or compensation measure")
    EXAM = "exam", say("Examination")
    TRAVEL = "travel", say("Travel")
    OTHER = "other", say("Other costs")


class FundingSource(Choice):
    """Who can pay."""

    RECOGNITION_GRANT = "recognition_grant", say("Recognition grant (Anerkennungszuschuss)")
    PLACEMENT_BUDGET = "placement_budget", say("Placement budget, § 44 SGB III")
    ACTIVATION = "activation", say("Activation measure, § 45 SGB III")
    FURTHER_TRAINING = "further_training", say("Further training, § 81 SGB III")
    UPGRADING_GRANT = "upgrading_grant", say("Upgrading grant (AFBG)")
    LAND = "land", say("Programme of the Land")
    EMPLOYER = "employer", say("Employer")
    OTHER = "other", say("Somebody else")


class FundingState(Choice):
    """How far a funding is; it follows from its days."""

    PLANNED = "planned", say("not applied for yet")
    APPLIED = "applied", say("applied for")
    GRANTED = "granted", say("granted")
    REFUSED = "refused", say("refused")
    LEFT_OUT = "left_out", say("not applied for, with a reason")


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost, in euros; from `amount` to `up_to` where it is not known exactly, None where nothing is known.

    An `is_estimate` was not named by whoever gets the money. `procedure_id` may be empty.
    """

    kind: CostKind = CostKind.FEE
    what: str = ""
    amount: Decimal | None = None
    up_to: Decimal | None = None
    is_estimate: bool = False
    procedure_id: str = ""
    due: dt.date | None = None
    ordered_on: dt.date | None = None
    paid_on: dt.date | None = None
    note: str = ""
    id: str = field(default_factory=new_id)

    @property
    def least(self) -> Decimal:
        """What it costs at least; 0 where nothing is known."""
        return self.amount if self.amount is not None else Decimal(0)

    @property
    def most(self) -> Decimal:
        """What it costs at most; as much as at least where nothing else is known."""
        return max(self.up_to or Decimal(0), self.least)

    @property
    def is_known(self) -> bool:
        """Whether an amount is known."""
        return self.amount is not None or self.up_to is not None

    @property
    def has_begun(self) -> bool:
        """Whether somebody ordered or paid it, so that a grant may come too late."""
        return self.ordered_on is not None or self.paid_on is not None

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what cannot be."""
        found = []
        if self.amount is not None and self.up_to is not None and self.up_to < self.amount:
            found.append(Problem("up_to", say("This is less than the amount before."), Weight.WRONG))
        if self.paid_on is not None and self.paid_on > today:
            found.append(Problem("paid_on", say("This day lies in the future."), Weight.WRONG))
        if self.ordered_on is not None and self.ordered_on > today:
            found.append(Problem("ordered_on", say("This day lies in the future."), Weight.WRONG))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Funding:
    """One payer who is asked, for some kinds of costs or for all (`covers` is empty), up to `amount` where it is known.

    `left_out_on` is the day on which it was decided not to apply, `note` says why.
    """

    source: FundingSource = FundingSource.RECOGNITION_GRANT
    name: str = ""
    covers: tuple[CostKind, ...] = ()
    amount: Decimal | None = None
    applied_on: dt.date | None = None
    granted_on: dt.date | None = None
    refused_on: dt.date | None = None
    left_out_on: dt.date | None = None
    note: str = ""
    id: str = field(default_factory=new_id)

    @property
    def state(self) -> FundingState:
        """How far it is: what came last counts, a refusal before a grant of the same day."""
        if self.refused_on is not None and (self.granted_on is None or self.refused_on >= self.granted_on):
            return FundingState.REFUSED
        if self.granted_on is not None:
            return FundingState.GRANTED
        if self.applied_on is not None:
            return FundingState.APPLIED
        return FundingState.PLANNED if self.left_out_on is None else FundingState.LEFT_OUT

    def pays(self, kind: CostKind) -> bool:
        """Return whether it is for costs of a kind."""
        return not self.covers or kind in self.covers

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what cannot be."""
        days = (("applied_on", self.applied_on), ("granted_on", self.granted_on), ("refused_on", self.refused_on))
        found = [
            Problem(name, say("This day lies in the future."), Weight.WRONG) for name, day in days if _after(day, today)
        ]
        for name, day in days[1:]:
            if day is not None and self.applied_on is not None and day < self.applied_on:
                found.append(Problem(name, say("This day lies before the application."), Weight.WRONG))
        return tuple(found)


def _after(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day > today
