"""What courses are told apart by: kind, levels, times, who pays."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    "ALTER TABLE course ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'",
    "ALTER TABLE course ADD COLUMN entry_level TEXT",
    "ALTER TABLE course ADD COLUMN exit_level TEXT",
    "ALTER TABLE course ADD COLUMN times TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE course ADD COLUMN weekly_hours INTEGER",
    "ALTER TABLE course ADD COLUMN fundings TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE course ADD COLUMN apply_by TEXT",
)


def upgrade() -> None:
    """Add the columns; what was taken in before learns them when its catalogue is taken in again."""
    for statement in STATEMENTS:
        op.execute(statement)
