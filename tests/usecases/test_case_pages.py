"""The table of pages: which ask for something, and what an empty case lacks on each."""

import datetime as dt

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.usecases.case_pages import CASE_PAGES, page_problems

TODAY = dt.date(2026, 11, 22)


def test_an_empty_case_lacks_something_on_every_page_that_asks() -> None:
    empty = CaseFile(opened_on=TODAY)
    lacking = {page.name for page in CASE_PAGES if page_problems(empty, page, TODAY)}
    assert lacking == {page.name for page in CASE_PAGES if page.asks}


@pytest.mark.parametrize("name", ["routes", "referral", "documents"])
def test_a_page_that_only_offers_asks_for_nothing(name: str) -> None:
    assert not next(page for page in CASE_PAGES if page.name == name).asks


def test_names_of_pages_are_unique() -> None:
    names = [page.name for page in CASE_PAGES]
    assert len(set(names)) == len(names)
