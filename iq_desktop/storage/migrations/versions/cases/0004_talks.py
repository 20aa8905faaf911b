"""The talk: instruments that were taken in, runs of instruments and their answers."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE contact ADD COLUMN interpreter_relation TEXT",
    """
    CREATE TABLE talk_run (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, instrument TEXT NOT
    NULL, version TEXT NOT NULL, rater TEXT NOT NULL, rater_name TEXT NOT NULL, subject TEXT NOT NULL,
    subject_in_words TEXT NOT NULL, language TEXT NOT NULL, begun_on TEXT, finished_on TEXT, CONSTRAINT pk_talk_run
    PRIMARY KEY (case_id, id), CONSTRAINT fk_talk_run_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON
    DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE talk_answer (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, run_id TEXT NOT
    NULL, question TEXT NOT NULL, value INTEGER, words TEXT NOT NULL, is_not_now INTEGER NOT NULL, CONSTRAINT
    pk_talk_answer PRIMARY KEY (case_id, id), CONSTRAINT fk_talk_answer_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE instrument_pack (code TEXT NOT NULL, version TEXT NOT NULL, publisher TEXT NOT NULL, "key" TEXT NOT
    NULL, digest TEXT NOT NULL, taken_on TEXT NOT NULL, content BLOB NOT NULL, CONSTRAINT pk_instrument_pack PRIMARY
    KEY (code, version)) STRICT
    """,
    """
    CREATE TABLE trusted_publisher ("key" TEXT NOT NULL, name TEXT NOT NULL, trusted_on TEXT NOT NULL, trusted_by
    TEXT NOT NULL, CONSTRAINT pk_trusted_publisher PRIMARY KEY ("key")) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE feedback_count (instrument TEXT NOT NULL, version TEXT NOT NULL, month TEXT NOT NULL, question TEXT
    NOT NULL, value INTEGER NOT NULL, shown INTEGER NOT NULL, waiting INTEGER NOT NULL, CONSTRAINT pk_feedback_count
    PRIMARY KEY (instrument, version, month, question, value)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE feedback_words (id TEXT NOT NULL, instrument TEXT NOT NULL, version TEXT NOT NULL, words TEXT NOT
    NULL, is_shown INTEGER NOT NULL, CONSTRAINT pk_feedback_words PRIMARY KEY (id)) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Create the tables and columns of the talk."""
    for statement in STATEMENTS:
        op.execute(statement)
