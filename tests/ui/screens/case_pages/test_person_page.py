"""The page Person, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.client import Client, Home
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.partial_date import PartialDate, partial_date_from
from iq_desktop.domain.situation import Situation
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
    assert page.form.frames["entry"].note.text() == "The entry lies before the date of birth. · for NIQ"
    assert page.still_open.isVisible()
    office.click(page.still_open)
    assert page.form.frames["entry"].editor.isAncestorOf(page.focusWidget())


def test_a_postal_code_offers_its_place(office: Office) -> None:
    page = office.open("person", an_empty_case())
    code = page.form.frames["postal_code"].editor.line
    office.type(code, "04109")
    office.press(code, Qt.Key.Key_Return)
    assert page.offer.isVisible()
    assert [row.name.text() for row in page.offer.rows] == ["04109 is Leipzig"]
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


def test_a_name_in_another_script_offers_its_spellings(office: Office) -> None:
    client = Client(family_name_own_script="Шевченко", given_names_own_script="Ольга")
    page = office.open("person", replace(an_empty_case(), client=client, contact=Contact(client_language="uk")))
    assert [row.name.text() for row in page.spellings.rows] == ["Ševčenko, Olʹga", "Shevchenko, Olha"]
    assert page.spellings.rows[0].note.text() == "ISO 9, as German registry offices write"
    office.click(page.spellings.rows[0].button)
    assert office.stored.client.transliteration == "Ševčenko, Olʹga"
    assert [row.name.text() for row in page.spellings.rows] == ["Shevchenko, Olha"]
    assert office.stored.client.full_name == ""


def test_two_papers_that_differ_are_typed_as_one_speaks(office: Office) -> None:
    page = office.open("person", an_empty_case())
    office.type(page.form.frames["birth"].editor.line, "12.5.1980 oder 1.1.1981")
    page.flush()
    assert office.stored.client.birth == partial_date_from("[1980-05-12,1981-01-01]")
    assert page.form.frames["birth"].editor.line.text() == "12.05.1980 or 01.01.1981"


def test_work_and_wishes_are_kept_beside_the_person(office: Office) -> None:
    page = office.open("person", an_empty_case())
    office.type(page.form.frames["works_as"].editor.line, "Küchenhilfe")
    office.type(page.form.frames["hours_per_week"].editor.line, "30")
    office.type(page.form.frames["barriers"].editor.field, "Der Weg ist weit.")
    page.flush()
    situation = office.stored.situation
    assert (situation.works_as, situation.hours_per_week, situation.barriers) == (
        "Küchenhilfe",
        30,
        "Der Weg ist weit.",
    )
    office.open_case.undo()
    assert office.stored.situation.barriers == ""


def test_the_address_gives_way_to_a_country_for_who_lives_abroad(office: Office) -> None:
    page = office.open("person", an_empty_case())
    assert page.form.frames["street"].isVisible()
    office.click(page.form.frames["home"].editor.pills[Home.ABROAD])
    assert page.form.frames["home_country"].isVisible()
    assert not any(page.form.frames[name].isVisible() for name in ("street", "postal_code", "entry"))


def test_the_family_stays_folded_until_the_person_tells_of_it(office: Office) -> None:
    case = replace(an_empty_case(), situation=Situation(family="drei Kinder"))
    page = office.open("person", case)
    assert not page.form.frames["family"].isVisible()
    card = next(card for card in page.form.cards if card.fold_button is not None)
    office.click(card.fold_button)
    assert page.form.frames["family"].editor.field.toPlainText() == "drei Kinder"


def test_links_lead_to_the_sections_and_show_where_something_is_open(office: Office) -> None:
    page = office.open("person", an_empty_case())
    names = [link.text() for link in page.links.links]
    wishes = page.links.links[names.index("Wishes and possibilities")]
    assert page.links.links[names.index("Name")].icon_name == "open"
    assert wishes.icon_name == ""
    before = page.scroll_area.verticalScrollBar().value()
    office.click(wishes)
    assert page.scroll_area.verticalScrollBar().value() > before
    assert page.form.frames["wish"].editor.isAncestorOf(page.focusWidget())
