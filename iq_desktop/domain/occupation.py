"""Occupations and skills as the catalogues name them (ESCO, ISCO-08, KldB 2010)."""

from __future__ import annotations

from dataclasses import dataclass

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import say


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one concept by language code, preferred language first come first served."""

    names: tuple[tuple[str, str], ...]

    def in_language(self, code: str) -> str:
        """Return the name in a language, else in German, else in English, else any."""
        by_code = dict(self.names)
        return by_code.get(code) or by_code.get("de") or by_code.get("en") or next(iter(by_code.values()), "")


class Need(Choice):
    """How much an occupation needs a skill (ESCO relation type)."""

    ESSENTIAL = "essential", say("essential")
    OPTIONAL = "optional", say("optional")


class SkillKind(Choice):
    """Whether something is known or done (ESCO skill type)."""

    SKILL = "skill", say("skill")
    KNOWLEDGE = "knowledge", say("knowledge")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation; `uri` is its identity (ESCO), `isco` four digits, `kldb` five digits, both with leading zeros."""

    uri: str
    naming: Naming
    isco: str = ""
    kldb: str = ""
    description: Naming = Naming(())
    other_names: tuple[tuple[str, str], ...] = ()
    """Further names as pairs of language code and name; searched, not shown first."""
    same_as: str = ""
    """The URI of the same occupation in ESCO, which supersedes this one once it is there; empty where it has none."""


@dataclass(frozen=True, slots=True)
class OccupationSkill:
    """A skill that an occupation needs."""

    uri: str
    naming: Naming
    need: Need
    kind: SkillKind


@dataclass(frozen=True, slots=True)
class SkillConcept:
    """A skill by itself, as a catalogue publishes it."""

    uri: str
    naming: Naming
    kind: SkillKind
    description: Naming = Naming(())
    other_names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SkillRelation:
    """That an occupation needs a skill, as a catalogue publishes it."""

    occupation_uri: str
    skill_uri: str
    need: Need


@dataclass(frozen=True, slots=True)
class KldbEntry:
    """A code of the KldB 2010: 1 to 5 digits with leading zeros, `level` is their number."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class KldbToIsco:
    """One row of the conversion table from KldB 2010 (5 digits) to ISCO-08 (4 digits); rank 1 is the main one."""

    kldb: str
    isco: str
    rank: int
