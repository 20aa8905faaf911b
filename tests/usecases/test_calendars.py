"""Deadlines for other calendars: no name where none is wished, and every way out stands in the journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.talk import Appointment
from iq_desktop.usecases.calendars import calendar_days, export_appointment, export_case_calendar, export_my_calendar
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.followed_cases import a_followed_case
from tests.support.full_cases import a_usual_case
from tests.support.memory_calendars import MemoryCalendars
from tests.support.memory_journal import MemoryJournal
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.usecases.calendar_ports import CalendarDay
    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS, [a_usual_case()])


def written(desk: Desk, name: str) -> tuple[CalendarDay, ...]:
    assert isinstance(desk.calendars, MemoryCalendars)
    return desk.calendars.files[name]


def test_a_case_goes_out_by_its_number_alone(desk: Desk) -> None:
    case = a_usual_case()
    count = export_case_calendar(desk, case, Path("one.ics"), english()).count
    days = written(desk, "one.ics")
    assert len(days) == count > 5
    assert any(one.title == f"Decision of the body is due · case {case.number}" for one in days)
    told = " ".join(one.title + one.note for one in days)
    for secret in (case.client.family_name, case.client.given_names, "IHK FOSA", "Zeugnisse"):
        assert secret not in told


def test_with_names_it_says_who_and_what(desk: Desk) -> None:
    case = a_usual_case()
    export_case_calendar(desk, case, Path("one.ics"), english(), with_names=True)
    told = " ".join(one.title for one in written(desk, "one.ics"))
    assert case.client.family_name in told
    assert "IHK FOSA" in told


def test_an_appointment_goes_out_with_time_length_and_its_own_alarm(desk: Desk) -> None:
    case = a_followed_case()
    assert export_appointment(desk, case, "office", Path("one.ics"), english()).count == 1
    (day,) = written(desk, "one.ics")
    assert (day.at, day.minutes, day.place) == (dt.time(9), 30, "")
    assert day.alarms == (dt.timedelta(days=7), dt.timedelta(days=1))
    export_appointment(desk, case, "talk", Path("talk.ics"), english(), with_names=True)
    (talk,) = written(desk, "talk.ics")
    assert talk.title == f"Appointment · Antrag durchgehen · {case.client.full_name} · case {case.number}"
    assert talk.place == "Zimmer 12"
    assert export_appointment(desk, case, "done", Path("none.ics"), english()).count == 0


def test_the_appointments_of_the_vault_and_of_the_case_are_the_same(desk: Desk) -> None:
    case = replace(a_usual_case(), appointments=(Appointment(TODAY, "25:99", id="bent"),))
    export_appointment(desk, case, "bent", Path("bent.ics"), english())
    assert written(desk, "bent.ics")[0].at is None
    export_case_calendar(desk, a_usual_case(), Path("one.ics"), english())
    export_my_calendar(desk, Path("mine.ics"), english())
    timed = [[one for one in written(desk, name) if one.at is not None] for name in ("one.ics", "mine.ics")]
    assert timed[0] == timed[1] != []


def test_my_cases_go_out_together(desk: Desk) -> None:
    count = export_my_calendar(desk, Path("mine.ics"), english()).count
    assert count == len(written(desk, "mine.ics")) > 5


def test_the_journal_tells_what_left(desk: Desk) -> None:
    export_case_calendar(desk, a_usual_case(), Path("one.ics"), english())
    export_my_calendar(desk, Path("mine.ics"), english())
    assert isinstance(desk.journal, MemoryJournal)
    assert [(one.kind, one.case_id) for one in desk.journal.lines] == 2 * [("calendar_exported", a_usual_case().id)]


def test_every_date_has_a_key_of_its_own_and_what_is_lost_for_good_an_early_alarm(desk: Desk) -> None:
    waiting = desk.lists.deadlines(desk.clock.today(), limit=99)
    days = calendar_days([*waiting, *waiting], english(), with_names=False)
    assert len({one.key for one in days}) == len(days)
    alarms = {one.title.split(" · ")[0]: one.alarms for one in days}
    assert alarms[english().speak(ReminderKind.DECISION_DUE.label)] == (dt.timedelta(days=1),)
    assert alarms[english().speak(ReminderKind.RESIDENCE_ENDS.label)] == tuple(
        dt.timedelta(days=count) for count in (56, 7, 1)
    )
