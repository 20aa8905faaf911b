"""Ways: the plan, kept courses, organisations, agreements that are signed, referrals that are answered."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = ()


def upgrade() -> None:
    """Create what the ways need."""
    for statement in STATEMENTS:
        op.execute(statement)
