"""The first tables of reference.db."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS: Final = (
    """
    CREATE TABLE catalogue (kind TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, taken_in_on TEXT NOT NULL,
    counts TEXT NOT NULL, skipped TEXT NOT NULL, notice TEXT NOT NULL, published_on TEXT, CONSTRAINT pk_catalogue
    PRIMARY KEY (kind, id)) STRICT
    """,
    """
    CREATE TABLE course ("key" INTEGER NOT NULL, catalogue TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
    part_of TEXT NOT NULL, provider TEXT NOT NULL, description TEXT NOT NULL, keywords TEXT NOT NULL, form TEXT NOT
    NULL, street TEXT NOT NULL, postal_code TEXT NOT NULL, place TEXT NOT NULL, starts_on TEXT, ends_on TEXT,
    flexible_start INTEGER NOT NULL, hours INTEGER, price TEXT, degree TEXT NOT NULL, measure_number TEXT NOT NULL,
    web TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, latitude REAL, longitude REAL, main_words TEXT NOT
    NULL, all_words TEXT NOT NULL, CONSTRAINT pk_course PRIMARY KEY ("key"), CONSTRAINT uq_course_catalogue_id
    UNIQUE (catalogue, id)) STRICT
    """,
    "CREATE INDEX ix_course_catalogue_part_of ON course (catalogue, part_of)",
    "CREATE INDEX ix_course_postal_code ON course (postal_code)",
    """
    CREATE TABLE kldb (code TEXT NOT NULL, name TEXT NOT NULL, CONSTRAINT pk_kldb PRIMARY KEY (code)) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE kldb_isco (kldb TEXT NOT NULL, isco TEXT NOT NULL, rank INTEGER NOT NULL, CONSTRAINT pk_kldb_isco
    PRIMARY KEY (kldb, isco)) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_kldb_isco_isco_rank ON kldb_isco (isco, rank)",
    """
    CREATE TABLE occupation (id INTEGER NOT NULL, uri TEXT NOT NULL, source TEXT NOT NULL, isco TEXT NOT NULL, kldb
    TEXT NOT NULL, essential_total INTEGER NOT NULL, optional_total INTEGER NOT NULL, is_hidden INTEGER NOT NULL,
    CONSTRAINT pk_occupation PRIMARY KEY (id), CONSTRAINT uq_occupation_uri UNIQUE (uri)) STRICT
    """,
    """
    CREATE TABLE place (id INTEGER NOT NULL, postal_code TEXT NOT NULL, name TEXT NOT NULL, latitude REAL, longitude
    REAL, CONSTRAINT pk_place PRIMARY KEY (id)) STRICT
    """,
    "CREATE INDEX ix_place_postal_code ON place (postal_code)",
    """
    CREATE TABLE skill (id INTEGER NOT NULL, uri TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, CONSTRAINT
    pk_skill PRIMARY KEY (id), CONSTRAINT uq_skill_uri UNIQUE (uri)) STRICT
    """,
    """
    CREATE TABLE occupation_name (id INTEGER NOT NULL, occupation_id INTEGER NOT NULL, language TEXT NOT NULL,
    is_other INTEGER NOT NULL, folded TEXT NOT NULL, CONSTRAINT pk_occupation_name PRIMARY KEY (id), CONSTRAINT
    fk_occupation_name_occupation_id FOREIGN KEY(occupation_id) REFERENCES occupation (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_occupation_name_folded ON occupation_name (folded)",
    "CREATE INDEX ix_occupation_name_occupation_id ON occupation_name (occupation_id)",
    """
    CREATE TABLE occupation_skill (skill_id INTEGER NOT NULL, occupation_id INTEGER NOT NULL, weight INTEGER NOT
    NULL, CONSTRAINT pk_occupation_skill PRIMARY KEY (skill_id, occupation_id), CONSTRAINT
    fk_occupation_skill_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE, CONSTRAINT
    fk_occupation_skill_occupation_id FOREIGN KEY(occupation_id) REFERENCES occupation (id) ON DELETE CASCADE)
    WITHOUT ROWID, STRICT
    """,
    """
    CREATE INDEX ix_occupation_skill_occupation_id_weight_skill_id ON occupation_skill (occupation_id, weight,
    skill_id)
    """,
    """
    CREATE TABLE occupation_text (occupation_id INTEGER NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
    other_names TEXT NOT NULL, description TEXT NOT NULL, CONSTRAINT pk_occupation_text PRIMARY KEY (occupation_id,
    language), CONSTRAINT fk_occupation_text_occupation_id FOREIGN KEY(occupation_id) REFERENCES occupation (id) ON
    DELETE CASCADE) STRICT
    """,
    """
    CREATE TABLE skill_name (skill_id INTEGER NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL, CONSTRAINT
    pk_skill_name PRIMARY KEY (skill_id, language), CONSTRAINT fk_skill_name_skill_id FOREIGN KEY(skill_id)
    REFERENCES skill (id) ON DELETE CASCADE) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE skill_text (skill_id INTEGER NOT NULL, language TEXT NOT NULL, other_names TEXT NOT NULL,
    description TEXT NOT NULL, CONSTRAINT pk_skill_text PRIMARY KEY (skill_id, language), CONSTRAINT
    fk_skill_text_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE) STRICT
    """,
    """
    CREATE VIRTUAL TABLE occupation_words USING fts5(folded, content='occupation_name', content_rowid='id',
    tokenize='ascii', prefix='2 3', columnsize=0, detail='column')
    """,
    """
    CREATE VIRTUAL TABLE occupation_parts USING fts5(folded, content='occupation_name', content_rowid='id',
    tokenize='trigram', columnsize=0)
    """,
    """
    CREATE VIRTUAL TABLE course_words USING fts5(main_words, all_words, content='course', content_rowid='key',
    tokenize='ascii', prefix='3 4', columnsize=0, detail='column')
    """,
    """
    CREATE VIRTUAL TABLE course_parts USING fts5(main_words, content='course', content_rowid='key',
    tokenize='trigram', columnsize=0)
    """,
)


def upgrade() -> None:
    """Create the tables of the imported catalogues."""
    for statement in STATEMENTS:
        op.execute(statement)
