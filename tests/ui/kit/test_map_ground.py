"""The ground of the map and its names: towns come in the order of their weight, names cover nothing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.course import Place
from iq_desktop.ui.kit.map_clusters import Cluster
from iq_desktop.ui.kit.map_ground import ground_of
from iq_desktop.ui.kit.map_labels import Box, Name, place_names
from iq_desktop.ui.kit.map_shape import GERMANY, project
from iq_desktop.ui.kit.map_words import cluster_words, short_count, whole_words
from tests.support.course_crowd import some_towns
from tests.support.tongues import english

room = st.floats(0, 380)


def test_large_towns_come_first_then_those_with_many_codes() -> None:
    places = [Place("1", "Adorf", 50, 9), Place("2", "Bstadt", 51, 9), Place("3", "Bstadt", 51.1, 9)]
    places += [Place("4", "Köln", 50.9, 6.9), Place("5", "Berlin", 52.5, 13.4)]
    ground = ground_of(places)
    assert [town.name for town in ground.towns] == ["Berlin", "Köln", "Bstadt", "Adorf"]
    assert (ground.towns[0].x, ground.towns[0].y) == project(52.5, 13.4)


def test_few_places_make_points_and_many_make_land() -> None:
    few = ground_of(some_towns())
    assert few.land == ()
    assert few.whole == GERMANY
    assert len(few.places) > 150
    many = ground_of([Place(str(n), "Ort", 48 + (n % 60) / 10, 8 + (n // 60) / 12) for n in range(3000)])
    assert 1000 < len(many.land) < 3000
    assert all(many.whole.left < x < many.whole.right for x, _y in many.places)


def test_no_places_make_an_empty_ground() -> None:
    ground = ground_of(())
    assert (ground.land, ground.places, ground.towns, ground.whole) == ((), (), (), GERMANY)


@given(st.lists(st.tuples(room, room, st.floats(10, 90)), max_size=40), st.lists(st.tuples(room, room), max_size=8))
def test_names_lie_inside_and_cover_neither_each_other_nor_what_is_there(
    drawn: list[tuple[float, float, float]], there: list[tuple[float, float]]
) -> None:
    names = [Name(str(number), x, y, width, 14, 4) for number, (x, y, width) in enumerate(drawn)]
    taken = [Box(x, y, 30, 30) for x, y in there]
    placed = place_names(names, taken, 400, 400, 12)
    assert len(placed) <= 12
    for one in placed:
        assert one.box.lies_in(400, 400)
        assert not any(one.box.meets(box) for box in taken)
    assert not any(one.box.meets(other.box) for one, other in combinations(placed, 2))


def test_a_name_goes_to_the_other_side_where_the_right_one_is_taken() -> None:
    name = Name("Köln", 200, 200, 40, 14, 5)
    assert place_names([name], [], 400, 400, 5)[0].box.left == 205
    assert place_names([name], [Box(206, 190, 20, 20)], 400, 400, 5)[0].box.left == 155
    everywhere = [Box(0, 0, 400, 400)]
    assert place_names([name], everywhere, 400, 400, 5) == ()


@pytest.mark.parametrize(("count", "words"), [(1, "1"), (999, "999"), (1234, "1.2k"), (9951, "10k"), (123456, "123k")])
def test_numbers_have_room_in_a_circle(count: int, words: str) -> None:
    assert short_count(count) == words


def test_clusters_are_told_in_words() -> None:
    tongue = english()
    one, many = Cluster(0, 0, 1, "Gera", ("a",)), Cluster(0, 0, 34, "Köln", ("a", "b", "c"))
    assert tongue.speak(cluster_words(one)) == "Gera, 1 course"
    assert tongue.speak(cluster_words(many, 12.4)) == "Köln and 2 more places, 12 km, 34 courses"
    assert tongue.speak(whole_words((), 0)) == "There is no course with a place on the map."
    assert tongue.speak(whole_words((many, one), 35)) == (
        "35 courses on the map. Most of them: Köln and 2 more places, 34 courses; Gera, 1 course."
    )
