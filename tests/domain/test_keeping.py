"""Every case has a day on which somebody looks whether it is still needed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.keeping import Correction, Keeping, KeepReason, RestrictReason, months_after, review_day
from iq_desktop.domain.privacy_terms import PrivacyTerms
from tests.support.builders import TODAY
from tests.support.strategies import values_of

TERMS = PrivacyTerms(review_after_months=36, review_open_months=24)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("keeping", "closed_on", "expected"),
    [
        (Keeping(), dt.date(2024, 2, 29), dt.date(2027, 2, 28)),
        (Keeping(), None, dt.date(2028, 11, 3)),
        (Keeping(review_on=dt.date(2030, 1, 1)), dt.date(2024, 2, 29), dt.date(2030, 1, 1)),
        (Keeping(reviewed_on=dt.date(2026, 3, 31)), dt.date(2020, 1, 1), dt.date(2029, 3, 31)),
        (Keeping(reviewed_on=dt.date(2019, 3, 31)), dt.date(2020, 1, 1), dt.date(2023, 1, 1)),
    ],
)
def test_the_day_follows_the_rules_or_what_somebody_has_set(
    keeping: Keeping, closed_on: dt.date | None, expected: dt.date
) -> None:
    assert review_day(keeping, closed_on, TODAY, TERMS) == expected


@given(values_of(Keeping), st.none() | DAYS, DAYS, values_of(PrivacyTerms))
def test_no_case_is_without_a_day(
    keeping: Keeping, closed_on: dt.date | None, worked_on: dt.date, terms: PrivacyTerms
) -> None:
    day = review_day(keeping, closed_on, worked_on, terms)
    assert day == keeping.review_on or day > (closed_on or worked_on)


@given(DAYS, st.integers(-2_000, 100_000))
def test_months_are_counted_as_people_count_them(day: dt.date, months: int) -> None:
    later = months_after(day, months)
    assert later.day <= day.day or later in (dt.date.min, dt.date.max)
    if dt.date.min < later < dt.date.max and day.day <= 28:
        assert months_after(later, -months) == day


def test_what_an_extension_and_a_restriction_lack_is_told() -> None:
    assert [one.field for one in Keeping(review_on=TODAY).problems(TODAY)] == ["reason"]
    assert Keeping(review_on=TODAY, reason=KeepReason.PROCEDURE).problems(TODAY) == ()
    tomorrow = TODAY + dt.timedelta(days=1)
    wrong = Keeping(restricted_since=tomorrow).problems(TODAY)
    assert [one.field for one in wrong] == ["restricted_since", "restriction"]
    whole = Keeping(restricted_since=TODAY, restriction=RestrictReason.CLAIMS)
    assert whole.problems(TODAY) == ()
    assert whole.is_restricted


def test_what_a_correction_lacks_is_told() -> None:
    assert [one.field for one in Correction().problems(TODAY)] == ["what", "became", "asked_on"]
    waiting = Correction("Name", "Ahmadi", "Ahmady", TODAY)
    assert waiting.problems(TODAY) == ()
    assert waiting.is_open
    assert not Correction("Name", "Ahmadi", "Ahmady", TODAY, done_on=TODAY).is_open
    refused = Correction("Name", "Ahmadi", "", TODAY, refused_because="So steht es im Pass")
    assert refused.problems(TODAY) == ()
    assert not refused.is_open
    assert [one.field for one in Correction("x", "", "y", TODAY + dt.timedelta(days=1)).problems(TODAY)] == ["asked_on"]


@pytest.mark.parametrize(("said", "least"), [(5, 5), (9, 9), (4, 5), (0, 5), (-1, 5)])
def test_no_figure_ever_tells_of_fewer_than_five(said: int, least: int) -> None:
    assert PrivacyTerms(smallest_cell=said).least_people == least
