"""Procedures of the invented clients: one that waits, one that pauses, one that is late, one that was decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.contact import Concern
from iq_desktop.domain.holiday import Land
from iq_desktop.domain.procedure import Procedure, ProcedureStep, StepKind

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

_FIRST: Final = 9
"""Those who came before have only just begun."""
_BODY: Final = "Zuständige Kammer (Beispiel)"
_SENT, _CONFIRMED, _COMPLETE = StepKind.APPLICATION_SENT, StepKind.ACKNOWLEDGED, StepKind.COMPLETE
_SCENES: Final[tuple[tuple[tuple[StepKind, int, int | None], ...], ...]] = (
    ((_SENT, 24, None),),
    ((_SENT, 70, None), (_CONFIRMED, 62, None), (_COMPLETE, 60, None), (StepKind.SUSPENDED, 20, -8)),
    ((_SENT, 130, None), (_CONFIRMED, 118, None), (_COMPLETE, 110, None)),
    ((_SENT, 120, None), (_COMPLETE, 112, None), (StepKind.PARTIAL, 12, None)),
)
"""Steps with the number of days ago on which they happened, and to which they last."""


def with_procedure(case: CaseFile, number: int, today: dt.date) -> CaseFile:
    """Return the case of an invented client with a recognition, where one is wanted and there is a training."""
    if number < _FIRST or number % 2 or not case.qualifications or Concern.RECOGNITION not in case.contact.concerns:
        return case
    about = case.qualifications[0]
    procedure = Procedure(
        qualification_id=about.id,
        reference_occupation=about.reference_occupation or about.title_de,
        body_name=_BODY,
        land=Land.BERLIN,
        started_through_us=True,
    )
    steps = tuple(
        ProcedureStep(procedure.id, kind, _ago(today, days), None if until is None else _ago(today, until))
        for kind, days, until in _SCENES[number // 2 % len(_SCENES)]
    )
    return replace(case, procedures=(procedure,), procedure_steps=steps)


def _ago(today: dt.date, days: int) -> dt.date:
    return today - dt.timedelta(days=days)
