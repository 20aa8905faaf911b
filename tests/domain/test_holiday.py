"""Public holidays: Easter by three ways of counting, and the days of single Länder."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.holiday import Land, easter_sunday
from tests.support.procedure_law import the_law
from tests.support.procedures import day

CALENDAR = the_law().calendar


@pytest.mark.parametrize(
    "easter", ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
)
def test_easter_is_where_calendars_print_it(easter: str) -> None:
    assert easter_sunday(day(easter).year) == day(easter)


@given(st.integers(1700, 2400))
def test_easter_is_the_sunday_after_the_full_moon_of_spring(year: int) -> None:
    assert easter_sunday(year) == _easter_by_gauss(year)
    assert easter_sunday(year).isoweekday() == 7


@pytest.mark.parametrize(
    ("on", "land", "is_free"),
    [
        ("2026-01-01", None, True),
        ("2026-04-03", None, True),  # Good Friday
        ("2026-05-14", None, True),  # Ascension, 39 days after 5 April
        ("2026-01-06", Land.BAVARIA, True),
        ("2026-01-06", Land.BERLIN, False),
        ("2026-01-06", None, False),  # where the Land is not known, only what all keep
        ("2026-03-08", Land.BERLIN, True),
        ("2018-03-08", Land.BERLIN, False),
        ("2026-06-04", Land.NORTH_RHINE, True),  # Corpus Christi, 60 days after 5 April
        ("2026-06-04", Land.SAXONY, False),  # only in some communities: a day is never told too late
        ("2026-08-15", Land.SAARLAND, True),
        ("2026-08-15", Land.BAVARIA, False),
        ("2026-10-31", Land.SAXONY, True),
        ("2026-10-31", Land.BAVARIA, False),
        ("2026-11-18", Land.SAXONY, True),  # the Wednesday before 23 November, which is a Monday
        ("2022-11-16", Land.SAXONY, True),  # 23 November 2022 is itself a Wednesday
        ("2022-11-23", Land.SAXONY, False),
        ("2026-12-24", Land.BERLIN, False),
    ],
)
def test_a_day_is_free_where_it_is_kept(on: str, land: Land | None, is_free: bool) -> None:
    assert CALENDAR.in_land(land)(day(on)) is is_free


@pytest.mark.parametrize("land", Land)
def test_every_land_keeps_the_nine_days_that_all_keep_and_at_most_six_more(land: Land) -> None:
    days = {one.in_year(2027) for one in CALENDAR.holidays if one.is_kept_in(land)} - {None}
    everywhere = {one.in_year(2027) for one in CALENDAR.holidays if one.is_kept_in(None)}
    assert len(everywhere) == 9
    assert everywhere <= days
    assert len(days) <= 15


def test_no_day_is_told_as_checked() -> None:
    assert not CALENDAR.verified


def _easter_by_gauss(year: int) -> dt.date:
    """Count as Gauss did, with the exceptions that he added."""
    century = year // 100
    moon = (15 + century - century // 4 - (8 * century + 13) // 25) % 30
    sunday = (4 + century - century // 4) % 7
    spring = (19 * (year % 19) + moon) % 30
    week = (2 * (year % 4) + 4 * (year % 7) + 6 * spring + sunday) % 7
    if (spring, week) == (29, 6):
        return dt.date(year, 4, 19)
    if (spring, week) == (28, 6) and (11 * moon + 11) % 30 < 19:
        return dt.date(year, 4, 18)
    return dt.date(year, 3, 22) + dt.timedelta(days=spring + week)
