"""What must stand in the pack of costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault, at_most, day_or_none, flag, many, one_of, shape, words
from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iq_desktop.catalogues.pack_rules import Rule

_AMOUNT: Final = words(r"\d{1,6}\.\d{2}")


def _money(value: Any, place: str) -> Iterator[Fault]:
    if value is not None:
        yield from _AMOUNT(value, place)


_KIND: Final = one_of(*(kind.value for kind in CostKind))
_TYPICAL: Final = shape(
    {
        "kind": _KIND,
        "procedures": at_most(len(ProcedureKind), many(one_of(*(kind.value for kind in ProcedureKind)))),
        "amount": _money,
        "up_to": _money,
        "told_by": words(r".*"),
        "verified": flag,
    }
)
_FUNDING: Final = shape(
    {
        "source": one_of(*(source.value for source in FundingSource)),
        "covers": at_most(len(CostKind), many(_KIND)),
        "amount": _money,
        "cite": words(r"(§ .+)?"),
        "told_by": words(r".*"),
        "until": day_or_none,
        "verified": flag,
    }
)
COSTS: Final[Mapping[str, Rule]] = {"typical": many(_TYPICAL, "kind"), "fundings": many(_FUNDING)}


def find_unsourced_costs(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield amounts that nobody tells, and what counts as verified without a place in the law."""
    for place, one in enumerate(content.get("typical", ())):
        if (one["amount"] or one["up_to"]) and not one["told_by"]:
            yield Fault(f"typical[{place}].told_by", say("is missing"))
    for place, one in enumerate(content.get("fundings", ())):
        if one["verified"] and not one["cite"]:
            yield Fault(f"fundings[{place}].cite", say("is missing"))
        if one["amount"] and not one["cite"] and not one["told_by"]:
            yield Fault(f"fundings[{place}].told_by", say("is missing"))
