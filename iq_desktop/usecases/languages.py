"""Taking down which languages a person knows, how well, and who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

_GERMAN: Final = "de"
PROOFS: Final = (AssessedBy.TEST, AssessedBy.CERTIFICATE)
"""Sides that rest on a paper with a date of its own."""


def set_level(
    desk: Desk, case: CaseFile, language: str, assessed_by: AssessedBy, skill: Skill, level: Level | None
) -> CaseFile:
    """Return the case with the level of one skill of a language as one side sees it.

    What the two in the room say is dated today; a test or certificate keeps its own date.
    """
    known = find_side(case.languages, language, assessed_by)
    before = known or LanguageSkill(language, assessed_by)
    changes: dict[str, Level | None] = {skill.value: level}
    dated = before if assessed_by in PROOFS else replace(before, assessed_on=desk.clock.today())
    after = replace(dated, **changes)  # type: ignore[arg-type]  # names are Skill codes
    others = tuple(after if one.id == before.id else one for one in case.languages)
    return replace(case, languages=others if known else (*others, after))


def set_all_levels(case: CaseFile, proof: LanguageSkill, level: Level | None) -> CaseFile:
    """Return the case with the same level in all five skills of a test or certificate."""
    levels: dict[str, Level | None] = {skill.value: level for skill in Skill}
    return change_proof(case, replace(proof, **levels))  # type: ignore[arg-type]  # names are Skill codes


def add_proof(case: CaseFile, language: str, side: AssessedBy) -> CaseFile:
    """Return the case with a test or certificate of a language whose levels are still open; one of each is enough."""
    if find_side(case.languages, language, side):
        return case
    return replace(case, languages=(*case.languages, LanguageSkill(language, side)))


def change_proof(case: CaseFile, proof: LanguageSkill) -> CaseFile:
    """Return the case with another state of a test or certificate."""
    return replace(case, languages=tuple(proof if one.id == proof.id else one for one in case.languages))


def remove_proof(case: CaseFile, proof: LanguageSkill) -> CaseFile:
    """Return the case without a test or certificate; a language that had nothing else stays, with open levels."""
    left = tuple(one for one in case.languages if one.id != proof.id)
    return add_language(replace(case, languages=left), proof.language)


def find_side(skills: tuple[LanguageSkill, ...], language: str, side: AssessedBy) -> LanguageSkill | None:
    """Return what one side says about a language, or None."""
    return next((one for one in skills if (one.language, one.assessed_by) == (language, side)), None)


def overall_level(proof: LanguageSkill) -> Level | None:
    """Return the level that all five skills have in common, or None."""
    levels = {proof.level(skill) for skill in Skill}
    return levels.pop() if len(levels) == 1 else None


def add_language(case: CaseFile, language: str) -> CaseFile:
    """Return the case with a language whose levels are still open; a known language stays as it is."""
    if any(one.language == language for one in case.languages):
        return case
    return replace(case, languages=(*case.languages, LanguageSkill(language)))


def remove_language(case: CaseFile, language: str) -> CaseFile:
    """Return the case without a language."""
    return replace(case, languages=tuple(one for one in case.languages if one.language != language))


def language_codes(case: CaseFile) -> tuple[str, ...]:
    """Return the languages of a case, German first, the others in the order in which they were added."""
    codes = dict.fromkeys(one.language for one in case.languages)
    return tuple(sorted(codes, key=_GERMAN.__ne__))


def likely_languages(case: CaseFile) -> tuple[str, ...]:
    """Return the languages that other pages of the case name: German, mother tongues, language of the talk."""
    return tuple(filter(None, dict.fromkeys((_GERMAN, *case.client.mother_tongues, case.contact.client_language))))
