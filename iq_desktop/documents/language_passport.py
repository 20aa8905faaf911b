"""The language passport: every language of a person in five skills, by who assessed it, with scripts and proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Document,
    Facts,
    Heading,
    KeepTogether,
    LanguagePassport,
    Listing,
    Sentences,
    Typed,
)
from iq_desktop.documents.sections.languages import passport_row
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.domain.language_skill import STRENGTH, Level, Skill
from iq_desktop.wording.text import NOTHING, LanguageName, Text, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.language_skill import LanguageSkill

MEANINGS: Final = {
    Level.A1: say("single words and very simple sentences"),
    Level.A2: say("short talks about everyday things"),
    Level.B1: say("gets along at work and in everyday life, about known things"),
    Level.B2: say("talks fluently, also about the own occupation"),
    Level.C1: say("says and understands difficult things as well"),
    Level.C2: say("speaks, reads and writes almost like in the first language"),
}
"""What the levels mean, in words of our own."""


def make_language_passport(case: CaseFile, occasion: Occasion) -> Document:
    """Return the passport of a case; parts of which nothing is known are left out."""
    return Document(
        title=say("Language passport"),
        lines_below_title=head_lines(case, occasion),
        blocks=(*_first_languages(case), *_picture(case), *_proofs(case), *_key()),
        footnote=say("This passport is no language certificate. It says who assessed what."),
        author=occasion.centre.name,
    )


def _first_languages(case: CaseFile) -> Iterator[Block]:
    tongues = tuple(say("{language}", language=LanguageName(code)) for code in case.client.mother_tongues)
    scripts = tuple(one.label for one in case.situation.scripts)
    rows: list[tuple[Words, Words]] = []
    if tongues:
        rows.append((say("Mother tongue"), joined(tongues, ", ")))
    if scripts:
        rows.append((say("Reads and writes"), joined(scripts, ", ")))
    if rows:
        yield Heading(say("Languages and scripts from home"))
        yield Facts(tuple(rows))


def in_order(skills: tuple[LanguageSkill, ...]) -> tuple[LanguageSkill, ...]:
    """Return the assessments language by language, the best founded one of each first."""
    languages = tuple(dict.fromkeys(one.language for one in skills if one.language))
    return tuple(
        sorted(
            (one for one in skills if one.language),
            key=lambda one: (languages.index(one.language), STRENGTH.index(one.assessed_by)),
        )
    )


def _picture(case: CaseFile) -> Iterator[Block]:
    rows = tuple(passport_row(one) for one in in_order(case.languages))
    yield Heading(say("Five skills"))
    if not rows:
        yield Sentences(say("No language was assessed yet."))
        return
    yield LanguagePassport(rows, tuple(skill.label for skill in Skill))
    yield Sentences(say("Each row says who assessed it. Nothing was averaged."), is_small=True)


def _proofs(case: CaseFile) -> Iterator[Block]:
    """Yield who assessed what when; the proofs have a column where there is one."""
    told = tuple(one for one in in_order(case.languages) if one.assessed_on or one.proof)
    if not told:
        return
    yield Heading(say("Who assessed it when, and what proves it"))
    head = (say("Language"), say("Who says so"), say("When"))
    if any(one.proof for one in told):
        yield Listing((*head, say("Proof")), tuple((*_when(one), _proof(one)) for one in told), (0.2, 0.26, 0.16, 0.38))
    else:
        yield Listing(head, tuple(_when(one) for one in told), (0.3, 0.45, 0.25))


def _when(one: LanguageSkill) -> tuple[Words, ...]:
    day = say("{day}", day=one.assessed_on) if one.assessed_on else NOTHING
    return say("{language}", language=LanguageName(one.language)), one.assessed_by.label, day


def _proof(one: LanguageSkill) -> Words:
    return Typed(one.proof, say("Name and institute")) if one.proof else NOTHING


def _key() -> Iterator[Block]:
    rows: tuple[tuple[Text, Text], ...] = tuple((level.label, words) for level, words in MEANINGS.items())
    yield KeepTogether((Heading(say("What the levels mean")), Facts(rows)))
