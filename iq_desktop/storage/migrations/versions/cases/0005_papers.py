"""The letterhead with its logo, and papers that were made final."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE referral ADD COLUMN shares TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE centre ADD COLUMN run_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN website TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN credit TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN signs_as TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN second_signature TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE centre ADD COLUMN wording TEXT NOT NULL DEFAULT 'standard'",
    """
    CREATE TABLE centre_logo (id INTEGER NOT NULL, content BLOB NOT NULL, width INTEGER NOT NULL, height INTEGER NOT
    NULL, CONSTRAINT pk_centre_logo PRIMARY KEY (id), CONSTRAINT ck_centre_logo_one CHECK (id = 1)) STRICT
    """,
    """
    CREATE TABLE paper_count (year INTEGER NOT NULL, last INTEGER NOT NULL, CONSTRAINT pk_paper_count PRIMARY KEY
    (year), CONSTRAINT ck_paper_count_last CHECK (last >= 1)) STRICT
    """,
    """
    CREATE TABLE final_paper (case_id TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL,
    subject TEXT NOT NULL, language TEXT NOT NULL, second_language TEXT NOT NULL, made_on TEXT NOT NULL, adviser_id
    TEXT NOT NULL, code TEXT NOT NULL, replaced_by TEXT NOT NULL, CONSTRAINT pk_final_paper PRIMARY KEY (case_id, id),
    CONSTRAINT uq_final_paper_number UNIQUE (number), CONSTRAINT fk_final_paper_case_id FOREIGN KEY(case_id)
    REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_final_paper_code ON final_paper (code)",
    """
    CREATE TABLE final_content (case_id TEXT NOT NULL, paper_id TEXT NOT NULL, digest TEXT NOT NULL, content BLOB NOT
    NULL, CONSTRAINT pk_final_content PRIMARY KEY (case_id, paper_id), CONSTRAINT fk_final_content_case_id_paper_id
    FOREIGN KEY(case_id, paper_id) REFERENCES final_paper (case_id, id) ON DELETE CASCADE, CONSTRAINT
    fk_final_content_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) STRICT
    """,
    """
    CREATE TABLE delivery (case_id TEXT NOT NULL, id TEXT NOT NULL, paper_id TEXT NOT NULL, way TEXT NOT NULL, day
    TEXT NOT NULL, recipient TEXT NOT NULL, adviser_id TEXT NOT NULL, CONSTRAINT pk_delivery PRIMARY KEY (case_id,
    id), CONSTRAINT fk_delivery_case_id_paper_id FOREIGN KEY(case_id, paper_id) REFERENCES final_paper (case_id, id)
    ON DELETE CASCADE, CONSTRAINT fk_delivery_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE
    CASCADE) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Create the tables and columns of this step."""
    for statement in STATEMENTS:
        op.execute(statement)
