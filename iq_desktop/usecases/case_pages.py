"""The pages of a case as a plain table: their names, what each still lacks; no screen is known here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.language_skill import strongest
from iq_desktop.domain.problem import Problem
from iq_desktop.usecases.papers import page_problems_of_papers
from iq_desktop.wording.text import Text, say


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a case; `lacks` tells what is still open or wrong on it."""

    name: str
    title: Text
    icon: str
    lacks: Callable[[CaseFile, dt.date], tuple[Problem, ...]]

    @property
    def asks(self) -> bool:
        """Whether the page asks for anything; one that only offers is never complete or incomplete."""
        return self.lacks is not _nothing


def _contact(case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    consent = valid_consent(case.consents, Purpose.COUNSELLING)
    missing = () if consent else (Problem("consents", say("The consent to keep a case file is missing.")),)
    return (*case.contact.problems(), *missing)


def _person(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    return case.client.problems(today)


def _languages(case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    if strongest(case.languages, "de"):
        return ()
    return (Problem("languages", say("The German level is missing.")),)


def _competences(case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    if not case.competences:
        return (Problem("competences", say("No occupation and no competence was taken up yet.")),)
    if not any(competence.is_rated for competence in case.competences):
        return (Problem("competences", say("No competence was rated yet.")),)
    return ()


def _agreement(case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    if any(point.is_written for point in case.agreement):
        return ()
    return (Problem("agreement", say("Nothing was agreed yet.")),)


def _nothing(_case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    return ()


CASE_PAGES: Final = (
    CasePage("contact", say("Contact"), "contact", _contact),
    CasePage("person", say("Person"), "person", _person),
    CasePage("papers", say("Papers"), "papers", page_problems_of_papers),
    CasePage("languages", say("Languages"), "language", _languages),
    CasePage("competences", say("Competences"), "competence", _competences),
    CasePage("routes", say("Routes"), "route", _nothing),
    CasePage("agreement", say("Agreement"), "agreement", _agreement),
    CasePage("referral", say("Referral"), "referral", _nothing),
    CasePage("documents", say("Documents"), "document", _nothing),
)


def page_problems(case: CaseFile, page: CasePage, today: dt.date) -> tuple[Problem, ...]:
    """Return what a page of a case still lacks."""
    return page.lacks(case, today)
