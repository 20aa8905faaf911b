"""The forms of the pages Agreement and Referral: one point agreed, one referral."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralKind, Shared, Who
from iq_desktop.forms.vocabulary import Form, choice, day, line, note, section, several
from iq_desktop.wording.text import NOTHING, say

POINT_FORM: Final = Form(
    AgreedPoint,
    (
        section(
            NOTHING,
            note("text", say("What was agreed"), hint=say("One short sentence")),
            note("text_in_client_language", say("In the person's language")),
            choice("who", say("Who does it"), Who, needs_answer=True),
            day("due", say("By when")),
            day("done_on", say("Done on")),
        ),
    ),
)

REFERRAL_FORM: Final = Form(
    Referral,
    (
        section(
            NOTHING,
            line("recipient", say("To whom"), wide=True),
            choice("kind", say("Kind"), ReferralKind, needs_answer=True),
            line("contact_person", say("Contact person")),
            line("place", say("Place")),
            day("starts_on", say("Begins on")),
            day("remind_on", say("Ask again on")),
            line("reason", say("Why"), wide=True),
        ),
    ),
)

SHARES_FORM: Final = Form(
    Referral,
    (
        section(
            NOTHING,
            several(
                "shares",
                say("What the letter may tell"),
                Shared,
                hint=say("Of this it tells only what the person agreed to for this recipient."),
            ),
        ),
    ),
)
"""What the recipient of a referral shall be told, asked beside the consent to it."""

NEW_REFERRAL_FORM: Final = Form(
    Referral,
    (
        section(
            NOTHING,
            choice("kind", say("To whom"), ReferralKind, needs_answer=True),
            line("recipient", say("Name"), hint=say("Office, organisation or person")),
        ),
    ),
)
