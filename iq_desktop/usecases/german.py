"""Advice on German for a case, and the level that was agreed as the goal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.german_advice import GermanAdvice, advise_german
from iq_desktop.usecases.rules import open_rule_book

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_law import GermanLaw
    from iq_desktop.usecases.desk import Desk


def open_german_law(desk: Desk) -> GermanLaw:
    """Return all that advice on German rests on: rules as they count now, kinds of courses, and the pack of German."""
    book = open_rule_book(desk)
    return replace(desk.rules.german(), packs=book.packs, kinds=book.course_types, standings=book.standings)


def look_at_german(law: GermanLaw, case: CaseFile, today: dt.date) -> GermanAdvice:
    """Return the advice on German for a case on a day."""
    return advise_german(law, case, today)
