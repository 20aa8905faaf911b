"""Ranking, wishes and courses for the gap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.competence import ChosenOccupation, Independence, OccupationRole
from iq_desktop.domain.course import FoundCourse
from iq_desktop.domain.occupation import Naming, Need, OccupationSkill, SkillKind
from iq_desktop.usecases.routes import (
    Gap,
    Reach,
    counted_skills,
    counts,
    courses_of,
    is_wished,
    rank_occupations,
    unwish,
    wish_for,
)
from tests.support.builders import a_course
from tests.support.fakes import OCCUPATIONS, MemoryReference, a_desk
from tests.support.full_cases import a_competence, a_usual_case, an_empty_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.route import RankedOccupation

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk


class _NothingRanked(MemoryReference):
    """A ranking without anybody."""

    def rank_occupations(self, skill_uris: Sequence[str], *, limit: int) -> Sequence[RankedOccupation]:
        del skill_uris, limit
        return ()


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS)


def test_the_adviser_s_view_decides_else_the_own_one() -> None:
    both = a_competence(8, self_rating=Independence.SHOWS_OTHERS, adviser_rating=Independence.WITH_GUIDANCE)
    assert not counts(both)
    assert counts(replace(both, adviser_rating=None))
    assert not counts(replace(both, adviser_rating=None, skill_uri="")), "own words stand in no catalogue"


def test_nothing_is_ranked_where_nothing_counts(desk: Desk) -> None:
    assert rank_occupations(desk, an_empty_case()) == ()


def test_a_wished_occupation_is_ranked_even_where_it_is_not_among_the_best(desk: Desk) -> None:
    two = MemoryReference(occupations=OCCUPATIONS[:2])
    case = replace(
        a_usual_case(), occupations=(ChosenOccupation("occupation:gone", "Gibt es nicht", role=OccupationRole.WISHED),)
    )
    ranked = rank_occupations(replace(desk, reference=two), case)
    assert [one.occupation.uri for one in ranked] == ["occupation:sales", "occupation:retail"]
    wished = wish_for(case, OCCUPATIONS[1])
    first = rank_occupations(replace(desk, reference=two), wished)[0]
    assert first.occupation.uri == "occupation:retail"


def test_an_occupation_outside_the_ranking_is_scored_like_the_others(desk: Desk) -> None:
    ranked = rank_occupations(replace(desk, reference=_NothingRanked()), a_usual_case())
    assert [one.occupation.uri for one in ranked] == ["occupation:retail"]
    one = ranked[0]
    had = counted_skills(a_usual_case())
    essential = [skill for skill in one.fits if skill.need is Need.ESSENTIAL]
    assert {skill.uri for skill in one.fits} <= set(had)
    weight = 3 * one.essential_total + one.optional_total
    assert one.score == pytest.approx((3 * len(essential) + len(one.fits) - len(essential)) / weight)
    assert len(one.missing) == one.essential_total - len(essential)


def test_a_wish_is_made_once_and_taken_back() -> None:
    case = wish_for(wish_for(an_empty_case(), OCCUPATIONS[0]), OCCUPATIONS[0])
    assert [one.uri for one in case.occupations] == ["occupation:sales"]
    assert is_wished(case, OCCUPATIONS[0])
    assert unwish(case, OCCUPATIONS[0]).occupations == ()


def test_taking_a_wish_back_keeps_the_learned_occupation() -> None:
    usual = a_usual_case()
    case = wish_for(usual, OCCUPATIONS[0])
    assert unwish(case, OCCUPATIONS[0]).occupations == usual.occupations


def test_a_course_that_closes_more_stands_first_and_only_once() -> None:
    skills = [
        OccupationSkill(f"skill:{name}", Naming((("de", name),)), Need.ESSENTIAL, SkillKind.SKILL) for name in "AB"
    ]
    near, far = a_course(id="near"), a_course(id="far")
    gaps = (
        Gap(skills[0], (FoundCourse(near, 1.0, ()), FoundCourse(far, 80.0, ()))),
        Gap(skills[1], (FoundCourse(far, 80.0, ()),)),
    )
    found = courses_of(gaps, "de")
    assert [(one.course.id, one.closes) for one in found] == [("far", ("A", "B")), ("near", ("A",))]


def test_a_course_without_a_distance_stands_behind_those_with_one() -> None:
    skill = OccupationSkill("skill:A", Naming((("de", "A"),)), Need.ESSENTIAL, SkillKind.SKILL)
    found = courses_of(
        (Gap(skill, (FoundCourse(a_course(id="x"), None, ()), FoundCourse(a_course(id="y"), 9.0, ()))),), "de"
    )
    assert [one.course.id for one in found] == ["y", "x"]


def test_anywhere_means_no_distance() -> None:
    assert (Reach.NEAR.km, Reach.ANYWHERE.km) == (25.0, None)
