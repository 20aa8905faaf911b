"""What the list of cases is made of: the line of each case, its search index, and the numbers that were given."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from iq_desktop.storage.case_columns import case_key, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, number_or_none, words, words_or_none

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

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
    words("open_pages", TECHNICAL),
    words("name_key", PERSONAL),
    words("names", PERSONAL),
    words("sounds", PERSONAL),
    words("skeletons", PERSONAL),
    words("others", PERSONAL),
    words("adviser_id", CENTRE, begins_as=""),
    words("origins", SENSITIVE, begins_as=""),
    number("is_closed", WORK, begins_as=0),
    words("kind", WORK, begins_as="full"),
    words("opened_on", WORK, begins_as=""),
    number("niq_light", WORK, begins_as=0),
    words("niq_gaps", WORK, begins_as=""),
    words("name_order", PERSONAL, begins_as=""),
    words("birth_order", PERSONAL, begins_as=""),
    words("occupation_order", WORK, begins_as=""),
    words("place_order", PERSONAL, begins_as=""),
    number("made_with", TECHNICAL, begins_as=0),
    number("is_confidential", WORK, begins_as=0),
    words("stops", WORK, begins_as=""),
    number("niq_report", WORK, begins_as=0),
    UniqueConstraint("case_id"),
    Index(None, "changed_at", "line"),
    Index(None, "name_key"),
    Index(None, "number", "line"),
    Index(None, "opened_on", "line"),
    Index(None, "name_order", "line"),
    Index(None, "birth_order", "line"),
    Index(None, "occupation_order", "line"),
    Index(None, "place_order", "line"),
    Index(None, "niq_light", "line"),
    Index(
        "ix_case_line_filters",
        *("is_closed", "adviser_id", "kind", "is_invented", "niq_light", "language", "origins", "open_pages"),
        *("is_confidential", "stops", "niq_report"),
    ),
    Index(None, "made_with"),
    Index(None, "adviser_id"),
    Index("ix_case_line_confidential", "adviser_id", sqlite_where=text("is_confidential = 1")),
    sqlite_strict=True,
)
"""What the case list shows of a case, and by what it is found, filtered and put in order.

All of it can be made again from the case: `made_with` is the version of the rules that made it (case_line.py).
`open_pages` are the pages that still lack something, `origins` states, `niq_gaps` what NIQ lacks as `page.field`, each
divided by blanks; `niq_light` counts from 1 (red), `niq_report` from 1 (never reported). What has `_order` sorts as
text, the unknown last.

Every order has an index that holds nothing else, so that row n is found by counting in it; the filters stand in one
index together, so that filtering reads it and never the wide rows (see list_window.py).
"""

case_deadline = Table(
    "case_deadline",
    metadata,
    Column(
        "line",
        Integer,
        ForeignKey("case_line.line", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        info={"class": TECHNICAL},
    ),
    Column("position", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    words("kind", WORK),
    words("due", WORK),
    words("page", TECHNICAL),
    words("field", TECHNICAL),
    words("item", TECHNICAL),
    words("words", SENSITIVE),
    words("at", WORK, begins_as=""),
    number_or_none("minutes", WORK),
    words("place", WORK, begins_as=""),
    words_or_none("alarm", WORK),
    Index(None, "due"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The deadlines of every case, each by which somebody must do something; made from the case like its line."""

case_view = Table(
    "case_view",
    metadata,
    own_key(),
    words("name", CENTRE),
    words("owner_id", CENTRE),
    words("columns", CENTRE),
    words("open_page", CENTRE),
    words("adviser_id", CENTRE),
    words("language", CENTRE),
    words("origin", CENTRE),
    words_or_none("niq", CENTRE),
    number_or_none("due_within", CENTRE),
    number_or_none("is_closed", CENTRE),
    words_or_none("kind", CENTRE),
    number_or_none("is_invented", CENTRE),
    words_or_none("sort", CENTRE),
    number("is_descending", CENTRE),
    words_or_none("report", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Questions to the list of cases that are kept under a name; without an owner they are there for all.

The words that were typed are not kept: they may name a client.
"""

case_link = Table(
    "case_link",
    metadata,
    case_key(),
    Column(
        "other_id",
        Text,
        ForeignKey("case_file.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        info={"class": TECHNICAL},
    ),
    words("kind", PERSONAL),
    words("adviser_id", CENTRE),
    words("linked_at", CENTRE),
    Index(None, "other_id"),
    CheckConstraint("case_id < other_id", name="order"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What an adviser decided about two cases that look alike: the same person, or two."""

CASE_SEARCH: Final = """
CREATE VIRTUAL TABLE case_search USING fts5(
    names, sounds, skeletons, others,
    content='case_line', content_rowid='line', tokenize='ascii', prefix='1 2 3', columnsize=0, detail='column'
)
"""
"""The words of `case_line`; the texts stay there and only there."""
