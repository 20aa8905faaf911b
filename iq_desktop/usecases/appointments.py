"""Appointments and tasks: beginning one, moving it, ticking it off, and making one of what was agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.procedure import steps_of
from iq_desktop.domain.procedure_clocks import running_clocks
from iq_desktop.domain.referral import Who
from iq_desktop.domain.talk import Appointment, AppointmentKind, Doer
from iq_desktop.usecases.parts import Parts, add_part, change_part
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

WEEK: Final = dt.timedelta(days=7)
_DOERS: Final = {Who.CLIENT: Doer.CLIENT, Who.ADVISER: Doer.ADVISER, Who.BOTH: Doer.BOTH}
_USUAL_LENGTH: Final = 60
"""Minutes of a talk, as long as nobody says otherwise."""


def begin_appointment() -> Appointment:
    """Return a new appointment: the next talk."""
    return Appointment(minutes=_USUAL_LENGTH)


def begin_task() -> Appointment:
    """Return a new task of the adviser."""
    return Appointment(kind=AppointmentKind.TASK)


def appointments_by_day(case: CaseFile) -> tuple[Appointment, ...]:
    """Return the appointments of a case: what waits in the order of its days, then what is done, newest first."""
    return _in_order(tuple(one for one in case.appointments if not one.is_task))


def tasks_by_day(case: CaseFile) -> tuple[Appointment, ...]:
    """Return the tasks of a case: what waits in the order of its days, those without one last; then what is done."""
    tasks = tuple(one for one in case.appointments if one.is_task)
    return tuple(sorted(_in_order(tasks), key=lambda one: (one.is_done, one.day is None and not one.is_done)))


def _in_order(those: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    waiting = sorted((one for one in those if not one.is_done), key=_moment)
    done = sorted((one for one in those if one.is_done), key=_moment, reverse=True)
    return (*waiting, *done)


def _moment(one: Appointment) -> tuple[dt.date, str]:
    return one.day or dt.date.min, one.at


def appointment_title(one: Appointment) -> Text:
    """Return what an appointment or a task is called: what is to be done, else its kind."""
    return as_it_is(one.what) if one.what else one.kind.label


def appointment_facts(case: CaseFile, one: Appointment) -> tuple[Text, ...]:
    """Return what else is known of an appointment or a task: kind, length, place, or who does it and whence it is."""
    if one.is_task:
        who: Text = as_it_is(one.who_else) if one.who is Doer.OTHER and one.who_else else one.who.label
        return (who, _source_of(case, one))
    length = say_count("{count} minute", "{count} minutes", count=one.minutes) if one.minutes else NOTHING
    return (one.kind.label if one.what else NOTHING, length, as_it_is(one.place))


def _source_of(case: CaseFile, one: Appointment) -> Text:
    if not one.source_id:
        return NOTHING
    if any(point.id == one.source_id for point in case.agreement):
        return say("from the agreement")
    if any(each.id == one.source_id for each in case.procedures):
        return say("from a procedure")
    if any(each.id == one.source_id for each in case.referrals):
        return say("from a referral")
    return NOTHING


def appointment_moment(one: Appointment) -> Text:
    """Return when an appointment is, by when a task is due, or that it is done and since when."""
    if one.is_done:
        return say("Done on {day}", day=one.done_on) if one.done_on else say("Done")
    if one.day is None:
        return say("without a day")
    if one.is_task:
        return say("by {day}", day=one.day)
    return say("{day}, {time}", day=one.day, time=one.at) if one.at else say("{day}", day=one.day)


def change_appointment(desk: Desk, case: CaseFile, one: Appointment) -> CaseFile:
    """Return the case with another state of an appointment or a task; what is ticked off today is done today.

    The agreed point of which a task was made is done with it.
    """
    before = next((each for each in case.appointments if each.id == one.id), one)
    if one.is_done and not before.is_done and one.done_on is None:
        one = replace(one, done_on=desk.clock.today())
    elif before.is_done and not one.is_done:
        one = replace(one, done_on=None)
    changed = change_part(case, Parts.APPOINTMENTS, one)
    point = next((each for each in case.agreement if each.id == one.source_id), None)
    if point is None or before.is_done is one.is_done:
        return changed
    done = replace(point, done_on=one.done_on if one.is_done else None)
    return replace(changed, agreement=tuple(done if each.id == done.id else each for each in case.agreement))


def finish_appointment(desk: Desk, case: CaseFile, one: Appointment) -> CaseFile:
    """Return the case with an appointment or a task ticked off today."""
    return change_appointment(desk, case, replace(one, is_done=True))


def postpone_by_a_week(desk: Desk, case: CaseFile, one: Appointment) -> CaseFile:
    """Return the case with an appointment or a task a week later; what is overdue, a week from today."""
    today = desk.clock.today()
    day = max(one.day or today, today)
    later = day + WEEK if day <= dt.date.max - WEEK else day
    return change_part(case, Parts.APPOINTMENTS, replace(one, day=later, is_done=False, done_on=None))


@dataclass(frozen=True, slots=True)
class TaskSource:
    """Something of the case of which a task can be made: its identity, what is to be done, by whom, by when."""

    id: str
    what: Text
    who: Doer
    due: dt.date | None = None
    told: Text = NOTHING


def task_sources(desk: Desk, case: CaseFile) -> tuple[TaskSource, ...]:
    """Return the agreed points and the running procedures of which no task was made yet; none of a closed case."""
    if case.closing.is_closed:
        return ()
    taken = {one.source_id for one in case.appointments if one.source_id}
    found = (*_of_points(case), *_of_procedures(desk, case))
    return tuple(one for one in found if one.id not in taken)


def take_over_task(case: CaseFile, source: TaskSource, tongue: Tongue) -> CaseFile:
    """Return the case with a task made of an agreed point or a procedure, in the adviser's words."""
    what = tongue.speak(source.what)
    task = Appointment(source.due, kind=AppointmentKind.TASK, what=what, who=source.who, source_id=source.id)
    return add_part(case, Parts.APPOINTMENTS, task)


def _of_points(case: CaseFile) -> Iterator[TaskSource]:
    for point in case.agreement:
        if point.is_written and point.done_on is None:
            what = point.text.strip() or point.text_in_client_language.strip()
            who = _DOERS.get(point.who, Doer.ADVISER)
            yield TaskSource(point.id, as_it_is(what), who, point.due, joined((who.label, _by(point.due))))


def _of_procedures(desk: Desk, case: CaseFile) -> Iterator[TaskSource]:
    for procedure in case.procedures:
        dues = [one.due for one in running_clocks(procedure, steps_of(case, procedure), desk.law) if one.due]
        if dues:
            due = min(dues)
            what = say("Ask how far it is: {body}", body=procedure.body_name or procedure.kind.label)
            yield TaskSource(procedure.id, what, Doer.ADVISER, due, say("A period ends on {day}.", day=due))


def _by(due: dt.date | None) -> Text:
    return say("by {day}", day=due) if due else NOTHING
