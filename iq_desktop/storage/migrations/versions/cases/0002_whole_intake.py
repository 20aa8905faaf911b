"""The whole intake: situation, papers, life, talks, appointments and closing of a case; more settings of the desk."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    """
    CREATE TABLE vault_check (id INTEGER NOT NULL, checked_at TEXT NOT NULL, outcome TEXT NOT NULL, CONSTRAINT
    pk_vault_check PRIMARY KEY (id), CONSTRAINT ck_vault_check_one CHECK (id = 1)) STRICT
    """,
    """
    CREATE TABLE appointment (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, day TEXT, at TEXT
    NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, is_done INTEGER NOT NULL, CONSTRAINT
    pk_appointment PRIMARY KEY (case_id, id), CONSTRAINT fk_appointment_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_appointment_day ON appointment (day)",
    """
    CREATE TABLE closing (case_id TEXT NOT NULL, closed_on TEXT, result TEXT, result_in_words TEXT NOT NULL,
    after_six_months TEXT, after_six_months_on TEXT, CONSTRAINT pk_closing PRIMARY KEY (case_id), CONSTRAINT
    fk_closing_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE life_entry (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL, country TEXT NOT NULL, begun TEXT, ended TEXT, is_going_on INTEGER NOT NULL, remarks TEXT
    NOT NULL, CONSTRAINT pk_life_entry PRIMARY KEY (case_id, id), CONSTRAINT fk_life_entry_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE paper (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, kind
    TEXT, belongs_to TEXT NOT NULL, forms TEXT NOT NULL, language TEXT NOT NULL, issued_on TEXT, whereabouts TEXT,
    who_has_it TEXT NOT NULL, handed_over_on TEXT, handed_back_on TEXT, remarks TEXT NOT NULL, CONSTRAINT pk_paper
    PRIMARY KEY (case_id, id), CONSTRAINT fk_paper_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE
    CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE qualification (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, title_original
    TEXT NOT NULL, title_de TEXT NOT NULL, kind TEXT, institution TEXT NOT NULL, place TEXT NOT NULL, country TEXT
    NOT NULL, begun TEXT, ended TEXT, finished TEXT, months INTEGER, experience TEXT, goes_to_niq INTEGER NOT NULL,
    reference_occupation TEXT NOT NULL, niq_occupation TEXT NOT NULL, earlier_application TEXT, equivalence_result
    TEXT, evaluation_result TEXT, remarks TEXT NOT NULL, CONSTRAINT pk_qualification PRIMARY KEY (case_id, id),
    CONSTRAINT fk_qualification_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT
    ROWID, STRICT
    """,
    """
    CREATE TABLE release (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, recipient TEXT NOT
    NULL, what TEXT NOT NULL, given_on TEXT, language TEXT NOT NULL, wording_version TEXT NOT NULL, manner TEXT NOT
    NULL, withdrawn_on TEXT, CONSTRAINT pk_release PRIMARY KEY (case_id, id), CONSTRAINT fk_release_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE situation (case_id TEXT NOT NULL, school_years INTEGER, school_leaving TEXT, scripts TEXT NOT NULL,
    works_as TEXT NOT NULL, customer_number TEXT NOT NULL, licences TEXT NOT NULL, computer TEXT NOT NULL, wish TEXT
    NOT NULL, hours_per_week INTEGER, can_start_on TEXT, mobility TEXT NOT NULL, travel_km INTEGER, barriers TEXT
    NOT NULL, needs_childcare INTEGER NOT NULL, family TEXT NOT NULL, CONSTRAINT pk_situation PRIMARY KEY (case_id),
    CONSTRAINT fk_situation_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE talk (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, held_on TEXT, kind TEXT
    NOT NULL, channel TEXT, minutes INTEGER, with_whom TEXT NOT NULL, what TEXT NOT NULL, CONSTRAINT pk_talk PRIMARY
    KEY (case_id, id), CONSTRAINT fk_talk_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE)
    WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE work_period (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, title_original
    TEXT NOT NULL, title_de TEXT NOT NULL, kind TEXT NOT NULL, occupation_uri TEXT NOT NULL, occupation_name TEXT
    NOT NULL, isco TEXT NOT NULL, kldb TEXT NOT NULL, employer TEXT NOT NULL, place TEXT NOT NULL, country TEXT NOT
    NULL, begun TEXT, ended TEXT, is_going_on INTEGER NOT NULL, hours_per_week INTEGER, tasks TEXT NOT NULL, tools
    TEXT NOT NULL, proofs TEXT NOT NULL, CONSTRAINT pk_work_period PRIMARY KEY (case_id, id), CONSTRAINT
    fk_work_period_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "ALTER TABLE case_file ADD COLUMN kind TEXT DEFAULT 'full' NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN text_size INTEGER DEFAULT 100 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN lock_after_minutes INTEGER DEFAULT 5 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN hide_from_capture INTEGER DEFAULT 1 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN last_spot TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN transliteration TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN birth_note TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN birth_place TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN residence_note TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN home TEXT",
    "ALTER TABLE client ADD COLUMN home_country TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE client ADD COLUMN reachable TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN hoped_by TEXT",
    "ALTER TABLE contact ADD COLUMN asked_by TEXT",
    "ALTER TABLE contact ADD COLUMN minutes INTEGER",
    "ALTER TABLE contact ADD COLUMN ended_on TEXT",
    "ALTER TABLE contact ADD COLUMN held_at TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN recognition_topics TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE contact ADD COLUMN recognition_other TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN qualification_topics TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE contact ADD COLUMN qualification_other TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN interpreter_name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN interpreter_language TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE contact ADD COLUMN interpreter_secrecy_on TEXT",
    """
    INSERT INTO situation (case_id, scripts, works_as, customer_number, licences, computer, wish, mobility, barriers,
    needs_childcare, family) SELECT id, '[]', '', '', '[]', '', '', '[]', '', 0, '' FROM case_file
    """,
    "INSERT INTO closing (case_id, result_in_words) SELECT id, '' FROM case_file",
)
"""Cases that are older get empty answers."""


def upgrade() -> None:
    """Create the tables and columns of the whole intake."""
    for statement in STATEMENTS:
        op.execute(statement)
