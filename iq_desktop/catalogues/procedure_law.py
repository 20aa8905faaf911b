"""Reads what the law says about procedures, and the public holidays of the Länder, from the packs of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.packs import load_pack
from iq_desktop.domain.holiday import Holiday, HolidayCalendar, Land
from iq_desktop.domain.periods import Period, Unit
from iq_desktop.domain.procedure import LegalBasis, ProcedureKind, StepKind
from iq_desktop.domain.procedure_law import (
    Binding,
    Citation,
    ClockKind,
    PeriodRule,
    ProcedureLaw,
    ProcedureState,
    StepTable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PACK: Final = "procedures"
HOLIDAY_PACK: Final = "holidays"


def read_procedure_law(folder: Path) -> ProcedureLaw:
    """Return the tables, periods and public holidays of the packs in a folder; raises BrokenPack."""
    pack = load_pack(folder, PACK)
    tables = {ProcedureKind.of(one["procedure"]): _table(one) for one in pack.content["tables"]}
    periods = tuple(_period(one) for one in pack.content["periods"])
    return ProcedureLaw(tables, periods, read_holidays(folder), pack.checked_on)


def read_holidays(folder: Path) -> HolidayCalendar:
    """Return the public holidays of the pack in a folder; raises BrokenPack."""
    pack = load_pack(folder, HOLIDAY_PACK)
    holidays = tuple(_holiday(one) for one in pack.content["holidays"])
    return HolidayCalendar(holidays, pack.checked_on, pack.verified)


def _table(one: Mapping[str, Any]) -> StepTable:
    moves = {
        ProcedureState.of(state): {StepKind.of(step): ProcedureState.of(then) for step, then in steps.items()}
        for state, steps in one["moves"].items()
    }
    return StepTable(moves, frozenset(StepKind.of(step) for step in one["once"]))


def _period(one: Mapping[str, Any]) -> PeriodRule:
    cited = one.get("citation")
    return PeriodRule(
        code=one["code"],
        clock=ClockKind.of(one["clock"]),
        procedures=tuple(ProcedureKind.of(kind) for kind in one["procedures"]),
        period=Period(one["count"], Unit(one["unit"])),
        citation=_citation(cited) if cited else None,
        binding=Binding(one["binding"]),
        flags=tuple(one.get("flags", {}).items()),
        bases=tuple(LegalBasis.of(basis) for basis in one.get("bases", ())),
        verified=one["verified"],
    )


def _citation(one: Mapping[str, str]) -> Citation:
    return Citation(one["law"], one["paragraph"], one.get("section", ""), one.get("sentence", ""))


def _holiday(one: Mapping[str, Any]) -> Holiday:
    return Holiday(
        code=one["code"],
        name_de=one["names"]["de"],
        name_en=one["names"]["en"],
        month=one.get("month", 0),
        day=one.get("day", 0),
        easter=one.get("easter"),
        wednesday_before=one.get("wednesday_before", False),
        lands=tuple(Land.of(land) for land in one["lands"]),
        since=one.get("since", 0),
        until=one.get("until", 9999),
        is_everywhere=one.get("is_everywhere", True),
    )
