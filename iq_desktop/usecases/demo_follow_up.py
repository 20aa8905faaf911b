"""What followed in the cases of the invented clients: tasks, appointments, goals, duties, steps of referrals, the end.

Everything follows from the number of the client and the day, so that every kind of line is seen somewhere.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.agreement import Duty, Goal, Signature, Signer, SigningWay, agreement_words, seal_of
from iq_desktop.domain.consent import CONSENT_WORDING, Purpose, Release, valid_consent
from iq_desktop.domain.referral import ReferralState, Shared, Who
from iq_desktop.domain.referral_step import ReferralStep, ReferralStepKind, ReferralWay
from iq_desktop.domain.talk import (
    Alarm,
    Appointment,
    AppointmentKind,
    Closing,
    CounsellingResult,
    Doer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.referral import Referral

_NEWEST: Final = 9
"""Cases up to this number have dates ahead."""
_CLOSED_FROM: Final = 30
_LONG_AGO: Final = 34
"""Cases from this number on ended half a year ago."""
_HALF_A_YEAR: Final = 186
_SIGNED: Final = 3
_DOERS: Final = {Who.CLIENT: Doer.CLIENT, Who.ADVISER: Doer.ADVISER, Who.BOTH: Doer.BOTH}
_RESULTS: Final = (
    CounsellingResult.IN_QUALIFICATION,
    CounsellingResult.PROCEDURE_STARTED,
    CounsellingResult.IN_WORK,
    CounsellingResult.INFORMED,
)
_DUTIES: Final = (
    ("Wir halten alles geheim, was Sie uns sagen.", Who.ADVISER),
    ("Ich sage Termine ab, wenn ich nicht kommen kann.", Who.CLIENT),
    ("Wir schauen nach drei Monaten gemeinsam, wie weit wir sind.", Who.BOTH),
)
_KIND: Final = ReferralStepKind
_STEPS: Final = {
    ReferralState.SENT: (_KIND.SENT,),
    ReferralState.ACCEPTED: (_KIND.SENT, _KIND.ACCEPTED),
    ReferralState.STARTED: (_KIND.SENT, _KIND.ACCEPTED, _KIND.STARTED),
    ReferralState.FINISHED: (_KIND.SENT, _KIND.ACCEPTED, _KIND.STARTED, _KIND.FINISHED),
}
_SHARED: Final = (Shared.CONTACT, Shared.CONCERN, Shared.LANGUAGES, Shared.OCCUPATIONS)


def with_follow_up(case: CaseFile, number: int, today: dt.date) -> CaseFile:
    """Return the case of an invented client with what followed the first talk."""
    dated = replace(case, appointments=(*case.appointments, *_dates(case, number, today)))
    agreed = _with_agreement(dated, number)
    return _with_end(_with_steps(agreed, today), number, today)


def _dates(case: CaseFile, number: int, today: dt.date) -> Iterator[Appointment]:
    """Yield tasks made of what was agreed, one that is done, and an appointment at an office."""
    if number > _NEWEST:
        return
    for place, point in enumerate(case.agreement[: 1 + number % 2]):
        due = point.due or today + dt.timedelta(days=7 + place)
        who = _DOERS[point.who]
        yield Appointment(due, kind=AppointmentKind.TASK, what=point.text, who=who, source_id=point.id)
    if number % 3 == 0:
        done = case.opened_on + dt.timedelta(days=1)
        done = min(done, today)
        yield Appointment(done, kind=AppointmentKind.TASK, what="Einladung schicken", is_done=True, done_on=done)
    if number % 3 == 1:
        yield Appointment(
            today + dt.timedelta(days=3 + number),
            "09:15",
            AppointmentKind.OFFICE,
            what="Gespräch über die Förderung",
            place="Jobcenter (Beispiel)",
            minutes=30,
            alarm=Alarm.WEEK,
        )


def _with_agreement(case: CaseFile, number: int) -> CaseFile:
    """Return the case with a goal and duties, some of it signed on paper by both sides."""
    goal = Goal(case.situation.wish or "Eine Arbeit, die zu meinem Beruf passt")
    duties = tuple(Duty(words, who=who) for words, who in _DUTIES[: 1 + number % len(_DUTIES)])
    agreed = replace(case, goals=(goal,), duties=duties)
    if number % _SIGNED:
        return agreed
    words = agreement_words(agreed)
    return replace(agreed, signatures=tuple(_signature(agreed, signer, words) for signer in Signer))


def _signature(case: CaseFile, signer: Signer, words: str) -> Signature:
    name = case.client.full_name if signer is Signer.CLIENT else ""
    bare = Signature(signer, SigningWay.ON_PAPER, case.opened_on, name, case.contact.client_language, words)
    return replace(bare, seal=seal_of(bare))


def _with_steps(case: CaseFile, today: dt.date) -> CaseFile:
    """Return the case in which each referral that went out was agreed to, with the steps that led to its state."""
    releases, steps, referrals = list(case.releases), list(case.referral_steps), []
    for referral in case.referrals:
        gone = _STEPS.get(referral.state, ())
        referrals.append(replace(referral, shares=_SHARED) if gone else referral)
        if gone:
            releases.append(_release(case, referral))
            steps += _steps(case, referral, gone, today)
    return replace(case, referrals=tuple(referrals), releases=tuple(releases), referral_steps=tuple(steps))


def _release(case: CaseFile, referral: Referral) -> Release:
    return Release(
        recipient=referral.recipient,
        given_on=case.opened_on,
        language=case.contact.client_language,
        wording_version=CONSENT_WORDING,
        shares=_SHARED,
        referral_id=referral.id,
    )


def _steps(
    case: CaseFile, referral: Referral, kinds: tuple[ReferralStepKind, ...], today: dt.date
) -> Iterator[ReferralStep]:
    days = (today - case.opened_on).days
    for place, kind in enumerate(kinds):
        day = case.opened_on + dt.timedelta(days=days * place // len(kinds))
        way = ReferralWay.EMAIL if kind is _KIND.SENT else ReferralWay.PHONE
        yield ReferralStep(referral.id, kind, day, way)


def _with_end(case: CaseFile, number: int, today: dt.date) -> CaseFile:
    """Return the case closed where it is one of the oldest; of some one asks today what has become of it."""
    if number < _CLOSED_FROM:
        return case
    days = _HALF_A_YEAR + number - _LONG_AGO if number >= _LONG_AGO else number - _CLOSED_FROM + 1
    closed = today - dt.timedelta(days=days)
    opened = min(case.opened_on, closed - dt.timedelta(days=60))
    ended = replace(
        case,
        opened_on=opened,
        contact=replace(case.contact, first_talk_on=opened, ended_on=opened),
        closing=Closing(closed, _RESULTS[number % len(_RESULTS)]),
    )
    if valid_consent(case.consents, Purpose.CONTACT_LATER) is None:
        return ended
    later = Appointment(closed + dt.timedelta(days=_HALF_A_YEAR), kind=AppointmentKind.SIX_MONTHS)
    return replace(ended, appointments=(*ended.appointments, later))
