"""The tables of what somebody wants of their way to an occupation; the ways themselves are worked out and not kept."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, number, words, words_or_none

WORK, TECHNICAL = Privacy.WORK, Privacy.TECHNICAL

way_wish = child_table(
    "way_wish",
    words("goal_code", TECHNICAL),
    words("goal_name", WORK),
    number("time", WORK),
    number("money", WORK),
    number("german", WORK),
    number("risk", WORK),
    words_or_none("chosen_way", WORK),
    words_or_none("chosen_on", WORK),
)

way_day = child_table(
    "way_day",
    words("goal_code", TECHNICAL),
    words("step_code", TECHNICAL),
    words("name", WORK),
    words_or_none("day", WORK),
)
