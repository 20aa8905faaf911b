"""The intake, page by page, as an adviser would tell it: what was asked and told is all there the next day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.client import Home
from iq_desktop.domain.contact import Interpreting, QualificationTopic, RecognitionTopic
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.domain.situation import Licence, Script
from iq_desktop.domain.talk import AppointmentKind, CounsellingResult
from tests.journeys.conftest import PASSWORD

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from tests.support.journey import Office

DIRT = "\u200bO\u202elha\x00\ufeff"


def begin(office: Office) -> None:
    """Begin a case of somebody from Ukraine."""
    office.press("Fälle")
    office.begin_case("Arbeitgeber", "Ukrainisch", "Dolmetscherin oder Dolmetscher", "Arbeit finden")


def tomorrow(office: Office) -> CaseFile:
    """Close the program, start it again, and return the case as it lies in the vault."""
    number = office.case.number
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case(number)
    return office.case


def test_the_whole_contact_is_there_the_next_day(desk: Office) -> None:
    office = desk
    begin(office)
    office.press("Kontakt")
    office.fill("Gesprächsform", "Telefon")
    office.fill("Wer hat angefragt?", "Die Person selbst")
    office.fill("Dauer des Erstgesprächs", "45")
    office.fill("Ende der Erstberatung", "3.11.26")
    office.fill("Name der übersetzenden Person", "M. Adam")
    office.fill("Übersetzt in", "Russisch")
    office.fill("Verschwiegenheit unterschrieben am", "2.11.26")
    office.fill("Erwartung", "Ich will wieder als Köchin arbeiten.")
    office.fill("Erhofft bis", "Sommer")
    office.fill("Erhofft bis", "7.2027")
    office.fill("Anerkennungsberatung", "Hilfe beim Antrag")
    office.fill("Qualifizierungsberatung", "Andere Themen der Qualifizierung")
    office.fill("Welche sonstigen Themen der Qualifizierung?", "Kochkurs")
    office.press("Hat eingewilligt", inside="consent_counselling")
    office.press("Entbindung eintragen")
    office.fill("Wer darf etwas erfahren", "Jobcenter Mitte")
    office.fill("Was darf mitgeteilt werden", "Nur die Vereinbarung")
    case = tomorrow(office)
    contact, release = case.contact, case.releases[0]
    assert (contact.minutes, contact.ended_on, contact.hoped_by) == (
        45,
        dt.date(2026, 11, 3),
        partial_date_from("2027-07"),
    )
    assert contact.interpreting is Interpreting.PROFESSIONAL
    assert (contact.interpreter_name, contact.interpreter_language) == ("M. Adam", "ru")
    assert contact.recognition_topics == (RecognitionTopic.APPLICATION,)
    assert contact.qualification_topics == (QualificationTopic.OTHER,)
    assert contact.qualification_other == "Kochkurs"
    assert (release.recipient, release.what, release.is_valid) == ("Jobcenter Mitte", "Nur die Vereinbarung", True)


def test_the_whole_person_is_there_the_next_day(desk: Office) -> None:
    office = desk
    begin(office)
    office.press("Person")
    office.fill("Familienname", "Shevchenko")
    office.fill("Familienname in eigener Schrift", "Шевченко")
    office.fill("Vornamen in eigener Schrift", "Ольга")
    office.press("Ševčenko, Olʹga: übernehmen")
    office.fill("Geburtsdatum", "12.5.1980 oder 1.1.1981")
    office.fill("Welches Papier sagt was", "Pass 1980, Zeugnis 1981")
    office.fill("Geburtsort", "Київ")
    office.fill("Wohnsitz", "Im Ausland")
    assert not office.sees("Postleitzahl")
    office.fill("Wohnt in", "Polen")
    office.fill("Arbeitet als", "Küchenhilfe")
    office.fill("Schulbesuch", "11")
    office.fill("Liest und schreibt", "Kyrillische Schrift")
    office.fill("Wunsch", "In einer Küche arbeiten")
    office.fill("Umfang", "30")
    office.fill("Kann beginnen ab", "1.3.27")
    office.fill("Bis zu", "25")
    office.press("Braucht Kinderbetreuung")
    office.fill("Was schwierig ist", "Der Weg ist weit.")
    office.fill("Führerschein", "Auto (B)")
    office.press("Öffnen")
    office.fill("Was die Person von der Familie erzählt", "Zwei Kinder, sechs und neun")
    case = tomorrow(office)
    client, situation = case.client, case.situation
    assert client.transliteration == "Ševčenko, Olʹga"
    assert client.birth == partial_date_from("[1980-05-12,1981-01-01]")
    assert (client.home, client.home_country, client.birth_place) == (Home.ABROAD, "PL", "Київ")
    assert (situation.school_years, situation.scripts, situation.licences) == (
        11,
        (Script.CYRILLIC,),
        (Licence.B,),
    )
    assert (situation.hours_per_week, situation.travel_km, situation.needs_childcare) == (30, 25, True)
    assert situation.can_start_on == dt.date(2027, 3, 1)
    assert (situation.works_as, situation.family) == ("Küchenhilfe", "Zwei Kinder, sechs und neun")
    office.press("Person")
    assert not office.sees("Zwei Kinder, sechs und neun")


def test_a_counselling_is_accompanied_closed_and_asked_after(desk: Office) -> None:
    office = desk
    begin(office)
    office.press("Kontakt")
    for purpose in ("counselling", "contact_later"):
        office.press("Hat eingewilligt", inside=f"consent_{purpose}")
    office.press("Begleitung")
    office.press("Gespräch eintragen")
    office.fill("Dauer", "20")
    office.fill("Worum es ging", "Zeugnis ist übersetzt")
    office.press("Termin eintragen")
    office.fill("Tag", "1.12.26")
    office.fill("Uhrzeit", "930")
    office.fill("Was zu tun ist", "Antrag abgeben")
    assert office.sees("Kann noch nicht gemeldet werden")
    office.press("Erledigt")
    office.fill("Ergebnis", "In Arbeit")
    office.press("Beratung abschließen")
    case = office.case
    assert case.talks[0].what == "Zeugnis ist übersetzt"
    assert (case.appointments[0].at, case.appointments[0].is_done) == ("09:30", True)
    assert case.closing.result is CounsellingResult.IN_WORK
    assert case.appointments[1].kind is AppointmentKind.SIX_MONTHS


def test_a_short_consultation_without_a_name_becomes_a_case(desk: Office) -> None:
    office = desk
    office.press("Fälle")
    office.press("Neuer Fall")
    office.fill("Welche Sprache spricht die Person am besten?", "Arabisch")
    office.press("Kurzberatung ohne Namen")
    assert office.case.kind is CaseKind.SHORT
    assert not office.sees("Kompetenzen")
    assert not office.sees("Angaben fehlen noch")
    office.fill("In den Worten der Person", "Wo kann ich Deutsch lernen?")
    office.press("Zum vollen Fall machen")
    office.press("Person")
    office.fill("Familienname", "Dabbagh")
    case = office.case
    assert (case.kind, case.client.family_name) == (CaseKind.FULL, "Dabbagh")
    assert case.contact.concern_in_words == "Wo kann ich Deutsch lernen?"


def test_it_begins_badly_with_wrong_dates(desk: Office) -> None:
    """Nothing that cannot be is saved, no typed word is lost, and each message says what to do."""
    office = desk
    begin(office)
    office.press("Person")
    office.fill("Geburtsdatum", "31.2.1980")
    assert office.sees("Den 31.2.1980 gibt es nicht.")
    assert office.sees("31.2.1980")
    office.press("Kontakt")
    office.press("Person")
    assert office.sees("31.2.1980")
    assert office.case.client.birth is None
    office.fill("Geburtsdatum", "1980 bis")
    assert office.sees("Das zweite Datum fehlt.")
    office.fill("Geburtsdatum", "1982 bis 1980")
    assert office.sees("Das zweite Datum liegt vor dem ersten.")
    office.fill("Geburtsdatum", "1.11.2026")
    assert office.sees("Nach diesem Datum ist die Person ein Kind.")
    office.fill("Geburtsdatum", "um 1980")
    office.fill("Einreise nach Deutschland", "1970")
    assert office.sees("Die Einreise liegt vor der Geburt.")
    office.fill("Einreise nach Deutschland", "2022")
    case = office.case
    assert case.client.birth == partial_date_from("1980~")
    assert case.client.entry == partial_date_from("2022")


def test_it_begins_badly_with_pasted_control_characters(desk: Office) -> None:
    """What nobody sees is taken out of what is pasted, whichever way it comes; all words stay."""
    office = desk
    begin(office)
    office.press("Person")
    clipboard = QApplication.clipboard()
    assert clipboard is not None
    for label in ("Vornamen", "Was schwierig ist"):
        words = QMimeData()
        words.setText(f"{DIRT}\r\nWörter\tund mehr\x85")
        clipboard.setMimeData(words)
        office.fill(label, "x")
        office.fill(label, "")
        field = office.at_work.field(label)
        field.setFocus()
        office.keys(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    office.press("Kontakt")
    case = office.case
    assert case.client.given_names == "Olha Wörter und mehr"
    assert case.situation.barriers == "Olha\nWörter und mehr"
    assert office.find_case("Olha Wörter")
