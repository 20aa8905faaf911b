"""What waits: every kind of deadline once, with the field to open, for all advisers and for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.client import Client
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.qualification import Paper, Whereabouts
from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralState
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, CounsellingResult, Doer, Talk
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

DAY = dt.timedelta(days=1)


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


def told(cases: VaultCases, adviser_id: str = "") -> list[tuple[ReminderKind, str, str, str]]:
    """Return kind, page, field and words of what has a day."""
    found = cases.reminders(TODAY, limit=50, adviser_id=adviser_id)
    return [(one.kind, one.page, one.field, one.words) for one in found if one.due]


def test_every_kind_of_deadline_is_told_by_its_day_with_its_field(cases: VaultCases) -> None:
    paper = Paper("Diplom", whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY - 40 * DAY)
    point = AgreedPoint("Zeugnis holen", due=TODAY - DAY)
    saved = cases.save(
        CaseFile(
            opened_on=TODAY,
            client=Client("Khatib", residence_valid_until=TODAY + 80 * DAY),
            agreement=(point, AgreedPoint("Später", due=TODAY + 100 * DAY)),
            referrals=(
                Referral("Kurs", starts_on=TODAY + 10 * DAY, remind_on=TODAY + 2 * DAY),
                Referral("Kammer", remind_on=TODAY - 3 * DAY),
                Referral("Erledigt", remind_on=TODAY - 3 * DAY, state=ReferralState.FINISHED),
                Referral("Vergessen", remind_on=TODAY - 300 * DAY),
            ),
            papers=(paper, Paper("Frisch", whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY - DAY)),
            appointments=(
                Appointment(TODAY, "09:30", what="Gespräch"),
                Appointment(TODAY + DAY, kind=AppointmentKind.TASK, what="Stelle anrufen"),
                Appointment(TODAY + DAY, what="Erledigt", is_done=True),
            ),
        )
    )
    assert told(cases) == [
        (ReminderKind.PAPER_BACK, "papers", "handed_back_on", "Diplom"),
        (ReminderKind.REFERRAL_ANSWER, "referral", "remind_on", "Kammer"),
        (ReminderKind.AGREED, "agreement", "due", "Zeugnis holen"),
        (ReminderKind.APPOINTMENT, "follow_up", "day", "09:30 Gespräch"),
        (ReminderKind.TASK, "follow_up", "day", "Stelle anrufen"),
        (ReminderKind.COURSE_STARTS, "referral", "starts_on", "Kurs"),
        (ReminderKind.RESIDENCE_ENDS, "person", "residence_valid_until", ""),
    ]
    found = cases.reminders(TODAY, limit=50)
    assert {one.case_id for one in found} == {saved.id}
    assert [one.item for one in found if one.kind is ReminderKind.AGREED] == [point.id]
    few = cases.reminders(TODAY, limit=2)
    assert [one.due and (one.due - TODAY).days for one in few] == [-10, -3, 0, 1, None]


def test_a_deadline_goes_when_what_it_is_about_is_done(cases: VaultCases) -> None:
    paper = Paper("Diplom", whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY - 40 * DAY)
    saved = cases.save(CaseFile(opened_on=TODAY, papers=(paper,)))
    assert [kind for kind, *_ in told(cases)] == [ReminderKind.PAPER_BACK]
    cases.save(replace(saved, papers=(replace(paper, handed_back_on=TODAY),)))
    assert told(cases) == []


def test_a_closed_case_asks_only_after_six_months(cases: VaultCases) -> None:
    closed = Closing(TODAY - 190 * DAY, CounsellingResult.IN_WORK)
    point = AgreedPoint("Anrufen", due=TODAY)
    saved = cases.save(CaseFile(opened_on=TODAY - 300 * DAY, agreement=(point,), closing=closed))
    assert told(cases) == [(ReminderKind.SIX_MONTHS, "follow_up", "after_six_months", "")]
    cases.save(replace(saved, closing=replace(closed, after_six_months=CounsellingResult.IN_WORK)))
    assert told(cases) == []


def test_each_adviser_may_see_only_their_own(cases: VaultCases) -> None:
    for adviser in ("one", "two"):
        cases.save(CaseFile(opened_on=TODAY, adviser_id=adviser, agreement=(AgreedPoint(adviser, due=TODAY),)))
    assert [words for *_, words in told(cases)] == ["one", "two"]
    assert [words for *_, words in told(cases, "two")] == ["two"]
    assert {one.adviser_id for one in cases.reminders(TODAY, limit=9, adviser_id="two")} == {"two"}


def test_what_niq_lacks_and_what_a_page_lacks_is_told_once_for_a_case(cases: VaultCases) -> None:
    full = cases.save(CaseFile(opened_on=TODAY))
    slipped = Talk(held_on=TODAY + DAY, channel=Channel.TELEPHONE)
    short = cases.save(CaseFile(opened_on=TODAY, kind=CaseKind.SHORT, talks=(slipped,)))
    cases.save(CaseFile(opened_on=TODAY, kind=CaseKind.SHORT))
    found = {one.case_id: one for one in cases.reminders(TODAY, limit=9)}
    assert len(found) == len(cases.reminders(TODAY, limit=9)) == 2
    assert (found[full.id].kind, found[full.id].niq) == (ReminderKind.NIQ, NiqLight.RED)
    assert (found[full.id].page, found[full.id].field) == ("contact", "recognition_topics")
    assert "person.gender" in found[full.id].gaps
    assert (found[short.id].kind, found[short.id].page) == (ReminderKind.INCOMPLETE, "follow_up")
    assert len(cases.reminders(TODAY, limit=1)) == 1


def test_a_day_at_the_end_of_all_calendars_breaks_nothing(cases: VaultCases) -> None:
    last = dt.date.max
    paper = Paper("Diplom", whereabouts=Whereabouts.CENTRE, handed_over_on=last)
    cases.save(CaseFile(opened_on=TODAY, papers=(paper,), closing=Closing(last)))
    assert told(cases) == []


def undated(cases: VaultCases, adviser_id: str = "") -> list[tuple[ReminderKind, str, str]]:
    found = cases.reminders(TODAY, limit=50, adviser_id=adviser_id)
    tasks = (ReminderKind.TASK, ReminderKind.ASK_DONE)
    assert all((one.page, one.field) == ("follow_up", "day") for one in found if one.kind in tasks)
    return [(one.kind, one.words, one.item) for one in found if one.due is None and one.kind in tasks]


def test_tasks_without_a_day_are_told_the_oldest_case_first(cases: VaultCases) -> None:
    task, others = AppointmentKind.TASK, ("first", "second")
    for name in others:
        appointments = (
            Appointment(kind=task, what=name, id=name),
            Appointment(kind=task, what="done", is_done=True),
            Appointment(what="a talk"),
            Appointment(TODAY, kind=task, what="with a day"),
        )
        cases.save(CaseFile(opened_on=TODAY, adviser_id=name, appointments=appointments))
    assert undated(cases) == [(ReminderKind.TASK, "first", "first"), (ReminderKind.TASK, "second", "second")]
    assert undated(cases, "second") == [(ReminderKind.TASK, "second", "second")]
    assert [words for _, _, _, words in told(cases)] == ["with a day", "with a day"]
    saved = cases.get(cases.find("", limit=9)[-1].id)
    row = saved.appointments[0]
    asked = cases.save(replace(saved, appointments=(replace(row, who=Doer.CLIENT),)))
    assert undated(cases)[0] == (ReminderKind.ASK_DONE, "first", "first")
    dated = cases.save(replace(asked, appointments=(replace(row, day=TODAY + DAY),)))
    assert undated(cases) == [(ReminderKind.TASK, "second", "second")]
    cases.save(replace(dated, appointments=(row,), keeping=Keeping(restricted_since=TODAY)))
    assert undated(cases) == [(ReminderKind.TASK, "second", "second")]


def test_many_dates_leave_room_for_tasks_without_one_and_for_what_is_incomplete(cases: VaultCases) -> None:
    dated = tuple(Appointment(TODAY, kind=AppointmentKind.TASK, what=str(number)) for number in range(9))
    cases.save(CaseFile(opened_on=TODAY, appointments=(*dated, Appointment(kind=AppointmentKind.TASK, what="none"))))
    found = cases.reminders(TODAY, limit=5)
    assert [(one.kind, one.due) for one in found[:6]] == [(ReminderKind.TASK, TODAY)] * 5 + [(ReminderKind.TASK, None)]
    assert found[5].words == "none"
    assert {one.kind for one in found[6:]} == {ReminderKind.NIQ}


def test_what_is_long_overdue_never_crowds_out_what_is_due_today(cases: VaultCases) -> None:
    late = tuple(Appointment(TODAY - DAY, kind=AppointmentKind.TASK, what=str(number)) for number in range(9))
    cases.save(CaseFile(opened_on=TODAY, appointments=(*late, Appointment(TODAY, "14:30", what="now"))))
    waiting = [one for one in cases.reminders(TODAY, limit=4) if one.due]
    assert [one.due for one in waiting] == [TODAY - DAY] * 4 + [TODAY]
