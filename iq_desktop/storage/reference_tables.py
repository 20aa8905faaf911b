"""The tables of the imported catalogues: occupations, skills, places, courses, and which catalogues are there.

Nothing here is about a person. Rows have small whole numbers as keys: ranking all occupations joins 130,000 of them.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from iq_desktop.storage.columns import (
    Privacy,
    degrees_or_none,
    number,
    number_or_none,
    octets,
    reference_metadata,
    words,
    words_or_none,
)

PUBLIC = Privacy.PUBLIC
_INFO: Final = {"class": PUBLIC}


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True, nullable=False, info=_INFO)


def _parent(name: str, table: str) -> Column[int]:
    parent = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Integer, parent, nullable=False, info=_INFO)


catalogue = Table(
    "catalogue",
    reference_metadata,
    words("kind", PUBLIC),
    words("id", PUBLIC),
    words("version", PUBLIC),
    words("taken_in_on", PUBLIC),
    words("counts", PUBLIC),
    words("skipped", PUBLIC),
    words("notice", PUBLIC),
    words_or_none("published_on", PUBLIC),
    PrimaryKeyConstraint("kind", "id"),
    sqlite_strict=True,
)
"""Which catalogues are there; texts for people stand as JSON of message and values and are spoken when shown."""

occupation = Table(
    "occupation",
    reference_metadata,
    _key(),
    words("uri", PUBLIC),
    words("source", PUBLIC),
    words("isco", PUBLIC),
    words("kldb", PUBLIC),
    number("essential_total", PUBLIC),
    number("optional_total", PUBLIC),
    number("is_hidden", PUBLIC),
    UniqueConstraint("uri"),
    sqlite_strict=True,
)
"""`source` is the kind of the catalogue; hidden is an occupation of the starter pack whose twin in ESCO is there."""

occupation_twin = Table(
    "occupation_twin",
    reference_metadata,
    _parent("occupation_id", "occupation"),
    words("uri", PUBLIC),
    PrimaryKeyConstraint("occupation_id"),
    sqlite_strict=True,
)
"""Which occupation of another catalogue is the same as one of the starter pack, whether it is there or not."""

occupation_text = Table(
    "occupation_text",
    reference_metadata,
    _parent("occupation_id", "occupation"),
    words("language", PUBLIC),
    words("name", PUBLIC),
    words("other_names", PUBLIC),
    words("description", PUBLIC),
    PrimaryKeyConstraint("occupation_id", "language"),
    sqlite_strict=True,
)
"""What an occupation is called in one language; other names are a JSON list."""

occupation_name = Table(
    "occupation_name",
    reference_metadata,
    _key(),
    _parent("occupation_id", "occupation"),
    words("language", PUBLIC),
    number("is_other", PUBLIC),
    words("folded", PUBLIC),
    Index(None, "occupation_id"),
    Index(None, "folded"),
    sqlite_strict=True,
)
"""Every name by which an occupation is found, folded; preferred names that join both genders also singly."""

skill = Table(
    "skill",
    reference_metadata,
    _key(),
    words("uri", PUBLIC),
    words("source", PUBLIC),
    words("kind", PUBLIC),
    UniqueConstraint("uri"),
    sqlite_strict=True,
)

skill_name = Table(
    "skill_name",
    reference_metadata,
    _parent("skill_id", "skill"),
    words("language", PUBLIC),
    words("name", PUBLIC),
    PrimaryKeyConstraint("skill_id", "language"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

skill_text = Table(
    "skill_text",
    reference_metadata,
    _parent("skill_id", "skill"),
    words("language", PUBLIC),
    words("other_names", PUBLIC),
    words("description", PUBLIC),
    PrimaryKeyConstraint("skill_id", "language"),
    sqlite_strict=True,
)
"""What is read seldom, apart from the names that every ranking reads."""

occupation_skill = Table(
    "occupation_skill",
    reference_metadata,
    _parent("skill_id", "skill"),
    _parent("occupation_id", "occupation"),
    number("weight", PUBLIC),
    PrimaryKeyConstraint("skill_id", "occupation_id"),
    Index(None, "occupation_id", "weight", "skill_id"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Which occupation needs which skill: weight 3 is essential, 1 optional."""

kldb = Table(
    "kldb",
    reference_metadata,
    Column("code", Text, primary_key=True, nullable=False, info=_INFO),
    words("name", PUBLIC),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

kldb_isco = Table(
    "kldb_isco",
    reference_metadata,
    words("kldb", PUBLIC),
    words("isco", PUBLIC),
    number("rank", PUBLIC),
    PrimaryKeyConstraint("kldb", "isco"),
    Index(None, "isco", "rank"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

place = Table(
    "place",
    reference_metadata,
    _key(),
    words("postal_code", PUBLIC),
    words("name", PUBLIC),
    degrees_or_none("latitude"),
    degrees_or_none("longitude"),
    Index(None, "postal_code"),
    sqlite_strict=True,
)
"""Places in the order of their catalogue; the first one of a postal code stands for it."""

COURSE_LINE: Final = (
    *("catalogue", "id", "part_of", "kind", "form", "times", "fundings", "entry_level", "exit_level", "starts_on"),
    *("ends_on", "flexible_start", "price", "postal_code", "place", "latitude", "longitude", "provider"),
)
"""What the search over all courses reads of each of them."""

course = Table(
    "course",
    reference_metadata,
    Column("key", Integer, primary_key=True, nullable=False, info=_INFO),
    words("catalogue", PUBLIC),
    words("id", PUBLIC),
    words("title", PUBLIC),
    words("part_of", PUBLIC),
    words("provider", PUBLIC),
    words("description", PUBLIC),
    words("keywords", PUBLIC),
    words("form", PUBLIC),
    words("street", PUBLIC),
    words("postal_code", PUBLIC),
    words("place", PUBLIC),
    words_or_none("starts_on", PUBLIC),
    words_or_none("ends_on", PUBLIC),
    number("flexible_start", PUBLIC),
    number_or_none("hours", PUBLIC),
    words_or_none("price", PUBLIC),
    words("degree", PUBLIC),
    words("measure_number", PUBLIC),
    words("web", PUBLIC),
    words("phone", PUBLIC),
    words("email", PUBLIC),
    words("kind", PUBLIC, begins_as="other"),
    words_or_none("entry_level", PUBLIC),
    words_or_none("exit_level", PUBLIC),
    words("times", PUBLIC, begins_as="[]"),
    number_or_none("weekly_hours", PUBLIC),
    words("fundings", PUBLIC, begins_as="[]"),
    words_or_none("apply_by", PUBLIC),
    degrees_or_none("latitude"),
    degrees_or_none("longitude"),
    UniqueConstraint("catalogue", "id"),
    Index(None, "catalogue", "part_of"),
    Index(None, "postal_code"),
    Index("ix_course_line", *COURSE_LINE),
    sqlite_strict=True,
)
"""Course offers with the coordinates of their postal code. `ix_course_line` holds all that the search reads of all of
them at once, so that it never walks through the descriptions."""

course_index = Table(
    "course_index",
    reference_metadata,
    Column("catalogue", Text, primary_key=True, nullable=False, info=_INFO),
    number("stamp", PUBLIC),
    number("last_key", PUBLIC),
    octets("words", PUBLIC),
    octets("ends", PUBLIC),
    octets("offers", PUBLIC),
    sqlite_strict=True,
)
"""The words of titles, keywords and degrees of a catalogue, and which offers have them; packed. No key up to
`last_key` is given to another offer while these words are kept."""

course_posting = Table(
    "course_posting",
    reference_metadata,
    words("catalogue", PUBLIC),
    words("word", PUBLIC),
    octets("offers", PUBLIC),
    PrimaryKeyConstraint("catalogue", "word"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""All other words of a catalogue, each with the offers that have it."""

reference_occupation = Table(
    "reference_occupation",
    reference_metadata,
    Column("niq_id", Text, primary_key=True, nullable=False, info=_INFO),
    words("name", PUBLIC),
    words("source", PUBLIC),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The reference occupations of NIQ, from its list or from the starter pack."""

reference_hint = Table(
    "reference_hint",
    reference_metadata,
    Column("niq_id", Text, primary_key=True, nullable=False, info=_INFO),
    words("other_names", PUBLIC),
    words("tasks", PUBLIC),
    words("occupation_uri", PUBLIC),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What the starter pack adds to reference occupations: other names, tasks, the occupation that has their skills."""

SEARCH_TABLES: Final = (
    """
CREATE VIRTUAL TABLE occupation_words USING fts5(
    folded, content='occupation_name', content_rowid='id', tokenize='ascii', prefix='2 3', columnsize=0, detail='column'
)
""",
    """
CREATE VIRTUAL TABLE occupation_parts USING fts5(
    folded, content='occupation_name', content_rowid='id', tokenize='trigram', columnsize=0
)
""",
)
"""Words from their beginning, and parts inside words: German joins them (“Altenpflegehelfer”)."""
