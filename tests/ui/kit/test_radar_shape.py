"""The radar's labels lie within the picture, whatever their size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.kit.radar_shape import fit_most_axes, fit_radar

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


def test_as_many_axes_are_shown_as_can_be_read() -> None:
    long_words, room = [(120.0, 60.0)] * 8, (400, 240)
    crowded = fit_radar(long_words, *room)
    assert crowded.radius < 60
    shape = fit_most_axes(long_words, *room)
    assert 3 <= len(shape.labels) < 8
    assert shape.radius >= 44
    assert len(fit_most_axes([(60.0, 18.0)] * 8, 600, 400).labels) == 8


@given(SIZES, st.integers(260, 900), st.integers(200, 700))
def test_no_label_lies_upon_another_where_more_than_three_axes_are_shown(
    sizes: list[tuple[float, float]], width: int, height: int
) -> None:
    shape = fit_most_axes(sizes, width, height)
    boxes = [(at.x, at.y, *size) for at, size in zip(shape.labels, sizes, strict=False)]
    if len(boxes) > 3:
        for number, (x, y, wide, high) in enumerate(boxes):
            for left, top, width_2, height_2 in boxes[:number]:
                assert x >= left + width_2 or left >= x + wide or y >= top + height_2 or top >= y + high
