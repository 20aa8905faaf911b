"""Searches for courses that follow from a case: German, missing skills, partial qualifications, compensation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.course import CourseWish, FoundCourse
from iq_desktop.domain.course_traits import GERMAN_KINDS, CourseKind
from iq_desktop.domain.occupation_names import names_in
from iq_desktop.usecases.courses import count_courses
from iq_desktop.usecases.german import look_at_german, open_german_law
from iq_desktop.usecases.routes import courses_of, find_courses_for_gap, rank_occupations
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course_type import CourseType
    from iq_desktop.domain.language_skill import Level
    from iq_desktop.usecases.desk import Desk

_REGION_KM: Final = 50.0
_OCCUPATIONS: Final = 3
"""Occupations that are tried one after the other."""
_INTEGRATION: Final = ("integration-course", "literacy-course", "second-script-course", "special-needs-course")
_INTENSIVE: Final = ("intensive-course",)


class SearchKind(Choice):
    """For what courses are looked for."""

    GERMAN = "german", say("German course")
    SKILLS = "skills", say("Missing skills")
    PARTIAL = "partial", say("Partial qualification")
    COMPENSATION = "compensation", say("Compensation measure")


@dataclass(frozen=True, slots=True)
class ReadySearch:
    """What a search of a case comes to: a wish, or courses that were found for missing skills; `told` says why so."""

    kind: SearchKind
    wish: CourseWish
    told: Text = NOTHING
    found: tuple[FoundCourse, ...] | None = None
    """The courses themselves where words alone do not lead to them."""


def search_for_case(desk: Desk, case: CaseFile, kind: SearchKind, language: str = "de") -> ReadySearch:
    """Return the narrowest search of a kind that finds something near the person; the widest where nothing does."""
    if kind is SearchKind.SKILLS:
        return _missing_skills(desk, case, language)
    ready = _german(desk, case, language) if kind is SearchKind.GERMAN else _by_occupation(desk, case, kind)
    for search in ready:
        if count_courses(desk, search.wish).total:
            return search
    return ready[-1]


def _german(desk: Desk, case: CaseFile, language: str) -> tuple[ReadySearch, ...]:
    today = desk.clock.today()
    advice = look_at_german(open_german_law(desk), case, today)
    near = _near(case, today)
    if advice.step is None:
        words = say("German") if advice.level is None else say("German, from {level}", level=advice.level.label)
        return (ReadySearch(SearchKind.GERMAN, replace(near, kinds=GERMAN_KINDS), words),)
    kind, to_level = advice.step.kind, advice.step.to_level
    told = say("{course}, leads to {level}", course=_name(kind, language), level=to_level.label)
    exact = _with_levels(replace(near, kinds=(_kind_of(kind),)), advice.level, to_level)
    any_german = _with_levels(replace(near, kinds=GERMAN_KINDS), advice.level, to_level)
    wishes = (exact, replace(exact, within_km=None), any_german, replace(near, kinds=GERMAN_KINDS))
    return tuple(ReadySearch(SearchKind.GERMAN, wish, told) for wish in wishes)


def _by_occupation(desk: Desk, case: CaseFile, kind: SearchKind) -> tuple[ReadySearch, ...]:
    """Return searches by the occupation that is wished for, then by the kind alone."""
    course_kind = CourseKind.PARTIAL if kind is SearchKind.PARTIAL else CourseKind.ADAPTATION
    near = replace(_near(case, desk.clock.today()), kinds=(course_kind,))
    far = replace(near, within_km=None)
    named = [
        ReadySearch(kind, replace(wish, words=words), say("for {occupation}", occupation=words))
        for words in _occupations(case, kind)
        for wish in (near, far)
    ]
    return (*named, ReadySearch(kind, near), ReadySearch(kind, far))


def _missing_skills(desk: Desk, case: CaseFile, language: str) -> ReadySearch:
    """Return the courses that close the gap to the occupation that is wished for, else to the one that fits best."""
    wish = _near(case, desk.clock.today())
    ranked = next(iter(rank_occupations(desk, case)), None)
    if ranked is None:
        told = say("No competence is rated yet (page Competences), so no gap can be told.")
        return ReadySearch(SearchKind.SKILLS, wish, told, ())
    gaps = find_courses_for_gap(desk, case, ranked, wish.within_km) or find_courses_for_gap(desk, case, ranked)
    told = say("on the way to {occupation}", occupation=ranked.occupation.naming.in_language(language))
    return ReadySearch(SearchKind.SKILLS, wish, told, courses_of(gaps, language))


def _near(case: CaseFile, today: dt.date) -> CourseWish:
    code = case.client.postal_code
    return CourseWish(postal_code=code, within_km=_REGION_KM if code else None, starts_from=today)


def _with_levels(wish: CourseWish, level: Level | None, to_level: Level) -> CourseWish:
    return replace(wish, entry_level=level, exit_level=to_level)


def _kind_of(kind: CourseType | None) -> CourseKind:
    if kind is None:
        return CourseKind.GERMAN
    return CourseKind.INTEGRATION if kind.code in _INTEGRATION + _INTENSIVE else CourseKind.VOCATIONAL_GERMAN


def _name(kind: CourseType | None, language: str) -> Text:
    return CourseKind.GERMAN.label if kind is None else as_it_is(kind.naming.in_language(language))


def _occupations(case: CaseFile, kind: SearchKind) -> tuple[str, ...]:
    """Return the words of occupations that count: of the recognition for a compensation, else those wished for."""
    chosen = sorted(case.comparisons, key=lambda one: not one.is_chosen)
    compared = [one.name for one in chosen]
    wished = [one.name_de for one in case.occupations_as(OccupationRole.WISHED)]
    names = compared + wished if kind is SearchKind.COMPENSATION else wished + compared
    words = (next(iter(names_in(name)), name) for name in names)
    return tuple(dict.fromkeys(filter(None, words)))[:_OCCUPATIONS]
