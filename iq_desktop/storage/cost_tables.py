"""The tables of what a recognition costs, and of who is asked to pay for it; amounts are words such as `208.50`."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, number, words, words_or_none

SENSITIVE, WORK, TECHNICAL = Privacy.SENSITIVE, Privacy.WORK, Privacy.TECHNICAL

cost = child_table(
    "cost",
    words("kind", WORK),
    words("what", WORK),
    words_or_none("amount", WORK),
    words_or_none("up_to", WORK),
    number("is_estimate", WORK),
    words("procedure_id", TECHNICAL),
    words_or_none("due", WORK),
    words_or_none("ordered_on", WORK),
    words_or_none("paid_on", WORK),
    words("note", SENSITIVE),
)

funding = child_table(
    "funding",
    words("source", SENSITIVE),
    words("name", SENSITIVE),
    words("covers", WORK),
    words_or_none("amount", SENSITIVE),
    words_or_none("applied_on", WORK),
    words_or_none("granted_on", WORK),
    words_or_none("refused_on", WORK),
    words_or_none("left_out_on", WORK),
    words("note", SENSITIVE),
)
