"""Recognition: procedures, papers on their way, costs, comparisons, reports."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE centre ADD COLUMN land TEXT",
    "ALTER TABLE centre ADD COLUMN niq_id TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE procedure (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
    qualification_id TEXT NOT NULL, reference_occupation TEXT NOT NULL, niq_number TEXT NOT NULL, body_name TEXT NOT
    NULL, reference_number TEXT NOT NULL, land TEXT, legal_basis TEXT NOT NULL, is_regulated INTEGER NOT NULL,
    is_accelerated INTEGER NOT NULL, is_from_europe INTEGER NOT NULL, started_through_us INTEGER NOT NULL, ground TEXT,
    CONSTRAINT pk_procedure PRIMARY KEY (case_id, id), CONSTRAINT fk_procedure_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE procedure_step (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, procedure_id TEXT
    NOT NULL, kind TEXT NOT NULL, day TEXT, until TEXT, posted_on TEXT, lacks_instruction INTEGER NOT NULL, note TEXT
    NOT NULL, CONSTRAINT pk_procedure_step PRIMARY KEY (case_id, id), CONSTRAINT fk_procedure_step_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE comparison (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
    source TEXT NOT NULL, code TEXT NOT NULL, niq_occupation TEXT NOT NULL, qualification_id TEXT NOT NULL, regulation
    TEXT NOT NULL, regulation_source TEXT NOT NULL, experience TEXT, competent_body TEXT NOT NULL, is_chosen INTEGER NOT
    NULL, reason TEXT NOT NULL, CONSTRAINT pk_comparison PRIMARY KEY (case_id, id), CONSTRAINT fk_comparison_case_id
    FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE task_mark (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, task TEXT NOT NULL,
    comparison_id TEXT NOT NULL, side TEXT NOT NULL, mark TEXT NOT NULL, shown_by TEXT NOT NULL, evidence TEXT NOT NULL,
    note TEXT NOT NULL, CONSTRAINT pk_task_mark PRIMARY KEY (case_id, id), CONSTRAINT fk_task_mark_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE competent_body (id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, responsible_for TEXT NOT NULL, region
    TEXT NOT NULL, street TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT NULL, phone TEXT NOT NULL, email TEXT
    NOT NULL, web TEXT NOT NULL, contact_person TEXT NOT NULL, remarks TEXT NOT NULL, checked_on TEXT, CONSTRAINT
    pk_competent_body PRIMARY KEY (id)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE paper_move (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, paper_id TEXT NOT
    NULL, kind TEXT NOT NULL, day TEXT, with_whom TEXT NOT NULL, place TEXT NOT NULL, receipt_on TEXT,
    remarks TEXT NOT NULL, CONSTRAINT pk_paper_move PRIMARY KEY (case_id, id), CONSTRAINT fk_paper_move_case_id
    FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE scan (case_id TEXT NOT NULL, id TEXT NOT NULL, paper_id TEXT NOT NULL, name TEXT NOT NULL, kind
    TEXT NOT NULL, octets INTEGER NOT NULL, digest TEXT NOT NULL, pages INTEGER NOT NULL, added_at TEXT NOT NULL,
    adviser_id TEXT NOT NULL, left_out INTEGER NOT NULL, removed_on TEXT, is_whole INTEGER NOT NULL, thumbnail BLOB
    NOT NULL, CONSTRAINT pk_scan PRIMARY KEY (case_id, id), CONSTRAINT fk_scan_case_id FOREIGN KEY(case_id)
    REFERENCES case_file (id) ON DELETE CASCADE) STRICT
    """,
    """
    CREATE TABLE scan_chunk (case_id TEXT NOT NULL, scan_id TEXT NOT NULL, number INTEGER NOT NULL, content BLOB NOT
    NULL, CONSTRAINT pk_scan_chunk PRIMARY KEY (case_id, scan_id, number), CONSTRAINT fk_scan_chunk_case_id_scan_id
    FOREIGN KEY(case_id, scan_id) REFERENCES scan (case_id, id) ON DELETE CASCADE, CONSTRAINT ck_scan_chunk_number
    CHECK (number >= 0), CONSTRAINT fk_scan_chunk_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE
    CASCADE) STRICT
    """,
    """
    CREATE TABLE told_fact (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, fact TEXT NOT NULL,
    value TEXT NOT NULL, subject_id TEXT NOT NULL, told_on TEXT, CONSTRAINT pk_told_fact PRIMARY KEY (case_id, id),
    CONSTRAINT fk_told_fact_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE rule_pack (code TEXT NOT NULL, step INTEGER NOT NULL, version TEXT NOT NULL, origin TEXT NOT NULL,
    digest TEXT NOT NULL, kept_on TEXT NOT NULL, kept_by TEXT NOT NULL, content BLOB NOT NULL, CONSTRAINT pk_rule_pack
    PRIMARY KEY (code, step)) STRICT
    """,
    """
    CREATE TABLE niq_report (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, sent_on TEXT, chiffre
    TEXT NOT NULL, record TEXT NOT NULL, CONSTRAINT pk_niq_report PRIMARY KEY (case_id, id), CONSTRAINT
    fk_niq_report_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE cost (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, what
    TEXT NOT NULL, amount TEXT, up_to TEXT, is_estimate INTEGER NOT NULL, procedure_id TEXT NOT NULL, due TEXT,
    ordered_on TEXT, paid_on TEXT, note TEXT NOT NULL, CONSTRAINT pk_cost PRIMARY KEY (case_id, id), CONSTRAINT
    fk_cost_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE funding (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, source TEXT NOT NULL,
    name TEXT NOT NULL, covers TEXT NOT NULL, amount TEXT, applied_on TEXT, granted_on TEXT, refused_on TEXT,
    left_out_on TEXT, note TEXT NOT NULL, CONSTRAINT pk_funding PRIMARY KEY (case_id, id), CONSTRAINT fk_funding_case_id
    FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE case_import (id TEXT NOT NULL, name TEXT NOT NULL, taken_at TEXT NOT NULL, adviser_id TEXT NOT NULL,
    row_count INTEGER NOT NULL, left_out INTEGER NOT NULL, heads TEXT NOT NULL, choices TEXT NOT NULL, report TEXT NOT
    NULL, case_ids TEXT NOT NULL, undone_at TEXT, CONSTRAINT pk_case_import PRIMARY KEY (id)) STRICT
    """,
    "ALTER TABLE case_line ADD COLUMN niq_report INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX ix_case_line_filters",
    """
    CREATE INDEX ix_case_line_filters ON case_line (is_closed, adviser_id, kind, is_invented, niq_light, language,
    origins, open_pages, is_confidential, stops, niq_report)
    """,
    "ALTER TABLE case_view ADD COLUMN report TEXT",
)


def upgrade() -> None:
    """Create the tables and columns of this step."""
    for statement in STATEMENTS:
        op.execute(statement)
