"""The forms of the page Follow-up, and of a consent and a release from secrecy on the page Contact."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.consent import Consent, Manner, Release
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.talk import Appointment, AppointmentKind, Closing, CounsellingResult, Talk, TalkKind
from iq_desktop.forms.vocabulary import Form, choice, day, language, line, note, number, section, tick, time
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

APPOINTMENT_FORM: Final = Form(
    Appointment,
    (
        section(
            NOTHING,
            choice("kind", say("Kind of appointment"), AppointmentKind, wide=True, needs_answer=True),
            day("day", say("Day")),
            time("at", say("Time of day"), hint=say("Empty where none is fixed")),
            line("what", say("What is to be done"), wide=True),
            line("place", say("Place"), wide=True),
            tick("is_done", say("Done")),
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

RELEASE_FORM: Final = Form(
    Release,
    (
        section(
            NOTHING,
            line("recipient", say("Who may be told"), hint=say("One office, one person: each by itself"), wide=True),
            note("what", say("What may be told"), hint=say("For example: what was agreed, levels of German")),
            choice("manner", say("How consent is given"), Manner, wide=True, needs_answer=True),
            day("given_on", say("On which day")),
            language("language", say("In which language it was explained")),
            day("withdrawn_on", say("Withdrawn on")),
        ),
    ),
)
