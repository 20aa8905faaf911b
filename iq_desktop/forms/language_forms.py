"""The form of a test or certificate on the page Languages."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.language_skill import LanguageSkill
from iq_desktop.forms.vocabulary import Form, day, line, section
from iq_desktop.wording.text import NOTHING, say

PROOF_FORM: Final = Form(
    LanguageSkill,
    (
        section(
            NOTHING,
            line("proof", say("Name and institute"), hint=say("For example: telc Deutsch B1, adult education centre")),
            day("assessed_on", say("Date of the exam"), hint=say("Some courses ask for one of the last six months")),
        ),
    ),
)
