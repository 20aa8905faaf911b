"""The page Contact, as an adviser uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.consent import Manner, Purpose, valid_consent
from tests.support.full_cases import an_empty_case
from tests.support.tongues import german

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_what_the_person_hopes_for_is_saved(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    office.type(page.form.frames["expectation"].editor.field, "Arbeit bis zum Frühling")
    page.flush()
    assert office.stored.contact.expectation == "Arbeit bis zum Frühling"


def test_a_consent_is_given_in_one_click_and_named_with_all_it_needs(office: Office) -> None:
    page = office.open("contact")
    row = page.consents.rows[Purpose.REFERRAL]
    office.click(row.give_button)
    consent = valid_consent(office.stored.consents, Purpose.REFERRAL)
    assert consent is not None
    assert (consent.language, consent.manner, consent.given_on) == ("ar", Manner.WRITTEN, office.desk.clock.today())
    assert "In writing" in row.state.text()
    assert "Arabic" in row.state.text()
    assert not row.give_button.isVisible()


def test_the_manner_is_chosen_once_for_the_consents_of_a_talk(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    oral = next(pill for choice, pill in page.consents._asked.pills.items() if choice is Manner.ORAL)
    office.click(oral)
    office.click(page.consents.rows[Purpose.COUNSELLING].give_button)
    office.click(page.consents.rows[Purpose.STATISTICS].give_button)
    assert [one.manner for one in office.stored.consents] == [Manner.ORAL, Manner.ORAL]


def test_a_withdrawn_consent_stays_visible_and_comes_back_with_undo(office: Office) -> None:
    page = office.open("contact")
    row = page.consents.rows[Purpose.COUNSELLING]
    office.click(row.withdraw_button)
    assert valid_consent(office.stored.consents, Purpose.COUNSELLING) is None
    assert "withdrawn" in row.earlier.text()
    assert row.give_button.isVisible()
    assert office.banner.act is not None
    office.banner.act()
    assert valid_consent(office.stored.consents, Purpose.COUNSELLING) is not None
    assert not row.earlier.isVisible()


def test_the_page_says_what_is_open_and_leads_there(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    assert page.still_open.text() == "5 things still open"
    office.click(page.still_open)
    assert page.form.frames["channel"].editor.isAncestorOf(page.focusWidget())
    assert not office.open("contact").still_open.isVisible()


def test_the_language_of_a_consent_is_named_in_the_adviser_s_language(office: Office) -> None:
    office.tongue = german()
    page = office.open("contact")
    assert "Arabisch" in page.consents.rows[Purpose.COUNSELLING].state.text()


def test_half_typed_words_stay_while_another_field_is_saved(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    office.type(page.form.frames["concern_in_words"].editor.field, "Ich suche")
    office.press(page.consents.rows[Purpose.COUNSELLING].give_button, Qt.Key.Key_Space)
    assert page.form.frames["concern_in_words"].editor.field.toPlainText() == "Ich suche"
