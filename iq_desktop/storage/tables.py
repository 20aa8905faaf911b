"""The tables of the vault: cases, journal and search in one file, imported reference data in another.

Whoever imports this module has every table in `metadata` and in `reference_metadata`.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from iq_desktop.storage import (
    agreement_tables,
    case_tables,
    centre_tables,
    comparison_tables,
    cost_tables,
    course_tables,
    final_tables,
    import_tables,
    life_tables,
    list_tables,
    paper_tables,
    procedure_tables,
    reference_tables,
    referral_tables,
    rights_tables,
    rule_tables,
    talk_tables,
    way_tables,
)
from iq_desktop.storage.columns import Privacy, metadata, reference_metadata

__all__ = [
    "JOURNAL_ONLY_GROWS",
    "VIRTUAL_TABLES",
    "agreement_tables",
    "case_tables",
    "centre_tables",
    "comparison_tables",
    "cost_tables",
    "course_tables",
    "final_tables",
    "import_tables",
    "journal",
    "journal_payload",
    "life_tables",
    "metadata",
    "paper_tables",
    "procedure_tables",
    "reference_metadata",
    "referral_tables",
    "rights_tables",
    "rule_tables",
    "talk_tables",
    "way_tables",
]

VIRTUAL_TABLES = {
    "cases": (list_tables.CASE_SEARCH,),
    "reference": reference_tables.SEARCH_TABLES,
}
"""The statements that make what SQLAlchemy has no words for, by the schema's name."""

_TECHNICAL = {"class": Privacy.TECHNICAL}
_CENTRE = {"class": Privacy.CENTRE}

journal = Table(
    "journal",
    metadata,
    Column("device", Text, nullable=False, info=_TECHNICAL),
    Column("seq", Integer, nullable=False, info=_TECHNICAL),
    Column("actor", Text, nullable=False, info=_CENTRE),
    Column("utc", Text, nullable=False, info=_TECHNICAL),
    Column("kind", Text, nullable=False, info=_TECHNICAL),
    Column("case_id", Text, info=_TECHNICAL),
    Column("header", LargeBinary, nullable=False, info=_TECHNICAL),
    Column("commitment", LargeBinary, nullable=False, info=_TECHNICAL),
    Column("mac", LargeBinary, nullable=False, info=_TECHNICAL),
    PrimaryKeyConstraint("device", "seq"),
    CheckConstraint("seq >= 1", name="seq"),
    Index(None, "case_id"),
    Index(None, "utc"),
)
"""Who saw or changed what, when: a keyed chain for each device; nothing in it names a client (see journal.py)."""

JOURNAL_ONLY_GROWS: Final = """
CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE device = NEW.device AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'an entry of the journal is never replaced'); END
"""
"""SQLite asks no authorizer about the row that `INSERT OR REPLACE` removes."""

journal_payload = Table(
    "journal_payload",
    metadata,
    Column("device", Text, nullable=False, info=_TECHNICAL),
    Column("seq", Integer, nullable=False, info=_TECHNICAL),
    Column("salt", LargeBinary, nullable=False, info=_TECHNICAL),
    Column("payload", LargeBinary, nullable=False, info={"class": Privacy.SENSITIVE}),
    PrimaryKeyConstraint("device", "seq"),
    ForeignKeyConstraint(["device", "seq"], ["journal.device", "journal.seq"]),
)
"""The old and new values of an entry; erasing a person deletes these rows and leaves the chain valid."""
