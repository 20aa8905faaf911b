"""Taking occupations up and giving them up: no word of anybody is lost, no skill comes twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.competence import Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.occupation import Naming, Need, Occupation, OccupationSkill, SkillKind
from iq_desktop.usecases.competences import (
    SkillFilter,
    add_own_skill,
    find_occupations,
    give_up_occupation,
    listed_competences,
    rate,
    remove_competence,
    take_up_occupation,
)
from tests.support.builders import TODAY
from tests.support.fakes import MemoryReference, a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.desk import Desk

COOK, BAKER = (Occupation(uri, Naming((("de", uri),))) for uri in ("cook", "baker"))
LEARNED, WISHED = OccupationRole.LEARNED, OccupationRole.WISHED


def _skill(uri: str, need: Need = Need.ESSENTIAL) -> OccupationSkill:
    return OccupationSkill(uri, Naming((("de", uri), ("en", f"{uri} (en)"))), need, SkillKind.SKILL)


@dataclass
class Kitchen(MemoryReference):
    """Two occupations that share a skill: optional for the cook, essential for the baker."""

    skills: dict[str, tuple[OccupationSkill, ...]] = field(
        default_factory=lambda: {
            "cook": (_skill("fry"), _skill("hygiene"), _skill("bake", Need.OPTIONAL)),
            "baker": (_skill("bake"), _skill("hygiene"), _skill("sell", Need.OPTIONAL)),
        }
    )

    def skills_of(self, occupation_uri: str) -> Sequence[OccupationSkill]:
        return self.skills.get(occupation_uri, ())


@pytest.fixture
def desk() -> Desk:
    return a_desk(TRANSLATIONS, reference=Kitchen())


def _case(desk: Desk, *occupations: Occupation) -> CaseFile:
    case = CaseFile(opened_on=TODAY)
    for occupation in occupations:
        case = take_up_occupation(desk, case, occupation, LEARNED)
    return case


def _needs(case: CaseFile) -> dict[str, Need]:
    return {competence.skill_uri: competence.need for competence in case.competences}


def _touch(case: CaseFile, uri: str, **changes: object) -> CaseFile:
    competence = next(one for one in case.competences if one.skill_uri == uri)
    return rate(case, replace(competence, **changes))  # type: ignore[arg-type]  # the callers name fields


def test_a_learned_occupation_brings_its_skills_and_a_wished_one_none(desk: Desk) -> None:
    case = _case(desk, COOK)
    assert _needs(case) == {"fry": Need.ESSENTIAL, "hygiene": Need.ESSENTIAL, "bake": Need.OPTIONAL}
    assert not any(competence.is_touched for competence in case.competences)
    assert case.competences[0].name_en == "fry (en)"
    wished = take_up_occupation(desk, CaseFile(opened_on=TODAY), COOK, WISHED)
    assert (len(wished.occupations), wished.competences) == (1, ())


def test_the_same_occupation_is_taken_up_once_in_each_role(desk: Desk) -> None:
    case = _case(desk, COOK, COOK)
    assert len(case.occupations) == 1
    both = take_up_occupation(desk, case, COOK, WISHED)
    assert [chosen.role for chosen in both.occupations] == [LEARNED, WISHED]


def test_a_skill_comes_once_and_is_as_needed_as_the_neediest_occupation_says(desk: Desk) -> None:
    case = _touch(_case(desk, COOK), "bake", self_rating=Independence.ALONE)
    case = take_up_occupation(desk, case, BAKER, LEARNED)
    assert _needs(case) == {
        "fry": Need.ESSENTIAL,
        "hygiene": Need.ESSENTIAL,
        "bake": Need.ESSENTIAL,
        "sell": Need.OPTIONAL,
    }
    assert len(case.competences) == 4
    assert "bake" in {one.skill_uri for one in listed_competences(case, SkillFilter.ESSENTIAL)}
    assert next(one for one in case.competences if one.skill_uri == "bake").self_rating is Independence.ALONE


def test_giving_up_keeps_what_another_learned_occupation_needs(desk: Desk) -> None:
    case = _case(desk, COOK, BAKER)
    assert _needs(give_up_occupation(desk, case, case.occupations[0])) == _needs(_case(desk, BAKER))
    assert _needs(give_up_occupation(desk, case, case.occupations[1])) == _needs(_case(desk, COOK))


@pytest.mark.parametrize(
    "said",
    [
        {"self_rating": Independence.WITH_GUIDANCE},
        {"adviser_rating": Independence.ALONE},
        {"evidence": Evidence.CERTIFICATE},
        {"example": "Im Restaurant des Onkels"},
    ],
)
def test_giving_up_keeps_what_somebody_said(desk: Desk, said: dict[str, object]) -> None:
    case = add_own_skill(_touch(_case(desk, COOK), "fry", **said), "Schach spielen")
    left = give_up_occupation(desk, case, case.occupations[0])
    assert left.occupations == ()
    assert [one.name_de for one in left.competences] == ["fry", "Schach spielen"]


def test_giving_up_a_wish_takes_no_skill_away(desk: Desk) -> None:
    case = take_up_occupation(desk, _case(desk, COOK), COOK, WISHED)
    left = give_up_occupation(desk, case, case.occupations[1])
    assert left.competences == case.competences
    assert [chosen.role for chosen in left.occupations] == [LEARNED]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([COOK, BAKER])), max_size=8))
def test_any_order_of_taking_up_and_giving_up_ends_with_the_skills_of_what_is_left(
    steps: list[tuple[bool, Occupation]],
) -> None:
    desk = a_desk(TRANSLATIONS, reference=Kitchen())
    case = CaseFile(opened_on=TODAY)
    for takes_up, occupation in steps:
        chosen = next((one for one in case.occupations if one.uri == occupation.uri), None)
        if takes_up:
            case = take_up_occupation(desk, case, occupation, LEARNED)
        elif chosen:
            case = give_up_occupation(desk, case, chosen)
    left = [one for one in (COOK, BAKER) if one.uri in {chosen.uri for chosen in case.occupations}]
    assert _needs(case) == _needs(_case(desk, *left))
    assert len(case.competences) == len(_needs(case))


def test_own_words_are_a_skill_once_and_never_empty() -> None:
    case = add_own_skill(CaseFile(opened_on=TODAY), "  Schach spielen ")
    assert [one.name_de for one in case.competences] == ["Schach spielen"]
    assert add_own_skill(case, "Schach spielen") is case
    assert add_own_skill(case, "   ") is case


def test_rating_changes_one_and_refuses_a_stranger(desk: Desk) -> None:
    case = _touch(_case(desk, COOK), "fry", adviser_rating=Independence.ALONE)
    assert [one.skill_uri for one in listed_competences(case, SkillFilter.RATED)] == ["fry"]
    assert listed_competences(case, SkillFilter.ALL) == case.competences
    with pytest.raises(KeyError):
        rate(case, Competence("x", "x"))
    assert len(remove_competence(case, case.competences[0]).competences) == 2


def test_one_letter_finds_nothing_yet(desk: Desk) -> None:
    assert find_occupations(desk, " v ", "de") == ()
    assert find_occupations(desk, " verk ", "de")
