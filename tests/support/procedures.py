"""Procedures and steps, noted in one line each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from iq_desktop.domain.holiday import Land
from iq_desktop.domain.procedure import Procedure, ProcedureStep, StepKind


def day(words: str) -> dt.date:
    """Return a day such as `2026-03-02`."""
    return dt.date.fromisoformat(words)


def a_procedure(**changes: Any) -> Procedure:
    """Return a recognition in Berlin."""
    return Procedure(
        **{
            "reference_occupation": "Bäcker/in",
            "body_name": "Handwerkskammer Berlin",
            "land": Land.BERLIN,
            "id": "procedure-1",
            **changes,
        }
    )


def a_step(kind: StepKind, on: str | None, until: str | None = None, **changes: Any) -> ProcedureStep:
    """Return a step of that procedure; days are written `2026-03-02`."""
    return ProcedureStep(
        **{
            "procedure_id": "procedure-1",
            "kind": kind,
            "day": day(on) if on else None,
            "until": day(until) if until else None,
            "id": f"{kind.value}-{on}",
            **changes,
        }
    )
