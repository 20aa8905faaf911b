"""Asking where a calendar file shall lie, and writing it behind the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.calendars import export_appointment, export_case_calendar, export_my_calendar
from iq_desktop.wording.text import NOTHING, joined, say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk import Appointment
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.calendars import WrittenCalendar

ICS: Final = FileKind(say("Calendar (iCalendar)"), ("*.ics",))


def save_calendar_of(place: Workplace, case: CaseFile, owner: QWidget, *, with_names: bool = False) -> None:
    """Ask for a file and write the deadlines of a case into it."""
    path = place.ask.where_to_save(say("Save the dates as a calendar"), f"IQ-{case.number}.ics", ICS)
    if path is not None:
        work = partial(export_case_calendar, place.desk, case, path, place.tongue(), with_names=with_names)
        ask_behind(owner, place, work, partial(_tell, place, path))


def save_appointment(
    place: Workplace, case: CaseFile, one: Appointment, owner: QWidget, *, with_names: bool = False
) -> None:
    """Ask for a file and write one appointment or task of a case into it."""
    path = place.ask.where_to_save(say("Save the date as a calendar"), f"IQ-{case.number}-{one.day}.ics", ICS)
    if path is not None:
        work = partial(export_appointment, place.desk, case, one.id, path, place.tongue(), with_names=with_names)
        ask_behind(owner, place, work, partial(_tell, place, path))


def save_my_calendar(place: Workplace, owner: QWidget, *, with_names: bool = False) -> None:
    """Ask for a file and write the deadlines of all my cases into it."""
    path = place.ask.where_to_save(say("Save the dates as a calendar"), "IQ.ics", ICS)
    if path is not None:
        work = partial(export_my_calendar, place.desk, path, place.tongue(), with_names=with_names)
        ask_behind(owner, place, work, partial(_tell, place, path))


def _tell(place: Workplace, path: Path, written: WrittenCalendar) -> None:
    dates = say_count(
        "{count} date is in “{name}”.", "{count} dates are in “{name}”.", count=written.count, name=path.name
    )
    gone = say_count(
        "{count} date that no longer holds is cancelled in it.",
        "{count} dates that no longer hold are cancelled in it.",
        count=written.cancelled,
    )
    told = joined((dates, gone if written.cancelled else NOTHING), " ")
    place.banner.tell(told, "good", say("The file is not encrypted. Delete it when it is no longer needed."))
