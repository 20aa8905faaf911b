"""The forms of the workbench: what is decided about a compared occupation, and one competent body."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.domain.comparison import Comparison, ExperienceWeight, Regulation
from iq_desktop.forms.vocabulary import Form, choice, day, line, note, section
from iq_desktop.wording.text import NOTHING, say

COMPARISON_FORM: Final = Form(
    Comparison,
    (
        section(
            say("Experience, law and decision"),
            choice("experience", say("How much work in it stands in for training"), ExperienceWeight),
            choice("regulation", say("Regulated in Germany"), Regulation, needs_answer=True),
            line(
                "regulation_source",
                say("Where this is written"),
                hint=say("Law and paragraph, or where it was looked up"),
            ),
            line("competent_body", say("Competent body"), wide=True),
            note("reason", say("Why this occupation"), hint=say("One or two sentences")),
        ),
    ),
)

BODY_FORM: Final = Form(
    CompetentBody,
    (
        section(
            NOTHING,
            line("name", say("Name of the body"), wide=True),
            choice("kind", say("Kind of body"), BodyKind),
            line("responsible_for", say("Competent for"), hint=say("Occupations or fields"), wide=True),
            line("region", say("Land or region")),
            day("checked_on", say("Last checked on")),
            line("street", say("Street and number"), wide=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
            line("web", say("Website"), wide=True),
            line("contact_person", say("Contact person")),
            note("remarks", say("Remarks")),
        ),
    ),
)
