"""The forms of the page Agreement beside the steps: one goal, one duty, one time at which it was looked through."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.agreement import AgreementReview, Duty, Goal
from iq_desktop.domain.referral import Who
from iq_desktop.forms.vocabulary import Form, choice, day, note, partial_date, section
from iq_desktop.wording.text import NOTHING, say

GOAL_FORM: Final = Form(
    Goal,
    (
        section(
            NOTHING,
            note("text", say("What the person wants to reach"), hint=say("In the person's own words")),
            note("text_in_client_language", say("In the person's language")),
            partial_date("hoped_by", say("Hoped for by")),
            day("reached_on", say("Reached on")),
        ),
    ),
)

DUTY_FORM: Final = Form(
    Duty,
    (
        section(
            NOTHING,
            choice("who", say("Who takes it on"), Who, needs_answer=True),
            note("text", say("What is taken on"), hint=say("One short sentence")),
            note("text_in_client_language", say("In the person's language")),
        ),
    ),
)

REVIEW_FORM: Final = Form(
    AgreementReview,
    (
        section(
            NOTHING,
            day("reviewed_on", say("Looked through on")),
            note("note", say("What came out of it"), hint=say("What goes well, what changes")),
        ),
    ),
)

PAPER_DAY: Final = day("paper_day", say("On which day"))
"""The day on which both signed on paper."""
