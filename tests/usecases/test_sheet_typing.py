"""Typing a sheet: one key a line, back and forth, and numbers of a ranking as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.instrument import Item
from iq_desktop.domain.sheet_lines import SheetLine
from iq_desktop.usecases.sheet_typing import SheetTyping, go_back, go_to_line, press_box, read_numbers

LINES = tuple(SheetLine(number, "cards", Item(f"c{number}"), (1, 2, 3)) for number in range(1, 7))


def typed(*keys: int) -> SheetTyping:
    state = SheetTyping(LINES)
    for key in keys:
        state = press_box(state, key)
    return state


def test_each_key_goes_on_to_the_next_line() -> None:
    state = typed(3, 0, 1)
    assert state.present == LINES[3]
    assert state.ticked == {1: 3, 3: 1}
    assert state.answered == 2


def test_a_key_without_a_box_waits_for_another() -> None:
    assert typed(9) == SheetTyping(LINES)
    assert typed(1, 7).present == LINES[1]


def test_one_goes_back_and_presses_again() -> None:
    state = press_box(go_back(typed(3, 3)), 1)
    assert state.ticked == {1: 3, 2: 1}
    assert go_back(SheetTyping(LINES)).at == 0
    assert go_to_line(state, 5).present == LINES[4]
    assert go_to_line(state, 99) == state


def test_behind_the_last_line_nothing_is_awaited() -> None:
    state = typed(1, 1, 1, 1, 1, 1)
    assert state.present is None
    assert press_box(state, 1) == state


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("4, 2 6", (4, 2, 6)),
        ("1.2.3", (1, 2, 3)),
        ("", ()),
        ("4 4", None),
        ("9", None),
        ("1 2 3 4", None),
        ("drei", None),
    ],
)
def test_numbers_of_a_ranking_are_read_as_people_write_them(words: str, numbers: tuple[int, ...] | None) -> None:
    assert read_numbers(words, LINES, most=3) == numbers


@given(st.lists(st.integers(-1, 9), max_size=30))
def test_whatever_is_pressed_no_line_gets_a_box_that_it_does_not_have(keys: list[int]) -> None:
    state = typed(*keys)
    assert set(state.ticked.values()) <= {1, 2, 3}
    assert 0 <= state.at <= len(LINES)
