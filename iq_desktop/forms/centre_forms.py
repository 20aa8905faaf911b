"""The form of the centre's letterhead."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.centre import Centre
from iq_desktop.forms.vocabulary import Form, line, section
from iq_desktop.wording.text import say

CENTRE_FORM: Final = Form(
    Centre,
    (
        section(
            say("Letterhead"),
            line("name", say("Name of the centre"), hint=say("As it stands on letters and certificates"), wide=True),
            line("street", say("Street and number"), wide=True),
            line("postal_code", say("Postal code")),
            line("place", say("Place")),
            line("phone", say("Telephone")),
            line("email", say("E-mail")),
        ),
    ),
)
