"""What a step of a way costs, and who may pay it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import FundingSource
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_MONEY: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Payer:
    """Who may pay something, up to `most` euros (None: no limit is known); `is_first`: to be asked before it begins.

    It `is_likely` where the rules are open already, not only where nobody can say it yet.
    """

    source: FundingSource
    most: Decimal | None = None
    is_first: bool = False
    is_likely: bool = True
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class CostSpan:
    """What something costs, in euros; both are None where nobody knows, `source` says whence it is known.

    `what` is what the money is for, empty where the step itself says it; `payers` may pay it.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    source: Text = NOTHING
    is_settled: bool = False
    what: Text = NOTHING
    payers: tuple[Payer, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether an amount is known."""
        return self.high is not None

    @property
    def unpaid(self) -> Decimal:
        """What is left of it where those who may pay do so up to their limits; half where that cannot be said yet."""
        left = self.high or _NO_MONEY
        for payer in self.payers:
            part = left if payer.most is None else min(left, payer.most)
            left -= part if payer.is_likely else part / 2
        return left

    @property
    def is_doubtful(self) -> bool:
        """Whether it is money that nobody checked."""
        return bool(self.high) and not self.is_settled


UNKNOWN: Final = CostSpan()
"""What nobody knows."""


def one_of_each(payers: Iterable[Payer]) -> tuple[Payer, ...]:
    """Return the first payer of each source, in their order."""
    found: dict[FundingSource, Payer] = {}
    for payer in payers:
        found.setdefault(payer.source, payer)
    return tuple(found.values())
