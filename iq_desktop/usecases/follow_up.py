"""Talks after the first one, appointments and tasks, and the end of a counselling."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, Talk
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.usecases.desk import Desk

_HALF_A_YEAR: Final = 6
_MONTHS: Final = 12
_SHORTEST_MONTH: Final = 28


def begin_talk(desk: Desk, case: CaseFile) -> Talk:
    """Return a new talk of today, held as the one before."""
    before = next((talk.channel for talk in reversed(case.talks) if talk.channel), case.contact.channel)
    return Talk(held_on=desk.clock.today(), channel=before)


def begin_appointment(case: CaseFile) -> Appointment:
    """Return a new appointment: the next talk, or a task where that waits already."""
    waits = any(one.is_open and one.kind is AppointmentKind.TALK for one in case.appointments)
    return Appointment(kind=AppointmentKind.TASK if waits else AppointmentKind.TALK)


def talks_by_day(case: CaseFile) -> tuple[Talk, ...]:
    """Return the talks of a case, newest first; those without a day before all others."""
    return tuple(sorted(case.talks, key=lambda talk: talk.held_on or dt.date.max, reverse=True))


def appointments_by_day(case: CaseFile) -> tuple[Appointment, ...]:
    """Return the appointments of a case: what waits in the order of its days, then what is done, newest first."""
    waiting = sorted((one for one in case.appointments if not one.is_done), key=_moment)
    done = sorted((one for one in case.appointments if one.is_done), key=_moment, reverse=True)
    return (*waiting, *done)


def _moment(one: Appointment) -> tuple[dt.date, str]:
    return one.day or dt.date.min, one.at


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


def appointment_title(one: Appointment) -> Text:
    """Return what an appointment is called: what is to be done, else its kind."""
    return as_it_is(one.what) if one.what else one.kind.label


def appointment_facts(one: Appointment) -> tuple[Text, ...]:
    """Return what else is known of an appointment."""
    return (one.kind.label if one.what else NOTHING, as_it_is(one.place))


def appointment_moment(one: Appointment) -> Text:
    """Return when an appointment is, or that it is done."""
    if one.is_done:
        return say("Done")
    if one.day is None:
        return say("without a day")
    return say("{day}, {time}", day=one.day, time=one.at) if one.at else say("{day}", day=one.day)


def close_case(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case closed today; with the consent to ask again, it is asked after six months."""
    today = desk.clock.today()
    closed = replace(case, closing=replace(case.closing, closed_on=today))
    is_known = any(one.kind is AppointmentKind.SIX_MONTHS for one in case.appointments)
    if is_known or valid_consent(case.consents, Purpose.CONTACT_LATER) is None:
        return closed
    later = Appointment(day=_half_a_year_after(today), kind=AppointmentKind.SIX_MONTHS)
    return replace(closed, appointments=(*case.appointments, later))


def reopen_case(case: CaseFile) -> CaseFile:
    """Return the case as one that goes on; what was noted about its end stays."""
    return replace(case, closing=replace(case.closing, closed_on=None))


def change_closing(case: CaseFile, closing: Closing) -> CaseFile:
    """Return the case with another state of its end."""
    return replace(case, closing=closing)


def make_full(case: CaseFile) -> CaseFile:
    """Return a short consultation as a full case; everything stays."""
    return replace(case, kind=CaseKind.FULL)


def _half_a_year_after(day: dt.date) -> dt.date:
    month = day.month - 1 + _HALF_A_YEAR
    return dt.date(day.year + month // _MONTHS, month % _MONTHS + 1, min(day.day, _SHORTEST_MONTH))
