"""The first tables of cases.db."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_journal()


def create_journal() -> None:
    """Create the chain of the journal and the values apart from it."""
    op.create_table(
        "journal",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("utc", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=True),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device", "seq", name="pk_journal"),
        sa.CheckConstraint("seq >= 1", name="ck_journal_seq"),
    )
    op.create_index("ix_journal_case_id", "journal", ["case_id"])
    op.create_index("ix_journal_utc", "journal", ["utc"])
    op.create_table(
        "journal_payload",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device", "seq", name="pk_journal_payload"),
        sa.ForeignKeyConstraint(
            ["device", "seq"], ["journal.device", "journal.seq"], name="fk_journal_payload_device_seq"
        ),
    )
