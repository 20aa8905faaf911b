"""The radar's labels lie within the picture, whatever their size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.kit.radar_shape import fit_radar, share_room

SIZES = st.lists(st.tuples(st.integers(10, 120), st.integers(15, 60)), min_size=3, max_size=12)


@given(SIZES, st.integers(420, 1200), st.integers(300, 900))
def test_no_label_leaves_the_picture(sizes: list[tuple[float, float]], width: int, height: int) -> None:
    shape = fit_radar(sizes, width, height)
    for corner, (wide, high) in zip(shape.labels, sizes, strict=True):
        assert corner.x >= -1
        assert corner.x + wide <= width + 1
        assert corner.y >= -1
        assert corner.y + high <= height + 1


def test_the_first_axis_points_up_and_the_next_follows_clockwise() -> None:
    shape = fit_radar([(40, 20)] * 4, 600, 600)
    assert shape.point(0, 1).y < shape.centre.y
    assert shape.point(1, 1).x > shape.centre.x
    assert shape.point(0, 0) == shape.centre


def test_short_labels_leave_room_for_a_larger_radar() -> None:
    assert fit_radar([(30, 20)] * 6, 500, 400).radius > fit_radar([(150, 20)] * 6, 500, 400).radius


def test_the_picture_leaves_the_legend_its_room_but_never_more_than_half() -> None:
    assert share_room(600, 300, 200) == (375, 300)
    assert share_room(400, 400, 200) == (200, 400)
    assert share_room(400, 400, 390) == (200, 400)
