"""Bringing competences to light: the occupation, its skills, both views on each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.competence import ChosenOccupation, Competence, OccupationRole
from iq_desktop.domain.occupation import Need
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.occupation import Occupation, OccupationSkill
    from iq_desktop.usecases.desk import Desk

SUGGESTIONS: Final = 12
"""Occupations that are suggested while typing."""


class SkillFilter(Choice):
    """Which competences of a case are listed."""

    ESSENTIAL = "essential", say("Essential ones")
    ALL = "all", say("All")
    RATED = "rated", say("Rated ones")


def find_occupations(desk: Desk, words: str, language: str) -> Sequence[Occupation]:
    """Return occupations for words that are still being typed; none for fewer than two letters."""
    words = words.strip()
    return desk.reference.find_occupations(words, language=language, limit=SUGGESTIONS) if len(words) > 1 else ()


def take_up_occupation(desk: Desk, case: CaseFile, occupation: Occupation, role: OccupationRole) -> CaseFile:
    """Return the case with an occupation; a learned one brings its skills along, unrated, each skill only once.

    A skill that is there as an optional one becomes essential where the new occupation needs it.
    """
    if any(chosen.uri == occupation.uri and chosen.role is role for chosen in case.occupations):
        return case
    naming = occupation.naming
    chosen = ChosenOccupation(
        uri=occupation.uri,
        name_de=naming.in_language("de"),
        name_en=naming.in_language("en"),
        isco=occupation.isco,
        kldb=occupation.kldb,
        role=role,
    )
    case = replace(case, occupations=(*case.occupations, chosen))
    if role is OccupationRole.WISHED:
        return case
    return _with_skills(case, occupation.uri, desk.reference.skills_of(occupation.uri))


def _with_skills(case: CaseFile, occupation_uri: str, skills: Sequence[OccupationSkill]) -> CaseFile:
    known = {competence.skill_uri for competence in case.competences}
    needed = {skill.uri for skill in skills if skill.need is Need.ESSENTIAL}
    kept = tuple(
        replace(competence, need=Need.ESSENTIAL, occupation_uri=occupation_uri)
        if competence.skill_uri in needed and competence.need is Need.OPTIONAL
        else competence
        for competence in case.competences
    )
    fresh = tuple(
        Competence(
            skill_uri=skill.uri,
            name_de=skill.naming.in_language("de"),
            name_en=skill.naming.in_language("en"),
            occupation_uri=occupation_uri,
            need=skill.need,
            kind=skill.kind,
        )
        for skill in skills
        if skill.uri not in known
    )
    return replace(case, competences=(*kept, *fresh))


def give_up_occupation(desk: Desk, case: CaseFile, chosen: ChosenOccupation) -> CaseFile:
    """Return the case without an occupation.

    Its skills go too, except those about which somebody has said something and those that another learned occupation
    needs as well.
    """
    others = tuple(other for other in case.occupations if other.id != chosen.id)
    learned = tuple(dict.fromkeys(other.uri for other in others if other.role is OccupationRole.LEARNED))
    case = replace(case, occupations=others)
    if chosen.role is not OccupationRole.LEARNED or chosen.uri in learned:
        return case
    elsewhere = {skill.uri: (uri, skill.need) for uri in reversed(learned) for skill in desk.reference.skills_of(uri)}
    kept: list[Competence] = []
    for competence in case.competences:
        if competence.occupation_uri != chosen.uri:
            kept.append(competence)
        elif competence.skill_uri in elsewhere:
            uri, need = elsewhere[competence.skill_uri]
            kept.append(replace(competence, occupation_uri=uri, need=need))
        elif competence.is_touched:
            kept.append(competence)
    return replace(case, competences=tuple(kept))


def add_own_skill(case: CaseFile, words: str) -> CaseFile:
    """Return the case with a skill in the person's own words; nothing is added for empty or known ones."""
    words = words.strip()
    if not words or any(competence.name_de == words for competence in case.competences):
        return case
    return replace(case, competences=(*case.competences, Competence(skill_uri="", name_de=words)))


def rate(case: CaseFile, competence: Competence) -> CaseFile:
    """Return the case with another state of one competence; raises KeyError where the case does not have it."""
    if competence.id not in {other.id for other in case.competences}:
        raise KeyError(competence.id)
    return replace(
        case, competences=tuple(competence if other.id == competence.id else other for other in case.competences)
    )


def remove_competence(case: CaseFile, competence: Competence) -> CaseFile:
    """Return the case without a competence."""
    return replace(case, competences=tuple(other for other in case.competences if other.id != competence.id))


def listed_competences(case: CaseFile, which: SkillFilter) -> tuple[Competence, ...]:
    """Return the competences that a filter lets through, in the order of the case."""
    if which is SkillFilter.ALL:
        return case.competences
    if which is SkillFilter.RATED:
        return tuple(competence for competence in case.competences if competence.is_rated)
    return tuple(competence for competence in case.competences if competence.need is Need.ESSENTIAL)
