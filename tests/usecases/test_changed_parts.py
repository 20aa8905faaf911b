"""What a step changed is told in the adviser's words, with the page on which it is seen."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.contact import Contact
from iq_desktop.usecases.changed_parts import PAGES_OF_PARTS, WITHOUT_PAGE, changed_parts
from tests.support.builders import a_case


def told(before: CaseFile, after: CaseFile) -> list[tuple[str, str, str]]:
    return [(one.page, one.part, one.name.message) for one in changed_parts(before, after)]


def test_a_field_is_called_as_on_its_page() -> None:
    case = a_case()
    other = case.with_client(replace(case.client, family_name="Öztürk"))
    assert told(case, other) == [("person", "family_name", "Family name")]


def test_a_row_is_told_with_its_page_and_its_identity() -> None:
    case = a_case()
    point = case.agreement[0]
    other = replace(case, agreement=(replace(point, text="Termin vereinbaren"),))
    assert told(case, other) == [("agreement", point.id, "Agreement")]
    assert told(replace(case, agreement=()), case) == [("agreement", point.id, "Agreement")]
    assert told(case, replace(case, agreement=())) == [("agreement", "", "Agreement")]


def test_several_parts_come_in_the_order_of_the_pages() -> None:
    case = a_case()
    other = replace(case.with_contact(Contact()), languages=())
    pages = [page for page, _part, _name in told(case, other)]
    assert pages[0] == "contact"
    assert pages[-1] == "languages"


def test_a_save_is_no_change() -> None:
    case = a_case()
    assert told(case, replace(case, revision=9, number="2026-0009")) == []


def test_every_part_of_a_case_has_its_page() -> None:
    parts = {field.name for field in dataclasses.fields(CaseFile)}
    assert parts == set(PAGES_OF_PARTS) | WITHOUT_PAGE
