"""What areas of competence are called elsewhere: orders of skills, by which nobody is given a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.talk_results import ResultLine
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.talk_results import Result


class Dqr(Choice):
    """The four columns of the German Qualifications Framework; methods run across all of them and have none."""

    KNOWLEDGE = "knowledge", say("Knowledge")
    SKILLS = "skills", say("Practical skills")
    SOCIAL = "social_competence", say("Social competence")
    AUTONOMY = "autonomy", say("Autonomy")


class Kmk(Choice):
    """The dimensions of competence by which vocational schools in Germany are guided."""

    SUBJECT = "subject_competence", say("Subject competence")
    SELF = "self_competence", say("Self competence")
    SOCIAL = "social_competence", say("Social competence")
    METHOD = "method_competence", say("Method competence")


@dataclass(frozen=True, slots=True)
class TaxonomyPart:
    """The lines of a result that belong to one part of an order of skills; None for those it has no place for."""

    part: Dqr | Kmk | None
    lines: tuple[ResultLine, ...]

    @property
    def answered(self) -> int:
        """How many of the lines were answered."""
        return sum(line.value is not None for line in self.lines)


def by_dqr(instrument: Instrument, result: Result) -> tuple[TaxonomyPart, ...]:
    """Return the lines of a result by the columns of the DQR; it orders skills, and says no level of anybody."""
    codes = {area.code: area.dqr for area in instrument.areas}
    parts = [_part(part, result, codes, part.value) for part in Dqr]
    return tuple(part for part in (*parts, _part(None, result, codes, "")) if part.lines)


def by_kmk(instrument: Instrument, result: Result) -> tuple[TaxonomyPart, ...]:
    """Return the lines of a result by the dimensions of competence of vocational schools."""
    codes = {area.code: area.kmk for area in instrument.areas}
    parts = [_part(part, result, codes, part.value) for part in Kmk]
    return tuple(part for part in (*parts, _part(None, result, codes, "")) if part.lines)


def _part(part: Dqr | Kmk | None, result: Result, codes: dict[str, str], code: str) -> TaxonomyPart:
    return TaxonomyPart(part, tuple(line for line in result.lines if codes.get(line.area, "") == code))
