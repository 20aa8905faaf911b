"""What waits on the page Today stands by day and time, what is longest overdue first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.usecases.today import group_by_due
from tests.support.builders import TODAY


def a_reminder(words: str, days: int | None, at: str = "") -> Reminder:
    due = None if days is None else TODAY + dt.timedelta(days=days)
    return Reminder(ReminderKind.TASK, "c", "1", "", "follow_up", words, due, at=at)


def test_a_day_goes_by_its_hours_and_what_has_none_comes_last() -> None:
    reminders = [
        a_reminder("whole day", 0),
        a_reminder("afternoon", 0, "14:30"),
        a_reminder("task without a day", None),
        replace(a_reminder("any time", None), kind=ReminderKind.INCOMPLETE),
        a_reminder("long overdue", -20),
        a_reminder("morning", 0, "09:00"),
        a_reminder("overdue", -1, "16:00"),
        a_reminder("next week", 8, "08:00"),
        a_reminder("in a week", 7),
    ]
    waiting = group_by_due(reminders, TODAY)
    assert [one.words for one in waiting.overdue] == ["long overdue", "overdue"]
    assert [one.words for one in waiting.today] == ["morning", "afternoon", "whole day"]
    assert [one.words for one in waiting.this_week] == ["in a week"]
    assert [one.words for one in waiting.later] == ["next week"]
    assert [one.words for one in waiting.without_day] == ["task without a day"]
    assert [one.words for one in waiting.any_time] == ["any time"]
