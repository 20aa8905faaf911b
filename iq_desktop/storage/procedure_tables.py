"""The tables of procedures and of what happened in them."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, number, words, words_or_none

PERSONAL, SENSITIVE, WORK, TECHNICAL = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK, Privacy.TECHNICAL

procedure = child_table(
    "procedure",
    words("kind", WORK),
    words("qualification_id", TECHNICAL),
    words("reference_occupation", WORK),
    words("niq_number", WORK),
    words("body_name", WORK),
    words("reference_number", PERSONAL),
    words_or_none("land", WORK),
    words("legal_basis", WORK),
    number("is_regulated", WORK),
    number("is_accelerated", WORK),
    number("is_from_europe", SENSITIVE),
    number("started_through_us", WORK),
    words_or_none("ground", SENSITIVE),
)

procedure_step = child_table(
    "procedure_step",
    words("procedure_id", TECHNICAL),
    words("kind", WORK),
    words_or_none("day", WORK),
    words_or_none("until", WORK),
    words_or_none("posted_on", WORK),
    number("lacks_instruction", WORK),
    words("note", SENSITIVE),
)
