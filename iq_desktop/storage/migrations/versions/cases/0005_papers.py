"""The letterhead with its logo, and papers that were made final."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE referral ADD COLUMN shares TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE centre ADD COLUMN run_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN website TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN credit TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN signs_as TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN second_signature TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN wording TEXT NOT NULL DEFAULT 'standard'",
    """
    CREATE TABLE centre_logo (id INTEGER NOT NULL, content BLOB NOT NULL, width INTEGER NOT NULL, height INTEGER NOT
    NULL, CONSTRAINT pk_centre_logo PRIMARY KEY (id), CONSTRAINT ck_centre_logo_one CHECK (id = 1)) STRICT
    """,
)


def upgrade() -> None:
    """Create the tables and columns of this step."""
    for statement in STATEMENTS:
        op.execute(statement)
