"""The tables of compared occupations and their tasks, and of the centre's directory of competent bodies."""

from __future__ import annotations

from sqlalchemy import Table

from iq_desktop.storage.case_columns import child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, words, words_or_none

SENSITIVE, WORK, TECHNICAL, CENTRE = Privacy.SENSITIVE, Privacy.WORK, Privacy.TECHNICAL, Privacy.CENTRE

comparison = child_table(
    "comparison",
    words("name", WORK),
    words("source", WORK),
    words("code", TECHNICAL),
    words("niq_occupation", WORK),
    words("qualification_id", TECHNICAL),
    words("regulation", WORK),
    words("regulation_source", WORK),
    words_or_none("experience", WORK),
    words("competent_body", WORK),
    number("is_chosen", WORK),
    words("reason", SENSITIVE),
)

task_mark = child_table(
    "task_mark",
    words("task", WORK),
    words("comparison_id", TECHNICAL),
    words("side", WORK),
    words("mark", WORK),
    words("shown_by", SENSITIVE),
    words("evidence", WORK),
    words("note", SENSITIVE),
)

competent_body = Table(
    "competent_body",
    metadata,
    own_key(),
    words("name", CENTRE),
    words_or_none("kind", CENTRE),
    words("responsible_for", CENTRE),
    words("region", CENTRE),
    words("street", CENTRE),
    words("postal_code", CENTRE),
    words("place", CENTRE),
    words("phone", CENTRE),
    words("email", CENTRE),
    words("web", CENTRE),
    words("contact_person", CENTRE),
    words("remarks", CENTRE),
    words_or_none("checked_on", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The bodies that decide on recognition, as the centre keeps them."""
