"""Nothing is kept by forgetting: due reviews, keeping longer with a reason, the terms of the centre."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.keeping import KeepReason
from iq_desktop.domain.privacy_terms import PrivacyTerms
from iq_desktop.domain.role import Role
from iq_desktop.domain.talk import Closing
from iq_desktop.usecases import retention
from iq_desktop.usecases.permissions import NotAllowed
from tests.support.builders import TODAY, a_case
from tests.support.fakes import ADVISER, a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

OLD = replace(a_case(), closing=Closing(TODAY - dt.timedelta(days=4 * 365)))


@pytest.fixture
def desk() -> Desk:
    return replace(a_desk(TRANSLATIONS, [OLD]), adviser=replace(ADVISER, role=Role.RESPONSIBLE))


def test_what_was_closed_long_ago_is_to_be_looked_at(desk: Desk) -> None:
    reviews = retention.list_due_reviews(desk)
    assert [one.case_id for one in reviews.due] == [OLD.id]
    assert reviews.count == 1
    assert retention.review_day_of(desk, OLD.id) <= TODAY


def test_who_keeps_it_longer_says_why_and_until_when(desk: Desk) -> None:
    until = TODAY + dt.timedelta(days=100)
    kept = retention.keep_longer(desk, OLD, until, KeepReason.PROCEDURE, "Widerspruch läuft")
    assert (kept.keeping.review_on, kept.keeping.reason, kept.keeping.reviewed_on) == (
        until,
        KeepReason.PROCEDURE,
        TODAY,
    )
    desk.cases.save(kept)
    assert retention.list_due_reviews(desk).count == 0
    assert retention.review_day_of(desk, OLD.id) == until


def test_a_day_that_has_passed_is_a_year_from_today(desk: Desk) -> None:
    kept = retention.keep_longer(desk, OLD, TODAY, KeepReason.WISH)
    assert kept.keeping.review_on == dt.date(2027, 11, 3)


def test_looked_at_and_kept_by_the_rules(desk: Desk) -> None:
    longer = retention.keep_longer(desk, OLD, TODAY + dt.timedelta(days=9), KeepReason.WISH, "x")
    kept = retention.keep_by_the_rules(desk, longer)
    assert (kept.keeping.review_on, kept.keeping.reason, kept.keeping.reason_in_words) == (None, None, "")
    desk.cases.save(kept)
    assert retention.review_day_of(desk, OLD.id) == dt.date(2029, 11, 3)


def test_the_terms_are_set_by_responsible_persons(desk: Desk) -> None:
    terms = PrivacyTerms(controller="Verein", review_after_months=12)
    with pytest.raises(NotAllowed):
        retention.save_terms(replace(desk, adviser=replace(ADVISER, role=Role.ADVISER)), terms)
    assert retention.terms_of_centre(desk) == PrivacyTerms()
    assert retention.save_terms(desk, terms)
    assert retention.terms_of_centre(desk) == terms
