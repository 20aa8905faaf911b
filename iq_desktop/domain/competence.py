"""What a person can do: own view and adviser's view side by side, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.occupation import Need, SkillKind
from iq_desktop.wording.text import say


class Independence(Choice):
    """How independently somebody does a thing, in four steps."""

    WITH_GUIDANCE = "1", say("with guidance")
    ALONE = "2", say("alone")
    NEW_SETTING = "3", say("in a new setting")
    SHOWS_OTHERS = "4", say("can show others")

    @property
    def step(self) -> int:
        """The step as a number from 1 to 4."""
        return int(self.value)


class Evidence(Choice):
    """What a rating rests on, from a mere statement to an observed test."""

    STATEMENT = "0", say("Said")
    EXAMPLE = "1", say("Example told")
    PRIVATE_PAPER = "2", say("Own photo or paper")
    REFERENCE = "3", say("Reference of an employer")
    CERTIFICATE = "4", say("Official certificate")
    OBSERVED = "5", say("Observed or tested")

    @property
    def grade(self) -> int:
        """The grade as a number from 0 to 5."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Competence:
    """One skill of the person, as it was called when it was taken up (`name_de`, `name_en`), with both views.

    `skill_uri` is empty for a skill in the person's own words; `occupation_uri` says for which occupation it was asked.
    """

    skill_uri: str
    name_de: str
    name_en: str = ""
    occupation_uri: str = ""
    need: Need = Need.ESSENTIAL
    kind: SkillKind = SkillKind.SKILL
    self_rating: Independence | None = None
    adviser_rating: Independence | None = None
    evidence: Evidence = Evidence.STATEMENT
    example: str = ""
    id: str = field(default_factory=new_id)

    def name(self, language: str) -> str:
        """Return the name of the skill; German and English are known, German stands in for every other language."""
        return self.name_en if language == "en" and self.name_en else self.name_de

    @property
    def is_rated(self) -> bool:
        """Whether one of the two sides has rated it."""
        return self.self_rating is not None or self.adviser_rating is not None

    @property
    def is_touched(self) -> bool:
        """Whether anybody has said anything about it: a rating, evidence, an example."""
        return self.is_rated or self.evidence is not Evidence.STATEMENT or bool(self.example)

    @property
    def difference(self) -> int | None:
        """Steps by which the adviser's view lies above (+) or below (-) the own view; None where one is missing."""
        if self.self_rating is None or self.adviser_rating is None:
            return None
        return self.adviser_rating.step - self.self_rating.step


class OccupationRole(Choice):
    """What an occupation is to the person."""

    LEARNED = "learned", say("Learned or practised")
    WISHED = "wished", say("Wished for")


@dataclass(frozen=True, slots=True)
class ChosenOccupation:
    """An occupation of the case, as it was called when it was chosen; `isco` and `kldb` keep leading zeros."""

    uri: str
    name_de: str
    name_en: str = ""
    isco: str = ""
    kldb: str = ""
    role: OccupationRole = OccupationRole.LEARNED
    id: str = field(default_factory=new_id)

    def name(self, language: str) -> str:
        """Return the name; German and English are known, German stands in for every other language."""
        return self.name_en if language == "en" and self.name_en else self.name_de
