"""Talks after the first one, the end of a counselling, and what has become of it after six months."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.rights import Act, find_stop
from iq_desktop.domain.talk import Appointment, AppointmentKind, Talk
from iq_desktop.usecases.parts import Parts, add_part, change_part
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.talk import Closing, CounsellingResult
    from iq_desktop.usecases.desk import Desk

_FOUR_WEEKS: Final = dt.timedelta(weeks=4)
_HALF_A_YEAR: Final = 6
_MONTHS: Final = 12
_SHORTEST_MONTH: Final = 28


def begin_talk(desk: Desk, case: CaseFile) -> Talk:
    """Return a new talk of today, held as the one before."""
    before = next((talk.channel for talk in reversed(case.talks) if talk.channel), case.contact.channel)
    return Talk(held_on=desk.clock.today(), channel=before)


def talks_by_day(case: CaseFile) -> tuple[Talk, ...]:
    """Return the talks of a case, newest first; those without a day before all others."""
    return tuple(sorted(case.talks, key=lambda talk: talk.held_on or dt.date.max, reverse=True))


def follow_up_problems(case: CaseFile, today: dt.date) -> Mapping[str, tuple[Problem, ...]]:
    """Return what each talk and each appointment still lacks, by identity."""
    parts: tuple[Talk | Appointment, ...] = (*case.talks, *case.appointments)
    return {one.id: one.problems(today) for one in parts}


def talk_title(talk: Talk) -> Text:
    """Return what a talk is called: what was talked about, else its kind."""
    return as_it_is(talk.what.split("\n")[0]) if talk.what else talk.kind.label


def talk_facts(talk: Talk) -> tuple[Text, ...]:
    """Return what else is known of a talk."""
    channel = talk.channel.label if talk.channel else NOTHING
    length = say_count("{count} minute", "{count} minutes", count=talk.minutes) if talk.minutes else NOTHING
    kind = talk.kind.label if talk.what else NOTHING
    return (kind, channel, length, as_it_is(talk.with_whom))


def talk_sums(case: CaseFile) -> Text:
    """Return how many talks there were after the first one, and how long they were in all; empty without talks."""
    if not case.talks:
        return NOTHING
    minutes = sum(talk.minutes or 0 for talk in case.talks)
    told = say_count("{count} talk", "{count} talks", count=len(case.talks))
    if not minutes:
        return told
    return say_count("{talks}, {count} minute in all", "{talks}, {count} minutes in all", count=minutes, talks=told)


def close_case(desk: Desk, case: CaseFile, result: CounsellingResult | None = None) -> CaseFile:
    """Return the case closed today, with a result where one is given; half a year later it is asked after."""
    closing = replace(case.closing, closed_on=desk.clock.today(), result=result or case.closing.result)
    return change_closing(desk, case, closing)


def reopen_case(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case as one that goes on; what was noted about its end stays, but nobody asks after it any more."""
    return change_closing(desk, case, replace(case.closing, closed_on=None))


def change_closing(desk: Desk, case: CaseFile, closing: Closing) -> CaseFile:
    """Return the case with another state of its end, and with the question after six months that belongs to it.

    A new end is asked after anew, where the person agreed; while the counselling goes on nobody asks. What is answered
    is asked no more, and an answer that is taken away brings its question back. Where nothing but the end of a case may
    be changed, the question stays as it is: nobody is reminded of it.
    """
    changed = _with_end(case, closing, desk.clock.today())
    return changed if find_stop(case, Act.EDIT) is None else replace(changed, appointments=case.appointments)


def _with_end(case: CaseFile, closing: Closing, today: dt.date) -> CaseFile:
    before = case.closing
    if closing.is_closed and not before.is_closed:
        return _with_question(replace(case, closing=_without_early_answer(closing)))
    if before.is_closed and not closing.is_closed:
        return replace(
            case, closing=closing, appointments=tuple(one for one in case.appointments if not is_question_later(one))
        )
    if closing.after_six_months is not None and closing.after_six_months is not before.after_six_months:
        told = replace(closing, after_six_months_on=closing.after_six_months_on or today)
        done = tuple(
            replace(one, is_done=True, done_on=today) if is_question_later(one) else one for one in case.appointments
        )
        return replace(case, closing=told, appointments=done)
    if closing.after_six_months is None and before.after_six_months is not None:
        return _with_question_again(replace(case, closing=replace(closing, after_six_months_on=None)))
    return _with_moved_question(replace(case, closing=closing), before)


def is_question_later(one: Appointment) -> bool:
    """Return whether it is the question after six months, and nobody answered it yet."""
    return one.kind is AppointmentKind.SIX_MONTHS and not one.is_done


def _without_early_answer(closing: Closing) -> Closing:
    """Return an end without the answer that belongs to an earlier one."""
    asked, end = closing.after_six_months_on, closing.closed_on
    if asked is not None and end is not None and asked < end:
        return replace(closing, after_six_months=None, after_six_months_on=None)
    return closing


def _with_question(case: CaseFile) -> CaseFile:
    """Return a case that has just ended with the question half a year later, where the person agreed to it."""
    if not may_ask_later(case) or case.closing.closed_on is None or case.closing.after_six_months is not None:
        return case
    later = _half_a_year_after(case.closing.closed_on)
    waits = next((one for one in case.appointments if is_question_later(one)), None)
    if waits is not None:
        return change_part(case, Parts.APPOINTMENTS, replace(waits, day=later))
    return add_part(case, Parts.APPOINTMENTS, Appointment(day=later, kind=AppointmentKind.SIX_MONTHS))


def _with_question_again(case: CaseFile) -> CaseFile:
    """Return a case whose answer was taken away with the question that was answered last, where there is one."""
    done = [one for one in case.appointments if one.kind is AppointmentKind.SIX_MONTHS and one.is_done]
    if not done or not case.closing.is_closed:
        return case
    last = max(done, key=lambda one: (one.done_on or dt.date.min, one.day or dt.date.min))
    return change_part(case, Parts.APPOINTMENTS, replace(last, is_done=False, done_on=None))


def _with_moved_question(case: CaseFile, before: Closing) -> CaseFile:
    """Return a case whose day of the end was corrected with the question that was reckoned from it moved along."""
    end, earlier = case.closing.closed_on, before.closed_on
    if end is None or earlier is None or end == earlier:
        return case
    reckoned, later = _half_a_year_after(earlier), _half_a_year_after(end)
    moved = (
        replace(one, day=later) if is_question_later(one) and one.day == reckoned else one for one in case.appointments
    )
    return replace(case, appointments=tuple(moved))


def note_six_months(desk: Desk, case: CaseFile, result: CounsellingResult) -> CaseFile:
    """Return the case with what has become of it after six months, asked today."""
    return change_closing(desk, case, replace(case.closing, after_six_months=result))


def ask_again_later(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case with the question after six months put off by four weeks."""
    day = desk.clock.today() + _FOUR_WEEKS
    asked = next((one for one in case.appointments if is_question_later(one)), None)
    if asked is None:
        return add_part(case, Parts.APPOINTMENTS, Appointment(day=day, kind=AppointmentKind.SIX_MONTHS))
    return change_part(case, Parts.APPOINTMENTS, replace(asked, day=day))


def is_time_to_ask(case: CaseFile, today: dt.date) -> bool:
    """Return whether it is time to ask what has become of a closed case, and nothing forbids it."""
    dues = [one.due for one in deadlines_of(case) if one.kind is ReminderKind.SIX_MONTHS]
    return case.closing.is_closed and any(due <= today for due in dues)


def may_ask_later(case: CaseFile) -> bool:
    """Return whether the person agreed to be asked again."""
    return valid_consent(case.consents, Purpose.CONTACT_LATER) is not None


def make_full(case: CaseFile) -> CaseFile:
    """Return a short consultation as a full case; everything stays."""
    return replace(case, kind=CaseKind.FULL)


def _half_a_year_after(day: dt.date) -> dt.date:
    """Return the day half a year later, one that every month has; behind the last year of all calendars its end."""
    month = day.month - 1 + _HALF_A_YEAR
    if day.year + month // _MONTHS > dt.MAXYEAR:
        return dt.date.max
    return dt.date(day.year + month // _MONTHS, month % _MONTHS + 1, min(day.day, _SHORTEST_MONTH))
