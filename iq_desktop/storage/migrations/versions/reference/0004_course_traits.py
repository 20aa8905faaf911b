"""What courses are told apart by, and the index that searches a hundred thousand of them."""

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
    "DROP TABLE course_words",
    "DROP TABLE course_parts",
    "ALTER TABLE course DROP COLUMN main_words",
    "ALTER TABLE course DROP COLUMN all_words",
    """
    CREATE INDEX ix_course_line ON course (catalogue, id, part_of, kind, form, times, fundings, entry_level, exit_level,
    starts_on, ends_on, flexible_start, price, postal_code, place, latitude, longitude, provider)
    """,
    """
    CREATE TABLE course_index (catalogue TEXT NOT NULL, stamp INTEGER NOT NULL, last_key INTEGER NOT NULL, words BLOB
    NOT NULL, ends BLOB NOT NULL, offers BLOB NOT NULL, CONSTRAINT pk_course_index PRIMARY KEY (catalogue)) STRICT
    """,
    """
    CREATE TABLE course_posting (catalogue TEXT NOT NULL, word TEXT NOT NULL, offers BLOB NOT NULL, CONSTRAINT
    pk_course_posting PRIMARY KEY (catalogue, word)) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Add the columns; what was taken in before learns them when its catalogue is taken in again.

    The words of courses are gathered anew when somebody searches for the first time.
    """
    for statement in STATEMENTS:
        op.execute(statement)
