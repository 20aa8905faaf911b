"""The page Routes, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.competence import OccupationRole
from tests.support.full_cases import a_usual_case, an_empty_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_nothing_is_ranked_before_something_is_rated(office: Office) -> None:
    page = office.open("routes", an_empty_case())
    assert page.empty.isVisible()
    with office.bot.waitSignal(page.page_wanted) as wanted:
        office.click(page.empty.act)
    assert wanted.args == ["competences", ""]


def test_the_wished_occupation_comes_first_then_what_fits_best(office: Office) -> None:
    page = office.open("routes")
    names = [row.text() for row in page.rows]
    assert names[:3] == ["retail clerk", "shop assistant", "warehouse worker"]
    scores = [row.ranked.score for row in page.rows[1:]]
    assert scores == sorted(scores, reverse=True)
    assert page.rows[0].accessibleDescription() == "3 of 10 essential competences"


def test_what_fits_and_what_is_missing_is_named(office: Office) -> None:
    page = office.open("routes")
    office.click(page.rows[2])
    assert page.detail.heading.text() == "warehouse worker"
    assert page.detail.fits._rows[0].name.text() == "talk with customers"
    assert page.detail.missing._rows[0].name.text() == "operate cash register"
    assert page.courses.rows[0].facts.text().startswith("Volkshochschule Neukölln · Berlin · 1 km · starts on")


def test_a_wish_is_marked_and_taken_back(office: Office) -> None:
    page = office.open("routes", replace(a_usual_case(), occupations=()))
    office.click(page.rows[1])
    uri = page.rows[1].ranked.occupation.uri
    office.click(page.detail.wish_button)
    assert [one.uri for one in office.stored.occupations_as(OccupationRole.WISHED)] == [uri]
    assert page.detail.wish_button.text() == "No longer wished for"
    office.click(page.detail.wish_button)
    assert office.stored.occupations == ()


def test_a_course_that_closes_the_gap_becomes_a_referral(office: Office) -> None:
    page = office.open("routes", replace(a_usual_case(), referrals=()))
    row = page.courses.rows[0]
    office.click(row.refer)
    referral = office.stored.referrals[0]
    assert referral.course == "demo/0"
    assert "operate cash register" in referral.reason
    assert row.refer.text() == "Referred"
    assert not row.refer.isEnabled()
    assert office.banner.act is not None
    office.banner.act()
    assert office.stored.referrals == ()
    assert page.courses.rows[0].refer.isEnabled()


def test_without_a_postal_code_the_page_says_why_there_is_no_distance(office: Office) -> None:
    case = a_usual_case()
    page = office.open("routes", case.with_client(replace(case.client, postal_code="")))
    assert page.courses.note.text() == "Without a postal code (page Person) no distance can be told."
    assert "km" not in page.courses.rows[0].facts.text()
