"""The tables of final papers, beside the case: no save of a case touches them, and no undo takes them back."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, Table, UniqueConstraint

from iq_desktop.storage.case_columns import case_key, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, octets, words
from iq_desktop.storage.paper_tables import scan

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

paper_count = Table(
    "paper_count",
    metadata,
    Column("year", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    number("last", TECHNICAL),
    CheckConstraint("last >= 1", name="last"),
    sqlite_strict=True,
)
"""The last number of a final paper that was given in each year."""

final_paper: Final = Table(
    "final_paper",
    metadata,
    case_key(),
    own_key(),
    words("number", WORK),
    words("kind", WORK),
    words("subject", TECHNICAL),
    words("language", WORK),
    words("second_language", WORK),
    words("made_on", WORK),
    words("adviser_id", CENTRE),
    words("code", TECHNICAL),
    words("replaced_by", WORK),
    UniqueConstraint("number"),
    Index(None, "code"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Papers that were made final, one row for each."""

final_content: Final = Table(
    "final_content",
    metadata,
    case_key(),
    own_key("paper_id"),
    words("digest", TECHNICAL),
    octets("content", SENSITIVE),
    ForeignKeyConstraint(["case_id", "paper_id"], ["final_paper.case_id", "final_paper.id"], ondelete="CASCADE"),
    sqlite_strict=True,
)
"""The bytes of final papers, apart from their rows: lists never read them."""

delivery: Final = Table(
    "delivery",
    metadata,
    case_key(),
    own_key(),
    words("paper_id", TECHNICAL),
    words("way", WORK),
    words("day", WORK),
    words("recipient", PERSONAL),
    words("adviser_id", CENTRE),
    ForeignKeyConstraint(["case_id", "paper_id"], ["final_paper.case_id", "final_paper.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Where final papers went."""

PARTS_BESIDE: Final = {"final_papers": final_paper, "deliveries": delivery, "scans": scan}
"""What belongs to a case and is told to the person like its parts, though no case file holds it."""
