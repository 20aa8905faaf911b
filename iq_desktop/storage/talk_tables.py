"""The tables of the talk: runs and answers of a case, packs and publishers, and the anonymous answers of nobody."""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, Table, Text

from iq_desktop.storage.case_columns import child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, number_or_none, octets, words, words_or_none

SENSITIVE, CENTRE, TECHNICAL = Privacy.SENSITIVE, Privacy.CENTRE, Privacy.TECHNICAL

talk_run = child_table(
    "talk_run",
    words("instrument", SENSITIVE),
    words("version", SENSITIVE),
    words("rater", SENSITIVE),
    words("rater_name", SENSITIVE),
    words("subject", SENSITIVE),
    words("subject_in_words", SENSITIVE),
    words("language", SENSITIVE),
    words_or_none("begun_on", SENSITIVE),
    words_or_none("finished_on", SENSITIVE),
)

talk_answer = child_table(
    "talk_answer",
    words("run_id", TECHNICAL),
    words("question", SENSITIVE),
    number_or_none("value", SENSITIVE),
    words("words", SENSITIVE),
    number("is_not_now", SENSITIVE),
)
"""One row for each answer: a program that is killed loses at most the card in the hand."""

instrument_pack = Table(
    "instrument_pack",
    metadata,
    Column("code", Text, nullable=False, info={"class": CENTRE}),
    Column("version", Text, nullable=False, info={"class": CENTRE}),
    words("publisher", CENTRE),
    words("key", CENTRE),
    words("digest", TECHNICAL),
    words("taken_on", CENTRE),
    octets("content", CENTRE),
    PrimaryKeyConstraint("code", "version"),
    sqlite_strict=True,
)
"""Packs that were taken in, with their exact bytes; older versions stay, so that old runs can be read."""

trusted_publisher = Table(
    "trusted_publisher",
    metadata,
    own_key("key"),
    words("name", CENTRE),
    words("trusted_on", CENTRE),
    words("trusted_by", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

feedback_count = Table(
    "feedback_count",
    metadata,
    Column("instrument", Text, nullable=False, info={"class": CENTRE}),
    Column("version", Text, nullable=False, info={"class": CENTRE}),
    Column("month", Text, nullable=False, info={"class": CENTRE}),
    Column("question", Text, nullable=False, info={"class": CENTRE}),
    number("value", CENTRE),
    number("shown", CENTRE),
    number("waiting", CENTRE),
    PrimaryKeyConstraint("instrument", "version", "month", "question", "value"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""How often something was answered anonymously: counters, so that no row is anybody's; nothing leads to a case.

The empty question counts the people. What is `waiting` is added to `shown` when five people have answered.
"""

feedback_words = Table(
    "feedback_words",
    metadata,
    own_key(),
    words("instrument", CENTRE),
    words("version", CENTRE),
    words("words", CENTRE),
    number("is_shown", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What was told anonymously, in the order of random identities, without any time."""
