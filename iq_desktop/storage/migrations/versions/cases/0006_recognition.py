"""Recognition: procedures, papers on their way, costs, comparisons, reports."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = ()


def upgrade() -> None:
    """Create the tables and columns of this step."""
    for statement in STATEMENTS:
        op.execute(statement)
