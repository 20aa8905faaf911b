"""Appointments and tasks: by whom and by when, moved, ticked off, made of what was agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.referral import AgreedPoint, Referral, Who
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, Doer
from iq_desktop.usecases.appointments import (
    appointment_facts,
    appointment_moment,
    appointments_by_day,
    begin_appointment,
    begin_task,
    change_appointment,
    finish_appointment,
    postpone_by_a_week,
    take_over_task,
    task_sources,
    tasks_by_day,
)
from iq_desktop.usecases.referrals import change_point
from iq_desktop.wording.text import joined
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.followed_cases import a_followed_case
from tests.support.full_cases import a_usual_case
from tests.support.tongues import TRANSLATIONS, english, german

DESK = a_desk(TRANSLATIONS)
CASE = CaseFile(opened_on=TODAY)
DAY = dt.timedelta(days=1)
TASK = AppointmentKind.TASK


def with_one(one: Appointment) -> CaseFile:
    return replace(CASE, appointments=(one,))


def test_a_new_appointment_is_a_talk_and_a_new_task_is_the_advisers() -> None:
    assert (begin_appointment().kind, begin_appointment().minutes) == (AppointmentKind.TALK, 60)
    assert (begin_task().kind, begin_task().who) == (TASK, Doer.ADVISER)
    assert [one.field for one in begin_task().problems(TODAY)] == ["what", "day"]


def test_tasks_and_appointments_stand_apart_each_in_the_order_of_its_day() -> None:
    case = a_followed_case()
    assert [one.id for one in tasks_by_day(case)] == ["late", "from-point", "of-client", "of-other", "done"]
    assert [one.id for one in appointments_by_day(case)] == ["talk", "office"]


def test_a_line_says_who_does_it_whence_it_is_and_by_when() -> None:
    case = a_followed_case()
    told = {
        one.id: german().speak(joined((*appointment_facts(case, one), appointment_moment(one))))
        for one in case.appointments
    }
    assert told["from-point"] == "Die Beratung · aus der Vereinbarung · bis 05.11.2026"
    assert told["of-other"] == "Der Bruder · ohne Tag"
    assert told["done"] == "Die Beratung · Erledigt am 27.10.2026"
    assert told["talk"] == "Nächstes Gespräch · 60 Minuten · Zimmer 12 · 03.11.2026, 14:30"
    of_procedure = Appointment(kind=TASK, source_id=a_usual_case().procedures[0].id)
    assert "from a procedure" in english().speak(joined(appointment_facts(a_usual_case(), of_procedure)))
    referred = replace(CASE, referrals=(Referral("VHS", id="vhs"),))
    assert "from a referral" in english().speak(
        joined(appointment_facts(referred, replace(of_procedure, source_id="vhs")))
    )
    assert english().speak(joined(appointment_facts(CASE, replace(of_procedure, source_id="gone")))) == "The adviser"


def test_what_is_ticked_off_was_done_today_and_can_be_taken_back() -> None:
    one = Appointment(TODAY, kind=TASK, what="Anrufen")
    case = finish_appointment(DESK, with_one(one), one)
    done = case.appointments[0]
    assert (done.is_done, done.done_on) == (True, TODAY)
    earlier = replace(done, done_on=TODAY - DAY)
    assert change_appointment(DESK, case, earlier).appointments[0].done_on == TODAY - DAY
    assert change_appointment(DESK, case, replace(done, is_done=False)).appointments[0].done_on is None


def test_a_week_later_counts_from_its_day_or_from_today_where_it_is_overdue() -> None:
    soon, late, none = (Appointment(day, kind=TASK) for day in (TODAY + DAY, TODAY - 30 * DAY, None))
    found = [postpone_by_a_week(DESK, with_one(one), one).appointments[0].day for one in (soon, late, none)]
    assert found == [TODAY + 8 * DAY, TODAY + 7 * DAY, TODAY + 7 * DAY]
    last = Appointment(dt.date.max, kind=TASK)
    assert postpone_by_a_week(DESK, with_one(last), last).appointments[0].day == dt.date.max


def test_an_agreed_point_becomes_a_task_once_and_is_done_with_it() -> None:
    point = AgreedPoint("Platz anfragen", who=Who.BOTH, due=TODAY + DAY, id="point")
    case = replace(CASE, agreement=(point, AgreedPoint("Fertig", done_on=TODAY), AgreedPoint()))
    (source,) = task_sources(DESK, case)
    assert english().speak(source.told).startswith("Both together · by ")
    case = take_over_task(case, source, english())
    task = case.appointments[0]
    assert (task.what, task.who, task.day, task.source_id) == ("Platz anfragen", Doer.BOTH, TODAY + DAY, "point")
    assert task_sources(DESK, case) == ()
    assert [one.kind for one in deadlines_of(case)] == [ReminderKind.TASK]
    done = finish_appointment(DESK, case, task)
    assert done.agreement[0].done_on == TODAY
    assert done.agreement[1:] == case.agreement[1:]
    again = change_appointment(DESK, done, replace(done.appointments[0], is_done=False))
    assert again.agreement[0].done_on is None
    timeless = replace(case, appointments=(replace(task, day=None),))
    assert [one.kind for one in deadlines_of(timeless)] == [ReminderKind.AGREED], "the day of the point still counts"
    gone = replace(case, appointments=())
    assert [one.kind for one in deadlines_of(gone)] == [ReminderKind.AGREED]


def test_a_task_is_done_with_the_point_of_which_it_was_made() -> None:
    point = AgreedPoint("Platz anfragen", due=TODAY + DAY, id="point")
    mine, other = Appointment(TODAY, kind=TASK, source_id="point"), Appointment(TODAY, kind=TASK, what="Anderes")
    case = replace(CASE, agreement=(point,), appointments=(mine, other))
    done = change_point(case, replace(point, done_on=TODAY))
    assert [(one.is_done, one.done_on) for one in done.appointments] == [(True, TODAY), (False, None)]
    assert deadlines_of(done)[0].item == other.id
    assert change_point(done, point).appointments == case.appointments
    assert change_point(done, replace(point, done_on=TODAY, text="Anders")).appointments == done.appointments


def test_a_running_procedure_becomes_a_task_of_the_adviser_in_the_advisers_words() -> None:
    case = a_usual_case()
    source = task_sources(DESK, case)[-1]
    task = take_over_task(case, source, german()).appointments[-1]
    assert task.what == "Nach dem Stand fragen: IHK FOSA"
    assert (task.who, task.source_id) == (Doer.ADVISER, case.procedures[0].id)
    assert task_sources(DESK, replace(case, closing=Closing(TODAY))) == ()


def test_what_others_do_is_asked_for_on_its_day() -> None:
    kinds = {one.item: one.kind for one in deadlines_of(a_followed_case())}
    assert kinds["of-client"] is ReminderKind.ASK_DONE
    assert kinds["late"] is ReminderKind.TASK
    assert kinds["talk"] is ReminderKind.APPOINTMENT
    assert "of-other" not in kinds


def test_a_length_beyond_a_day_and_a_day_to_come_cannot_be() -> None:
    assert [one.field for one in Appointment(TODAY, minutes=1441).problems(TODAY)] == ["minutes"]
    done = Appointment(TODAY, is_done=True, done_on=TODAY + DAY)
    assert [one.field for one in done.problems(TODAY)] == ["done_on"]
