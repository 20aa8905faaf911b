"""The forms of a cost and of who pays it."""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource
from iq_desktop.forms.vocabulary import Form, choice, day, line, money, section, several, tick
from iq_desktop.wording.text import NOTHING, say

COST_FORM: Final = Form(
    Cost,
    (
        section(
            NOTHING,
            choice("kind", say("What it is for"), CostKind, wide=True, needs_answer=True),
            line("what", say("In own words"), hint=say("For example which papers, or who gets the money"), wide=True),
            money("amount", say("Costs"), hint=say("The least, where it is not known exactly")),
            money("up_to", say("Up to"), hint=say("Only where it is not known exactly")),
            tick("is_estimate", say("Only an estimate, still to be checked")),
            day("due", say("To be paid by")),
            day("ordered_on", say("Ordered on"), hint=say("From this day on a grant may come too late")),
            day("paid_on", say("Paid on")),
            line("note", say("Note on the cost"), wide=True),
        ),
    ),
)

FUNDING_FORM: Final = Form(
    Funding,
    (
        section(
            NOTHING,
            choice("source", say("Who pays"), FundingSource, wide=True, needs_answer=True),
            line("name", say("Name of the office or payer"), wide=True),
            several("covers", say("For which costs"), CostKind, hint=say("Nothing chosen means: for all")),
            money("amount", say("Up to which amount"), hint=say("Empty means: all of these costs")),
            day("applied_on", say("Applied for on")),
            day("granted_on", say("Granted on")),
            day("refused_on", say("Refused on")),
            line("note", say("Note or reason"), wide=True),
        ),
    ),
)
