"""Reads usual costs and the terms of those who may pay them, from their pack."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.cost import CostKind, FundingSource
from iq_desktop.domain.cost_terms import CostTerms, FundingTerm, TypicalCost, UnitShare
from iq_desktop.domain.procedure import ProcedureKind
from iq_desktop.domain.rule import Route

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_cost_terms(folder: Path) -> CostTerms:
    """Return what the pack in a folder says; raises BrokenPack."""
    pack = load_pack(folder, "costs")
    typical = tuple(_typical(one) for one in pack.content["typical"])
    shares = tuple(
        UnitShare(Route.of(one["route"]), Decimal(one["per_unit"]), one["told_by"], one["verified"])
        for one in pack.content["shares"]
    )
    return CostTerms(typical, tuple(_term(one) for one in pack.content["fundings"]), pack.checked_on, shares)


def _typical(one: Mapping[str, Any]) -> TypicalCost:
    return TypicalCost(
        CostKind.of(one["kind"]),
        tuple(ProcedureKind.of(code) for code in one["procedures"]),
        _money(one["amount"]),
        _money(one["up_to"]),
        one["told_by"],
        one["verified"],
        tuple(one["occupations"]),
    )


def _term(one: Mapping[str, Any]) -> FundingTerm:
    return FundingTerm(
        FundingSource.of(one["source"]),
        tuple(CostKind.of(code) for code in one["covers"]),
        _money(one["amount"]),
        one["cite"],
        one["told_by"],
        dt.date.fromisoformat(one["until"]) if one["until"] else None,
        one["verified"],
    )


def _money(words: str | None) -> Decimal | None:
    return Decimal(words) if words is not None else None
