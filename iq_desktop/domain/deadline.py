"""The deadlines of a case: every date by which somebody must do something, with the field where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.client import Home
from iq_desktop.domain.grant_guard import applications_ahead, costs_ahead, is_grant_settled
from iq_desktop.domain.procedure import steps_of
from iq_desktop.domain.procedure_clocks import Clock, running_clocks
from iq_desktop.domain.procedure_law import ClockKind, ProcedureLaw
from iq_desktop.domain.referral import ReferralState
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.domain.talk import Alarm, Appointment, AppointmentKind, Doer

LONGEST_KEPT: Final = dt.timedelta(days=30)
"""How long an original may stay with the centre before it is time to hand it back."""
HALF_A_YEAR: Final = dt.timedelta(days=183)
_KINDS: Final = {
    AppointmentKind.TALK: ReminderKind.APPOINTMENT,
    AppointmentKind.OFFICE: ReminderKind.APPOINTMENT,
    AppointmentKind.TASK: ReminderKind.TASK,
    AppointmentKind.SIX_MONTHS: ReminderKind.SIX_MONTHS,
}
_CLOCKS: Final = {
    ClockKind.RECEIPT: ReminderKind.RECEIPT_DUE,
    ClockKind.DECISION: ReminderKind.DECISION_DUE,
    ClockKind.PAPERS: ReminderKind.PAPERS_DUE,
    ClockKind.REMEDY: ReminderKind.REMEDY_ENDS,
    ClockKind.OBJECTION: ReminderKind.ASK_BODY,
    ClockKind.EXAM: ReminderKind.EXAM_DUE,
    ClockKind.STAY: ReminderKind.STAY_ENDS,
}
_NO_LAW: Final = ProcedureLaw()
_BEFORE_START: Final = frozenset({ReferralState.PLANNED, ReferralState.SENT, ReferralState.ACCEPTED})
"""States in which what one was referred to is still to begin."""
_AT_ITS_END: Final = frozenset({ReferralState.REFUSED, ReferralState.FINISHED, ReferralState.DROPPED})
"""States in which nobody asks any more how the referral went: nothing can follow."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date to keep: why, when, on which page, at which field and in which row of it; `words` say what it is.

    An appointment has its time `at`, its length in `minutes`, its place, and how long before its `alarm` shall ring.
    """

    kind: ReminderKind
    due: dt.date
    page: str
    field: str
    item: str = ""
    words: str = ""
    at: str = ""
    minutes: int | None = None
    place: str = ""
    alarm: Alarm | None = None


def deadlines_of(case: CaseFile, law: ProcedureLaw = _NO_LAW) -> tuple[Deadline, ...]:
    """Return the deadlines of a case in the order of time, whether they lie ahead or behind; it knows no today.

    `law` is what the clocks of procedures rest on; without it they have no deadlines.

    Once a counselling has ended, only what is owed to the person still runs: their papers, appointments that were not
    held, and the question after six months. Where a case is only kept, or the person ended the counselling, nothing
    runs but the return of their papers; without the consent to it nobody asks after six months.
    """
    if find_stop(case, Act.REMIND) is not None:
        return tuple(sorted(_papers(case), key=_by_day))
    running = (*_appointments(case), *_papers(case), *_after_closing(case))
    if not case.closing.is_closed:
        running = (*running, *_residence(case), *_agreed(case), *_referrals(case), *_incoming(case))
        running = (*running, *_procedures(case, law), *_costs(case), *_grant(case))
    if find_stop(case, Act.ASK_LATER) is not None:
        running = tuple(one for one in running if one.kind is not ReminderKind.SIX_MONTHS)
    return tuple(sorted(running, key=_by_day))


def reminder_of(case: CaseFile, one: Deadline) -> Reminder:
    """Return a deadline of a case as lists show it."""
    return Reminder(
        kind=one.kind,
        case_id=case.id,
        case_number=case.number,
        case_name=case.client.full_name,
        page=one.page,
        words=one.words,
        due=one.due,
        field=one.field,
        item=one.item,
        adviser_id=case.adviser_id,
        at=one.at,
        minutes=one.minutes,
        place=one.place,
        alarm=one.alarm,
    )


def _by_day(one: Deadline) -> tuple[dt.date, str, str]:
    return one.due, one.kind.value, one.item


def _appointments(case: CaseFile) -> Iterator[Deadline]:
    for one in case.appointments:
        if one.is_open and one.day is not None:
            words = " ".join(part for part in (one.at, one.what) if part)
            yield Deadline(
                kind_of(one), one.day, "follow_up", "day", one.id, words, one.at, one.minutes, one.place, one.alarm
            )


def kind_of(one: Appointment) -> ReminderKind:
    """Return why an appointment waits: what others are to do is asked for, and not done."""
    if one.is_task and one.who in (Doer.CLIENT, Doer.OTHER):
        return ReminderKind.ASK_DONE
    return _KINDS[one.kind]


def _papers(case: CaseFile) -> Iterator[Deadline]:
    for paper in case.papers:
        if paper.is_in_our_hands and paper.handed_over_on is not None:
            due = _after(paper.handed_over_on, LONGEST_KEPT)
            yield Deadline(ReminderKind.PAPER_BACK, due, "papers", "handed_back_on", paper.id, paper.name)


def _after_closing(case: CaseFile) -> Iterator[Deadline]:
    closing = case.closing
    asked = any(one.is_open and one.kind is AppointmentKind.SIX_MONTHS for one in case.appointments)
    if closing.closed_on is not None and closing.after_six_months is None and not asked:
        yield Deadline(ReminderKind.SIX_MONTHS, _after(closing.closed_on, HALF_A_YEAR), "follow_up", "after_six_months")


def _residence(case: CaseFile) -> Iterator[Deadline]:
    ends = case.client.residence_valid_until
    if ends is not None:
        yield Deadline(ReminderKind.RESIDENCE_ENDS, ends, "person", "residence_valid_until")


def _agreed(case: CaseFile) -> Iterator[Deadline]:
    """Yield the days of what was agreed; a task that was made of it and has a day tells its own."""
    with_task = {one.source_id for one in case.appointments if one.is_open}
    for point in case.agreement:
        if point.due is not None and point.done_on is None and point.id not in with_task:
            yield Deadline(ReminderKind.AGREED, point.due, "agreement", "due", point.id, point.text)


def _referrals(case: CaseFile) -> Iterator[Deadline]:
    for one in case.referrals:
        if one.remind_on is not None and one.state not in _AT_ITS_END:
            yield Deadline(ReminderKind.REFERRAL_ANSWER, one.remind_on, "referral", "remind_on", one.id, one.recipient)
        if one.starts_on is not None and one.state in _BEFORE_START:
            yield Deadline(ReminderKind.COURSE_STARTS, one.starts_on, "referral", "starts_on", one.id, one.recipient)


def _incoming(case: CaseFile) -> Iterator[Deadline]:
    for one in case.incoming_referrals:
        if one.answer_due is not None:
            yield Deadline(ReminderKind.SENDER_WAITS, one.answer_due, "referral", "answer", one.id, one.sender)


def _procedures(case: CaseFile, law: ProcedureLaw) -> Iterator[Deadline]:
    """Yield the ends of running clocks; where the period is mere custom, one only asks the body."""
    for procedure in case.procedures:
        words = procedure.body_name or procedure.reference_occupation
        for clock in running_clocks(procedure, steps_of(case, procedure), law):
            if clock.due is not None and clock.due != _told_already(case, clock):
                kind = _CLOCKS[clock.kind] if clock.is_settled else ReminderKind.ASK_BODY
                yield Deadline(kind, clock.due, "recognition", "steps", procedure.id, words)


def _costs(case: CaseFile) -> Iterator[Deadline]:
    for one in case.costs:
        if one.due is not None and one.paid_on is None:
            yield Deadline(ReminderKind.COST_DUE, one.due, "recognition", "due", one.id, one.what)


def _grant(case: CaseFile) -> Iterator[Deadline]:
    """Yield that the grant is to be applied for, where an application or a cost lies ahead and nobody looked at it yet.

    Whether somebody gets it is for the rules to say, on the page; here only goes out who lives abroad, or has somebody
    else who pays.
    """
    is_out = case.client.home is Home.ABROAD or any(
        (one.fact, one.value) == ("other_bearer_of_costs", "yes") for one in case.told_facts
    )
    if is_out or is_grant_settled(case):
        return
    dues = [one.due for one in costs_ahead(case) if one.due is not None]
    if dues or next(applications_ahead(case), None) is not None:
        yield Deadline(ReminderKind.GRANT_FIRST, min([*dues, _last_talk(case)]), "recognition", "costs")


def _last_talk(case: CaseFile) -> dt.date:
    """Return the day on which one last talked about the case, that of its opening where no talk was noted."""
    return max((one.held_on for one in case.talks if one.held_on is not None), default=case.opened_on)


def _told_already(case: CaseFile, clock: Clock) -> dt.date | None:
    """Return the day on which a residence title ends anyway, for a clock that counts the same."""
    return case.client.residence_valid_until if clock.kind is ClockKind.STAY else None


def _after(day: dt.date, time: dt.timedelta) -> dt.date:
    """Return a later day; a date that was mistyped to the end of all calendars stays there."""
    return day + time if day <= dt.date.max - time else dt.date.max
