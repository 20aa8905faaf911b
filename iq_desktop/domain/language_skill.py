"""Languages in five skills and six levels (CEFR), kept apart by who assessed them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.wording.text import as_it_is, say


class Level(Choice):
    """A level of the Common European Framework of Reference, or no knowledge at all."""

    NONE = "none", say("None")
    A1 = "A1", as_it_is("A1")
    A2 = "A2", as_it_is("A2")
    B1 = "B1", as_it_is("B1")
    B2 = "B2", as_it_is("B2")
    C1 = "C1", as_it_is("C1")
    C2 = "C2", as_it_is("C2")

    @property
    def rank(self) -> int:
        """The level as a number: 0 for none, 1 for A1 to 6 for C2."""
        return _RANKS[self.value]


_RANKS: Final = {level.value: rank for rank, level in enumerate(Level)}


class Skill(Choice):
    """One of the five skills; its code is the name of the field that holds its level."""

    LISTENING = "listening", say("Listening")
    READING = "reading", say("Reading")
    INTERACTION = "interaction", say("Taking part in conversations")
    PRODUCTION = "production", say("Speaking at length")
    WRITING = "writing", say("Writing")


class AssessedBy(Choice):
    """Who says so; the kinds stand side by side and are never averaged."""

    SELF = "self", say("Own assessment")
    ADVISER = "adviser", say("Adviser's assessment")
    TEST = "test", say("Test")
    CERTIFICATE = "certificate", say("Certificate")


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """One language (code such as `de`) as one side assesses it."""

    language: str
    assessed_by: AssessedBy = AssessedBy.SELF
    listening: Level | None = None
    reading: Level | None = None
    interaction: Level | None = None
    production: Level | None = None
    writing: Level | None = None
    assessed_on: dt.date | None = None
    proof: str = ""
    id: str = field(default_factory=new_id)

    def level(self, skill: Skill) -> Level | None:
        """Return the level of one skill, None where it was not asked."""
        found: Level | None = getattr(self, skill.value)
        return found

    @property
    def lowest(self) -> Level | None:
        """The lowest level that was given: it decides which course fits."""
        given = [level for skill in Skill if (level := self.level(skill))]
        return min(given, key=lambda level: level.rank, default=None)


STRENGTH: Final = (AssessedBy.CERTIFICATE, AssessedBy.TEST, AssessedBy.ADVISER, AssessedBy.SELF)
"""Whose word counts first where one has to be chosen."""


def strongest(skills: tuple[LanguageSkill, ...], language: str) -> LanguageSkill | None:
    """Return the best founded assessment of a language, or None."""
    mine = [skill for skill in skills if skill.language == language and skill.lowest]
    return min(mine, key=lambda skill: STRENGTH.index(skill.assessed_by), default=None)
