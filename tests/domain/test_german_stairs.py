"""The geometry of the staircase: no gap, no step outside, higher with every level, wider with every week."""

from __future__ import annotations

from itertools import pairwise

import pytest

from iq_desktop.domain.german_advice import ladder_to
from iq_desktop.domain.german_stairs import LANDING, StairLook, stairs_of
from iq_desktop.domain.language_skill import Level
from tests.support.builders import TODAY
from tests.support.chance import seeded
from tests.support.german import a_learner, drawn_learner, the_german_law


def test_a_ladder_without_steps_has_no_picture() -> None:
    assert stairs_of(()) is None


def test_steps_go_up_without_a_gap() -> None:
    stairs = stairs_of(ladder_to(the_german_law(), a_learner(german_level="none"), TODAY, Level.C2))
    assert stairs is not None
    assert stairs.today is Level.NONE
    assert [step.level for step in stairs.steps] == [Level.B1, Level.B2, Level.C1, Level.C2]
    assert [level for level, _high in stairs.steps[0].between] == [Level.A1, Level.A2]
    assert stairs.steps[0].left == LANDING
    assert stairs.steps[-1].right == pytest.approx(1)
    assert stairs.steps[-1].high == pytest.approx(1)
    assert stairs.steps[0].right - stairs.steps[0].left > stairs.steps[1].right - stairs.steps[1].left
    assert stairs.weeks == sum(step.weeks for step in stairs.steps)


def test_each_look_says_without_colour_how_sure_a_step_is() -> None:
    def look(**facts: object) -> StairLook:
        stairs = stairs_of(ladder_to(the_german_law(), a_learner(**facts), TODAY, Level.B1))
        assert stairs is not None
        return stairs.steps[0].look

    assert look() is StairLook.SURE
    assert look(residence_paragraph=None, residence_title=None) is StairLook.ASKED
    assert look(home="abroad", residence_paragraph=None) is StairLook.OWN


def test_random_ladders_stay_in_the_picture() -> None:
    chance = seeded(11)
    for _ in range(40):
        stairs = stairs_of(ladder_to(the_german_law(), drawn_learner(chance), TODAY, chance.choice(list(Level))))
        if stairs is None:
            continue
        for before, after in pairwise(stairs.steps):
            assert before.right == pytest.approx(after.left)
            assert before.high == pytest.approx(after.low)
        for step in stairs.steps:
            assert 0 < step.low < step.high <= 1 + 1e-9
            assert LANDING <= step.left < step.right <= 1 + 1e-9
            assert all(step.low < high < step.high for _level, high in step.between)
