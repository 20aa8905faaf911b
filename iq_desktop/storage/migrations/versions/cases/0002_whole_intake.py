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
    CREATE TABLE case_view (id TEXT NOT NULL, name TEXT NOT NULL, owner_id TEXT NOT NULL, columns TEXT NOT NULL,
    open_page TEXT NOT NULL, adviser_id TEXT NOT NULL, language TEXT NOT NULL, origin TEXT NOT NULL, niq TEXT,
    due_within INTEGER, is_closed INTEGER, kind TEXT, is_invented INTEGER, sort TEXT, is_descending INTEGER NOT
    NULL, CONSTRAINT pk_case_view PRIMARY KEY (id)) WITHOUT ROWID, STRICT
    """,
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
    """
    CREATE TABLE case_link (case_id TEXT NOT NULL, other_id TEXT NOT NULL, kind TEXT NOT NULL, adviser_id TEXT NOT
    NULL, linked_at TEXT NOT NULL, CONSTRAINT pk_case_link PRIMARY KEY (case_id, other_id), CONSTRAINT
    ck_case_link_order CHECK (case_id < other_id), CONSTRAINT fk_case_link_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE, CONSTRAINT fk_case_link_other_id FOREIGN KEY(other_id) REFERENCES case_file
    (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_case_link_other_id ON case_link (other_id)",
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
    """
    CREATE TABLE case_deadline (line INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, due TEXT NOT
    NULL, page TEXT NOT NULL, field TEXT NOT NULL, item TEXT NOT NULL, words TEXT NOT NULL, CONSTRAINT
    pk_case_deadline PRIMARY KEY (line, position), CONSTRAINT fk_case_deadline_line FOREIGN KEY(line) REFERENCES
    case_line (line) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_case_deadline_due ON case_deadline (due)",
    "ALTER TABLE case_file ADD COLUMN kind TEXT DEFAULT 'full' NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN text_size INTEGER DEFAULT 100 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN lock_after_minutes INTEGER DEFAULT 5 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN hide_from_capture INTEGER DEFAULT 1 NOT NULL",
    "ALTER TABLE desk_settings ADD COLUMN last_spot TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN adviser_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN origins TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN is_closed INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE case_line ADD COLUMN kind TEXT DEFAULT 'full' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN opened_on TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN niq_light INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE case_line ADD COLUMN niq_gaps TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN name_order TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN birth_order TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN occupation_order TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN place_order TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE case_line ADD COLUMN made_with INTEGER DEFAULT 0 NOT NULL",
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
    "ALTER TABLE case_line RENAME COLUMN open_page TO open_pages",
    "CREATE INDEX ix_case_line_birth_order_line ON case_line (birth_order, line)",
    """
    CREATE INDEX ix_case_line_filters ON case_line (is_closed, adviser_id, kind, is_invented, niq_light, language,
    origins, open_pages)
    """,
    "CREATE INDEX ix_case_line_made_with ON case_line (made_with)",
    "CREATE INDEX ix_case_line_name_order_line ON case_line (name_order, line)",
    "CREATE INDEX ix_case_line_niq_light_line ON case_line (niq_light, line)",
    "CREATE INDEX ix_case_line_number_line ON case_line (number, line)",
    "CREATE INDEX ix_case_line_occupation_order_line ON case_line (occupation_order, line)",
    "CREATE INDEX ix_case_line_opened_on_line ON case_line (opened_on, line)",
    "CREATE INDEX ix_case_line_place_order_line ON case_line (place_order, line)",
    "DROP INDEX ix_agreed_point_due",
    "DROP INDEX ix_client_residence_valid_until",
    "DROP INDEX ix_referral_remind_on",
    "DROP INDEX ix_referral_starts_on",
    "INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 0)",
    """
    INSERT INTO situation (case_id, scripts, works_as, customer_number, licences, computer, wish, mobility, barriers,
    needs_childcare, family) SELECT id, '[]', '', '', '[]', '', '', '[]', '', 0, '' FROM case_file
    """,
    "INSERT INTO closing (case_id, result_in_words) SELECT id, '' FROM case_file",
)
"""Cases that are older get empty answers, and lines that are made again after the vault is open (`made_with` 0).

The search index no longer overwrites words at each save, which took longer than the save; erasing a person does.
"""


def upgrade() -> None:
    """Create the tables and columns of the whole intake."""
    for statement in STATEMENTS:
        op.execute(statement)
