"""The geometry of the calendar of a way."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.screens.parts.way_shape import (
    MonthScale,
    WayBar,
    WayLine,
    box_at,
    boxes_of,
    dropped,
    height_of,
    moved_by_key,
    scale_of,
    title_place,
)
from iq_desktop.wording.text import as_it_is

TODAY = dt.date(2026, 11, 3)
DAYS = st.dates(dt.date(2026, 11, 1), dt.date(2029, 12, 31))


def a_bar(first: dt.date, last: dt.date, late: dt.date | None = None, code: str = "one") -> WayBar:
    return WayBar(code, as_it_is(code), "work", first, last, late or last)


@given(DAYS, st.integers(200, 2000), st.booleans())
def test_days_lie_in_order_on_the_picture(day: dt.date, width: int, is_mirrored: bool) -> None:
    scale = MonthScale(dt.date(2026, 11, 1), 40, width, is_mirrored)
    here, after = scale.x_of(day), scale.x_of(day + dt.timedelta(days=1))
    assert 0 <= here <= width
    assert here >= after if is_mirrored else here <= after


@given(DAYS, st.integers(200, 2000))
def test_mirrored_is_the_same_picture_from_the_other_side(day: dt.date, width: int) -> None:
    usual, mirrored = (MonthScale(dt.date(2026, 11, 1), 40, width, is_it) for is_it in (False, True))
    assert usual.x_of(day) + mirrored.x_of(day) == pytest.approx(width)
    assert usual.days_of(50) == -mirrored.days_of(50)


def test_what_lies_outside_is_put_to_the_edge() -> None:
    scale = MonthScale(dt.date(2027, 1, 1), 12, 600)
    assert scale.x_of(dt.date(2026, 5, 5)) == 0
    assert scale.x_of(dt.date(2031, 5, 5)) == 600


def test_only_months_with_room_are_named_and_every_year_is() -> None:
    wide, narrow = MonthScale(dt.date(2026, 11, 1), 15, 900), MonthScale(dt.date(2026, 11, 1), 15, 200)
    assert [day.month for day in wide.marks()] == [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1]
    assert [day.month for day in narrow.marks()] == [1, 4, 7, 10, 1]
    assert [day.month for day in wide.marks(100)] == [11, 1, 3, 5, 7, 9, 11, 1]
    assert narrow.years() == (dt.date(2026, 11, 1), dt.date(2027, 1, 1), dt.date(2028, 1, 1))


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 500), st.integers(0, 200)), max_size=8),
    st.integers(200, 1500),
    st.booleans(),
)
def test_every_bar_lies_in_its_lane_inside_the_picture(
    spans: list[tuple[dt.date, int, int]], width: int, is_mirrored: bool
) -> None:
    bars = tuple(
        a_bar(first, last := first + dt.timedelta(days=days), last + dt.timedelta(days=more), str(at))
        for at, (first, days, more) in enumerate(spans)
    )
    line = WayLine(bars, TODAY, hoped=dt.date(2028, 5, 1))
    boxes = boxes_of(line, scale_of(line, width, is_mirrored=is_mirrored))
    assert [box.bar for box in boxes] == list(bars)
    for before, box in zip((None, *boxes), boxes, strict=False):
        assert -0.001 <= box.x <= box.sure_left <= box.sure_right <= box.x + box.width + 0.001
        assert box.x + box.width <= width + 0.001
        assert box.y + box.height <= height_of(line)
        assert before is None or before.y + before.height < box.y
        assert box_at(boxes, box.x + box.width / 2, box.y + 3) == box


def test_the_scale_shows_steps_today_and_the_hoped_for_day() -> None:
    line = WayLine((a_bar(dt.date(2027, 2, 3), dt.date(2027, 3, 3)),), TODAY, hoped=dt.date(2028, 1, 10))
    scale = scale_of(line, 500)
    assert scale.first == dt.date(2026, 11, 1)
    assert 0 <= scale.x_of(TODAY) < scale.x_of(dt.date(2028, 1, 10)) < 500


@pytest.mark.parametrize(
    ("days", "result"),
    [
        (10, dt.date(2027, 2, 13)),
        (27, dt.date(2027, 3, 1)),
        (25, dt.date(2027, 3, 1)),
        (28, dt.date(2027, 3, 1)),
        (32, dt.date(2027, 3, 7)),
        (-400, TODAY),
    ],
)
def test_a_drag_ends_on_the_first_of_a_month_that_is_near_and_never_before_today(days: int, result: dt.date) -> None:
    assert dropped(a_bar(dt.date(2027, 2, 3), dt.date(2027, 5, 3)), days, TODAY) == result


@pytest.mark.parametrize(
    ("steps", "by_month", "result"),
    [
        (1, False, dt.date(2027, 2, 10)),
        (-1, False, dt.date(2027, 1, 27)),
        (1, True, dt.date(2027, 3, 1)),
        (-1, True, dt.date(2027, 2, 1)),
        (-2, True, dt.date(2027, 1, 1)),
        (-9, True, TODAY),
    ],
)
def test_keys_move_by_weeks_and_to_the_beginnings_of_months(steps: int, by_month: bool, result: dt.date) -> None:
    bar = a_bar(dt.date(2027, 2, 3), dt.date(2027, 5, 3))
    assert moved_by_key(bar, steps, TODAY, by_month=by_month) == result


def test_a_name_that_would_leave_the_picture_is_moved_in() -> None:
    line = WayLine((a_bar(dt.date(2027, 11, 3), dt.date(2027, 12, 3)),), TODAY)
    for is_mirrored in (False, True):
        box = boxes_of(line, scale_of(line, 500, is_mirrored=is_mirrored))[0]
        x, room = title_place(box, 220, 500, is_mirrored=is_mirrored)
        assert room == 220
        assert x >= 0
        assert x + room <= 500
        assert title_place(box, 900, 500, is_mirrored=is_mirrored) == (0.0, 500)
