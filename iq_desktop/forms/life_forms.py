"""The form of the page Life line: one time of life."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.forms.vocabulary import Form, choice, country, line, partial_date, section, tick
from iq_desktop.wording.text import NOTHING, say

LIFE_FORM: Final = Form(
    LifeEntry,
    (
        section(
            NOTHING,
            choice("kind", say("What it was"), LifeKind, needs_answer=True),
            country("country", say("Country")),
            line("title", say("In a few words"), hint=say("Only what the person tells by themselves"), wide=True),
            partial_date("begun", say("From"), hint=say("The year alone is enough")),
            partial_date("ended", say("Until")),
            tick("is_going_on", say("Still going on")),
            line("remarks", say("Remarks"), wide=True),
        ),
    ),
)
