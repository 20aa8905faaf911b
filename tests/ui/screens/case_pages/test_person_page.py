"""The page Person, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.partial_date import PartialDate
from tests.support.builders import a_client
from tests.support.full_cases import a_usual_case, an_empty_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_the_family_name_is_typed_and_saved(office: Office) -> None:
    page = office.open("person", an_empty_case())
    field = page.form.frames["family_name"].editor.line
    office.type(field, "Öztürk")
    office.press(field, Qt.Key.Key_Return)
    assert office.stored.client.family_name == "Öztürk"
    assert office.open_case.can_undo


def test_undo_brings_the_name_back(office: Office) -> None:
    page = office.open("person")
    field = page.form.frames["family_name"].editor.line
    field.clear()
    office.type(field, "Haddad")
    office.press(field, Qt.Key.Key_Return)
    office.open_case.undo()
    assert office.stored.client.family_name == "Al-Khatib"
    assert field.text() == "Al-Khatib"


def test_a_name_in_arabic_is_written_from_the_right(office: Office) -> None:
    page = office.open("person", an_empty_case())
    field = page.form.frames["family_name_own_script"].editor.line
    office.type(field, "الخطيب")
    page.flush()
    assert office.stored.client.family_name_own_script == "الخطيب"
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    latin = page.form.frames["given_names_own_script"].editor.line
    office.type(latin, "Ayşe")
    assert latin.alignment() & Qt.AlignmentFlag.AlignLeft


def test_a_year_alone_is_a_date_of_birth(office: Office) -> None:
    page = office.open("person", an_empty_case())
    office.type(page.form.frames["birth"].editor.line, "1980")
    page.flush()
    assert office.stored.client.birth == PartialDate(1980)


def test_what_cannot_be_is_told_at_its_field(office: Office) -> None:
    client = a_client(birth=PartialDate(1990), entry=PartialDate(1985))
    page = office.open("person", replace(a_usual_case(), client=client))
    assert page.form.frames["entry"].note.text() == "The entry lies before the date of birth."
    assert page.still_open.isVisible()
    office.click(page.still_open)
    assert page.form.frames["entry"].editor.isAncestorOf(page.focusWidget())


def test_a_postal_code_offers_its_place(office: Office) -> None:
    page = office.open("person", an_empty_case())
    code = page.form.frames["postal_code"].editor.line
    office.type(code, "04109")
    office.press(code, Qt.Key.Key_Return)
    assert page.offer.isVisible()
    assert [row.words.text() for row in page.offer.rows] == ["04109 is Leipzig"]
    office.click(page.offer.rows[0].button)
    assert (office.stored.client.postal_code, office.stored.client.place) == ("04109", "Leipzig")
    assert not page.offer.isVisible()


def test_an_unknown_postal_code_offers_nothing(office: Office) -> None:
    page = office.open("person", an_empty_case())
    code = page.form.frames["postal_code"].editor.line
    office.type(code, "99999")
    office.press(code, Qt.Key.Key_Return)
    assert not page.offer.isVisible()
    assert office.banner.told == []
