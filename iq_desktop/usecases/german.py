"""Advice on German for a case, and what is taken over from it into the agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.german_advice import GermanAdvice, advise_german
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.usecases.rules import open_rule_book
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.german_law import GermanLaw
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue


def open_german_law(desk: Desk) -> GermanLaw:
    """Return all that advice on German rests on: rules as they count now, kinds of courses, and the pack of German."""
    book = open_rule_book(desk)
    return replace(desk.rules.german(), packs=book.packs, kinds=book.course_types, standings=book.standings)


def look_at_german(law: GermanLaw, case: CaseFile, today: dt.date) -> GermanAdvice:
    """Return the advice on German for a case on a day."""
    return advise_german(law, case, today)


def agree_on_course(case: CaseFile, step: LadderStep, german: Tongue, client: Tongue | None) -> CaseFile:
    """Return the case with one more agreed point: to register for the course, in German and the client's language.

    Where the same point stands there already, not done yet, the case stays as it is.
    """
    name = step.kind.naming.in_language("de") if step.kind else ""
    told = (
        say("Register for the course: {course}", course=name)
        if name
        else say("Look for a German course up to {level}", level=step.to_level.label)
    )
    words = german.speak(told)
    if any(point.text == words and point.done_on is None for point in case.agreement):
        return case
    own = client.speak(told) if client is not None and client.code != german.code else ""
    return replace(case, agreement=(*case.agreement, AgreedPoint(words, own, picture=PointPicture.LANGUAGE)))
