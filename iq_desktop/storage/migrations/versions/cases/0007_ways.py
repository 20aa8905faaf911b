"""Ways: the plan, kept courses, organisations, agreements that are signed, referrals that are answered."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE appointment ADD COLUMN minutes INTEGER",
    "ALTER TABLE appointment ADD COLUMN alarm TEXT NOT NULL DEFAULT 'day'",
    "ALTER TABLE appointment ADD COLUMN who TEXT NOT NULL DEFAULT 'adviser'",
    "ALTER TABLE appointment ADD COLUMN who_else TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE appointment ADD COLUMN done_on TEXT",
    "ALTER TABLE appointment ADD COLUMN source_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE case_deadline ADD COLUMN at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE case_deadline ADD COLUMN minutes INTEGER",
    "ALTER TABLE case_deadline ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE case_deadline ADD COLUMN alarm TEXT",
    "ALTER TABLE agreed_point ADD COLUMN done_on TEXT",
    "ALTER TABLE agreed_point ADD COLUMN picture TEXT",
    """
    CREATE TABLE goal (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
    text_in_client_language TEXT NOT NULL, hoped_by TEXT, reached_on TEXT, CONSTRAINT pk_goal PRIMARY KEY (case_id,
    id), CONSTRAINT fk_goal_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE duty (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
    text_in_client_language TEXT NOT NULL, who TEXT NOT NULL, CONSTRAINT pk_duty PRIMARY KEY (case_id, id),
    CONSTRAINT fk_duty_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE agreement_review (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, reviewed_on
    TEXT, note TEXT NOT NULL, CONSTRAINT pk_agreement_review PRIMARY KEY (case_id, id), CONSTRAINT
    fk_agreement_review_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE signature (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, signer TEXT NOT
    NULL, way TEXT NOT NULL, signed_on TEXT, name TEXT NOT NULL, language TEXT NOT NULL, words TEXT NOT NULL,
    strokes TEXT NOT NULL, seal TEXT NOT NULL, paper_id TEXT NOT NULL, CONSTRAINT pk_signature PRIMARY KEY (case_id,
    id), CONSTRAINT fk_signature_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT
    ROWID, STRICT
    """,
    """
    CREATE TABLE way_wish (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, goal_code TEXT NOT NULL,
    goal_name TEXT NOT NULL, time INTEGER NOT NULL, money INTEGER NOT NULL, german INTEGER NOT NULL, risk INTEGER NOT
    NULL, chosen_way TEXT, chosen_on TEXT, CONSTRAINT pk_way_wish PRIMARY KEY (case_id, id), CONSTRAINT
    fk_way_wish_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE way_day (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, goal_code TEXT NOT NULL,
    step_code TEXT NOT NULL, name TEXT NOT NULL, day TEXT, CONSTRAINT pk_way_day PRIMARY KEY (case_id, id), CONSTRAINT
    fk_way_day_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    "ALTER TABLE release ADD COLUMN shares TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE release ADD COLUMN referral_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE referral ADD COLUMN organisation_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE referral ADD COLUMN contact_person TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE referral ADD COLUMN earlier_id TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE referral_step (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, referral_id TEXT
    NOT NULL, kind TEXT NOT NULL, day TEXT, way TEXT, by_whom TEXT NOT NULL, words TEXT NOT NULL, CONSTRAINT
    pk_referral_step PRIMARY KEY (case_id, id), CONSTRAINT fk_referral_step_case_id FOREIGN KEY(case_id) REFERENCES
    case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE incoming_referral (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, sender TEXT
    NOT NULL, contact_person TEXT NOT NULL, came_on TEXT, way TEXT, asked TEXT NOT NULL, answer TEXT, answered_on TEXT,
    answer_way TEXT, answer_words TEXT NOT NULL, CONSTRAINT pk_incoming_referral PRIMARY KEY (case_id, id), CONSTRAINT
    fk_incoming_referral_case_id FOREIGN KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE organisation (id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, fields TEXT NOT NULL, languages TEXT
    NOT NULL, reach TEXT, region TEXT NOT NULL, street TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT NULL,
    phone TEXT NOT NULL, email TEXT NOT NULL, web TEXT NOT NULL, contact_person TEXT NOT NULL, remarks TEXT NOT NULL,
    checked_on TEXT, CONSTRAINT pk_organisation PRIMARY KEY (id)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE kept_course (case_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, course TEXT NOT
    NULL, title TEXT NOT NULL, provider TEXT NOT NULL, place TEXT NOT NULL, starts_on TEXT, note TEXT NOT NULL,
    kept_on TEXT, CONSTRAINT pk_kept_course PRIMARY KEY (case_id, id), CONSTRAINT fk_kept_course_case_id FOREIGN
    KEY(case_id) REFERENCES case_file (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE own_offer (id TEXT NOT NULL, title TEXT NOT NULL, provider TEXT NOT NULL, description TEXT NOT
    NULL, kind TEXT NOT NULL, form TEXT NOT NULL, street TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT
    NULL, starts_on TEXT, ends_on TEXT, flexible_start INTEGER NOT NULL, apply_by TEXT, times TEXT NOT NULL, hours
    INTEGER, weekly_hours INTEGER, price TEXT, fundings TEXT NOT NULL, entry_level TEXT, exit_level TEXT, web TEXT
    NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, entered_on TEXT, CONSTRAINT pk_own_offer PRIMARY KEY (id))
    WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE course_mapping (heads TEXT NOT NULL, name TEXT NOT NULL, choices TEXT NOT NULL, kept_on TEXT,
    CONSTRAINT pk_course_mapping PRIMARY KEY (heads)) WITHOUT ROWID, STRICT
    """,
)


def upgrade() -> None:
    """Create what the ways need."""
    for statement in STATEMENTS:
        op.execute(statement)
