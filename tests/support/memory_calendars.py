"""Calendars in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.usecases.calendar_ports import CalendarDay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path


@dataclass
class MemoryCalendars:
    """The calendars that were written, by the name of their file."""

    files: dict[str, tuple[CalendarDay, ...]] = field(default_factory=dict)

    def write_calendar(self, path: Path, name: str, days: Sequence[CalendarDay], made_at: dt.datetime) -> int:
        del name, made_at
        self.files[path.name] = tuple(days)
        return len(days)
