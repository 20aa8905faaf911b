"""Backups, rights of the person, roles: what the second part of the vault keeps."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = ()


def upgrade() -> None:
    """Create the tables and columns of the second part of the vault."""
    for statement in STATEMENTS:
        op.execute(statement)
