"""The planner on the page Routes, as an adviser uses it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.way_wish import Aim, WayKind, not_before, wish_of
from iq_desktop.domain.way_words import Importance
from iq_desktop.ui.kit.speaking import SpeakingLabel
from tests.support.full_cases import an_empty_case
from tests.support.tongues import english
from tests.support.worked_cases import a_nurse_from_syria

if TYPE_CHECKING:
    from iq_desktop.domain.way import WayStep
    from iq_desktop.ui.screens.parts.ways_part import WaysPart
    from iq_desktop.ui.screens.routes_page import RoutesPage
    from tests.ui.screens.case_pages.conftest import Office


def opened(office: Office) -> RoutesPage:
    """Show the ways of a nurse."""
    page: RoutesPage = office.open("routes", replace(a_nurse_from_syria(), id="nurse"))
    office.bot.waitUntil(lambda: page.ways.plan is not None)
    office.settle()
    return page


def step_of(ways: WaysPart, code: str) -> WayStep:
    """Return a step of the way on the calendar."""
    assert ways.shown_way is not None
    return next(one for one in ways.shown_way.steps if one.code == code)


def test_the_ways_of_a_case_lie_side_by_side_with_the_best_one_first(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    assert list(ways.board.columns) == [way.kind for way in ways.plan.ways[:3]]
    first = ways.board.columns[ways.plan.ways[0].kind]
    assert first.rank.text() == "Best for these wishes"
    assert ways.best.text().startswith(f"Best for these wishes: {first.name.text()}. ")
    assert ways.stand.text().startswith("German: B1")


def test_other_weights_are_kept_and_the_ways_worked_out_again(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    before, goal = ways.plan, ways.plan.goal.code
    office.click(ways.weights.rows[Aim.TIME].steps[Importance.MUCH])
    office.click(ways.weights.rows[Aim.RISK].steps[Importance.NONE])
    wish = wish_of(office.stored, goal)
    assert wish is not None
    assert (wish.time, wish.risk) == (2, 0)
    assert ways.plan.weights.time == 2
    assert ways.plan.ways[0].ends_on == min(way.ends_on for way in ways.plan.ways if way.reaches_goal)
    assert before.weights.time == 1


def test_a_way_is_chosen_and_the_choice_is_undone(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    kind = ways.plan.ways[1].kind
    office.click(ways.board.columns[kind].choose_button)
    wish = wish_of(office.stored, ways.plan.goal.code)
    assert wish is not None
    assert wish.chosen_way is kind
    assert ways.board.columns[kind].rank.text().startswith("Chosen")
    assert ways.shown_way is not None
    assert ways.shown_way.kind is kind
    assert office.banner.told[-1].startswith("Chosen: ")
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert wish_of(office.stored, ways.plan.goal.code) is None
    office.click(ways.board.columns[kind].choose_button)
    office.click(ways.board.columns[kind].choose_button)
    left = wish_of(office.stored, ways.plan.goal.code)
    assert left is not None
    assert left.chosen_way is None


def test_another_way_is_looked_at_without_choosing_it(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    other = ways.plan.ways[2]
    office.click(ways.board.columns[other.kind].look_button)
    assert ways.shown_way is not None
    assert ways.shown_way.kind is other.kind
    assert ways.steps.view.hasFocus()
    assert office.stored.way_wishes == ()


def test_a_step_is_put_off_with_the_keys_and_freed(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    goal, way = ways.plan.goal.code, ways.shown_way
    assert way is not None
    step = way.steps[0]
    ways.steps.view.setFocus()
    QTest.keyClick(ways.steps.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    office.settle()
    kept = not_before(office.stored, goal)
    assert list(kept) == [step.code]
    assert kept[step.code].day == 1
    moved = step_of(ways, step.code)
    assert moved.starts_on == kept[step.code]
    assert ways.steps.detail.day.editor.line.text() == kept[step.code].strftime("%d.%m.%Y")  # type: ignore[attr-defined]  # a line
    office.click(ways.steps.detail.free_button)
    assert not_before(office.stored, goal) == {}
    assert step_of(ways, step.code).starts_on == step.starts_on


def test_a_day_can_be_typed_instead_of_dragged(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    line = ways.steps.detail.day.editor.line  # type: ignore[attr-defined]  # a day is typed into a line
    office.type(line, "1.3.2027")
    office.press(line, Qt.Key.Key_Return)
    assert list(not_before(office.stored, ways.plan.goal.code).values()) == [dt.date(2027, 3, 1)]


def test_what_is_missing_leads_to_its_field(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    asked = ways.plan.missing[0]
    group = ways.questions.groups[asked.subject_id]
    link = group.links[asked.fact.code]
    with office.bot.waitSignal(ways.page_wanted) as wanted:
        office.click(link)
    assert wanted.args is not None
    assert wanted.args[0] == asked.fact.page


def test_ways_that_are_closed_are_folded_with_their_reasons(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    assert ways.closed.fold_button.text() == f"{len(ways.plan.closed)} ways are not possible"
    assert not ways.closed.inside.isVisible()
    office.click(ways.closed.fold_button)
    assert ways.closed.inside.isVisible()
    named = [label.text() for label in ways.closed.inside.findChildren(SpeakingLabel)]
    assert all(english().speak(way.kind.label) in named for way in ways.plan.closed)
    office.click(ways.closed.fold_button)
    assert not ways.closed.inside.isVisible()


def test_another_goal_has_ways_of_its_own(office: Office) -> None:
    ways = opened(office).ways
    assert ways.plan is not None
    first, goals = ways.plan.goal, ways.goals.about
    assert goals.count() > 1
    goals.setCurrentIndex(1)
    goals.activated.emit(1)
    office.settle()
    assert ways.plan.goal.code == goals.itemData(1)
    assert ways.plan.goal != first


def test_another_case_has_other_ways_and_nothing_of_the_first_stays(office: Office) -> None:
    page = opened(office)
    page.ways.goals.code = "some other goal"
    other = replace(an_empty_case(), id="other")
    office.cases.by_id["other"] = other
    office.open_case.open(other)
    page.show_case(other)
    office.settle()
    assert page.ways.plan is not None
    assert page.ways.plan.goal.name == ""
    assert page.ways.goals.goal.text().startswith("No occupation is wished for yet.")
    assert list(page.ways.board.columns) == [WayKind.WORK]


@pytest.mark.parametrize("number", range(4))
def test_each_link_brings_its_section_into_sight(office: Office, number: int) -> None:
    page = opened(office)
    office.click(page.links.links[number])
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus is not page.links.links[number]


def test_the_page_leads_to_its_parts_by_name(office: Office) -> None:
    page = opened(office)
    page.go_to("calendar")
    assert page.ways.steps.view.hasFocus()
    page.go_to("ways")
    assert any(step.hasFocus() for step in page.ways.weights.rows[Aim.TIME].steps.values())


def test_the_keys_of_the_calendar_are_told(office: Office) -> None:
    page = opened(office)
    assert {"Up", "Left", "Shift+Left", "Delete"} <= {row.keys for row in page.key_rows}


def test_the_client_reads_the_steps_one_after_the_other(office: Office) -> None:
    page = opened(office)
    way = page.ways.shown_way
    assert way is not None
    office.click(page.ways.steps.client_button)
    assert page.cards is not None
    assert page.cards.isVisible()
    assert not page.scroll_area.isVisible()
    told = []
    for _step in way.steps:
        told.append(page.cards.shown().cards[0])
        office.click(page.cards.pane.next_button)
    assert [card.words.ours or card.words.theirs for card in told]
    assert all(card.drawing is not None for card in told)
    assert english().speak(way.steps[0].name) in told[0].words.told
    assert english().speak(way.leads_to) in page.cards.shown().cards[0].words.told
    office.click(page.cards.pane.next_button)
    assert page.scroll_area.isVisible()
    assert page.ways.steps.client_button.hasFocus()
