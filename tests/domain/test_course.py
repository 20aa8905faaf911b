"""How far away a course is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.course import Place, distance_km

BERLIN = Place("10117", "Berlin", 52.5170, 13.3889)
places = st.builds(Place, st.just(""), st.just(""), st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("other", "km"),
    [
        (Place("20095", "Hamburg", 53.5503, 10.0007), 255),
        (Place("80331", "München", 48.1372, 11.5755), 504),
        (BERLIN, 0),
    ],
)
def test_known_distances(other: Place, km: float) -> None:
    assert distance_km(BERLIN, other) == pytest.approx(km, abs=2)


@given(places, places)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(one: Place, two: Place) -> None:
    there = distance_km(one, two)
    assert there == pytest.approx(distance_km(two, one), abs=1e-6)
    assert 0 <= there <= 20_016


@given(places, places, places)
def test_a_detour_is_never_shorter(one: Place, two: Place, three: Place) -> None:
    assert distance_km(one, three) <= distance_km(one, two) + distance_km(two, three) + 1e-3
