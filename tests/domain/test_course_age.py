"""Whether an offer is still of use: over, closed for applications, of an old catalogue, or current."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.course import CourseOffer, FoundCourse
from iq_desktop.domain.course_age import age_of, is_closed, last_day_to_apply
from iq_desktop.domain.course_sort import CourseSort, in_order
from iq_desktop.domain.course_traits import NOT_TO_BEGIN, OfferAge
from iq_desktop.domain.imports import CatalogueKind, CatalogueState

DAY = dt.date(2026, 11, 23)
days = st.one_of(st.none(), st.dates(DAY - dt.timedelta(days=400), DAY + dt.timedelta(days=400)))


def an_offer(**changes: Any) -> CourseOffer:
    return CourseOffer("kat", "1", "Kurs", **changes)


def in_days(count: int) -> dt.date:
    return DAY + dt.timedelta(days=count)


@pytest.mark.parametrize(
    ("changes", "age"),
    [
        ({"apply_by": in_days(-1), "starts_on": in_days(20)}, OfferAge.CLOSED),
        ({"apply_by": in_days(-1)}, OfferAge.CLOSED),
        ({"apply_by": DAY, "starts_on": in_days(20)}, OfferAge.CURRENT),
        ({"apply_by": in_days(-30), "starts_on": in_days(-20)}, OfferAge.PAST),
        ({"apply_by": in_days(-30), "starts_on": in_days(-20), "flexible_start": True}, OfferAge.CURRENT),
        ({"apply_by": in_days(-1), "starts_on": in_days(20), "flexible_start": True}, OfferAge.CURRENT),
        ({"apply_by": in_days(-1), "starts_on": in_days(-20), "flexible_start": True}, OfferAge.CLOSED),
        ({"apply_by": in_days(-1), "flexible_start": True}, OfferAge.CLOSED),
        ({}, OfferAge.CURRENT),
    ],
)
def test_the_last_day_to_apply_decides_where_the_course_is_not_over(changes: dict[str, Any], age: OfferAge) -> None:
    assert age_of(an_offer(**changes), None, DAY) is age


def test_being_closed_is_told_before_an_old_catalogue() -> None:
    old = CatalogueState(CatalogueKind.COURSES, "kat", "1", in_days(-300))
    assert age_of(an_offer(apply_by=in_days(-1)), old, DAY) is OfferAge.CLOSED
    assert age_of(an_offer(), old, DAY) is OfferAge.OLD_CATALOGUE


@given(apply_by=days, starts_on=days, ends_on=days, flexible=st.booleans())
def test_who_can_still_apply_is_never_told_that_it_is_over(
    apply_by: dt.date | None, starts_on: dt.date | None, ends_on: dt.date | None, *, flexible: bool
) -> None:
    offer = an_offer(apply_by=apply_by, starts_on=starts_on, ends_on=ends_on, flexible_start=flexible)
    last = last_day_to_apply(offer)
    assert is_closed(offer, DAY) is (last is not None and last < DAY)
    assert last in (None, apply_by)
    assert flexible or last == apply_by
    if age_of(offer, None, DAY) is OfferAge.CLOSED:
        assert apply_by is not None
        assert apply_by < DAY


@given(st.lists(st.tuples(st.sampled_from(OfferAge), days), max_size=12), st.sampled_from(CourseSort))
def test_what_nobody_can_begin_comes_last_in_every_order_but_the_given_one(
    ages: list[tuple[OfferAge, dt.date | None]], sort: CourseSort
) -> None:
    found = [FoundCourse(an_offer(starts_on=day), None, (), age=age) for age, day in ages]
    ordered = in_order(found, sort)
    assert sorted(map(id, ordered)) == sorted(map(id, found))
    if sort is not CourseSort.FIT:
        behind = [one.age in NOT_TO_BEGIN for one in ordered]
        assert behind == sorted(behind)
