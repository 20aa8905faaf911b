"""What waits for the adviser today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import CaseRow, Reminder

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

_REMINDERS: Final = 60
_RECENT: Final = 8


@dataclass(frozen=True, slots=True)
class Today:
    """The page Today: what waits, the cases last worked on, and how many there are."""

    reminders: Sequence[Reminder]
    recent: Sequence[CaseRow]
    case_count: int


def look_at_today(desk: Desk) -> Today:
    """Return what waits today, most urgent first."""
    return Today(
        desk.cases.reminders(desk.clock.today(), limit=_REMINDERS),
        desk.cases.find("", limit=_RECENT),
        desk.cases.count(),
    )
