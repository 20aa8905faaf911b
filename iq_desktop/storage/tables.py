"""The tables of the vault: cases, journal and search in one file, imported reference data in another."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

_NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a later revision can change it."""

metadata = MetaData(naming_convention=_NAMES)
"""The tables of cases.db."""

reference_metadata = MetaData(naming_convention=_NAMES)
"""The tables of reference.db: nothing in them is about a person."""

journal = Table(
    "journal",
    metadata,
    Column("device", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("utc", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_id", Text),
    Column("header", LargeBinary, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "seq"),
    CheckConstraint("seq >= 1", name="seq"),
    Index(None, "case_id"),
    Index(None, "utc"),
)
"""Who saw or changed what, when: a keyed chain for each device; nothing in it names a client (see journal.py)."""

journal_payload = Table(
    "journal_payload",
    metadata,
    Column("device", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "seq"),
    ForeignKeyConstraint(["device", "seq"], ["journal.device", "journal.seq"]),
)
"""The old and new values of an entry; erasing a person deletes these rows and leaves the chain valid."""
