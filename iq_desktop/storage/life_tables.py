"""The tables of what a client has learned and done, of the papers that show it, and of the talks about it."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, number, number_or_none, words, words_or_none

PERSONAL, SENSITIVE, WORK, TECHNICAL = Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK, Privacy.TECHNICAL

qualification = child_table(
    "qualification",
    words("title_original", WORK),
    words("title_de", WORK),
    words_or_none("kind", WORK),
    words("institution", WORK),
    words("place", WORK),
    words("country", SENSITIVE),
    words_or_none("begun", WORK),
    words_or_none("ended", WORK),
    words_or_none("finished", WORK),
    number_or_none("months", WORK),
    words_or_none("experience", WORK),
    number("goes_to_niq", WORK),
    words("reference_occupation", WORK),
    words("niq_occupation", WORK),
    words_or_none("earlier_application", WORK),
    words_or_none("equivalence_result", WORK),
    words_or_none("evaluation_result", WORK),
    words("remarks", SENSITIVE),
)

work_period = child_table(
    "work_period",
    words("title_original", WORK),
    words("title_de", WORK),
    words("kind", WORK),
    words("occupation_uri", WORK),
    words("occupation_name", WORK),
    words("isco", WORK),
    words("kldb", WORK),
    words("employer", WORK),
    words("place", WORK),
    words("country", SENSITIVE),
    words_or_none("begun", WORK),
    words_or_none("ended", WORK),
    number("is_going_on", WORK),
    number_or_none("hours_per_week", WORK),
    words("tasks", SENSITIVE),
    words("tools", WORK),
    words("proofs", WORK),
)

paper = child_table(
    "paper",
    words("name", WORK),
    words_or_none("kind", WORK),
    words("belongs_to", TECHNICAL),
    words("forms", WORK),
    words("language", WORK),
    words_or_none("issued_on", WORK),
    words_or_none("whereabouts", WORK),
    words("who_has_it", PERSONAL),
    words_or_none("handed_over_on", WORK),
    words_or_none("handed_back_on", WORK),
    words("remarks", SENSITIVE),
)

life_entry = child_table(
    "life_entry",
    words("kind", SENSITIVE),
    words("title", SENSITIVE),
    words("country", SENSITIVE),
    words_or_none("begun", SENSITIVE),
    words_or_none("ended", SENSITIVE),
    number("is_going_on", WORK),
    words("remarks", SENSITIVE),
)

talk = child_table(
    "talk",
    words_or_none("held_on", WORK),
    words("kind", WORK),
    words_or_none("channel", WORK),
    number_or_none("minutes", WORK),
    words("with_whom", PERSONAL),
    words("what", SENSITIVE),
)

appointment = child_table(
    "appointment",
    words_or_none("day", WORK),
    words("at", WORK),
    words("kind", WORK),
    words("what", SENSITIVE),
    words("place", WORK),
    number("is_done", WORK),
    number_or_none("minutes", WORK),
    words("alarm", WORK, begins_as="day"),
    words("who", WORK, begins_as="adviser"),
    words("who_else", PERSONAL, begins_as=""),
    words_or_none("done_on", WORK),
    words("source_id", TECHNICAL, begins_as=""),
)
