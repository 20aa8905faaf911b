"""Taking down which languages a person knows, how well, and who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level, Skill

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


def set_level(
    desk: Desk, case: CaseFile, language: str, assessed_by: AssessedBy, skill: Skill, level: Level | None
) -> CaseFile:
    """Return the case with the level of one skill of a language as one side sees it, dated today."""
    known = next((one for one in case.languages if (one.language, one.assessed_by) == (language, assessed_by)), None)
    before = known or LanguageSkill(language, assessed_by)
    changes: dict[str, Level | None] = {skill.value: level}
    after = replace(before, **changes, assessed_on=desk.clock.today())  # type: ignore[arg-type]  # names are Skill codes
    others = tuple(after if one.id == before.id else one for one in case.languages)
    return replace(case, languages=others if known else (*others, after))


def add_language(case: CaseFile, language: str) -> CaseFile:
    """Return the case with a language whose levels are still open; a known language stays as it is."""
    if any(one.language == language for one in case.languages):
        return case
    return replace(case, languages=(*case.languages, LanguageSkill(language)))


def remove_language(case: CaseFile, language: str) -> CaseFile:
    """Return the case without a language."""
    return replace(case, languages=tuple(one for one in case.languages if one.language != language))
