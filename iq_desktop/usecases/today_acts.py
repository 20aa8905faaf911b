"""What is done right on the page Today: a task or an appointment is ticked off or put off, with a way back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.usecases.appointments import finish_appointment, postpone_by_a_week
from iq_desktop.usecases.case_actions import Acted, set_field, undo_action

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.domain.referral import AgreedPoint
    from iq_desktop.domain.talk import Appointment
    from iq_desktop.usecases.desk import Desk

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


def finish_reminder(desk: Desk, reminder: Reminder) -> tuple[Acted, ...]:
    """Tick the task or appointment of a reminder off, today; the agreed point of which it was made is done with it."""
    acts = _change(desk, reminder, partial(finish_appointment, desk))
    done = next((one for one in _after(acts, reminder) if one.id == reminder.item), None)
    if done is None or not done.source_id:
        return acts

    def points(case: CaseFile) -> tuple[AgreedPoint, ...]:
        return tuple(replace(one, done_on=done.done_on) if one.id == done.source_id else one for one in case.agreement)

    agreed = set_field(desk, (reminder.case_id,), "agreement", points, None)
    return (*acts, agreed) if agreed.count else acts


def postpone_reminder(desk: Desk, reminder: Reminder) -> tuple[Acted, ...]:
    """Put the task or appointment of a reminder off by a week; nothing happens where it is gone."""
    return _change(desk, reminder, partial(postpone_by_a_week, desk))


def undo_reminder(desk: Desk, acts: tuple[Acted, ...]) -> tuple[Acted, ...]:
    """Take back what was done on the page Today, wherever nobody has changed it since."""
    return tuple(undo_action(desk, acted) for acted in acts)


def _change(desk: Desk, reminder: Reminder, turn: Callable[[CaseFile, Appointment], CaseFile]) -> tuple[Acted, ...]:
    def turned(case: CaseFile) -> tuple[Appointment, ...]:
        one = _find(case, reminder)
        return case.appointments if one is None else turn(case, one).appointments

    acted = set_field(desk, (reminder.case_id,), "appointments", turned, None)
    return (acted,) if acted.count or acted.left_out else ()


def _find(case: CaseFile, reminder: Reminder) -> Appointment | None:
    return next((each for each in case.appointments if each.id == reminder.item), None)


def _after(acts: tuple[Acted, ...], reminder: Reminder) -> tuple[Appointment, ...]:
    found: tuple[Appointment, ...] = next((acted.after.get(reminder.case_id, ()) for acted in acts), ())
    return found
