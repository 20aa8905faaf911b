"""What must stand in the pack of costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import Fault, at_most, day_or_none, flag, many, one_of, shape, words
from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.fact_choices import OccupationKind
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route
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
        "occupations": at_most(len(OccupationKind), many(one_of(*(kind.value for kind in OccupationKind)))),
        "amount": _money,
        "up_to": _money,
        "told_by": words(r".*"),
        "verified": flag,
    }
)
_SHARE: Final = shape(
    {
        "route": one_of(str(Route.INTEGRATION_COURSE.value), str(Route.VOCATIONAL_GERMAN.value)),
        "per_unit": _AMOUNT,
        "told_by": words(),
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
COSTS: Final[Mapping[str, Rule]] = {
    "typical": many(_TYPICAL),
    "shares": many(_SHARE, "route"),
    "fundings": many(_FUNDING),
}


def find_unsourced_costs(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield amounts that nobody tells, or two entries tell, and what counts as verified without a place in the law."""
    seen: set[tuple[str, str, str]] = set()
    for place, one in enumerate(content.get("typical", ())):
        told = {(one["kind"], code, law) for code in one["procedures"] or ("",) for law in one["occupations"] or ("",)}
        if told & seen:
            yield Fault(f"typical[{place}]", say("“{value}” stands there twice", value=one["kind"]))
        seen |= told
        if (one["amount"] or one["up_to"]) and not one["told_by"]:
            yield Fault(f"typical[{place}].told_by", say("is missing"))
    for place, one in enumerate(content.get("fundings", ())):
        if one["verified"] and not one["cite"]:
            yield Fault(f"fundings[{place}].cite", say("is missing"))
        if one["amount"] and not one["cite"] and not one["told_by"]:
            yield Fault(f"fundings[{place}].told_by", say("is missing"))
