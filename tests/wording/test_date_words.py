"""Times of day are read as they are written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.wording.date_words import read_time
from iq_desktop.wording.reading import MisreadError

if TYPE_CHECKING:
    import datetime as dt


@pytest.mark.parametrize(
    "typed", ["9:30", "9.30", "0930", "930", "09:30", "9 Uhr 30", "9:30 Uhr", "9h30", " 9,30 ", "٩:٣٠"]
)
def test_a_time_is_read_however_it_is_written(typed: str) -> None:
    assert read_time(typed) == "09:30"


@pytest.mark.parametrize("typed", ["9", "9 Uhr", "9h", "09:00"])
def test_a_full_hour_needs_no_minutes(typed: str) -> None:
    assert read_time(typed) == "09:00"


@given(st.times())
def test_every_time_is_read_back(time: dt.time) -> None:
    words = time.strftime("%H:%M")
    assert read_time(words) == words


@pytest.mark.parametrize("typed", ["24:00", "9:60", "", "mittags", "9:3", "12345", "-9"])
def test_what_is_no_time_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(MisreadError) as refused:
        read_time(typed)
    assert refused.value.text.message == "This is not a time of day."
