"""The tables of the rights of a person: how a case is kept, corrections, erasings, terms, anonymous figures."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from iq_desktop.storage.case_columns import case_key, child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, words, words_or_none

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

keeping = Table(
    "keeping",
    metadata,
    case_key(),
    words_or_none("review_on", WORK),
    words_or_none("reason", WORK),
    words("reason_in_words", SENSITIVE),
    words_or_none("reviewed_on", WORK),
    words_or_none("restricted_since", WORK),
    words_or_none("restriction", SENSITIVE),
    words("restriction_in_words", SENSITIVE),
    words_or_none("look_again_on", WORK),
    number("is_counted", WORK),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

correction = child_table(
    "correction",
    words("what", SENSITIVE),
    words("was", SENSITIVE),
    words("became", SENSITIVE),
    words_or_none("asked_on", WORK),
    words_or_none("done_on", WORK),
    words("refused_because", SENSITIVE),
    words("adviser_id", CENTRE),
)

privacy_terms = Table(
    "privacy_terms",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    words("controller", CENTRE),
    words("officer", CENTRE),
    words("authority", CENTRE),
    words("legal_basis", CENTRE),
    words("legal_basis_sensitive", CENTRE),
    words("recipients", CENTRE),
    words("further_measures", CENTRE),
    number("review_after_months", CENTRE),
    number("review_open_months", CENTRE),
    number("smallest_cell", CENTRE),
    CheckConstraint("id = 1", name="one"),
    sqlite_strict=True,
)
"""What the centre has laid down about the data of its clients."""

erasure = Table(
    "erasure",
    metadata,
    own_key(),
    words("number", CENTRE),
    words("erased_at", CENTRE),
    words("reason", CENTRE),
    words("adviser_id", CENTRE),
    words("case_ids", TECHNICAL),
    words("counts", CENTRE),
    number("is_anonymised", CENTRE),
    words("anchor", TECHNICAL),
    UniqueConstraint("number"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Erasings: random identities of cases that lead to nobody any more (JSON), and how many rows of each table went."""

_ANSWERS = ("quarter", "age", "gender", "origin", "home", "concern", "result")

anonymous_figure = Table(
    "anonymous_figure",
    metadata,
    *(Column(name, Text, nullable=False, info={"class": Privacy.PUBLIC}) for name in _ANSWERS),
    number("people", Privacy.PUBLIC),
    PrimaryKeyConstraint(*_ANSWERS),
    CheckConstraint("people >= 5", name="people"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""How many people share a few coarse answers; no row is about anybody, and none tells of fewer than five people."""
