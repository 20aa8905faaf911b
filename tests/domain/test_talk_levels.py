"""The language talk asks about a third of the statements and comes to the same levels as if it asked all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.assessment import Answer
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.domain.talk_levels import asked_statements, decided_skills, skill_levels
from tests.support.chance import seeded
from tests.support.counts import count
from tests.support.instruments import CAN, LANGUAGE

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

ITEMS = LANGUAGE[0].items
SECTION = LANGUAGE[0].code
NO, LITTLE, YES = 1, 2, 3
Pattern = dict[str, int]
"""What somebody would say to every statement."""


def told(pattern: Mapping[str, int]) -> dict[str, Answer]:
    return {code: Answer("run", f"{SECTION}.{code}", value) for code, value in pattern.items()}


def by_question(pattern: Mapping[str, int]) -> dict[str, Answer]:
    return {answer.question: answer for answer in told(pattern).values()}


def asked_adaptively(pattern: Pattern) -> Pattern:
    """Return what was asked, in its order, until nothing more decides."""
    said: Pattern = {}
    while True:
        open_ones = [
            one.code for one in asked_statements(SECTION, ITEMS, by_question(said), CAN) if one.code not in said
        ]
        if not open_ones:
            return said
        assert len(open_ones) == 1
        said[open_ones[0]] = pattern[open_ones[0]]


def levels(pattern: Pattern) -> list[Level | None]:
    return [one.level for one in skill_levels(SECTION, ITEMS, by_question(pattern), CAN)]


def knowing(ranks: Mapping[str, int]) -> Pattern:
    """Return the pattern of somebody who can do all up to a level of each skill, and nothing above."""
    return {one.code: YES if one.level and one.level.rank <= ranks[one.skill] else NO for one in ITEMS}


def consistent(rng: random.Random) -> Pattern:
    return knowing({skill.value: rng.randint(0, 6) for skill in Skill})


def blurred(rng: random.Random) -> Pattern:
    """Return the pattern of somebody whose skills lie near each other, who wavers near the border and slips."""
    middle = rng.uniform(-0.5, 6.5)
    ability = {skill.value: middle + rng.gauss(0, 0.8) for skill in Skill}
    return {one.code: _wavering(rng, ability[one.skill] - (one.level.rank if one.level else 0)) for one in ITEMS}


def unlike(rng: random.Random) -> Pattern:
    """Return the same of somebody whose skills have nothing to do with each other."""
    ability = {skill.value: rng.uniform(-0.5, 6.5) for skill in Skill}
    return {one.code: _wavering(rng, ability[one.skill] - (one.level.rank if one.level else 0)) for one in ITEMS}


def _wavering(rng: random.Random, distance: float) -> int:
    if rng.random() < 0.03:
        return rng.choice((NO, LITTLE, YES))
    felt = 2.2 * distance + rng.gauss(0, 1)
    return YES if felt > 0 else LITTLE if felt > -1.2 else NO


@pytest.mark.parametrize(
    ("people", "same", "asked"), [(consistent, 1.0, 0.40), (blurred, 0.95, 0.36), (unlike, 0.95, 0.42)]
)
def test_the_same_levels_from_about_a_third_of_the_statements(
    people: Callable[[random.Random], Pattern], same: float, asked: float, capsys: pytest.CaptureFixture[str]
) -> None:
    """The level of a skill is the highest one of whose statements two thirds of the points were reached."""
    rng, number = seeded(7), count(60, 1500)
    agreed = total = statements = 0
    for _ in range(number):
        pattern = people(rng)
        said = asked_adaptively(pattern)
        pairs = list(zip(levels(said), levels(pattern), strict=True))
        agreed += sum(short == whole for short, whole in pairs)
        total += len(pairs)
        statements += len(said)
    share = statements / (number * len(ITEMS))
    with capsys.disabled():
        print(f"\n{people.__name__}: {number} people, {agreed / total:.2%} same level, {share:.1%} of the statements")
    assert agreed / total >= same
    assert share <= asked


@pytest.mark.parametrize("rank", range(7))
def test_every_level_is_found(rank: int) -> None:
    pattern = knowing(dict.fromkeys((skill.value for skill in Skill), rank))
    assert set(levels(asked_adaptively(pattern))) == {list(Level)[rank]}


def test_nobody_begins_with_what_hardly_anybody_can() -> None:
    (first,) = asked_statements(SECTION, ITEMS, {}, CAN)
    assert (first.skill, first.level) == ("listening", Level.A2)


def test_the_next_skill_begins_where_the_one_before_ended() -> None:
    pattern = knowing({skill.value: 5 for skill in Skill})
    order = list(asked_adaptively(pattern))
    first_of_reading = next(code for code in order if code.startswith("reading"))
    assert first_of_reading.startswith("reading-c1")


def test_two_thirds_of_the_points_hold_a_level() -> None:
    codes = [one.code for one in ITEMS if one.skill == "reading" and one.level is Level.A1]
    enough = skill_levels(SECTION, ITEMS, by_question(dict(zip(codes, (YES, LITTLE, LITTLE), strict=True))), CAN)[1]
    short = skill_levels(SECTION, ITEMS, by_question(dict(zip(codes, (YES, LITTLE, NO), strict=True))), CAN)[1]
    assert (enough.level, short.level) == (Level.A1, Level.NONE)
    assert (enough.answered, enough.of) == (3, 18)


def test_a_gap_is_told_and_does_not_lower_the_level() -> None:
    pattern = knowing(dict.fromkeys((skill.value for skill in Skill), 4))
    for one in ITEMS:
        if one.skill == "writing" and one.level is Level.A2:
            pattern[one.code] = NO
    writing = skill_levels(SECTION, ITEMS, by_question(pattern), CAN)[4]
    assert (writing.level, writing.gaps) == (Level.B2, (Level.A2,))


def test_what_was_not_asked_has_no_level() -> None:
    assert levels({}) == [None] * 5
    higher = next(one.code for one in ITEMS if one.skill == "listening" and one.level is Level.B1)
    assert levels({higher: NO})[0] is None, "B1 failing says nothing of A1"


def test_statements_that_are_put_off_are_passed_over() -> None:
    said = {
        f"{SECTION}.{one.code}": Answer("run", f"{SECTION}.{one.code}", is_not_now=True)
        for one in ITEMS
        if one.skill == "listening"
    }
    coming = asked_statements(SECTION, ITEMS, said, CAN)[-1]
    assert coming.skill == "reading"
    assert decided_skills(SECTION, ITEMS, said, CAN) == 1
    assert levels({})[0] is None
