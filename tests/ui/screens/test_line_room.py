"""The words of a line: nothing is cut that would fit somewhere in the line, and nothing lies upon another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.screens.parts.line_room import GAP, EndPlace, LineRoom, share_room

_WIDTHS = st.integers(0, 900)


@pytest.mark.parametrize(
    ("title", "subtitle", "end", "wanted"),
    [
        (100, 100, 80, LineRoom(308, 308, EndPlace.MIDDLE)),
        (350, 100, 80, LineRoom(400, 308, EndPlace.BELOW)),
        (350, 390, 80, LineRoom(400, 308, EndPlace.BELOW)),
        (100, 390, 80, LineRoom(308, 400, EndPlace.ABOVE)),
        (900, 0, 80, LineRoom(308, 308, EndPlace.MIDDLE)),
        (900, 900, 0, LineRoom(400, 400, EndPlace.MIDDLE)),
    ],
)
def test_the_end_gives_way(title: int, subtitle: int, end: int, wanted: LineRoom) -> None:
    assert share_room(400, title, subtitle, end) == wanted


@given(st.integers(100, 900), _WIDTHS, _WIDTHS, st.integers(0, 80))
def test_nothing_lies_upon_another_and_the_title_comes_first(room: int, title: int, subtitle: int, end: int) -> None:
    shared = share_room(room, title, subtitle, end)
    taken = end + GAP if end else 0
    beside_title = shared.end is not EndPlace.BELOW
    beside_subtitle = shared.end is not EndPlace.ABOVE
    assert shared.title + (taken if beside_title else 0) <= max(room, taken)
    assert shared.subtitle + (taken if beside_subtitle else 0) <= max(room, taken)
    if subtitle and title <= room:
        assert title <= shared.title
    if title <= room - taken and subtitle <= room:
        assert subtitle <= shared.subtitle
