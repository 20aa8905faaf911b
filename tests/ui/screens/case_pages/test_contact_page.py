"""The page Contact, as an adviser uses it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.consent import Manner, Purpose, valid_consent
from iq_desktop.domain.contact import Interpreting
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
    office.click(page.consents.fields.frames["manner"].editor.pills[Manner.ORAL])
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
    assert page.still_open.text() == "8 things still open"
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


def test_a_consent_that_was_given_before_has_its_day_and_its_language(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    fields = page.consents.fields.frames
    office.type(fields["given_on"].editor.line, "")
    fields["given_on"].editor.line.setText("1.11.2026")
    fields["given_on"].editor.line.setModified(True)
    fields["language"].editor.line.setText("Tigrinya")
    fields["language"].editor.line.setModified(True)
    office.click(page.consents.rows[Purpose.COUNSELLING].give_button)
    consent = valid_consent(office.stored.consents, Purpose.COUNSELLING)
    assert consent is not None
    assert (consent.given_on, consent.language) == (dt.date(2026, 11, 1), "ti")


def test_who_interprets_is_asked_only_where_somebody_does(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    assert not page.form.frames["interpreter_name"].isVisible()
    box = page.form.frames["interpreting"].editor.box
    row = box.findText("Professional interpreter")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert office.stored.contact.interpreting is Interpreting.PROFESSIONAL
    assert page.form.frames["interpreter_name"].isVisible()
    assert page.form.frames["interpreter_secrecy_on"].isVisible()


def test_a_release_is_begun_named_and_withdrawn_and_comes_back(office: Office) -> None:
    page = office.open("contact", an_empty_case())
    office.click(page.releases.add_button)
    row = page.releases.rows.rows[office.stored.releases[0].id]
    office.type(row.fields.frames["recipient"].editor.line, "Jobcenter Mitte")
    office.type(row.fields.frames["what"].editor.field, "Was wir vereinbart haben")
    page.flush()
    release = office.stored.releases[0]
    assert (release.recipient, release.what, release.is_valid) == (
        "Jobcenter Mitte",
        "Was wir vereinbart haben",
        True,
    )
    assert not row.fields.frames["withdrawn_on"].isVisible()
    office.click(row.withdraw_button)
    assert [one.is_valid for one in office.stored.releases] == [False]
    assert row.fields.frames["withdrawn_on"].isVisible()
    assert not row.withdraw_button.isVisible()
    assert office.banner.act is not None
    office.banner.act()
    assert [one.is_valid for one in office.stored.releases] == [True]
    office.click(row.remove)
    assert office.stored.releases == ()


def test_a_release_without_a_recipient_is_open_and_the_page_leads_there(office: Office) -> None:
    page = office.open("contact")
    office.click(page.releases.add_button)
    office.settle()
    assert page.still_open.isVisible()
    office.click(page.still_open)
    row = page.releases.rows.rows[office.stored.releases[0].id]
    assert row.fields.frames["recipient"].editor.isAncestorOf(page.focusWidget())


def test_a_short_consultation_asks_little_and_becomes_a_full_case(office: Office) -> None:
    page = office.open("contact", replace(an_empty_case(), kind=CaseKind.SHORT))
    assert page.short.isVisible()
    assert not page.consents.isVisible()
    assert not page.still_open.isVisible()
    assert not page.form.frames["expectation"].isVisible()
    office.type(page.form.frames["concern_in_words"].editor.field, "Nur eine Frage")
    office.click(page.short.button)
    assert office.stored.kind is CaseKind.FULL
    assert office.stored.contact.concern_in_words == "Nur eine Frage"
    assert not page.short.isVisible()
    assert page.consents.isVisible()
    assert page.form.frames["expectation"].isVisible()


def test_the_languages_of_the_centre_are_offered_first(office: Office) -> None:
    office.cases.chosen_most = {"client_language": ("ti", "ar")}
    page = office.open("contact", an_empty_case())
    office.settle()
    box = page.form.frames["client_language"].editor.box
    assert [box.itemText(row) for row in range(4)] == ["", "Tigrinya", "Arabic", ""]
