"""The card on the page Person that tells of cases that may be about the same person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.duplicate import Certainty, Duplicate, LinkKind
from iq_desktop.wording.text import say
from tests.support.builders import a_client
from tests.support.full_cases import a_usual_case
from tests.support.memory_lists import MemoryLinks

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


@pytest.fixture
def page(office: Office) -> Any:
    other = replace(a_usual_case(), id="other", number="2025-0009", client=a_client(given_names="Jara"))
    office.cases.by_id["other"] = other
    row = next(one for one in office.cases.find("", limit=9) if one.id == "other")
    alike = (Duplicate(row, Certainty.LIKELY, (say("The names sound alike."),)),)
    office.desk = replace(office.desk, links=MemoryLinks(office.cases, alike))
    shown = office.open("person")
    office.settle()
    return shown


def test_it_says_why_and_links_with_undo(office: Office, page: Any) -> None:
    (row,) = page.duplicates.rows
    assert page.duplicates.isVisible()
    assert row.reasons.text() == "The names sound alike."
    office.click(row.same)
    assert [link.kind for link in office.desk.links.links_of("case-1")] == [LinkKind.SAME]
    assert "Al-Khatib, Jara" in office.banner.told[-1]
    (linked,) = page.duplicates.rows
    assert not linked.unlink.isHidden()
    assert linked.same.isHidden()
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert office.desk.links.links_of("case-1") == []
    assert not page.duplicates.rows[0].same.isHidden()


def test_undo_takes_the_link_away_also_when_another_case_lies_on_the_desk(office: Office, page: Any) -> None:
    office.click(page.duplicates.rows[0].same)
    page.duplicates.look(replace(office.case, id="third"))
    office.settle()
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert office.desk.links.links_of("case-1") == []


def test_another_person_is_not_asked_about_again_and_a_link_can_be_taken_away(office: Office, page: Any) -> None:
    office.click(page.duplicates.rows[0].different)
    assert [link.kind for link in office.desk.links.links_of("case-1")] == [LinkKind.DIFFERENT]
    assert page.duplicates.isHidden()
    office.desk.links.link("case-1", "other", LinkKind.SAME)
    page.duplicates.look(office.case)
    office.settle()
    office.click(page.duplicates.rows[0].unlink)
    assert office.desk.links.links_of("case-1") == []


def test_it_looks_again_only_where_something_changed_that_tells_people_apart(office: Office, page: Any) -> None:
    asked: list[str] = []
    page.duplicates.look = lambda case: asked.append(case.client.family_name)
    client = office.case.client
    office.open_case.change(office.case.with_client(replace(client, street="Andere Straße 1")))
    assert asked == []
    office.open_case.change(office.case.with_client(replace(client, family_name="Alkhatib")))
    assert asked == ["Alkhatib"]


def test_the_other_case_is_opened_on_demand(office: Office, page: Any) -> None:
    wanted: list[str] = []
    page.case_wanted.connect(wanted.append)
    office.click(page.duplicates.rows[0].open)
    assert wanted == ["other"]


def test_of_a_case_that_is_hidden_only_is_said_that_there_is_one(office: Office) -> None:
    office.desk = replace(office.desk, links=MemoryLinks(office.cases, is_hidden_alike=True))
    page: Any = office.open("person")
    office.settle()
    assert page.duplicates.isVisible()
    assert page.duplicates.rows == ()
    assert page.duplicates.elsewhere.text().startswith("A colleague may have a case about this person.")
    page.duplicates.forget()
    assert page.duplicates.isHidden()
