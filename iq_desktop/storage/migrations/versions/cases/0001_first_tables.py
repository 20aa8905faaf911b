"""The first tables of cases.db."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    """
    CREATE TABLE adviser (id TEXT NOT NULL, name TEXT NOT NULL, CONSTRAINT pk_adviser PRIMARY KEY (id)) WITHOUT
    ROWID, STRICT
    """,
    """
    CREATE TABLE case_file (id TEXT NOT NULL, opened_on TEXT NOT NULL, number TEXT NOT NULL, revision INTEGER NOT
    NULL, adviser_id TEXT NOT NULL, is_invented INTEGER NOT NULL, CONSTRAINT pk_case_file PRIMARY KEY (id),
    CONSTRAINT uq_case_file_number UNIQUE (number), CONSTRAINT ck_case_file_revision CHECK (revision >= 1)) WITHOUT
    ROWID, STRICT
    """,
    """
    CREATE TABLE case_number (year INTEGER NOT NULL, last INTEGER NOT NULL, CONSTRAINT pk_case_number PRIMARY KEY
    (year), CONSTRAINT ck_case_number_last CHECK (last >= 1)) STRICT
    """,
    """
    CREATE TABLE centre (id INTEGER NOT NULL, name TEXT NOT NULL, street TEXT NOT NULL, postal_code TEXT NOT NULL,
    place TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, CONSTRAINT pk_centre PRIMARY KEY (id), CONSTRAINT
    ck_centre_one CHECK (id = 1)) STRICT
    """,
    """
    CREATE TABLE desk_settings (adviser_id TEXT NOT NULL, language TEXT NOT NULL, theme TEXT NOT NULL, CONSTRAINT
    pk_desk_settings PRIMARY KEY (adviser_id)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE journal (device TEXT NOT NULL, seq INTEGER NOT NULL, actor TEXT NOT NULL, utc TEXT NOT NULL, kind
    TEXT NOT NULL, case_id TEXT, header BLOB NOT NULL, commitment BLOB NOT NULL, mac BLOB NOT NULL, CONSTRAINT
    pk_journal PRIMARY KEY (device, seq), CONSTRAINT ck_journal_seq CHECK (seq >= 1))
    """,
    "CREATE INDEX ix_journal_case_id ON journal (case_id)",
    "CREATE INDEX ix_journal_utc ON journal (utc)",
    """
    CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE device = NEW.device AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'an entry of the journal is never replaced'); END
    """,
    """
    CREATE TABLE agreed_point (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT
    NULL, text_in_client_language TEXT NOT NULL, who TEXT NOT NULL, due TEXT, CONSTRAINT pk_agreed_point PRIMARY KEY
    (case_id, id), CONSTRAINT fk_agreed_point_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE
    CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_agreed_point_due ON agreed_point (due)",
    """
    CREATE TABLE case_line (line INTEGER NOT NULL, case_id TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
    own_script_name TEXT NOT NULL, birth TEXT NOT NULL, language TEXT NOT NULL, occupation TEXT NOT NULL, place TEXT
    NOT NULL, changed_at TEXT NOT NULL, is_invented INTEGER NOT NULL, open_page TEXT NOT NULL, name_key TEXT NOT
    NULL, names TEXT NOT NULL, sounds TEXT NOT NULL, skeletons TEXT NOT NULL, others TEXT NOT NULL, CONSTRAINT
    pk_case_line PRIMARY KEY (line), CONSTRAINT uq_case_line_case_id UNIQUE (case_id), CONSTRAINT
    fk_case_line_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_case_line_changed_at_line ON case_line (changed_at, line)",
    "CREATE INDEX ix_case_line_name_key ON case_line (name_key)",
    """
    CREATE TABLE chosen_occupation (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, uri TEXT NOT
    NULL, name_de TEXT NOT NULL, name_en TEXT NOT NULL, isco TEXT NOT NULL, kldb TEXT NOT NULL, role TEXT NOT NULL,
    CONSTRAINT pk_chosen_occupation PRIMARY KEY (case_id, id), CONSTRAINT fk_chosen_occupation_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE client (case_id TEXT NOT NULL, family_name TEXT NOT NULL, given_names TEXT NOT NULL,
    family_name_own_script TEXT NOT NULL, given_names_own_script TEXT NOT NULL, former_names TEXT NOT NULL,
    pronunciation TEXT NOT NULL, gender TEXT, birth TEXT, birth_country TEXT NOT NULL, nationalities TEXT NOT NULL,
    mother_tongues TEXT NOT NULL, residence_title TEXT, residence_valid_until TEXT, work_permission TEXT, entry
    TEXT, benefit TEXT, employment TEXT, street TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT NULL, phone
    TEXT NOT NULL, email TEXT NOT NULL, CONSTRAINT pk_client PRIMARY KEY (case_id), CONSTRAINT fk_client_case_id
    FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_client_residence_valid_until ON client (residence_valid_until)",
    """
    CREATE TABLE competence (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, skill_uri TEXT NOT
    NULL, name_de TEXT NOT NULL, name_en TEXT NOT NULL, occupation_uri TEXT NOT NULL, need TEXT NOT NULL, kind TEXT
    NOT NULL, self_rating TEXT, adviser_rating TEXT, evidence TEXT NOT NULL, example TEXT NOT NULL, CONSTRAINT
    pk_competence PRIMARY KEY (case_id, id), CONSTRAINT fk_competence_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE consent (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, purpose TEXT NOT NULL,
    given_on TEXT NOT NULL, language TEXT NOT NULL, wording_version TEXT NOT NULL, manner TEXT NOT NULL,
    withdrawn_on TEXT, CONSTRAINT pk_consent PRIMARY KEY (case_id, id), CONSTRAINT fk_consent_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE contact (case_id TEXT NOT NULL, channel TEXT, way TEXT, concerns TEXT NOT NULL, concern_in_words
    TEXT NOT NULL, expectation TEXT NOT NULL, client_language TEXT NOT NULL, interpreting TEXT, first_talk_on TEXT,
    CONSTRAINT pk_contact PRIMARY KEY (case_id), CONSTRAINT fk_contact_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE journal_payload (device TEXT NOT NULL, seq INTEGER NOT NULL, salt BLOB NOT NULL, payload BLOB NOT
    NULL, CONSTRAINT pk_journal_payload PRIMARY KEY (device, seq), CONSTRAINT fk_journal_payload_device_seq FOREIGN
    KEY(device, seq) REFERENCES journal (device, seq))
    """,
    """
    CREATE TABLE language_skill (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, language TEXT
    NOT NULL, assessed_by TEXT NOT NULL, listening TEXT, reading TEXT, interaction TEXT, production TEXT, writing
    TEXT, assessed_on TEXT, proof TEXT NOT NULL, CONSTRAINT pk_language_skill PRIMARY KEY (case_id, id), CONSTRAINT
    fk_language_skill_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE referral (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, recipient TEXT NOT
    NULL, kind TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, course TEXT NOT NULL, place TEXT NOT NULL,
    starts_on TEXT, agreed_on TEXT, remind_on TEXT, CONSTRAINT pk_referral PRIMARY KEY (case_id, id), CONSTRAINT
    fk_referral_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_referral_remind_on ON referral (remind_on)",
    "CREATE INDEX ix_referral_starts_on ON referral (starts_on)",
    """
    CREATE VIRTUAL TABLE case_search USING fts5(names, sounds, skeletons, others, content='case_line',
    content_rowid='line', tokenize='ascii', prefix='1 2 3', columnsize=0, detail='column')
    """,
    "INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 1)",
)


def upgrade() -> None:
    """Create the tables of cases, journal, search and centre."""
    for statement in STATEMENTS:
        op.execute(statement)
