"""The geometry of the line of life."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.biography import LifeKind
from iq_desktop.domain.life_line import Bar, Source, life_line
from iq_desktop.domain.partial_date import PartialDate, partial_date_from
from iq_desktop.ui.screens.parts.life_shape import Grip, Scale, box_at, boxes_of, dragged, grip_at, height_of, step_of
from tests.domain.test_life_line import a_life
from tests.support.builders import TODAY


def a_bar(begun: str, ended: str | None) -> Bar:
    first = partial_date_from(begun)
    last = partial_date_from(ended) if ended else None
    end = last.latest if last else TODAY
    return Bar(Source.WORK, "1", LifeKind.WORK, "Arbeit", "", first, last, first.earliest, end)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2029, 12, 31)), st.integers(300, 2000))
def test_days_lie_in_their_year_and_in_order(day: dt.date, width: int) -> None:
    scale = Scale(1990, 2029, width)
    year, hair = width / 40, 1e-9  # fractions of a pixel are rounded
    assert (day.year - 1990) * year - hair <= scale.x_of(day) <= (day.year - 1989) * year + hair
    assert scale.x_of(day) <= scale.x_of(day + dt.timedelta(days=1)) or day == dt.date(2029, 12, 31)


def test_only_years_with_room_are_named() -> None:
    assert Scale(2000, 2009, 600).years() == tuple(range(2000, 2010))
    assert Scale(1990, 2029, 600).years() == tuple(range(1990, 2030, 5))
    assert Scale(1990, 2029, 600).years(2.0) == (1990, 2000, 2010, 2020)


@pytest.mark.parametrize(
    ("begun", "ended", "grip", "months", "result"),
    [
        ("2010", "2012", Grip.WHOLE, 12, ("2011", "2013")),
        ("2010-05", "2012-05", Grip.WHOLE, 2, ("2010-07", "2012-07")),
        ("2010-05", "2012-05", Grip.BEGIN, -5, ("2009-12", "2012-05")),
        ("2010-05", "2012-05", Grip.BEGIN, 50, ("2010-05", "2012-05")),
        ("2010-05", "2012-05", Grip.END, 7, ("2010-05", "2012-12")),
        ("2010-05", "2012-05", Grip.END, -90, ("2010-05", "2010-05")),
        ("2010", "2012-05", Grip.WHOLE, 4, ("2010", "2012-05")),
        ("2010", "2012-05", Grip.WHOLE, 7, ("2011", "2013-05")),
        ("2010-05", "2012", Grip.WHOLE, -12, ("2009-05", "2011")),
        ("1980/1980-02", None, Grip.WHOLE, -6, ("1980/1980-02", None)),
        ("1980/1980-02", "1985", Grip.BEGIN, -20, ("1978/1978-02", "1985")),
        ("2010-05", None, Grip.WHOLE, 1, ("2010-06", None)),
        ("2010-05", None, Grip.END, -12, ("2010-05", f"{TODAY.year - 1}-{TODAY.month:02}")),
    ],
)
def test_a_drag_moves_what_is_held(
    begun: str, ended: str | None, grip: Grip, months: int, result: tuple[str, str | None]
) -> None:
    first, last = dragged(a_bar(begun, ended), grip, months)
    assert (first.code(), last.code() if last else None) == result


@pytest.mark.parametrize(
    ("begun", "ended", "grip", "months"),
    [
        ("2010-05", "2012", Grip.WHOLE, 12),
        ("2010", "2012-05", Grip.WHOLE, 12),
        ("2010-05", "2012-05", Grip.WHOLE, 1),
        ("2010", "2012-05", Grip.END, 1),
        ("2010-05", "[2012-05,2013]", Grip.END, 12),
        ("2010-05", None, Grip.WHOLE, 1),
    ],
)
def test_a_key_moves_by_what_is_known_of_both_ends(begun: str, ended: str | None, grip: Grip, months: int) -> None:
    assert step_of(a_bar(begun, ended), grip) == months


def test_a_bar_is_found_and_held_where_one_points() -> None:
    line = life_line(a_life(), TODAY)
    scale = Scale(line.first_year, line.last_year, 900)
    boxes = boxes_of(line, scale)
    shop = next(box for box in boxes if box.bar.id == "shop")
    assert box_at(boxes, shop.x + shop.width / 2, shop.y + 5) is shop
    assert box_at(boxes, shop.x, 0) is None
    held = [grip_at(shop, shop.x + 1), grip_at(shop, shop.x + shop.width - 1), grip_at(shop, shop.x + shop.width / 2)]
    assert held == [Grip.BEGIN, Grip.END, Grip.WHOLE]
    assert max(box.y + box.height for box in boxes) < height_of(line)


def test_what_is_beyond_doubt_lies_inside_the_bar() -> None:
    line = life_line(a_life(), TODAY)
    for box in boxes_of(line, Scale(line.first_year, line.last_year, 900)):
        assert box.x <= box.sure_left <= box.sure_right <= box.x + box.width


def test_a_pair_of_dates_moves_as_one() -> None:
    begun, _ended = dragged(a_bar("[2010-05,2011-05]", None), Grip.WHOLE, 1)
    assert begun.code() == "[2010-06,2011-06]"
    assert isinstance(begun, PartialDate)
