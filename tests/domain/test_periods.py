"""Periods of the law: ends of months, working days, pauses, each against a naive count of days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.periods import (
    Pause,
    Period,
    Unit,
    end_from_first_day,
    end_of_period,
    lengthened,
    next_working_day,
    paused_days,
)
from tests.support.procedures import day

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
PAUSES = st.lists(st.tuples(st.integers(-20, 150), st.one_of(st.none(), st.integers(0, 40))), max_size=5)


@pytest.mark.parametrize(
    ("event", "count", "unit", "end"),
    [
        ("2026-03-02", 14, Unit.DAYS, "2026-03-16"),
        ("2026-03-02", 2, Unit.WEEKS, "2026-03-16"),
        ("2026-03-02", 1, Unit.MONTHS, "2026-04-02"),
        ("2026-01-31", 1, Unit.MONTHS, "2026-02-28"),  # § 188 (3) BGB: February has no 31st
        ("2028-01-31", 1, Unit.MONTHS, "2028-02-29"),
        ("2026-02-28", 1, Unit.MONTHS, "2026-03-28"),  # the number counts, not the end of the month
        ("2026-11-30", 3, Unit.MONTHS, "2027-02-28"),
        ("2028-02-29", 1, Unit.YEARS, "2029-02-28"),
        ("9999-12-30", 1, Unit.MONTHS, "9999-12-31"),
    ],
)
def test_a_period_ends_on_the_day_of_the_law(event: str, count: int, unit: Unit, end: str) -> None:
    assert end_of_period(day(event), Period(count, unit)) == day(end)


def test_a_stay_counts_its_first_day() -> None:
    assert end_from_first_day(day("2024-09-01"), Period(3, Unit.YEARS)) == day("2027-08-31")
    assert end_from_first_day(dt.date.max, Period(3, Unit.YEARS)) == dt.date.max


@given(DAYS, st.integers(1, 24))
def test_months_are_the_numbers_of_days_as_one_reads_them_in_a_calendar(event: dt.date, months: int) -> None:
    end = end_of_period(event, Period(months, Unit.MONTHS))
    assert (end.year * 12 + end.month) - (event.year * 12 + event.month) == months
    assert end.day == event.day or (end + DAY).day == 1


@given(DAYS, st.frozensets(st.integers(0, 12)))
def test_the_next_working_day_is_the_first_one_that_is_none_of_the_others(start: dt.date, free: frozenset[int]) -> None:
    holidays = {start + dt.timedelta(days=number) for number in free}
    found = next_working_day(start, lambda one: one in holidays)
    naive = start
    while naive.isoweekday() in {6, 7} or naive in holidays:
        naive += DAY
    assert found == naive


@given(DAYS, st.integers(0, 120), PAUSES)
def test_a_paused_period_ends_when_its_running_days_are_used_up(
    begun: dt.date, length: int, spans: list[tuple[int, int | None]]
) -> None:
    pauses = [_pause(begun, first, size) for first, size in spans]
    assert lengthened(begun, begun + dt.timedelta(days=length), pauses) == _naive_end(begun, length, pauses)


@given(DAYS, st.integers(0, 200), PAUSES)
def test_paused_days_are_counted_one_by_one(begun: dt.date, length: int, spans: list[tuple[int, int | None]]) -> None:
    pauses = [_pause(begun, first, size) for first, size in spans]
    days = [begun + dt.timedelta(days=number) for number in range(1, length + 1)]
    assert paused_days(begun, begun + dt.timedelta(days=length), pauses) == sum(_is_paused(one, pauses) for one in days)


def test_a_pause_that_ends_before_it_begins_is_none() -> None:
    begun = day("2026-03-02")
    assert paused_days(begun, day("2026-04-02"), [Pause(day("2026-03-10"), day("2026-03-09"))]) == 0


def _pause(begun: dt.date, first: int, size: int | None) -> Pause:
    start = begun + dt.timedelta(days=first)
    return Pause(start, None if size is None else start + dt.timedelta(days=size))


def _is_paused(one: dt.date, pauses: list[Pause]) -> bool:
    return any(pause.first <= one and (pause.last is None or one <= pause.last) for pause in pauses)


def _naive_end(begun: dt.date, length: int, pauses: list[Pause]) -> dt.date | None:
    """Walk day by day until so many running days have passed; none where a pause never ends before that."""
    one, used = begun, 0
    while used < length:
        one += DAY
        if _is_paused(one, pauses):
            if any(pause.last is None and pause.first <= one for pause in pauses):
                return None
            continue
        used += 1
    return one
