"""Planning again: what was looked up stays while nothing it rests on changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import iq_desktop.usecases.plan_looks as looks
from iq_desktop.domain.way_wish import Aim
from iq_desktop.usecases.plan_looks import look_for_ways
from iq_desktop.usecases.planning import find_plan_courses, open_plan_law, weigh
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS
from tests.support.worked_cases import a_nurse_from_syria

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked up, in order."""
    told: list[str] = []

    def counted(name: str, ask: Callable[..., Any]) -> Callable[..., Any]:
        def ask_and_tell(*values: Any) -> Any:
            told.append(name)
            return ask(*values)

        return ask_and_tell

    monkeypatch.setattr(looks, "open_plan_law", counted("law", open_plan_law))
    monkeypatch.setattr(looks, "find_plan_courses", counted("courses", find_plan_courses))
    return told


def test_other_wishes_look_nothing_up_again(asked: list[str]) -> None:
    desk, case = a_desk(TRANSLATIONS), a_nurse_from_syria()
    first = look_for_ways(desk, case)
    assert asked == ["law", "courses"]
    second = look_for_ways(desk, weigh(case, first.plan.goal, Aim.TIME, 2), "", first)
    assert asked == ["law", "courses"]
    assert second.plan.weights.time == 2
    assert second.plan == look_for_ways(desk, weigh(case, first.plan.goal, Aim.TIME, 2)).plan


def test_another_place_looks_for_courses_again(asked: list[str]) -> None:
    desk, case = a_desk(TRANSLATIONS), a_nurse_from_syria()
    first = look_for_ways(desk, case)
    moved = case.with_client(replace(case.client, postal_code="01067"))
    look_for_ways(desk, moved, "", first)
    assert asked == ["law", "courses", "courses"]


def test_a_goal_is_found_by_its_code_and_an_unknown_one_is_the_first() -> None:
    desk, case = a_desk(TRANSLATIONS), a_nurse_from_syria()
    first = look_for_ways(desk, case)
    assert len(first.goals) > 1
    assert look_for_ways(desk, case, first.goals[1].code).plan.goal == first.goals[1]
    assert look_for_ways(desk, case, "gone").plan.goal == first.goals[0]
