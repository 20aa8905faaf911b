"""The tables of courses beside the catalogues: kept for a person, offered by partners, and how tables were read."""

from __future__ import annotations

from sqlalchemy import Table

from iq_desktop.storage.case_columns import child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, number_or_none, words, words_or_none

WORK, TECHNICAL, CENTRE, SENSITIVE = Privacy.WORK, Privacy.TECHNICAL, Privacy.CENTRE, Privacy.SENSITIVE

kept_course = child_table(
    "kept_course",
    words("course", TECHNICAL),
    words("title", WORK),
    words("provider", WORK),
    words("place", WORK),
    words_or_none("starts_on", WORK),
    words("note", SENSITIVE),
    words_or_none("kept_on", WORK),
)

own_offer = Table(
    "own_offer",
    metadata,
    own_key(),
    words("title", CENTRE),
    words("provider", CENTRE),
    words("description", CENTRE),
    words("kind", CENTRE),
    words("form", CENTRE),
    words("street", CENTRE),
    words("postal_code", CENTRE),
    words("place", CENTRE),
    words_or_none("starts_on", CENTRE),
    words_or_none("ends_on", CENTRE),
    number("flexible_start", CENTRE),
    words_or_none("apply_by", CENTRE),
    words("times", CENTRE),
    number_or_none("hours", CENTRE),
    number_or_none("weekly_hours", CENTRE),
    words_or_none("price", CENTRE),
    words("fundings", CENTRE),
    words_or_none("entry_level", CENTRE),
    words_or_none("exit_level", CENTRE),
    words("web", CENTRE),
    words("phone", CENTRE),
    words("email", CENTRE),
    words_or_none("entered_on", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Offers of the centre's partners, entered by hand; the search over all courses has a copy of them."""

course_mapping = Table(
    "course_mapping",
    metadata,
    own_key("heads"),
    words("name", CENTRE),
    words("choices", CENTRE),
    words_or_none("kept_on", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""How the columns of a table of courses are read, by the digest of its heads; `choices` is JSON."""
