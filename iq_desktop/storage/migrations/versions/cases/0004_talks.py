"""The talk: instruments that were taken in, runs of instruments and their answers."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = ()


def upgrade() -> None:
    """Create the tables and columns of the talk."""
    for statement in STATEMENTS:
        op.execute(statement)
