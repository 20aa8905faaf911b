"""The form of one organisation of the directory."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.organisation import FieldOfAction, Organisation, OrganisationKind, Reach
from iq_desktop.forms.vocabulary import Form, choice, day, languages, line, note, section, several
from iq_desktop.wording.text import NOTHING, say

ORGANISATION_FORM: Final = Form(
    Organisation,
    (
        section(
            NOTHING,
            line("name", say("Name of the organisation"), wide=True),
            choice("kind", say("Kind of organisation"), OrganisationKind),
            line("contact_person", say("Contact person")),
            several("fields", say("With what it helps"), FieldOfAction),
            languages("languages", say("Languages in which it advises")),
            choice("reach", say("For whom it is there"), Reach),
            line("region", say("Land or region")),
            day("checked_on", say("Last checked on")),
            line("street", say("Street and number"), wide=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
            line("web", say("Website"), wide=True),
            note("remarks", say("Remarks")),
        ),
    ),
)
