"""The tables of rules: what was told only for them, and the packs that the centre edited or took in."""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, Table, Text

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, metadata, number, octets, words, words_or_none

SENSITIVE, CENTRE, TECHNICAL = Privacy.SENSITIVE, Privacy.CENTRE, Privacy.TECHNICAL

told_fact = child_table(
    "told_fact",
    words("fact", SENSITIVE),
    words("value", SENSITIVE),
    words("subject_id", TECHNICAL),
    words_or_none("told_on", SENSITIVE),
)

rule_pack = Table(
    "rule_pack",
    metadata,
    Column("code", Text, nullable=False, info={"class": CENTRE}),
    number("step", CENTRE),
    words("version", CENTRE),
    words("origin", CENTRE),
    words("digest", TECHNICAL),
    words("kept_on", CENTRE),
    words("kept_by", CENTRE),
    octets("content", CENTRE),
    PrimaryKeyConstraint("code", "step"),
    sqlite_strict=True,
)
"""Each state of a pack that the centre edited or took in, with its exact bytes; the highest step is the present one.

A step without content goes back to the pack of the program. Steps are never changed.
"""
