"""The table of pages: which ask for something, and what an empty case lacks on each."""

import datetime as dt

import pytest

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.client import Client
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.problem import Need, Weight
from iq_desktop.domain.talk import Appointment, Talk
from iq_desktop.usecases.case_pages import CASE_PAGES, CasePage, page_problems, pages_of, state_of_page
from tests.support.builders import a_case
from tests.support.tongues import english

TODAY = dt.date(2026, 11, 22)


def test_an_empty_case_lacks_something_on_every_page_that_asks() -> None:
    empty = CaseFile(opened_on=TODAY)
    lacking = {page.name for page in CASE_PAGES if page_problems(empty, page, TODAY)}
    assert lacking == {page.name for page in CASE_PAGES if page.asks and not page.may_stay_empty}


@pytest.mark.parametrize("name", ["routes", "referral", "documents"])
def test_a_page_that_only_offers_asks_for_nothing(name: str) -> None:
    assert not next(page for page in CASE_PAGES if page.name == name).asks


def test_names_of_pages_are_unique() -> None:
    names = [page.name for page in CASE_PAGES]
    assert len(set(names)) == len(names)


def page_named(name: str) -> CasePage:
    """Return a page by its name."""
    return next(page for page in CASE_PAGES if page.name == name)


def needs_of(case: CaseFile, page: str) -> dict[str, tuple[Need, ...]]:
    """Return for what each open field of a page is needed."""
    return {problem.field: problem.needs for problem in page_problems(case, page_named(page), TODAY)}


def test_what_is_missing_tells_for_what_it_is_needed() -> None:
    empty = CaseFile(opened_on=TODAY)
    contact, person = needs_of(empty, "contact"), needs_of(empty, "person")
    assert contact["channel"] == contact["way"] == contact["recognition_topics"] == (Need.NIQ,)
    assert contact["consents"] == (Need.CLOSING,)
    assert contact["concerns"] == ()
    assert person["family_name"] == (Need.DOCUMENT,)
    assert person["birth"] == person["benefit"] == (Need.NIQ,)
    assert person["postal_code"] == ()
    assert needs_of(empty, "languages") == {"languages": (Need.NIQ, Need.DOCUMENT)}


def test_nothing_is_told_twice() -> None:
    for page in CASE_PAGES:
        fields = [problem.field for problem in page_problems(CaseFile(opened_on=TODAY), page, TODAY)]
        assert len(set(fields)) == len(fields), page.name


def test_a_short_consultation_has_fewer_pages_and_nobody_nags() -> None:
    short = CaseFile(opened_on=TODAY, kind=CaseKind.SHORT)
    assert [page.name for page in pages_of(short)] == [
        "contact",
        "agreement",
        "referral",
        "follow_up",
        "documents",
        "rights",
        "journal",
    ]
    for page in CASE_PAGES:
        assert page_problems(short, page, TODAY) == ()
        assert state_of_page(short, page, TODAY)[0] == ""
    wrong = CaseFile(opened_on=TODAY, kind=CaseKind.SHORT, client=Client(birth=PartialDate(2090)))
    assert [one.weight for one in page_problems(wrong, page_named("person"), TODAY)] == [Weight.WRONG]


def test_a_full_case_has_every_page() -> None:
    assert pages_of(CaseFile(opened_on=TODAY)) == CASE_PAGES


def test_a_page_says_how_it_stands_and_what_niq_lacks() -> None:
    empty = CaseFile(opened_on=TODAY)
    kind, words = state_of_page(empty, page_named("contact"), TODAY)
    assert (kind, english().speak(words)) == ("open", "8 open · 5 for NIQ")
    wrong = CaseFile(opened_on=TODAY, client=Client(birth=PartialDate(2090)))
    assert state_of_page(wrong, page_named("person"), TODAY)[0] == "warn"
    assert state_of_page(a_case(), page_named("contact"), TODAY)[0] == "good"


def test_the_follow_up_asks_only_about_what_was_begun() -> None:
    page = page_named("follow_up")
    assert state_of_page(CaseFile(opened_on=TODAY), page, TODAY)[0] == ""
    begun = CaseFile(opened_on=TODAY, talks=(Talk(),), appointments=(Appointment(day=dt.date(2026, 11, 1)),))
    assert {one.field for one in page_problems(begun, page, TODAY)} == {"talks", "appointments"}
