"""Dates of which the day or the month is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.partial_date import Pair, PartialDate, moved, paired, partial_date_from
from tests.support.strategies import partial_dates
from tests.support.tongues import english, german


@given(partial_dates())
def test_the_stored_form_is_read_back(date: PartialDate) -> None:
    assert partial_date_from(date.code()) == date


@given(partial_dates())
def test_the_first_day_is_never_after_the_last_and_both_fit(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    for day in (date.earliest, date.latest):
        assert day.year == date.year
        assert date.month in (None, day.month)
        assert date.day in (None, day.day)


@given(partial_dates(), partial_dates(), partial_dates())
def test_all_can_be_sorted_together_by_the_first_day(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    in_order = sorted([one, two, three])
    assert [date.earliest for date in in_order] == sorted(date.earliest for date in (one, two, three))
    assert not (one < two < one)


def test_a_less_exact_date_stands_before_a_more_exact_one() -> None:
    day, month, year = PartialDate(1980, 1, 1), PartialDate(1980, 1), PartialDate(1980)
    later = PartialDate(1980, 2)
    assert sorted([later, day, month, year]) == [year, month, day, later]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1980, 0, None),
        (1980, 13, None),
        (1980, 5, 0),
        (1980, 2, 30),
        (1980, None, 5),
        (0, None, None),
        (10000, None, None),
    ],
)
def test_what_no_calendar_has_is_refused(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    "code",
    ["", "80", "1980-5", "1980-00", "1980-00-00", "1980-13", "1980-02-30", "1980-05-", "1980~~", "١٩٨٠", "1980\n"],
)
def test_what_is_no_stored_form_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        partial_date_from(code)


@pytest.mark.parametrize(
    ("date", "words", "worte"),
    [
        (PartialDate(1980), "1980 (day and month unknown)", "1980 (Tag und Monat unbekannt)"),
        (PartialDate(1980, 5), "May 1980 (day unknown)", "Mai 1980 (Tag unbekannt)"),
        (PartialDate(1980, 5, 12), "May 12, 1980", "12.05.1980"),
        (PartialDate(1980, 5, 12, about=True), "about May 12, 1980", "etwa 12.05.1980"),
    ],
)
def test_the_words_say_what_is_unknown(date: PartialDate, words: str, worte: str) -> None:
    assert english().speak(date.text()) == words
    assert german().speak(date.text()) == worte


@given(partial_dates(), partial_dates(), st.sampled_from(Pair))
def test_a_pair_is_read_back_and_reaches_from_the_earlier_to_the_later(
    one: PartialDate, two: PartialDate, pair: Pair
) -> None:
    first, second = sorted([one, two], key=lambda date: (date.earliest, date.latest))
    both = paired(first, second, pair)
    assert partial_date_from(both.code()) == both
    assert both.earliest == first.earliest
    assert both.latest == max(first.latest, second.latest)
    assert (both.first, both.second) == (first, second)


def test_two_papers_that_differ_may_stand_in_any_order_a_range_not() -> None:
    earlier, later = PartialDate(1980, 5), PartialDate(1981)
    assert paired(later, earlier, Pair.DIFFER).earliest == earlier.earliest
    with pytest.raises(ValueError, match="range"):
        paired(later, earlier, Pair.RANGE)


@pytest.mark.parametrize(
    "code", ["[1980]", "[1980,1981,1982]", "1980/1981/1982", "[1980/1981,1982]", "1980/", "[,1980]"]
)
def test_what_is_no_pair_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        partial_date_from(code)


@pytest.mark.parametrize(
    ("code", "words", "english_words"),
    [
        (
            "1980/1982",
            "1980 (Tag und Monat unbekannt) bis 1982 (Tag und Monat unbekannt)",
            "1980 (day and month unknown) to 1982 (day and month unknown)",
        ),
        (
            "[1980-05-12,1981-01-01]",
            "12.05.1980 oder 01.01.1981 (Papiere verschieden)",
            "May 12, 1980 or Jan 1, 1981 (papers differ)",
        ),
    ],
)
def test_a_pair_says_what_it_is(code: str, words: str, english_words: str) -> None:
    text = partial_date_from(code).text()
    assert (german().speak(text), english().speak(text)) == (words, english_words)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1980", "1980"),
        ("1980-05", "05/1980"),
        ("1980-05-12", "12.05.1980"),
        ("1980~", "etwa 1980"),
        ("1980/1982-03", "1980–03/1982"),
        ("[1980-05-12,1981]", "12.05.1980 / 1981"),
    ],
)
def test_a_list_shows_a_date_as_short_as_it_is_known(code: str, words: str) -> None:
    assert german().speak(partial_date_from(code).brief()) == words


@pytest.mark.parametrize(
    ("code", "months", "later"),
    [
        ("1980", 12, "1981"),
        ("1980", 7, "1981"),
        ("1980", 5, "1980"),
        ("1980", -18, "1978"),
        ("1980-11", 3, "1981-02"),
        ("1980-01~", -1, "1979-12~"),
        ("2024-01-31", 1, "2024-02-29"),
        ("1980/1982", 24, "1982/1984"),
        ("[1980-05,1981]", 12, "[1981-05,1982]"),
    ],
)
def test_a_date_moves_as_exact_as_it_was(code: str, months: int, later: str) -> None:
    assert moved(partial_date_from(code), months).code() == later
