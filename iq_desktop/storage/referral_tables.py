"""The tables of what happened to referrals, of people who were sent to the centre, and of its directory."""

from __future__ import annotations

from sqlalchemy import Table

from iq_desktop.storage.case_columns import child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, words, words_or_none

SENSITIVE, WORK, TECHNICAL, CENTRE = Privacy.SENSITIVE, Privacy.WORK, Privacy.TECHNICAL, Privacy.CENTRE

referral_step = child_table(
    "referral_step",
    words("referral_id", TECHNICAL),
    words("kind", WORK),
    words_or_none("day", WORK),
    words_or_none("way", WORK),
    words("by_whom", WORK),
    words("words", SENSITIVE),
)

incoming_referral = child_table(
    "incoming_referral",
    words("sender", WORK),
    words("contact_person", WORK),
    words_or_none("came_on", WORK),
    words_or_none("way", WORK),
    words("asked", SENSITIVE),
    words_or_none("answer", WORK),
    words_or_none("answered_on", WORK),
    words_or_none("answer_way", WORK),
    words("answer_words", SENSITIVE),
)

organisation = Table(
    "organisation",
    metadata,
    own_key(),
    words("name", CENTRE),
    words_or_none("kind", CENTRE),
    words("fields", CENTRE),
    words("languages", CENTRE),
    words_or_none("reach", CENTRE),
    words("region", CENTRE),
    words("street", CENTRE),
    words("postal_code", CENTRE),
    words("place", CENTRE),
    words("phone", CENTRE),
    words("email", CENTRE),
    words("web", CENTRE),
    words("contact_person", CENTRE),
    words("remarks", CENTRE),
    words_or_none("checked_on", CENTRE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""The organisations that people are referred to, as the centre keeps them."""
