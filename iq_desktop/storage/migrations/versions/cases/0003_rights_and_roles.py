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
    "ALTER TABLE case_line ADD COLUMN stops TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX ix_case_line_adviser_id ON case_line (adviser_id)",
    "CREATE INDEX ix_case_line_confidential ON case_line (adviser_id) WHERE is_confidential = 1",
    "DROP INDEX ix_case_line_filters",
    """
    CREATE INDEX ix_case_line_filters ON case_line (is_closed, adviser_id, kind, is_invented, niq_light, language,
    origins, open_pages, is_confidential, stops)
    """,
)
"""Who becomes the responsible person of an older vault is told by its header when it is opened (roles.py)."""

_RIGHTS: Final = (
    """
    CREATE TABLE keeping (case_id TEXT NOT NULL, review_on TEXT, reason TEXT, reason_in_words TEXT NOT NULL,
    reviewed_on TEXT, restricted_since TEXT, restriction TEXT, restriction_in_words TEXT NOT NULL, look_again_on TEXT,
    is_counted INTEGER NOT NULL, CONSTRAINT pk_keeping PRIMARY KEY (case_id), CONSTRAINT fk_keeping_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE correction (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, what TEXT NOT NULL,
    was TEXT NOT NULL, became TEXT NOT NULL, asked_on TEXT, done_on TEXT, refused_because TEXT NOT NULL, adviser_id
    TEXT NOT NULL, CONSTRAINT pk_correction PRIMARY KEY (case_id, id), CONSTRAINT fk_correction_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE privacy_terms (id INTEGER NOT NULL, controller TEXT NOT NULL, officer TEXT NOT NULL, authority TEXT
    NOT NULL, legal_basis TEXT NOT NULL, legal_basis_sensitive TEXT NOT NULL, recipients TEXT NOT NULL,
    further_measures TEXT NOT NULL, review_after_months INTEGER NOT NULL, review_open_months INTEGER NOT NULL,
    smallest_cell INTEGER NOT NULL, CONSTRAINT pk_privacy_terms PRIMARY KEY (id), CONSTRAINT ck_privacy_terms_one
    CHECK (id = 1)) STRICT
    """,
    """
    CREATE TABLE erasure (id TEXT NOT NULL, number TEXT NOT NULL, erased_at TEXT NOT NULL, reason TEXT NOT NULL,
    adviser_id TEXT NOT NULL, case_ids TEXT NOT NULL, counts TEXT NOT NULL, is_anonymised INTEGER NOT NULL, anchor
    TEXT NOT NULL, CONSTRAINT pk_erasure PRIMARY KEY (id), CONSTRAINT uq_erasure_number UNIQUE (number)) WITHOUT
    ROWID, STRICT
    """,
    """
    CREATE TABLE anonymous_figure (quarter TEXT NOT NULL, age TEXT NOT NULL, gender TEXT NOT NULL, origin TEXT NOT
    NULL, home TEXT NOT NULL, concern TEXT NOT NULL, result TEXT NOT NULL, people INTEGER NOT NULL, CONSTRAINT
    pk_anonymous_figure PRIMARY KEY (quarter, age, gender, origin, home, concern, result), CONSTRAINT
    ck_anonymous_figure_people CHECK (people >= 5)) WITHOUT ROWID, STRICT
    """,
    """
    INSERT INTO keeping (case_id, reason_in_words, restriction_in_words, is_counted) SELECT id, '', '', 0 FROM
    case_file
    """,
)
"""Every older case is kept by the rules; what stops something in it is told when its line is made again."""

STATEMENTS: Final[tuple[str, ...]] = (*_ROLES, *_RIGHTS)


def upgrade() -> None:
    """Create the tables and columns of the second part of the vault."""
    for statement in STATEMENTS:
        op.execute(statement)
