"""Clusters: nothing is lost, none touch, and the keys find their way among them."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.ui.kit.map_clusters import (
    Cluster,
    ClusterLevels,
    MapPoint,
    cluster_at,
    cluster_levels,
    holding,
    neighbour,
)

if TYPE_CHECKING:
    from random import Random

places = st.lists(st.tuples(st.integers(-300, 300), st.integers(-400, 400), st.integers(1, 50)), max_size=40)


def points_of(drawn: list[tuple[int, int, int]]) -> list[MapPoint]:
    return [MapPoint(x, y, count, f"Ort {number}", str(number)) for number, (x, y, count) in enumerate(drawn)]


@given(places)
def test_every_level_holds_every_course_and_every_place_once(drawn: list[tuple[int, int, int]]) -> None:
    levels = cluster_levels(points_of(drawn))
    for level in levels.levels:
        assert sum(cluster.count for cluster in level) == sum(count for _x, _y, count in drawn)
        assert sorted(key for cluster in level for key in cluster.keys) == sorted(str(n) for n in range(len(drawn)))
        assert [cluster.count for cluster in level] == sorted((one.count for one in level), reverse=True)


@given(places, st.floats(1, 350))
def test_no_two_clusters_touch(drawn: list[tuple[int, int, int]], reach: float) -> None:
    clusters = cluster_levels(points_of(drawn)).at(reach)
    for one, other in combinations(clusters, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= reach


def test_a_cluster_stands_where_its_largest_place_lies_and_is_named_after_it() -> None:
    small, large = MapPoint(0, 0, 2, "Dorf", "a"), MapPoint(2, 0, 9, "Stadt", "b")
    (cluster,) = cluster_levels([small, large]).at(10)
    assert cluster == Cluster(2, 0, 11, "Stadt", ("b", "a"))
    assert cluster.more == 1


@given(places, st.randoms())
def test_what_is_over_adds_up_on_every_level(drawn: list[tuple[int, int, int]], chance: Random) -> None:
    points = [replace(one, over=chance.randint(0, one.count)) for one in points_of(drawn)]
    for level in cluster_levels(points).levels:
        assert sum(cluster.over for cluster in level) == sum(one.over for one in points)
        assert all(cluster.over <= cluster.count for cluster in level)
        assert all(cluster.is_over is (cluster.over == cluster.count) for cluster in level)


def test_nothing_makes_an_empty_map() -> None:
    assert cluster_levels(()).is_empty
    assert ClusterLevels().at(50) == ()
    assert ClusterLevels().count == 0


@pytest.mark.parametrize(
    ("right", "down", "name"), [(1, 0, "east"), (-1, 0, "west"), (0, -1, "north"), (0, 1, "south")]
)
def test_the_arrows_walk_to_the_next_cluster_on_that_side(right: int, down: int, name: str) -> None:
    around = {"here": (0, 0), "east": (10, 3), "west": (-10, -2), "north": (1, -10), "south": (0, 10), "far": (60, 0)}
    clusters = [Cluster(x, y, 1, word, (word,)) for word, (x, y) in around.items()]
    assert neighbour(clusters, clusters[0], right, down).name == name


def test_at_the_rim_the_arrows_stay() -> None:
    alone = Cluster(0, 0, 1, "hier", ("a",))
    assert neighbour([alone], alone, 1, 0) is alone


def test_a_cluster_is_found_by_place_and_by_key() -> None:
    one, other = Cluster(0, 0, 1, "eins", ("a",)), Cluster(50, 0, 1, "zwei", ("b", "c"))
    assert cluster_at([one, other], 3, 4, 5) is one
    assert cluster_at([one, other], 3, 4, 4.9) is None
    assert holding([one, other], ("c", "x")) is other
    assert holding([one, other], ()) is None
