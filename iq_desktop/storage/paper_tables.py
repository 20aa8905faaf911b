"""The tables of papers on their way, and of their scans, which lie apart in pieces so that no save touches them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, Table

from iq_desktop.storage.case_columns import case_key, child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, octets, words, words_or_none

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

paper_move = child_table(
    "paper_move",
    words("paper_id", TECHNICAL),
    words("kind", WORK),
    words_or_none("day", WORK),
    words("with_whom", PERSONAL),
    words("place", WORK),
    words_or_none("receipt_on", WORK),
    words("remarks", SENSITIVE),
)

scan: Final = Table(
    "scan",
    metadata,
    case_key(),
    own_key(),
    words("paper_id", TECHNICAL),
    words("name", SENSITIVE),
    words("kind", WORK),
    number("octets", WORK),
    words("digest", TECHNICAL),
    number("pages", WORK),
    words("added_at", WORK),
    words("adviser_id", CENTRE),
    number("left_out", WORK),
    words_or_none("removed_on", WORK),
    number("is_whole", TECHNICAL),
    octets("thumbnail", SENSITIVE),
    sqlite_strict=True,
)
"""What is known of a scan, with a small picture of its first page; it counts once `is_whole`."""

scan_chunk: Final = Table(
    "scan_chunk",
    metadata,
    case_key(),
    own_key("scan_id"),
    Column("number", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    octets("content", SENSITIVE),
    ForeignKeyConstraint(["case_id", "scan_id"], ["scan.case_id", "scan.id"], ondelete="CASCADE"),
    CheckConstraint("number >= 0", name="number"),
    sqlite_strict=True,
)
"""The content of scans in pieces of a megabyte, counted from 0."""
