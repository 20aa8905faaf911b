"""The tables of what was agreed beyond the steps: goals, duties, reviews, signatures."""

from __future__ import annotations

from iq_desktop.storage.case_columns import child_table
from iq_desktop.storage.columns import Privacy, words, words_or_none

_SENSITIVE, _PERSONAL, _WORK = Privacy.SENSITIVE, Privacy.PERSONAL, Privacy.WORK

goal = child_table(
    "goal",
    words("text", _SENSITIVE),
    words("text_in_client_language", _SENSITIVE),
    words_or_none("hoped_by", _WORK),
    words_or_none("reached_on", _WORK),
)

duty = child_table(
    "duty",
    words("text", _SENSITIVE),
    words("text_in_client_language", _SENSITIVE),
    words("who", _WORK),
)

agreement_review = child_table(
    "agreement_review",
    words_or_none("reviewed_on", _WORK),
    words("note", _SENSITIVE),
)

signature = child_table(
    "signature",
    words("signer", _WORK),
    words("way", _WORK),
    words_or_none("signed_on", _WORK),
    words("name", _PERSONAL),
    words("language", _WORK),
    words("words", _SENSITIVE),
    words("strokes", _SENSITIVE),
    words("seal", Privacy.TECHNICAL),
    words("paper_id", Privacy.TECHNICAL),
)
