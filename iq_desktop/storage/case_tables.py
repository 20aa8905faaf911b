"""The tables of a case, without its life and its papers: a column for each field of a value, of the same name.

Days are `2026-11-22`, moments `2026-11-22T09:30:00.000000+00:00` in UTC, partial dates EDTF, answers their codes,
several answers a JSON list. Which codes there are is the domain's knowledge and not checked here again: a new answer
must not need a new schema.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from iq_desktop.storage.case_columns import case_key, child_table, own_key
from iq_desktop.storage.columns import Privacy, metadata, number, number_or_none, words, words_or_none

PERSONAL, SENSITIVE, WORK = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK
CENTRE, TECHNICAL = Privacy.CENTRE, Privacy.TECHNICAL

case_file = Table(
    "case_file",
    metadata,
    own_key(),
    words("opened_on", WORK),
    words("number", PERSONAL),
    number("revision", TECHNICAL),
    words("adviser_id", CENTRE),
    number("is_invented", TECHNICAL),
    words("kind", WORK, begins_as="full"),
    number("is_confidential", WORK, begins_as=0),
    UniqueConstraint("number"),
    CheckConstraint("revision >= 1", name="revision"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

contact = Table(
    "contact",
    metadata,
    case_key(),
    words_or_none("channel", WORK),
    words_or_none("way", WORK),
    words("concerns", WORK),
    words("concern_in_words", SENSITIVE),
    words("expectation", SENSITIVE),
    words("client_language", PERSONAL),
    words_or_none("interpreting", WORK),
    words_or_none("hoped_by", WORK),
    words_or_none("first_talk_on", WORK),
    words_or_none("asked_by", WORK),
    number_or_none("minutes", WORK),
    words_or_none("ended_on", WORK),
    words("held_at", WORK, begins_as=""),
    words("recognition_topics", WORK, begins_as="[]"),
    words("recognition_other", SENSITIVE, begins_as=""),
    words("qualification_topics", WORK, begins_as="[]"),
    words("qualification_other", SENSITIVE, begins_as=""),
    words("interpreter_name", PERSONAL, begins_as=""),
    words("interpreter_language", WORK, begins_as=""),
    words_or_none("interpreter_secrecy_on", WORK),
    words_or_none("interpreter_relation", WORK),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

client = Table(
    "client",
    metadata,
    case_key(),
    words("family_name", PERSONAL),
    words("given_names", PERSONAL),
    words("family_name_own_script", PERSONAL),
    words("given_names_own_script", PERSONAL),
    words("former_names", PERSONAL),
    words("transliteration", PERSONAL, begins_as=""),
    words("pronunciation", PERSONAL),
    words_or_none("gender", SENSITIVE),
    words_or_none("birth", PERSONAL),
    words("birth_note", PERSONAL, begins_as=""),
    words("birth_place", PERSONAL, begins_as=""),
    words("birth_country", SENSITIVE),
    words("nationalities", SENSITIVE),
    words("mother_tongues", SENSITIVE),
    words_or_none("residence_title", SENSITIVE),
    words_or_none("residence_valid_until", SENSITIVE),
    words("residence_note", SENSITIVE, begins_as=""),
    words_or_none("work_permission", SENSITIVE),
    words_or_none("entry", SENSITIVE),
    words_or_none("benefit", SENSITIVE),
    words_or_none("employment", SENSITIVE),
    words_or_none("home", PERSONAL),
    words("home_country", PERSONAL, begins_as=""),
    words("street", PERSONAL),
    words("postal_code", PERSONAL),
    words("place", PERSONAL),
    words("phone", PERSONAL),
    words("email", PERSONAL),
    words("reachable", PERSONAL, begins_as=""),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

situation = Table(
    "situation",
    metadata,
    case_key(),
    number_or_none("school_years", WORK),
    words_or_none("school_leaving", WORK),
    words("scripts", SENSITIVE),
    words("works_as", WORK),
    words("customer_number", PERSONAL),
    words("licences", WORK),
    words("computer", WORK),
    words("wish", SENSITIVE),
    number_or_none("hours_per_week", WORK),
    words_or_none("can_start_on", WORK),
    words("mobility", WORK),
    number_or_none("travel_km", WORK),
    words("barriers", SENSITIVE),
    number("needs_childcare", SENSITIVE),
    words("family", SENSITIVE),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

closing = Table(
    "closing",
    metadata,
    case_key(),
    words_or_none("closed_on", WORK),
    words_or_none("result", WORK),
    words("result_in_words", SENSITIVE),
    words_or_none("after_six_months", WORK),
    words_or_none("after_six_months_on", WORK),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

consent = child_table(
    "consent",
    words("purpose", WORK),
    words("given_on", WORK),
    words("language", WORK),
    words("wording_version", WORK),
    words("manner", WORK),
    words_or_none("withdrawn_on", WORK),
)

release = child_table(
    "release",
    words("recipient", WORK),
    words("what", SENSITIVE),
    words_or_none("given_on", WORK),
    words("language", WORK),
    words("wording_version", WORK),
    words("manner", WORK),
    words_or_none("withdrawn_on", WORK),
    words("shares", WORK, begins_as="[]"),
    words("referral_id", TECHNICAL, begins_as=""),
)

language_skill = child_table(
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

chosen_occupation = child_table(
    "chosen_occupation",
    words("uri", WORK),
    words("name_de", WORK),
    words("name_en", WORK),
    words("isco", WORK),
    words("kldb", WORK),
    words("role", WORK),
)

competence = child_table(
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

referral = child_table(
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
    words("shares", WORK, begins_as="[]"),
    words("organisation_id", TECHNICAL, begins_as=""),
    words("contact_person", WORK, begins_as=""),
    words("earlier_id", TECHNICAL, begins_as=""),
)

agreed_point = child_table(
    "agreed_point",
    words("text", SENSITIVE),
    words("text_in_client_language", SENSITIVE),
    words("who", WORK),
    words_or_none("due", WORK),
    words_or_none("done_on", WORK),
    words_or_none("picture", WORK),
)
