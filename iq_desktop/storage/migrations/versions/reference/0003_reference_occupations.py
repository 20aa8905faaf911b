"""The reference occupations of the documentation NIQ."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    """
    CREATE TABLE reference_occupation (niq_id TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
    CONSTRAINT pk_reference_occupation PRIMARY KEY (niq_id)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE reference_hint (niq_id TEXT NOT NULL, other_names TEXT NOT NULL, tasks TEXT NOT NULL,
    occupation_uri TEXT NOT NULL, CONSTRAINT pk_reference_hint PRIMARY KEY (niq_id)) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Create the tables of the list and of what the starter pack adds to it."""
    for statement in STATEMENTS:
        op.execute(statement)
