"""How facts are read from a case on a day; every reader returns None where nobody said, or nobody can know."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.client import Benefit, Employment, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.fact import Circumstances, FactType, FactValue, Span
from iq_desktop.domain.fact_choices import NationalityGroup
from iq_desktop.domain.fact_reading import (
    code_of,
    codes_of,
    exactly,
    group_of,
    months_between,
    months_of,
    paid_works,
    span_of_date,
    span_of_level,
    told_value,
    told_words,
)
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill, strongest
from iq_desktop.domain.situation import Script

if TYPE_CHECKING:
    from collections.abc import Callable


def age(at: Circumstances) -> Span | None:
    """Return the age in years."""
    birth = at.case.client.birth
    if birth is None or birth.earliest > at.today:
        return None
    oldest, youngest = (months_between(day, at.today) // 12 for day in (birth.earliest, birth.latest))
    return Span(youngest, oldest)


def nationality_group(at: Circumstances) -> frozenset[str] | None:
    """Return the groups of the nationalities; a title for citizens tells it as well."""
    client = at.case.client
    found = {group_of(country) for country in client.nationalities}
    if client.residence_title is ResidenceTitle.GERMAN:
        found.add(str(NationalityGroup.GERMAN.value))
    return frozenset(found) or None


def nationalities(at: Circumstances) -> frozenset[str] | None:
    """Return the states of which somebody is a citizen."""
    return frozenset(at.case.client.nationalities) or None


def residence_title(at: Circumstances) -> str | None:
    """Return the code of the residence title."""
    return code_of(at.case.client.residence_title, ResidenceTitle.UNKNOWN)


_PARAGRAPHS: Final = {
    ResidenceTitle.SETTLEMENT_PERMIT: "9",
    ResidenceTitle.SKILLED_SETTLEMENT_PERMIT: "18c",
    ResidenceTitle.EU_BLUE_CARD: "18g",
    ResidenceTitle.EU_LONG_TERM: "38a",
    ResidenceTitle.ASYLUM_PROCEDURE: "55_asylg",
}
"""Titles that tell their section by themselves."""
_NO_PARAGRAPH: Final = frozenset({ResidenceTitle.GERMAN, ResidenceTitle.EU_FREE_MOVEMENT, ResidenceTitle.ABROAD})


def residence_paragraph(at: Circumstances) -> str | None:
    """Return the section after which the title was issued; `other` where there is no title of that Act."""
    title = at.case.client.residence_title
    if title in _NO_PARAGRAPH:
        return "other"
    if title is not None and title in _PARAGRAPHS:
        return _PARAGRAPHS[title]
    return told_words(at, "residence_paragraph") or None


def months_of_title_left(at: Circumstances) -> Span | None:
    """Return the whole months for which the title is still valid."""
    until = at.case.client.residence_valid_until
    return None if until is None else exactly(months_between(at.today, until))


def title_months(at: Circumstances) -> Span | None:
    """Return the whole months since the first residence title was issued."""
    since = told_value(at, "title_since", FactType.DAY)
    return exactly(months_between(dt.date.fromordinal(since.low), at.today)) if isinstance(since, Span) else None


def work_permission(at: Circumstances) -> str | None:
    """Return whether the title allows work; Germans and citizens of the Union need no permission."""
    if at.case.client.residence_title in {ResidenceTitle.GERMAN, ResidenceTitle.EU_FREE_MOVEMENT}:
        return str(WorkPermission.UNRESTRICTED.value)
    return code_of(at.case.client.work_permission, WorkPermission.UNKNOWN)


def home(at: Circumstances) -> str | None:
    """Return whether somebody lives in Germany or abroad."""
    return code_of(at.case.client.home)


def months_in_germany(at: Circumstances) -> Span | None:
    """Return the whole months since the entry; 0 for somebody who lives abroad."""
    client = at.case.client
    if client.home is Home.ABROAD:
        return Span(0, 0)
    if client.entry is None or client.entry.earliest > at.today:
        return None
    return Span(months_between(client.entry.latest, at.today), months_between(client.entry.earliest, at.today))


def entry_on(at: Circumstances) -> Span | None:
    """Return the day of entry."""
    return span_of_date(at.case.client.entry)


def benefits(at: Circumstances) -> frozenset[str] | None:
    """Return the benefits that somebody receives; both kinds become two codes."""
    benefit = at.case.client.benefit
    if benefit is Benefit.SGB_2_AND_3:
        return frozenset({str(Benefit.SGB_2.value), str(Benefit.SGB_3.value)})
    code = code_of(benefit, Benefit.NO_ANSWER, Benefit.NOT_SAID_WHICH)
    return None if code is None else frozenset({code})


def employment(at: Circumstances) -> str | None:
    """Return whether somebody works now."""
    return code_of(at.case.client.employment, Employment.NO_ANSWER)


def concerns(at: Circumstances) -> frozenset[str] | None:
    """Return what somebody wants from the counselling."""
    return codes_of(at.case.contact.concerns)


def scripts(at: Circumstances) -> frozenset[str] | None:
    """Return the scripts in which somebody reads and writes."""
    return codes_of(at.case.situation.scripts)


def is_literate(at: Circumstances) -> bool | None:
    """Return whether somebody reads and writes in any script."""
    known = at.case.situation.scripts
    return None if not known else Script.NONE not in known


def school_years(at: Circumstances) -> Span | None:
    """Return the years at school."""
    years = at.case.situation.school_years
    return None if years is None else exactly(years)


def school_leaving(at: Circumstances) -> str | None:
    """Return how far somebody went to school."""
    found = at.case.situation.school_leaving
    return None if found is None or found.value == "no_answer" else str(found.value)


def hours_per_week(at: Circumstances) -> Span | None:
    """Return how many hours a week somebody can learn or work."""
    hours = at.case.situation.hours_per_week
    return None if hours is None else exactly(hours)


def german_level(at: Circumstances) -> Span | None:
    """Return the lowest German skill of the best founded assessment; a mother tongue counts as C2."""
    if "de" in at.case.client.mother_tongues:
        return exactly(Level.C2.rank)
    found = _german(at)
    return span_of_level(found.lowest if found else None)


def german_skill(skill: Skill) -> Callable[[Circumstances], FactValue | None]:
    """Return the reader of one skill in German."""

    def read(at: Circumstances) -> Span | None:
        if "de" in at.case.client.mother_tongues:
            return exactly(Level.C2.rank)
        found = _german(at)
        return span_of_level(found.level(skill) if found else None)

    return read


def german_proof(at: Circumstances) -> str | None:
    """Return who says so."""
    found = _german(at)
    return str(found.assessed_by.value) if found else None


def german_certificate(at: Circumstances) -> Span | None:
    """Return the highest level that a certificate shows, none where German was assessed without one."""
    mine = [one for one in at.case.languages if one.language == "de" and one.lowest]
    if not mine:
        return None
    shown = [one.lowest.rank for one in mine if one.lowest and one.assessed_by is AssessedBy.CERTIFICATE]
    return exactly(max(shown, default=Level.NONE.rank))


def work_months(at: Circumstances) -> Span | None:
    """Return the months of paid work in any occupation and state."""
    works = paid_works(at.case.works)
    return months_of(works, at.today) if works else None


def work_months_in_germany(at: Circumstances) -> Span | None:
    """Return the months of paid work in Germany, 0 where all of it was elsewhere."""
    works = paid_works(at.case.works)
    if any(not work.country for work in works):
        return None
    here = [work for work in works if work.country == "DE"]
    return months_of(here, at.today) if here else exactly(0) if works else None


def finished_trainings(at: Circumstances) -> Span | None:
    """Return how many trainings were finished, as far as qualifications were taken up."""
    taken = at.case.qualifications
    if not taken:
        return None
    done = sum(one.finished is not None and one.finished.value == "yes" for one in taken)
    return Span(done, done + sum(one.finished is None for one in taken))


def _german(at: Circumstances) -> LanguageSkill | None:
    return strongest(at.case.languages, "de")
