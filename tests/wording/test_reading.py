"""Dates and numbers are read as people write them, or refused with words that help."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from iq_desktop.wording.reading import MisreadError, read_date_parts, read_day, read_number

TODAY = dt.date(2026, 11, 22)
DAYS = some.dates(min_value=dt.date(1947, 1, 1), max_value=dt.date(2046, 12, 31))


@pytest.mark.parametrize(
    "words",
    ["3.11.26", "03.11.2026", "3. 11. 2026", "03112026", "031126", "3/11/2026", "2026-11-03", "20261103", "٣.١١.٢٠٢٦"],
)
def test_a_day_in_many_hands(words: str) -> None:
    assert read_day(words, TODAY) == dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    ("words", "parts"),
    [("1980", (1980, None, None)), ("5.1980", (1980, 5, None)), ("1980-05", (1980, 5, None)), ("3.5.80", (1980, 5, 3))],
)
def test_parts_of_a_date_may_be_missing(words: str, parts: tuple[int, int | None, int | None]) -> None:
    assert read_date_parts(words, TODAY) == parts


@pytest.mark.parametrize(
    "words", ["", "gestern", "31.2.2026", "1.13.2026", "5.80", "1.2.3.2026", "3.11.1799", "99.99.9999"]
)
def test_what_is_no_date_is_refused_with_advice(words: str) -> None:
    with pytest.raises(MisreadError) as caught:
        read_date_parts(words, TODAY)
    assert caught.value.text.message
    assert caught.value.advice.message


def test_a_year_alone_is_no_day() -> None:
    with pytest.raises(MisreadError):
        read_day("1980", TODAY)


@given(day=DAYS)
def test_every_day_is_read_back(day: dt.date) -> None:
    for written in (
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d.%m.%y}",
        f"{day:%d%m%Y}",
        f"{day.day} / {day.month} / {day.year}",
        day.isoformat(),
    ):
        assert read_day(written, TODAY) == day, written


@given(words=some.one_of(some.text(), some.text("0123456789.-/ ", max_size=12)))
def test_anything_is_read_or_refused(words: str) -> None:
    for read in (lambda: read_day(words, TODAY), lambda: read_date_parts(words, TODAY), lambda: read_number(words)):
        with suppress(MisreadError):  # any other exception fails
            read()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1200", "1200"),
        ("1.200,50", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1 200,5", "1200.5"),
        ("1'200", "1200"),
        ("1.200", "1200"),
        ("1.20", "1.20"),
        ("0.200", "0.200"),
        ("1.234.567", "1234567"),
        ("-3,5 %", "-3.5"),
        ("١٢٠٠ €", "1200"),
    ],
)
def test_a_number_in_many_hands(words: str, value: str) -> None:
    assert read_number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "viel", "1.2.3", "1,2,3", "--5", "1e9", "NaN", "½"])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(MisreadError):
        read_number(words)


@given(value=some.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_every_german_amount_is_read_back(value: Decimal) -> None:
    written = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert read_number(written) == value
