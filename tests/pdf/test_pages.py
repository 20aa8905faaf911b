"""Pieces onto pages: nothing lost, nothing alone, heads repeated."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.pdf.pages import Group, Item, Placed, paginate
from iq_desktop.pdf.pieces import Cell, Grid, Panel, Row, Space, Stack

if TYPE_CHECKING:
    from iq_desktop.pdf.paper import Paper

WIDTH = 100.0


@dataclass(frozen=True)
class Slab:
    """A piece that parts anywhere, from one point up."""

    height: float
    name: str = ""

    def measure(self, width: float) -> float:
        assert width > 0
        return self.height

    def split(self, width: float, height: float) -> tuple[Slab, Slab] | None:
        assert width > 0
        return (Slab(height, self.name), Slab(self.height - height, self.name)) if 1 <= height < self.height else None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw nothing."""


def heights(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.piece.measure(WIDTH) for placed in page] for page in pages]


def test_pieces_follow_each_other_with_their_spaces() -> None:
    pages = paginate([Item(Space(10), 5), Item(Space(20), 7)], WIDTH, 100, 100)
    assert [placed.y for placed in pages[0]] == [0, 17]


def test_what_does_not_fit_is_parted_or_goes_to_the_next_page() -> None:
    assert heights(paginate([Item(Space(60)), Item(Space(60))], WIDTH, 100, 100)) == [[60], [60]]
    assert heights(paginate([Item(Space(60)), Item(Slab(250))], WIDTH, 100, 120)) == [[60, 40], [120], [90]]


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    items = [Item(Space(60)), Item(Space(20), keeps_next=True), Item(Space(50))]
    assert heights(paginate(items, WIDTH, 100, 100)) == [[60], [20, 50]]


def test_headings_below_each_other_go_with_what_follows_them() -> None:
    heads = [Item(Space(20), keeps_next=True), Item(Space(10), 5, keeps_next=True)]
    assert heights(paginate([Item(Space(50)), *heads, Item(Space(30))], WIDTH, 100, 100)) == [[50], [20, 10, 30]]
    group = Group((*heads, Item(Slab(200))))
    assert heights(paginate([Item(Space(50)), group], WIDTH, 120, 120)) == [[50], [20, 10, 85], [115]]
    assert heights(paginate([Item(Space(50)), *heads], WIDTH, 100, 100)) == [[50, 20, 10]]


def test_what_stands_at_the_foot_stands_low_and_headings_share_the_rest() -> None:
    items = [Item(Space(20)), Item(Space(10), keeps_next=True), Item(Space(10)), Item(Space(20), stands_at_foot=True)]
    assert [placed.y for placed in paginate(items, WIDTH, 400, 400)[0]] == [0, 36, 46, 380]
    assert [placed.y for placed in paginate(items, WIDTH, 110, 110)[0]] == [0, 30, 40, 90]
    assert [placed.y for placed in paginate(items[:3], WIDTH, 400, 400)[0]] == [0, 20, 30]


def test_a_heading_directly_below_another_one_stays_near_it() -> None:
    heads = [Item(Space(10), keeps_next=True), Item(Space(10), keeps_next=True)]
    items = [Item(Space(20)), *heads, Item(Space(10)), Item(Space(20), stands_at_foot=True)]
    assert [placed.y for placed in paginate(items, WIDTH, 400, 400)[0]] == [0, 36, 46, 56, 380]


def test_what_leads_gets_no_room_of_its_own() -> None:
    lead = Item(Space(10), keeps_next=True, opens=False)
    items = [Item(Space(20)), lead, Item(Space(10)), Item(Space(20), stands_at_foot=True)]
    assert [placed.y for placed in paginate(items, WIDTH, 400, 400)[0]] == [0, 20, 30, 380]


def test_short_words_between_a_heading_and_its_table_stay_with_it() -> None:
    heading, lead, told = Item(Space(20), keeps_next=True), Item(Space(10), 5), Item(table(20, 20))
    assert heights(paginate([Item(Space(40)), heading, lead, told], WIDTH, 85, 100)) == [[40], [20, 10, 50]]
    assert heights(paginate([Item(Space(40)), heading, lead, lead, told], WIDTH, 100, 100)) == [[40], [20, 10, 10, 50]]
    assert heights(paginate([Item(Space(40)), heading, lead, Item(Slab(80))], WIDTH, 100, 100)) == [
        [40, 20, 10, 25],
        [55],
    ]
    assert heights(paginate([Item(Space(60)), lead, told], WIDTH, 85, 100)) == [[60, 10], [50]]


def test_lines_to_sign_on_never_stand_on_a_page_alone() -> None:
    sign = Item(Space(30), stands_at_foot=True)
    assert heights(paginate([Item(Space(40)), Item(table(*(10,) * 5)), sign], WIDTH, 100, 100)) == [[40, 40], [30, 30]]
    assert heights(paginate([Item(Space(50)), Item(Space(40)), sign], WIDTH, 100, 100)) == [[50], [40, 30]]
    heading = Item(Space(10), keeps_next=True)
    assert heights(paginate([Item(Space(50)), heading, Item(Space(30), 5), sign], WIDTH, 100, 100)) == [
        [50],
        [10, 30, 30],
    ]
    assert heights(paginate([Item(Space(90)), sign], WIDTH, 100, 100)) == [[90], [30]]
    assert heights(paginate([heading, Item(Space(85)), sign], WIDTH, 100, 100)) == [[10, 85], [30]]
    pages = paginate([Item(Space(50)), heading, Item(Space(30), 5), sign], WIDTH, 100, 200)
    assert [placed.y for placed in pages[1]] == [0, 15, 170]


def test_what_grows_takes_the_room_that_is_left_or_none() -> None:
    items = [Item(Space(30)), Item(Space(20), 5, grow=Space), Item(Space(10), 5)]
    assert heights(paginate(items, WIDTH, 100, 100)) == [[30, 50, 10]]
    assert heights(paginate(items, WIDTH, 60, 60)) == [[30, 10]]


def test_a_heading_goes_with_the_group_that_follows() -> None:
    items: list[Item | Group] = [
        Item(Space(50)),
        Item(Space(20), keeps_next=True),
        Group((Item(Space(30)), Item(Space(40)))),
    ]
    assert heights(paginate(items, WIDTH, 100, 100)) == [[50], [20, 30, 40]]


def test_a_group_stays_on_one_page_where_it_fits_on_one() -> None:
    group = Group((Item(Slab(30)), Item(Slab(40))))
    assert heights(paginate([Item(Space(50)), group], WIDTH, 100, 100)) == [[50], [30, 40]]
    large = Group((Item(Slab(90)), Item(Slab(90))))
    assert heights(paginate([Item(Space(50)), large], WIDTH, 100, 100)) == [[50, 50], [40, 60], [30]]


def test_something_higher_than_a_page_ends_nevertheless() -> None:
    assert heights(paginate([Item(Space(10)), Item(Space(300)), Item(Space(10))], WIDTH, 100, 100)) == [
        [10],
        [300],
        [10],
    ]


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(0, 20), st.booleans()), max_size=12))
def test_nothing_is_lost_and_no_page_is_overfull(sizes: list[tuple[float, float, bool]]) -> None:
    items = [Item(Slab(height), space, keeps) for height, space, keeps in sizes]
    pages = paginate(items, WIDTH, 80, 120)
    assert sum(map(sum, heights(pages))) == pytest.approx(sum(height for height, _, _ in sizes))
    for number, page in enumerate(pages):
        for placed, following in pairwise(page):
            assert placed.y + placed.piece.measure(WIDTH) <= following.y + 0.01
        if page:
            assert page[-1].y + page[-1].piece.measure(WIDTH) <= (120 if number else 80) + 0.1


def table(*row_heights: float) -> Grid:
    rows = (Row((Cell(Space(10)),)), *(Row((Cell(Slab(height)),)) for height in row_heights))
    return Grid((1.0,), rows, head=1, padding=0)


def test_a_table_repeats_its_head() -> None:
    parts = table(20, 20, 20, 20, 20).split(WIDTH, 55)
    assert parts
    assert [part.measure(WIDTH) for part in parts] == [50, 70]


def test_a_table_never_leaves_its_last_row_alone() -> None:
    parts = table(20, 20, 20, 20, 20).split(WIDTH, 95)
    assert parts
    assert [part.measure(WIDTH) for part in parts] == [70, 50]


def test_a_row_higher_than_a_page_is_parted() -> None:
    parts = table(300, 20).split(WIDTH, 100)
    assert parts
    assert [part.measure(WIDTH) for part in parts] == [100, 240]


def test_a_low_row_is_never_parted_also_the_first_one() -> None:
    assert table(60).split(WIDTH, 40) is None
    items = [Item(Space(60)), Item(Space(10), keeps_next=True), Item(table(60, 20))]
    assert heights(paginate(items, WIDTH, 120, 120)) == [[60], [10, 90]]


def test_a_table_without_room_for_a_row_goes_to_the_next_page() -> None:
    assert Grid((1.0,), (Row((Cell(Space(50)),)),), padding=0).split(WIDTH, 40) is None


def test_a_cell_over_two_columns_is_as_wide_as_both() -> None:
    widths: list[float] = []

    @dataclass(frozen=True)
    class Ruler(Slab):
        def measure(self, width: float) -> float:
            widths.append(round(width, 3))
            return self.height

    Grid((0.5, 0.25, 0.25), (Row((Cell(Ruler(1)), Cell(Ruler(1), 2))),), gap=10, padding=0).measure(WIDTH)
    assert widths == [40, 50]


def test_stacks_and_panels_part_within() -> None:
    parts = Panel(Stack((Slab(30), Slab(30)), gap=5), "#ffffff", padding=10).split(WIDTH, 60)
    assert parts
    assert [part.measure(WIDTH) for part in parts] == [60, 45]
