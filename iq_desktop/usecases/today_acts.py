"""What is done right on the page Today: a task or an appointment is ticked off or put off, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.usecases.appointments import finish_appointment, postpone_by_a_week
from iq_desktop.usecases.case_actions import Acted, change_fields, undo_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.domain.talk import Appointment
    from iq_desktop.usecases.desk import Desk

_OF_A_TASK: Final = ("appointments", "agreement")
_MOVABLE: Final = frozenset({ReminderKind.APPOINTMENT, ReminderKind.TASK, ReminderKind.ASK_DONE})


def can_be_put_off(reminder: Reminder) -> bool:
    """Return whether a reminder is a task or an appointment of a case."""
    return reminder.kind in _MOVABLE and bool(reminder.item)


def finish_in_case(desk: Desk, case: CaseFile, reminder: Reminder) -> CaseFile:
    """Return a case that lies open with the task or appointment of a reminder ticked off."""
    one = _find(case, reminder)
    return case if one is None else finish_appointment(desk, case, one)


def postpone_in_case(desk: Desk, case: CaseFile, reminder: Reminder) -> CaseFile:
    """Return a case that lies open with the task or appointment of a reminder put off by a week."""
    one = _find(case, reminder)
    return case if one is None else postpone_by_a_week(desk, case, one)


def finish_reminder(desk: Desk, reminder: Reminder) -> Acted:
    """Tick the task or appointment of a reminder off, today; the agreed point of which it was made is done with it."""
    return _change(desk, reminder, finish_in_case)


def postpone_reminder(desk: Desk, reminder: Reminder) -> Acted:
    """Put the task or appointment of a reminder off by a week; nothing happens where it is gone."""
    return _change(desk, reminder, postpone_in_case)


def undo_reminder(desk: Desk, acted: Acted) -> Acted:
    """Take back what was done on the page Today, where nobody has changed it since."""
    return undo_action(desk, acted)


def _change(desk: Desk, reminder: Reminder, turn: Callable[[Desk, CaseFile, Reminder], CaseFile]) -> Acted:
    def turned(case: CaseFile) -> CaseFile:
        return turn(desk, case, reminder)

    return change_fields(desk, (reminder.case_id,), _OF_A_TASK, turned, None)


def _find(case: CaseFile, reminder: Reminder) -> Appointment | None:
    return next((each for each in case.appointments if each.id == reminder.item), None)
