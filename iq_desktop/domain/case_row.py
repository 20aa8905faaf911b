"""What lists show: one line for a case, one line for what waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import NOTHING, say


class Match(Choice):
    """How a search found a case."""

    LISTED = "listed", NOTHING
    EXACT = "exact", say("exact")
    SOUNDS_LIKE = "sounds_like", say("sounds like")
    SIMILAR = "similar", say("similar")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list; `changed_at` is in UTC."""

    id: str
    number: str
    name: str
    own_script_name: str
    birth: str
    language: str
    occupation: str
    place: str
    changed_at: dt.datetime
    is_invented: bool = False
    match: Match = Match.LISTED


class ReminderKind(Choice):
    """Why something waits."""

    RESIDENCE_ENDS = "residence_ends", say("Residence title ends")
    AGREED = "agreed", say("Agreed")
    REFERRAL_ANSWER = "referral_answer", say("Ask how the referral went")
    COURSE_STARTS = "course_starts", say("Course starts")
    INCOMPLETE = "incomplete", say("Case is incomplete")


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line of the page Today: what, for which case, on which of its pages, by when."""

    kind: ReminderKind
    case_id: str
    case_number: str
    case_name: str
    page: str
    words: str = ""
    due: dt.date | None = None
