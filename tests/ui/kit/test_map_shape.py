"""Places on a plane: distances are those of the earth, zoom and drawing keep what they should."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.course import Place, distance_km
from iq_desktop.ui.kit.map_shape import GERMANY, Extent, extent_of, project, whole_view

if TYPE_CHECKING:
    from iq_desktop.ui.kit.map_shape import MapView

latitudes = st.floats(47.2, 55.1)
longitudes = st.floats(5.8, 15.1)
pixels = st.floats(0, 400)


@given(latitudes, longitudes, st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_distances_on_the_plane_are_those_of_the_earth(
    latitude: float, longitude: float, north: float, east: float
) -> None:
    other = (min(max(latitude + north, 47.2), 55.1), min(max(longitude + east, 5.8), 15.1))
    here, there = project(latitude, longitude), project(*other)
    real = distance_km(Place("", "", latitude, longitude), Place("", "", *other))
    assert math.dist(here, there) == pytest.approx(real, rel=0.004, abs=0.05)


def test_north_is_up_and_east_is_right() -> None:
    assert project(54, 10)[1] < project(48, 10)[1]
    assert project(51, 7)[0] < project(51, 14)[0]
    assert project(51, 10.5) == pytest.approx((0, 0), abs=1e-6)


def test_all_of_germany_lies_in_the_whole_view() -> None:
    view = whole_view(400, 560)
    for corner in ((47.3, 10.2), (54.9, 8.3), (51.05, 5.9), (51.3, 15.0)):
        x, y = view.on_screen(*project(*corner))
        assert 0 <= x <= 400
        assert 0 <= y <= 560


def test_no_points_mean_germany() -> None:
    assert extent_of(()) is GERMANY
    assert extent_of(((1, 2), (5, -3))) == Extent(1, -3, 5, 2)


def near(view: MapView) -> MapView:
    return view.showing(Extent(-20, -20, 20, 20))


@given(pixels, pixels, st.floats(1, 3))
def test_zooming_keeps_what_is_under_the_mouse(left: float, top: float, factor: float) -> None:
    view = near(whole_view(400, 400))
    before = view.on_plane(left, top)
    after = view.zoomed(factor, left, top)
    assert after.on_plane(left, top) == pytest.approx(before, abs=1e-6)


@given(st.floats(-200, 200), st.floats(-200, 200))
def test_drawing_moves_what_is_seen_along(right: float, down: float) -> None:
    view = near(whole_view(400, 400))
    x, y = view.on_screen(0, 0)
    assert view.moved(right, down).on_screen(0, 0) == pytest.approx((x + right, y + down), abs=1e-6)


@given(st.lists(st.floats(0.2, 5), max_size=12), st.floats(-9000, 9000))
def test_nobody_gets_lost_at_sea(factors: list[float], far: float) -> None:
    view = whole_view(300, 500)
    for factor in factors:
        view = view.zoomed(factor).moved(far, -far)
    assert view.scale >= view.least_scale
    assert GERMANY.left <= view.x <= GERMANY.right
    assert GERMANY.top <= view.y <= GERMANY.bottom


def test_another_size_keeps_all_in_sight_or_the_scale() -> None:
    whole = whole_view(300, 500)
    assert whole.sized(600, 400) == whole_view(600, 400)
    close = near(whole)
    assert close.sized(600, 400).scale == close.scale
    assert close.sized(600, 400).x == close.x
