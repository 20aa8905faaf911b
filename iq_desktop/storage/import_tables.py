"""The table of imports of cases: which file, when, by whom, which cases; so that a whole import can be taken back."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from iq_desktop.storage.columns import Privacy, metadata, number, words, words_or_none

CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

case_import = Table(
    "case_import",
    metadata,
    Column("id", Text, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    words("name", CENTRE),
    words("taken_at", CENTRE),
    words("adviser_id", CENTRE),
    number("row_count", CENTRE),
    number("left_out", CENTRE),
    words("heads", CENTRE),
    words("choices", CENTRE),
    words("report", CENTRE),
    words("case_ids", TECHNICAL),
    words_or_none("undone_at", CENTRE),
    sqlite_strict=True,
)
"""The report names rows and columns and never what stood there; identities of cases are random."""
