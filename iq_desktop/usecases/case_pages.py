"""The pages of a case as a plain table: their names, what each still lacks; no screen is known here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.language_skill import strongest
from iq_desktop.domain.niq import NiqGap, NiqState, niq_state
from iq_desktop.domain.problem import Need, Problem, Weight
from iq_desktop.domain.procedure_steps import plain_day_faults
from iq_desktop.usecases.life import life_problems
from iq_desktop.usecases.papers import page_problems_of_papers
from iq_desktop.usecases.procedure_words import tell_day_fault
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a case; `lacks` tells what is still open or wrong on it.

    A page that `may_stay_empty` asks only about what somebody began there; one `for_short` is there in a short
    consultation as well.
    """

    name: str
    title: Text
    icon: str
    lacks: Callable[[CaseFile, dt.date], tuple[Problem, ...]]
    may_stay_empty: bool = False
    for_short: bool = False

    @property
    def asks(self) -> bool:
        """Whether the page asks for anything; one that only offers is never complete or incomplete."""
        return self.lacks is not _nothing


def _contact(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    consent = valid_consent(case.consents, Purpose.COUNSELLING)
    missing = () if consent else (Problem("consents", say("The consent to keep a case file is missing.")),)
    of_releases = tuple(
        Problem("releases", one.text, one.weight) for release in case.releases for one in release.problems(today)
    )
    return (*case.contact.problems(), *missing, *of_releases)


def _person(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    return (*case.client.problems(today), *case.situation.problems())


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


def _recognition(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    """Return what cannot be about the steps of procedures; nobody has to apply for anything."""
    faults = (fault for step in case.procedure_steps for fault in plain_day_faults(step, today))
    told = (tell_day_fault(fault) for fault in faults)
    return tuple(Problem("procedures", one.text, one.weight) for one in told)


def _agreement(case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    if any(point.is_written for point in case.agreement):
        return ()
    return (Problem("agreement", say("Nothing was agreed yet.")),)


def _follow_up(case: CaseFile, today: dt.date) -> tuple[Problem, ...]:
    of_talks = tuple(Problem("talks", one.text, one.weight) for talk in case.talks for one in talk.problems(today))
    of_appointments = tuple(
        Problem("appointments", one.text, one.weight) for each in case.appointments for one in each.problems(today)
    )
    return (*of_talks, *of_appointments, *case.closing.problems(today))


def _nothing(_case: CaseFile, _today: dt.date) -> tuple[Problem, ...]:
    return ()


CASE_PAGES: Final = (
    CasePage("contact", say("Contact"), "contact", _contact, for_short=True),
    CasePage("person", say("Person"), "person", _person),
    CasePage("life_line", say("Life line"), "life_line", life_problems, may_stay_empty=True),
    CasePage("papers", say("Papers"), "papers", page_problems_of_papers),
    CasePage("languages", say("Languages"), "language", _languages),
    CasePage("competences", say("Competences"), "competence", _competences),
    CasePage("recognition", say("Recognition"), "recognition", _recognition, may_stay_empty=True),
    CasePage("routes", say("Routes"), "route", _nothing),
    CasePage("agreement", say("Agreement"), "agreement", _agreement, for_short=True),
    CasePage("referral", say("Referral"), "referral", _nothing, for_short=True),
    CasePage("follow_up", say("Follow-up"), "follow_up", _follow_up, may_stay_empty=True, for_short=True),
    CasePage("documents", say("Documents"), "document", _nothing, for_short=True),
    CasePage("rights", say("Rights of the person"), "flag", _nothing, for_short=True),
    CasePage("journal", say("Journal"), "clock", _nothing, for_short=True),
)


_ON_PAPER: Final = frozenset({"family_name", "languages", "competences", "agreement"})
"""Fields without which a document of the case stays empty."""
_FOR_CLOSING: Final = frozenset({"consents", "result"})


def pages_of(case: CaseFile) -> tuple[CasePage, ...]:
    """Return the pages that a case shows: a short consultation has fewer."""
    return tuple(page for page in CASE_PAGES if page.for_short or case.kind is CaseKind.FULL)


def first_page_of(case: CaseFile) -> str:
    """Return the name of the page on which work on a new case begins: who it is, where that is asked."""
    return "person" if case.kind is CaseKind.FULL else "contact"


def page_problems(case: CaseFile, page: CasePage, today: dt.date) -> tuple[Problem, ...]:
    """Return what a page of a case still lacks, and for what it is needed; a short consultation lacks nothing."""
    return _problems(case, page, today, niq_state(case, today).gaps)


def pages_lacking(case: CaseFile, today: dt.date, niq: NiqState) -> tuple[str, ...]:
    """Return the names of the pages that still lack something, in their order; `niq` is the state of the case."""
    if case.kind is CaseKind.SHORT:
        return tuple(page.name for page in pages_of(case) if _problems(case, page, today, ()))
    asked = {gap.page for gap in niq.gaps if not gap.part_id}
    return tuple(page.name for page in pages_of(case) if page.name in asked or page.lacks(case, today))


def _problems(case: CaseFile, page: CasePage, today: dt.date, gaps: tuple[NiqGap, ...]) -> tuple[Problem, ...]:
    found = page.lacks(case, today)
    if case.kind is CaseKind.SHORT:
        return tuple(problem for problem in found if problem.weight is Weight.WRONG)
    return _with_gaps(found, [gap for gap in gaps if gap.page == page.name])


def state_of_page(case: CaseFile, page: CasePage, today: dt.date) -> tuple[str, Text]:
    """Return how a page stands: the kind of its mark and words for it, both empty where nobody asks."""
    problems = page_problems(case, page, today)
    wrong = sum(problem.weight is Weight.WRONG for problem in problems)
    if wrong:
        return "warn", say_count("{count} to check", "{count} to check", count=wrong)
    if problems:
        still_open = say_count("{count} open", "{count} open", count=len(problems))
        for_niq = sum(Need.NIQ in problem.needs for problem in problems)
        return "open", joined((still_open, say("{count} for NIQ", count=for_niq) if for_niq else NOTHING))
    is_silent = page.may_stay_empty or not page.asks or case.kind is CaseKind.SHORT
    return ("", NOTHING) if is_silent else ("good", say("complete"))


def _with_gaps(problems: tuple[Problem, ...], gaps: list[NiqGap]) -> tuple[Problem, ...]:
    """Return problems with what they are needed for, and what only NIQ asks for behind them."""
    asked = {gap.field for gap in gaps}
    known = {problem.field for problem in problems}
    only_niq = tuple(
        Problem(gap.field, gap.text, needs=(Need.NIQ,)) for gap in gaps if gap.field not in known and not gap.part_id
    )
    return (*(replace(one, needs=_needs_of(one.field, asked)) for one in problems), *only_niq)


def _needs_of(field: str, asked_by_niq: set[str]) -> tuple[Need, ...]:
    needs = ((Need.NIQ, asked_by_niq), (Need.DOCUMENT, _ON_PAPER), (Need.CLOSING, _FOR_CLOSING))
    return tuple(need for need, fields in needs if field in fields)
