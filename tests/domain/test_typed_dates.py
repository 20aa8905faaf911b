"""Dates that people type are read in every way in which they tell them, and shown so that they can be read again."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.partial_date import (
    DateForm,
    Pair,
    PartialDate,
    form_of_words,
    paired,
    partial_date_from,
    read_partial_date,
)
from iq_desktop.wording.reading import MisreadError
from tests.support.strategies import partial_dates
from tests.support.tongues import either

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1980", "1980"),
        ("um 1980", "1980~"),
        ("ca. 5.1980", "1980-05~"),
        ("Ungefähr 1980", "1980~"),
        ("1980?", "1980~"),
        ("~ 1980", "1980~"),
        ("1980-1982", "1980/1982"),
        ("1980–1982", "1980/1982"),
        ("1980 bis 1982", "1980/1982"),
        ("von 5.1980 bis 7.1981", "1980-05/1981-07"),
        ("zwischen 1980 und 1982", "1980/1982"),
        ("between 1980 and 1982", "1980/1982"),
        ("1998/99", "1998/1999"),
        ("12.5.1980 oder 1.1.1981", "[1980-05-12,1981-01-01]"),
        ("1981 or um 1980", "[1981,1980~]"),
        ("12. Mai 1980", "1980-05-12"),
        ("März 1991 bis Juli 1992", "1991-03/1992-07"),
        ("1980-05", "1980-05"),
        ("1980-05-12", "1980-05-12"),
        ("12-05-1980", "1980-05-12"),
        ("um ١٩٨٠", "1980~"),
        ("1980 oder 1980", "1980"),
    ],
)
def test_a_date_is_read_however_it_is_told(typed: str, code: str) -> None:
    assert read_partial_date(typed, TODAY).code() == code


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1980 bis", "The second date is missing."),
        ("1980 oder ", "The second date is missing."),
        ("bis 1980", "This is not a date."),
        ("1982-1980", "The second date lies before the first."),
        ("31.2.1980 oder 1981", "There is no {day}."),
        ("1980 oder 1.13.1981", "There is no month {month}."),
        ("um", "This is not a date."),
        ("gestern", "This is not a date."),
        ("", "This is not a date."),
        ("1980 bis 1982 bis 1984", "These are more than two dates."),
        ("1980 oder 1981 oder 1982", "These are more than two dates."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(MisreadError) as refused:
        read_partial_date(typed, TODAY)
    assert refused.value.text.message == words


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("19", DateForm.DATE),
        ("um 19", DateForm.ABOUT),
        ("1980 bi", DateForm.DATE),
        ("1980 bis", DateForm.RANGE),
        ("1980 oder 12.", DateForm.DIFFER),
        ("1980-19", DateForm.DATE),
        ("1980-1982", DateForm.RANGE),
    ],
)
def test_half_a_date_tells_already_how_it_will_be_told(typed: str, form: DateForm) -> None:
    assert form_of_words(typed) is form


@given(partial_dates(), partial_dates(), st.sampled_from([None, *Pair]), st.sampled_from(["de", "en"]))
def test_what_is_shown_in_the_field_can_be_read_again(
    one: PartialDate, two: PartialDate, pair: Pair | None, language: str
) -> None:
    first, second = sorted([one, two], key=lambda date: (date.earliest, date.latest))
    date = paired(first, second, pair) if pair is not None and first != second else first
    shown = either(language).speak(date.typed())
    assert read_partial_date(shown, TODAY) == date
    assert form_of_words(shown) is date.form


@given(st.text(max_size=30))
def test_anything_typed_is_read_or_refused_and_nothing_else(words: str) -> None:
    try:
        date = read_partial_date(words, TODAY)
    except MisreadError:
        return
    assert partial_date_from(date.code()) == date
