"""The tables of the centre, its advisers and what they have set."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table

from iq_desktop.storage.case_columns import own_key
from iq_desktop.storage.columns import Privacy, metadata, number, octets, words, words_or_none

CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

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
    words("run_by", CENTRE, begins_as=""),
    words("website", CENTRE, begins_as=""),
    words("credit", CENTRE, begins_as=""),
    words("signs_as", CENTRE, begins_as=""),
    words("second_signature", CENTRE, begins_as=""),
    words("wording", CENTRE, begins_as="standard"),
    words_or_none("land", CENTRE),
    words("niq_id", CENTRE, begins_as=""),
    CheckConstraint("id = 1", name="one"),
    sqlite_strict=True,
)

centre_logo = Table(
    "centre_logo",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    octets("content", CENTRE),
    number("width", CENTRE),
    number("height", CENTRE),
    CheckConstraint("id = 1", name="one"),
    sqlite_strict=True,
)
"""The picture of the letterhead, apart from its words: it is read for paper only."""

adviser = Table(
    "adviser",
    metadata,
    own_key(),
    words("name", CENTRE),
    words("role", CENTRE, begins_as="adviser"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Everybody who ever unlocked the vault; only who has a key slot still can."""

desk_settings = Table(
    "desk_settings",
    metadata,
    own_key("adviser_id"),
    words("language", CENTRE),
    words("theme", CENTRE),
    number("text_size", CENTRE, begins_as=100),
    number("lock_after_minutes", CENTRE, begins_as=5),
    number("hide_from_capture", CENTRE, begins_as=1),
    words("last_spot", TECHNICAL, begins_as=""),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

vault_check = Table(
    "vault_check",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False, info={"class": TECHNICAL}),
    words("checked_at", TECHNICAL),
    words("outcome", TECHNICAL),
    CheckConstraint("id = 1", name="one"),
    sqlite_strict=True,
)
"""When the whole vault was last checked, and with what outcome."""
