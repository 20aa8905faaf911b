"""What waits for the adviser today."""

from __future__ import annotations

import datetime as dt
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """Reminders by when they are due: overdue or today, within seven days, later, and at any time."""

    today: tuple[Reminder, ...]
    this_week: tuple[Reminder, ...]
    later: tuple[Reminder, ...]
    any_time: tuple[Reminder, ...]


def group_by_due(reminders: Sequence[Reminder], today: dt.date) -> Waiting:
    """Return the reminders by when they are due, in their order."""
    week = today + dt.timedelta(days=7)
    return Waiting(
        today=tuple(one for one in reminders if one.due is not None and one.due <= today),
        this_week=tuple(one for one in reminders if one.due is not None and today < one.due <= week),
        later=tuple(one for one in reminders if one.due is not None and one.due > week),
        any_time=tuple(one for one in reminders if one.due is None),
    )
