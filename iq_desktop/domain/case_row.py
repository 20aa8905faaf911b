"""What lists show: one line for a case, one line for what waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.choice import Choice
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.niq_report import ReportState
from iq_desktop.domain.talk import Alarm
from iq_desktop.wording.text import NOTHING, say


class Match(Choice):
    """How a search found a case."""

    LISTED = "listed", NOTHING
    EXACT = "exact", say("exact")
    SOUNDS_LIKE = "sounds_like", say("sounds like")
    SIMILAR = "similar", say("similar")


class ReminderKind(Choice):
    """Why something waits."""

    APPOINTMENT = "appointment", say("Appointment")
    TASK = "task", say("Task")
    ASK_DONE = "ask_done", say("Ask whether it is done")
    SIX_MONTHS = "six_months", say("Ask after six months")
    RESIDENCE_ENDS = "residence_ends", say("Residence title ends")
    COURSE_STARTS = "course_starts", say("Course starts")
    AGREED = "agreed", say("Agreed")
    REFERRAL_ANSWER = "referral_answer", say("Ask how the referral went")
    SENDER_WAITS = "sender_waits", say("Answer whoever sent the person")
    PAPER_BACK = "paper_back", say("Hand back the original")
    RECEIPT_DUE = "receipt_due", say("Confirmation of receipt is due")
    DECISION_DUE = "decision_due", say("Decision of the body is due")
    ASK_BODY = "ask_body", say("Ask the body how far it is")
    PAPERS_DUE = "papers_due", say("Hand in papers at the body")
    REMEDY_ENDS = "remedy_ends", say("Period for objection or action ends")
    EXAM_DUE = "exam_due", say("The aptitude test must be possible by now")
    STAY_ENDS = "stay_ends", say("Stay for recognition ends")
    GRANT_FIRST = "grant_first", say("Grant first, then the application")
    COST_DUE = "cost_due", say("Costs are to be paid")
    NIQ = "niq", say("NIQ is incomplete")
    INCOMPLETE = "incomplete", say("Case is incomplete")


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line of the page Today: what, for which case, on which of its pages and at which field, by when.

    `item` is the identity of the row on the page where it is about one; `gaps` are what NIQ lacks, as `page.field`.
    An appointment has its time `at`, its length in `minutes`, its place, and how long before its `alarm` shall ring.
    """

    kind: ReminderKind
    case_id: str
    case_number: str
    case_name: str
    page: str
    words: str = ""
    due: dt.date | None = None
    field: str = ""
    item: str = ""
    adviser_id: str = ""
    niq: NiqLight | None = None
    gaps: tuple[str, ...] = ()
    at: str = ""
    minutes: int | None = None
    place: str = ""
    alarm: Alarm | None = None


class CaseRow(NamedTuple):
    """One line of the case list; a tuple, because a search makes a hundred of them between two keys.

    `changed_at` is in UTC, what has a default is only told where the list asks for it.
    `origins` are the nationalities, else the country of birth; `open_pages` are the pages that still lack something,
    `stops` the codes of what is stopped (rights.py).
    """

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
    adviser_id: str = ""
    origins: tuple[str, ...] = ()
    niq: NiqLight | None = None
    is_closed: bool = False
    kind: CaseKind = CaseKind.FULL
    opened_on: dt.date | None = None
    open_pages: tuple[str, ...] = ()
    next_due: dt.date | None = None
    next_due_kind: ReminderKind | None = None
    stops: tuple[str, ...] = ()
    report: ReportState | None = None
