"""Cards, fields and columns get their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.kit.columns import pair_fields, share_width, split_columns


def test_cards_are_split_so_that_the_taller_column_is_low() -> None:
    assert split_columns([300, 100, 100, 100]) == 1
    assert split_columns([100, 100, 300]) == 2
    assert split_columns([100]) == 1
    assert split_columns([]) == 0


def test_two_narrow_fields_share_a_line() -> None:
    assert pair_fields([100, 100, 400, 100, 100, 100], 300, 16) == [[0, 1], [2], [3, 4], [5]]


def test_no_field_is_paired_where_the_room_is_narrow() -> None:
    assert pair_fields([160, 160], 300, 16) == [[0], [1]]


def test_spare_room_goes_by_weight() -> None:
    assert share_width([100, 100], [3, 1], 400) == [250, 150]


def test_the_widest_column_gives_where_room_lacks() -> None:
    assert share_width([80, 400, 90], [1, 1, 1], 300) == [80, 130, 90]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8), st.integers(50, 2000))
def test_columns_always_fill_the_room(needs: list[int], room: int) -> None:
    shares = share_width(needs, [1] * len(needs), room)
    assert sum(shares) == room
    if room >= sum(needs):
        assert all(share >= need for share, need in zip(shares, needs, strict=True))
