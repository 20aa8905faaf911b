"""What the person can do: occupations, the radar, and every competence with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Facts,
    Heading,
    KeepTogether,
    Legend,
    Radar,
    RadarSpoke,
    RatingRow,
    Ratings,
    Sentences,
    Typed,
    Words,
)
from iq_desktop.domain.competence import Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.ranking import strongest_rated
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block
    from iq_desktop.domain.case_file import CaseFile

SPOKES: Final = 8
"""Directions of the radar: more cannot be read."""
FEWEST_SPOKES: Final = 3
_HIGHEST: Final = len(Independence)


def occupations_section(case: CaseFile) -> Iterator[Block]:
    """Yield the learned and the wished occupations, each once."""
    learned, wished = (
        [chosen.name_de for chosen in case.occupations_as(role)]
        for role in (OccupationRole.LEARNED, OccupationRole.WISHED)
    )
    occupation, wish, both = say("Occupation"), say("Wished occupation"), say("Learned and wished occupation")
    rows: list[tuple[Words, Words]] = [
        (both if name in wished else occupation, Typed(name, occupation)) for name in learned
    ]
    rows += [(wish, Typed(name, wish)) for name in wished if name not in learned]
    if rows:
        yield Heading(say("Occupations"))
        yield Facts(tuple(rows))


def radar_section(case: CaseFile) -> Iterator[Block]:
    """Yield the radar of the strongest competences where at least three are rated."""
    strongest = strongest_rated(case.competences, SPOKES)
    if len(strongest) < FEWEST_SPOKES:
        return
    yield Heading(say("Strengths at a glance"))
    yield Radar(
        tuple(_spoke(competence) for competence in strongest),
        _HIGHEST,
        say("Own view"),
        say("Adviser's view"),
        say("Picture of the strongest competences; every value also stands in the table."),
    )


def ratings_section(case: CaseFile) -> Iterator[Block]:
    """Yield every rated competence with both views and its evidence, and what the steps mean."""
    rated = strongest_rated(case.competences, len(case.competences))
    if not rated:
        yield Heading(say("Competences one by one"))
        yield Sentences(say("No competence was rated yet."))
        return
    table = Ratings(
        tuple(_rating(competence) for competence in rated),
        say("Competence"),
        say("Own view"),
        say("Adviser's view"),
        say("Evidence"),
    )
    yield KeepTogether((Heading(say("Competences one by one")), table))
    legend = Legend(tuple(step.label for step in Independence), tuple(grade.label for grade in Evidence))
    yield KeepTogether((Heading(say("What the steps and the evidence mean")), legend))


def examples_section(case: CaseFile) -> Iterator[Block]:
    """Yield the examples from life, in the person's words."""
    rows: list[tuple[Words, Words]] = [
        (_name(competence), Typed(competence.example, say("Example")))
        for competence in case.competences
        if competence.is_rated and competence.example
    ]
    if rows:
        yield Heading(say("Examples from life"))
        yield Facts(tuple(rows))


def _name(competence: Competence) -> Typed:
    return Typed(competence.name_de, say("Competence"))


def _spoke(competence: Competence) -> RadarSpoke:
    own, other = competence.self_rating, competence.adviser_rating
    return RadarSpoke(_name(competence), float(own.step) if own else None, float(other.step) if other else None)


def _rating(competence: Competence) -> RatingRow:
    own, other = competence.self_rating, competence.adviser_rating
    return RatingRow(
        _name(competence), own.step if own else None, other.step if other else None, competence.evidence.grade
    )
