"""The languages of the person as a passport: five skills, six levels, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.documents.blocks import Facts, Heading, LanguagePassport, LanguageRow, Words
from iq_desktop.domain.language_skill import LanguageSkill, Skill
from iq_desktop.wording.text import LanguageName, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.domain.case_file import CaseFile


def languages_section(case: CaseFile) -> Iterator[Block]:
    """Yield mother tongues and the passport of the other languages."""
    tongues: list[tuple[Words, Words]] = [
        (say("Mother tongue"), say("{language}", language=LanguageName(code))) for code in case.client.mother_tongues
    ]
    rows = tuple(passport_row(skill) for skill in case.languages if skill.lowest)
    if not tongues and not rows:
        return
    yield Heading(say("Languages"))
    if tongues:
        yield Facts(tuple(tongues))
    if rows:
        yield LanguagePassport(rows, tuple(skill.label for skill in Skill))


def passport_row(skill: LanguageSkill) -> LanguageRow:
    """Return what a passport shows of one assessment."""
    levels = (skill.level(one) for one in Skill)
    return LanguageRow(
        skill.language, skill.assessed_by.label, tuple(level.rank if level else None for level in levels)
    )
