"""What the list of cases is made of: the line of each case, its search index, and the numbers that were given."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from iq_desktop.storage.columns import Privacy, metadata, number, words

PERSONAL, WORK, TECHNICAL = Privacy.PERSONAL, Privacy.WORK, Privacy.TECHNICAL

case_number = Table(
    "case_number",
    metadata,
    Column("year", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    number("last", TECHNICAL),
    CheckConstraint("last >= 1", name="last"),
    sqlite_strict=True,
)
"""The last number that was given in each year."""

case_line = Table(
    "case_line",
    metadata,
    Column("line", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    Column("case_id", Text, ForeignKey("case_file.id", ondelete="CASCADE"), nullable=False, info={"class": TECHNICAL}),
    words("number", PERSONAL),
    words("name", PERSONAL),
    words("own_script_name", PERSONAL),
    words("birth", PERSONAL),
    words("language", PERSONAL),
    words("occupation", WORK),
    words("place", PERSONAL),
    words("changed_at", WORK),
    number("is_invented", TECHNICAL),
    words("open_page", TECHNICAL),
    words("name_key", PERSONAL),
    words("names", PERSONAL),
    words("sounds", PERSONAL),
    words("skeletons", PERSONAL),
    words("others", PERSONAL),
    UniqueConstraint("case_id"),
    Index(None, "changed_at", "line"),
    Index(None, "name_key"),
    sqlite_strict=True,
)
"""What the case list shows of a case and finds it by; all of it can be made again from the case.

`open_page` is the first page that still lacks something, empty where nothing is missing.
"""

CASE_SEARCH: Final = """
CREATE VIRTUAL TABLE case_search USING fts5(
    names, sounds, skeletons, others,
    content='case_line', content_rowid='line', tokenize='ascii', prefix='1 2 3', columnsize=0, detail='column'
)
"""
"""The words of `case_line`; the texts stay there and only there."""

CASE_SEARCH_FORGETS: Final = "INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 1)"
"""Without it an erased name would stay readable in the index."""
