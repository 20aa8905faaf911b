"""The four questions with which a case begins."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.contact import Concern, Contact, Interpreting, WayToCentre
from iq_desktop.forms.vocabulary import Form, choice, language, section, several
from iq_desktop.wording.text import say

NEW_CASE_FORM: Final = Form(
    Contact,
    (
        section(
            say("New case"),
            choice("way", say("How did the person find us?"), WayToCentre, wide=True),
            language("client_language", say("Which language does the person speak best?")),
            choice("interpreting", say("Does somebody interpret?"), Interpreting, wide=True),
            several("concerns", say("What does the person want?"), Concern),
        ),
    ),
)
