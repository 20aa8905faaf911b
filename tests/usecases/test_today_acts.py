"""Ticking off and putting off on the page Today, with a way back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.deadline import deadlines_of, reminder_of
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.talk import Appointment
from iq_desktop.usecases.today_acts import can_be_put_off, finish_reminder, postpone_reminder, undo_reminder
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.followed_cases import a_followed_case
from tests.support.tongues import TRANSLATIONS

CASE = a_followed_case()


def a_reminder(item: str) -> Reminder:
    return next(reminder_of(CASE, one) for one in deadlines_of(CASE) if one.item == item)


@pytest.mark.parametrize("item", ["late", "from-point"])
def test_what_is_ticked_off_today_comes_back(item: str) -> None:
    desk = a_desk(TRANSLATIONS, [CASE])
    acted = finish_reminder(desk, a_reminder(item))
    case = desk.cases.get(CASE.id)
    assert next(one.done_on for one in case.appointments if one.id == item) == TODAY
    assert [one.done_on for one in case.agreement] == [None, TODAY if item == "from-point" else None, None]
    undo_reminder(desk, acted)
    back = desk.cases.get(CASE.id)
    assert (back.appointments, back.agreement) == (CASE.appointments, CASE.agreement)


def test_what_others_did_to_the_case_since_stays_when_it_comes_back() -> None:
    desk = a_desk(TRANSLATIONS, [CASE])
    acted = finish_reminder(desk, a_reminder("late"))
    case = desk.cases.get(CASE.id)
    added = Appointment(TODAY, what="Neu", id="new")
    desk.cases.save(replace(case, appointments=(*case.appointments, added)))
    assert undo_reminder(desk, acted).count == 1
    assert desk.cases.get(CASE.id).appointments == (*CASE.appointments, added)


def test_a_week_later_from_today() -> None:
    desk = a_desk(TRANSLATIONS, [CASE])
    acted = postpone_reminder(desk, a_reminder("talk"))
    case = desk.cases.get(CASE.id)
    assert next(one.day for one in case.appointments if one.id == "talk") == TODAY + dt.timedelta(days=7)
    assert acted.count == 1


def test_what_is_gone_or_restricted_stays_as_it_is() -> None:
    desk = a_desk(TRANSLATIONS, [CASE])
    assert finish_reminder(desk, replace(a_reminder("late"), item="gone")).count == 0
    kept = a_desk(TRANSLATIONS, [replace(CASE, keeping=Keeping(restricted_since=TODAY))])
    acted = finish_reminder(kept, a_reminder("from-point"))
    assert (acted.count, acted.left_out) == (0, 1)
    assert kept.cases.get(CASE.id).appointments == CASE.appointments


def test_only_tasks_and_appointments_can_be_put_off() -> None:
    movable = {kind for kind in ReminderKind if can_be_put_off(Reminder(kind, "c", "1", "", "", item="i"))}
    assert movable == {ReminderKind.TASK, ReminderKind.APPOINTMENT, ReminderKind.ASK_DONE}
    assert not can_be_put_off(Reminder(ReminderKind.TASK, "c", "1", "", ""))
