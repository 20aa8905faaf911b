"""The forms of what happened to a referral, and of a person who was sent to the centre."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.incoming_referral import IncomingAnswer, IncomingReferral
from iq_desktop.domain.referral_step import ReferralStep, ReferralWay
from iq_desktop.forms.vocabulary import Form, asked_if, choice, day, line, note, section
from iq_desktop.wording.text import NOTHING, say


def _is_answered(incoming: IncomingReferral) -> bool:
    return incoming.answer is not None


REFERRAL_STEP_FORM: Final = Form(
    ReferralStep,
    (
        section(
            NOTHING,
            day("day", say("On which day")),
            choice("way", say("How"), ReferralWay),
            line("by_whom", say("With whom"), hint=say("Name at the other side")),
            note("words", say("Why, or what was said"), hint=say("One or two sentences")),
        ),
    ),
)

INCOMING_FORM: Final = Form(
    IncomingReferral,
    (
        section(
            say("Who sent the person"),
            line("sender", say("Who sent the person"), hint=say("Office, organisation or person"), wide=True),
            line("contact_person", say("Contact person")),
            day("came_on", say("Came on")),
            choice("way", say("How it came"), ReferralWay),
            note("asked", say("What is asked")),
        ),
        section(
            say("What we answered"),
            choice("answer", say("Our answer"), IncomingAnswer),
            *asked_if(
                _is_answered,
                day("answered_on", say("Answered on")),
                choice("answer_way", say("How we answered"), ReferralWay),
                note("answer_words", say("What we said")),
            ),
            hint=say("Whoever sent the person may be told only what the person agreed to."),
        ),
    ),
)
