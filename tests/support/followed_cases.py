"""Cases that are followed: tasks of everybody, appointments, talks; and one of which one asks half a year later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.referral import AgreedPoint, Who
from iq_desktop.domain.talk import (
    Alarm,
    Appointment,
    AppointmentKind,
    Closing,
    CounsellingResult,
    Doer,
    Talk,
    TalkKind,
)
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

DAY = dt.timedelta(days=1)


def a_followed_case() -> CaseFile:
    """Return the usual case with tasks, appointments and talks of every kind."""
    task = AppointmentKind.TASK
    return replace(
        a_usual_case(),
        agreement=(
            AgreedPoint("Zeugnisse übersetzen lassen", due=TODAY + 9 * DAY, id="point-1"),
            AgreedPoint("Platz im Sprachkurs anfragen", who=Who.ADVISER, due=TODAY + 2 * DAY, id="point-2"),
            AgreedPoint("Gemeinsam den Antrag ausfüllen", who=Who.BOTH, id="point-3"),
        ),
        appointments=(
            Appointment(TODAY - 3 * DAY, kind=task, what="Bei der IHK FOSA nachfragen", id="late"),
            Appointment(
                TODAY + 2 * DAY, kind=task, what="Platz im Sprachkurs anfragen", source_id="point-2", id="from-point"
            ),
            Appointment(TODAY + 9 * DAY, kind=task, what="Lebenslauf ergänzen", who=Doer.CLIENT, id="of-client"),
            Appointment(
                kind=task, what="Zeugnis aus dem Archiv schicken", who=Doer.OTHER, who_else="Der Bruder", id="of-other"
            ),
            Appointment(
                TODAY - 8 * DAY,
                kind=task,
                what="Anerkennungsberatung im Wohnort suchen",
                is_done=True,
                done_on=TODAY - 7 * DAY,
                id="done",
            ),
            Appointment(TODAY, "14:30", minutes=60, place="Zimmer 12", what="Antrag durchgehen", id="talk"),
            Appointment(
                TODAY + 13 * DAY,
                "09:00",
                AppointmentKind.OFFICE,
                place="Jobcenter Mitte",
                minutes=30,
                alarm=Alarm.WEEK,
                id="office",
            ),
        ),
        talks=(
            Talk(TODAY - 20 * DAY, TalkKind.FOLLOW_UP, Channel.FACE_TO_FACE, 45, what="Unterlagen gesichtet", id="met"),
            Talk(TODAY - 6 * DAY, TalkKind.CALL, Channel.TELEPHONE, 10, id="called"),
            Talk(TODAY - 5 * DAY, TalkKind.WITH_OTHERS, Channel.DIGITAL, 20, "IHK FOSA", "Gebühr erfragt", id="asked"),
        ),
    )


def a_case_closed_half_a_year_ago() -> CaseFile:
    """Return the usual case, closed so long ago that today one asks what has become of it."""
    closed = TODAY - 184 * DAY
    consents = tuple(
        Consent(purpose, closed, "ar", CONSENT_WORDING) for purpose in (Purpose.COUNSELLING, Purpose.CONTACT_LATER)
    )
    later = Appointment(TODAY, kind=AppointmentKind.SIX_MONTHS, id="later")
    closing = Closing(closed, CounsellingResult.IN_QUALIFICATION)
    return replace(a_usual_case(), consents=consents, closing=closing, appointments=(later,))
