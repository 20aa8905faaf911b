"""Backups, rights of the person, roles: what the second part of the vault keeps."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ROLES: Final = (
    "ALTER TABLE adviser ADD COLUMN role TEXT DEFAULT 'adviser' NOT NULL",
    "ALTER TABLE case_file ADD COLUMN is_confidential INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE case_line ADD COLUMN is_confidential INTEGER DEFAULT 0 NOT NULL",
    "DROP INDEX ix_case_line_filters",
    """
    CREATE INDEX ix_case_line_filters ON case_line (is_closed, adviser_id, kind, is_invented, niq_light, language,
    origins, open_pages, is_confidential)
    """,
)
"""Who becomes the responsible person of an older vault is told by its header when it is opened (roles.py)."""

STATEMENTS: Final[tuple[str, ...]] = (*_ROLES,)


def upgrade() -> None:
    """Create the tables and columns of the second part of the vault."""
    for statement in STATEMENTS:
        op.execute(statement)
