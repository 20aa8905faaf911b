"""The forms of the page Follow-up, and of a consent and a release from secrecy on the page Contact."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.consent import Consent, Manner, Release
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.referral import Shared
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
from iq_desktop.forms.vocabulary import (
    Form,
    asked_if,
    choice,
    day,
    language,
    line,
    note,
    number,
    section,
    several,
    tick,
    time,
)
from iq_desktop.wording.text import NOTHING, say

TALK_FORM: Final = Form(
    Talk,
    (
        section(
            NOTHING,
            day("held_on", say("Day of the talk")),
            number("minutes", say("Length"), say("minutes")),
            choice("kind", say("Kind of contact"), TalkKind, wide=True, needs_answer=True),
            choice("channel", say("Channel"), Channel, wide=True),
            line("with_whom", say("With whom"), hint=say("Only where it was not the person alone"), wide=True),
            note("what", say("What was talked about")),
        ),
    ),
)


def _is_done(one: Appointment) -> bool:
    return one.is_done


def _is_of_others(one: Appointment) -> bool:
    return one.who is Doer.OTHER


APPOINTMENT_FORM: Final = Form(
    Appointment,
    (
        section(
            NOTHING,
            choice("kind", say("Kind of appointment"), AppointmentKind, wide=True, needs_answer=True),
            day("day", say("Day")),
            time("at", say("Time of day"), hint=say("Empty where none is fixed")),
            number("minutes", say("Length"), say("minutes")),
            choice("alarm", say("Calendar reminds"), Alarm, needs_answer=True),
            line("what", say("What is to be done"), wide=True),
            line("place", say("Place"), wide=True),
            tick("is_done", say("Done")),
        ),
    ),
)

TASK_FORM: Final = Form(
    Appointment,
    (
        section(
            NOTHING,
            line("what", say("What is to be done"), wide=True),
            choice("who", say("Who does it"), Doer, wide=True, needs_answer=True),
            *asked_if(_is_of_others, line("who_else", say("Who else"), wide=True)),
            day("day", say("By when")),
            tick("is_done", say("Done")),
            *asked_if(_is_done, day("done_on", say("Done on"))),
        ),
    ),
)

CLOSING_FORM: Final = Form(
    Closing,
    (
        section(
            say("End of the counselling"),
            choice("result", say("Result"), CounsellingResult),
            day("closed_on", say("Closed on"), hint=say("Empty while the counselling goes on")),
            note("result_in_words", say("The result in words")),
        ),
        section(
            say("Six months later"),
            choice("after_six_months", say("What has become of it"), CounsellingResult),
            day("after_six_months_on", say("Asked on")),
            hint=say("Only with the consent to ask again."),
        ),
    ),
)

CONSENT_FORM: Final = Form(
    Consent,
    (
        section(
            NOTHING,
            choice("manner", say("How consent is given"), Manner, wide=True, needs_answer=True),
            day("given_on", say("On which day")),
            language("language", say("In which language it was explained")),
        ),
    ),
)


def _is_of_referral(release: Release) -> bool:
    return bool(release.referral_id)


RELEASE_FORM: Final = Form(
    Release,
    (
        section(
            NOTHING,
            line("recipient", say("Who may be told"), hint=say("One office, one person: each by itself"), wide=True),
            *asked_if(
                _is_of_referral,
                several("shares", say("What the letter may tell"), Shared, hint=say("The name goes with it")),
            ),
            note("what", say("What may be told"), hint=say("For example: what was agreed, levels of German")),
            choice("manner", say("How consent is given"), Manner, wide=True, needs_answer=True),
            day("given_on", say("On which day")),
            language("language", say("In which language it was explained")),
            day("withdrawn_on", say("Withdrawn on")),
        ),
    ),
)
