"""What must stand where in the packs of procedures and of public holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.pack_rules import NAMES, Fault, Rule, at_most, each, flag, many, number, one_of, shape, words
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.periods import Unit
from iq_desktop.domain.procedure import LegalBasis, ProcedureKind, StepKind
from iq_desktop.domain.procedure_law import Binding, ClockKind, ProcedureState
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FLAGS: Final = ("is_accelerated", "is_regulated", "is_from_europe")
_KIND: Final = one_of(*(kind.value for kind in ProcedureKind))
_STEP: Final = one_of(*(step.value for step in StepKind))
_STATE: Final = one_of(*(state.value for state in ProcedureState))
_CITATION: Final = shape(
    {"law": words(), "paragraph": words(r"§ \d+[a-z]?")},
    {"section": words(r"\d+[a-z]?"), "sentence": words(r"\d+"), "begins": words()},
)
_PERIOD: Final = shape(
    {
        "code": words(r"[a-z_]+"),
        "clock": one_of(*(clock.value for clock in ClockKind)),
        "procedures": many(_KIND),
        "count": number(1, 400),
        "unit": one_of(*(unit.value for unit in Unit)),
        "binding": one_of(*(binding.value for binding in Binding)),
        "verified": flag,
    },
    {
        "citation": _CITATION,
        "flags": shape({}, dict.fromkeys(_FLAGS, flag)),
        "bases": many(one_of(*(basis.value for basis in LegalBasis))),
        "note": words(),
    },
)
_TABLE: Final = shape(
    {"procedure": _KIND, "once": at_most(20, many(_STEP)), "moves": each(r"[a-z_]+", each(r"[a-z_]+", _STATE))}
)
PROCEDURES: Final[Mapping[str, Rule]] = {"periods": many(_PERIOD), "tables": many(_TABLE, "procedure")}

_HOLIDAY: Final = shape(
    {
        "code": words(r"[a-z-]+"),
        "names": NAMES,
        "lands": at_most(16, many(one_of(*(land.value for land in Land)))),
        "verified": flag,
    },
    {
        "month": number(1, 12),
        "day": number(1, 31),
        "easter": number(-60, 70),
        "wednesday_before": flag,
        "since": number(1900, 2200),
        "until": number(1900, 2200),
        "is_everywhere": flag,
        "note": words(),
    },
)
HOLIDAYS: Final[Mapping[str, Rule]] = {"holidays": many(_HOLIDAY)}


def find_faults_of_tables(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield unknown states and steps of tables, periods that claim to be checked without a place in the law."""
    states = {state.value for state in ProcedureState}
    steps = {step.value for step in StepKind}
    for at, table in enumerate(content.get("tables", ())):
        for state, moves in table["moves"].items():
            here = f"tables[{at}].moves.{state}"
            if state not in states:
                yield Fault(here, say("is not known here"))
            yield from (Fault(f"{here}.{step}", say("is not known here")) for step in moves if step not in steps)
    for at, period in enumerate(content.get("periods", ())):
        if period["verified"] and "citation" not in period:
            yield Fault(f"periods[{at}].citation", say("is missing"))
    for at, holiday in enumerate(content.get("holidays", ())):
        if ("easter" in holiday) is ("month" in holiday and "day" in holiday):
            yield Fault(f"holidays[{at}]", say("“{value}” does not have the right form", value=holiday["code"]))
