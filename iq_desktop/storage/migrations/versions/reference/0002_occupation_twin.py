"""Which occupation of another catalogue is the same as one of the starter pack."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of twins; the next import of occupations works out anew what is superseded."""
    op.execute(
        """
        CREATE TABLE occupation_twin (occupation_id INTEGER NOT NULL, uri TEXT NOT NULL,
        CONSTRAINT pk_occupation_twin PRIMARY KEY (occupation_id),
        CONSTRAINT fk_occupation_twin_occupation_id FOREIGN KEY(occupation_id) REFERENCES occupation (id)
        ON DELETE CASCADE) STRICT
        """
    )
