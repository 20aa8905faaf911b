"""Dates and numbers are read as people write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.wording.reading import MisreadError, read_date_parts, read_day, read_number

TODAY = dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "3.11.26",
        "3.11.2026",
        "03.11.2026",
        "3112026",
        "03112026",
        "031126",
        "2026-11-03",
        "20261103",
        "3/11/2026",
        " 3. 11. 2026 ",
        "٣.١١.٢٠٢٦",
        "۰۳.۱۱.۲۰۲۶",
        "3-11-26",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_day(typed, TODAY) == dt.date(2026, 11, 3)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_every_written_day_is_read_back(day: dt.date) -> None:
    assert read_day(f"{day.day}.{day.month}.{day.year}", TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(f"{day.day:02}{day.month:02}{day.year}", TODAY) == day


@pytest.mark.parametrize(("typed", "year"), [("1.1.46", 2046), ("1.1.47", 1947), ("1.1.80", 1980), ("1.1.00", 2000)])
def test_two_digits_mean_the_nearest_year_up_to_twenty_ahead(typed: str, year: int) -> None:
    assert read_day(typed, TODAY).year == year


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("1980", (1980, None, None)),
        ("5.1980", (1980, 5, None)),
        ("1980-05", (1980, 5, None)),
        ("052003", (2003, 5, None)),
        ("12.5.80", (1980, 5, 12)),
    ],
)
def test_day_and_month_may_be_left_out(typed: str, parts: tuple[int, int | None, int | None]) -> None:
    assert read_date_parts(typed, TODAY) == parts


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31.2.2026", "There is no {day}."),
        ("1.13.2026", "There is no month {month}."),
        ("1.1.1066", "The year {year} cannot be right."),
        ("3.11.", "Please write the year with four digits."),
        ("yesterday", "This is not a date."),
        ("1.2.3.4", "This is not a date."),
        ("1980", "Day and month are needed here."),
    ],
)
def test_what_cannot_be_a_day_is_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(MisreadError) as refused:
        read_day(typed, TODAY)
    assert refused.value.text.message == words
    assert refused.value.advice.message


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1200", "1200"),
        ("1.200,50", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1.200", "1200"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1 200 €", "1200"),
        ("12.345.678", "12345678"),
        ("-3", "-3"),
        ("0.500", "0.500"),
        ("٣,٥", "3.5"),
    ],
)
def test_a_number_is_read_with_point_or_comma(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "abc", "1e5", "1,2,3", "--1"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(MisreadError):
        read_number(typed)
