"""The forms about the rights of a person: restriction, keeping longer, correction; and what a centre lays down."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.keeping import Correction, Keeping, KeepReason, RestrictReason
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.forms.vocabulary import Form, choice, day, line, note, number, section
from iq_desktop.wording.text import NOTHING, say

RESTRICTION_FORM: Final = Form(
    Keeping,
    (
        section(
            NOTHING,
            choice("restriction", say("Reason of the restriction"), RestrictReason, wide=True),
            note("restriction_in_words", say("The restriction in words")),
            day(
                "look_again_on",
                say("Look at the restriction again on"),
                hint=say("It does not end by itself: somebody lifts it."),
            ),
        ),
    ),
)

REVIEW_FORM: Final = Form(
    Keeping,
    (
        section(
            NOTHING,
            day("review_on", say("Keep until"), hint=say("Then it is looked at again.")),
            choice("reason", say("Reason to keep it"), KeepReason),
            note("reason_in_words", say("The reason in words")),
        ),
    ),
)

CORRECTION_FORM: Final = Form(
    Correction,
    (
        section(
            NOTHING,
            line("what", say("What is to be corrected"), hint=say("For example: the date of birth"), wide=True),
            note("was", say("It said")),
            note("became", say("What is right")),
            day("asked_on", say("Asked for on")),
            note(
                "refused_because",
                say("Not corrected because"),
                hint=say("Only where it stays as it was. The person gets to know the reason."),
            ),
        ),
    ),
)

TERMS_FORM: Final = Form(
    PrivacyTerms,
    (
        section(
            say("Who answers for the data"),
            note(
                "controller",
                say("Who is responsible"),
                hint=say("Name and address, where it is not the centre of the letterhead"),
            ),
            line("officer", say("Data protection officer"), wide=True),
            line("authority", say("Supervisory authority"), wide=True),
            note("legal_basis", say("Legal basis"), hint=say("The centre lays it down; the program proposes none.")),
            note("legal_basis_sensitive", say("Legal basis for data that need special protection")),
            note("recipients", say("Recipients"), hint=say("Who receives data in general, for example a funding body")),
            note("further_measures", say("Measures of the centre itself"), hint=say("For example: where the safe is")),
        ),
        section(
            say("How long data are kept"),
            number("review_after_months", say("Closed cases are looked at after"), say("months")),
            number("review_open_months", say("Open cases without work on them after"), say("months")),
            number("smallest_cell", say("Figures tell of at least"), say("people"), hint=say("Never fewer than five")),
            hint=say("A proposal. Which periods hold, law and funding body say. Nothing is erased by itself."),
        ),
    ),
)
