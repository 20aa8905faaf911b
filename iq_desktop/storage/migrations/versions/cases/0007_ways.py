"""Ways: routes, agreement, referrals, offers that were kept."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = ()


def upgrade() -> None:
    """Create the tables and columns of this step."""
    for statement in STATEMENTS:
        op.execute(statement)
