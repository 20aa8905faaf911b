"""The tables of cases and of the centre: a column for each field of the domain's values, of the same name.

Days are `2026-11-22`, moments `2026-11-22T09:30:00.000000+00:00` in UTC, partial dates EDTF, answers their codes,
several answers a JSON list. Which codes there are is the domain's knowledge and not checked here again: a new answer
must not need a new schema.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from iq_desktop.storage.columns import Privacy, metadata, number, words, words_or_none

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL


def _key(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False, info={"class": TECHNICAL})


def _case_key() -> Column[str]:
    return Column(
        "case_id",
        Text,
        ForeignKey("case_file.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
        info={"class": TECHNICAL},
    )


def _child(name: str, *columns: Column[str] | Column[int] | Index) -> Table:
    """Return a table of what a case has several of; the rows of a case lie side by side, in their order."""
    place = number("position", TECHNICAL)
    return Table(name, metadata, _case_key(), _key(), place, *columns, sqlite_with_rowid=False, sqlite_strict=True)


case_file = Table(
    "case_file",
    metadata,
    _key(),
    words("opened_on", WORK),
    words("number", PERSONAL),
    number("revision", TECHNICAL),
    words("adviser_id", CENTRE),
    number("is_invented", TECHNICAL),
    UniqueConstraint("number"),
    CheckConstraint("revision >= 1", name="revision"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

case_number = Table(
    "case_number",
    metadata,
    Column("year", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    number("last", TECHNICAL),
    CheckConstraint("last >= 1", name="last"),
    sqlite_strict=True,
)
"""The last number that was given in each year."""

contact = Table(
    "contact",
    metadata,
    _case_key(),
    words_or_none("channel", WORK),
    words_or_none("way", WORK),
    words("concerns", WORK),
    words("concern_in_words", SENSITIVE),
    words("expectation", SENSITIVE),
    words("client_language", PERSONAL),
    words_or_none("interpreting", WORK),
    words_or_none("first_talk_on", WORK),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

client = Table(
    "client",
    metadata,
    _case_key(),
    words("family_name", PERSONAL),
    words("given_names", PERSONAL),
    words("family_name_own_script", PERSONAL),
    words("given_names_own_script", PERSONAL),
    words("former_names", PERSONAL),
    words("pronunciation", PERSONAL),
    words_or_none("gender", SENSITIVE),
    words_or_none("birth", PERSONAL),
    words("birth_country", SENSITIVE),
    words("nationalities", SENSITIVE),
    words("mother_tongues", SENSITIVE),
    words_or_none("residence_title", SENSITIVE),
    words_or_none("residence_valid_until", SENSITIVE),
    words_or_none("work_permission", SENSITIVE),
    words_or_none("entry", SENSITIVE),
    words_or_none("benefit", SENSITIVE),
    words_or_none("employment", SENSITIVE),
    words("street", PERSONAL),
    words("postal_code", PERSONAL),
    words("place", PERSONAL),
    words("phone", PERSONAL),
    words("email", PERSONAL),
    Index(None, "residence_valid_until"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

consent = _child(
    "consent",
    words("purpose", WORK),
    words("given_on", WORK),
    words("language", WORK),
    words("wording_version", WORK),
    words("manner", WORK),
    words_or_none("withdrawn_on", WORK),
)

language_skill = _child(
    "language_skill",
    words("language", SENSITIVE),
    words("assessed_by", WORK),
    words_or_none("listening", WORK),
    words_or_none("reading", WORK),
    words_or_none("interaction", WORK),
    words_or_none("production", WORK),
    words_or_none("writing", WORK),
    words_or_none("assessed_on", WORK),
    words("proof", WORK),
)

chosen_occupation = _child(
    "chosen_occupation",
    words("uri", WORK),
    words("name_de", WORK),
    words("name_en", WORK),
    words("isco", WORK),
    words("kldb", WORK),
    words("role", WORK),
)

competence = _child(
    "competence",
    words("skill_uri", WORK),
    words("name_de", WORK),
    words("name_en", WORK),
    words("occupation_uri", WORK),
    words("need", WORK),
    words("kind", WORK),
    words_or_none("self_rating", WORK),
    words_or_none("adviser_rating", WORK),
    words("evidence", WORK),
    words("example", SENSITIVE),
)

referral = _child(
    "referral",
    words("recipient", WORK),
    words("kind", WORK),
    words("state", WORK),
    words("reason", SENSITIVE),
    words("course", WORK),
    words("place", WORK),
    words_or_none("starts_on", WORK),
    words_or_none("agreed_on", WORK),
    words_or_none("remind_on", WORK),
    Index(None, "starts_on"),
    Index(None, "remind_on"),
)

agreed_point = _child(
    "agreed_point",
    words("text", SENSITIVE),
    words("text_in_client_language", SENSITIVE),
    words("who", WORK),
    words_or_none("due", WORK),
    Index(None, "due"),
)

case_line = Table(
    "case_line",
    metadata,
    Column("line", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    Column("case_id", Text, ForeignKey("case_file.id", ondelete="CASCADE"), nullable=False, info={"class": TECHNICAL}),
    words("number", PERSONAL),
    words("name", PERSONAL),
    words("own_script_name", PERSONAL),
    words("birth", PERSONAL),
    words("language", PERSONAL),
    words("occupation", WORK),
    words("place", PERSONAL),
    words("changed_at", WORK),
    number("is_invented", TECHNICAL),
    words("open_page", TECHNICAL),
    words("name_key", PERSONAL),
    words("names", PERSONAL),
    words("sounds", PERSONAL),
    words("skeletons", PERSONAL),
    words("others", PERSONAL),
    UniqueConstraint("case_id"),
    Index(None, "changed_at", "line"),
    Index(None, "name_key"),
    sqlite_strict=True,
)
"""What the case list shows of a case and finds it by; all of it can be made again from the case.

`open_page` is the first page that still lacks something, empty where nothing is missing.
"""

CASE_SEARCH: Final = """
CREATE VIRTUAL TABLE case_search USING fts5(
    names, sounds, skeletons, others,
    content='case_line', content_rowid='line', tokenize='ascii', prefix='1 2 3', columnsize=0, detail='column'
)
"""
"""The words of `case_line`; the texts stay there and only there."""

CASE_SEARCH_FORGETS: Final = "INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 1)"
"""Without it an erased name would stay readable in the index."""

centre = Table(
    "centre",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    words("name", CENTRE),
    words("street", CENTRE),
    words("postal_code", CENTRE),
    words("place", CENTRE),
    words("phone", CENTRE),
    words("email", CENTRE),
    CheckConstraint("id = 1", name="one"),
    sqlite_strict=True,
)

adviser = Table("adviser", metadata, _key(), words("name", CENTRE), sqlite_with_rowid=False, sqlite_strict=True)

desk_settings = Table(
    "desk_settings",
    metadata,
    _key("adviser_id"),
    words("language", CENTRE),
    words("theme", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
