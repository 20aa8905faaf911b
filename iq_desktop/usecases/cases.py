"""Starting, finding, reading and saving cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.changes import Area, Change, Saved
from iq_desktop.domain.contact import Concern, Contact, Interpreting, WayToCentre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.usecases.desk import Desk

WINDOW: Final = 100
"""Rows of the case list that are read at once."""


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The four answers with which a case begins, and how much it shall hold; each answer may be missing."""

    way: WayToCentre | None = None
    client_language: str = ""
    interpreting: Interpreting | None = None
    concerns: tuple[Concern, ...] = ()
    kind: CaseKind = CaseKind.FULL


def start_case(desk: Desk, answers: FirstAnswers) -> Saved:
    """Start a case with four answers and save it; the person may stay without a name."""
    today = desk.clock.today()
    contact = Contact(
        way=answers.way,
        client_language=answers.client_language,
        interpreting=answers.interpreting,
        concerns=answers.concerns,
        first_talk_on=today,
    )
    case = CaseFile(opened_on=today, adviser_id=desk.adviser.id, kind=answers.kind, contact=contact)
    return save_case(desk, case)


def save_case(desk: Desk, case: CaseFile) -> Saved:
    """Save a case whole; incomplete is a normal state. Raises RivalSave where somebody else saved it meanwhile."""
    saved = desk.cases.save(case)
    return Saved(saved, (Change(Area.CASE, saved.id),))


def get_case(desk: Desk, case_id: str) -> CaseFile:
    """Return a case; raises NoSuchCase."""
    return desk.cases.get(case_id)


def find_cases(desk: Desk, words: str, after: CaseRow | None = None) -> Sequence[CaseRow]:
    """Return one window of cases: found by words, best first, or without words the newest changes first."""
    return desk.cases.find(words.strip(), limit=WINDOW, after=after)
