"""The table of what was reported to the documentation NIQ."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, words, words_or_none

niq_report = child_table(
    "niq_report",
    words_or_none("sent_on", Privacy.WORK),
    words("chiffre", Privacy.PERSONAL),
    words("record", Privacy.SENSITIVE),
)
