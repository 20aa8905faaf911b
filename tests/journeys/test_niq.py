"""A counselling is reported to NIQ: the light turns green, the record leaves, its Chiffre and further talks follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.client import Benefit, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel
from iq_desktop.domain.niq_report import chiffre_of
from iq_desktop.domain.qualification import EarlierApplication, Experience, QualificationKind
from iq_desktop.ui.shell.places import SETTINGS
from iq_desktop.usecases.niq_ports import NiqForm
from tests.journeys.conftest import PASSWORD
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office


def light(office: Office) -> str:
    """Return what the light in the head of the case says."""
    return office.window.case_view.header.niq.button.text()


def tell_the_contact(office: Office) -> None:
    """Tell what was talked about, and that the first counselling is over."""
    office.press("Kontakt")
    office.fill("Gesprächsform", "Telefon")
    office.fill("Ende der Erstberatung", "3.11.26")
    office.fill("Anerkennungsberatung", "Hilfe beim Antrag")


def tell_the_person(office: Office) -> None:
    """Tell everything about the person that NIQ asks for."""
    office.press("Person")
    office.fill("Familienname", "Shevchenko")
    office.fill("Vornamen", "Olha")
    office.fill("Geburtsdatum", "12.5.1980")
    office.at_work.fill("Geschlecht", Gender.FEMALE.label)
    office.fill("Staatsangehörigkeiten", "Ukraine")
    office.at_work.fill("Wohnsitz", Home.GERMANY.label)
    office.fill("Einreise nach Deutschland", "3.2022")
    office.at_work.fill("Aufenthaltstitel", ResidenceTitle.HUMANITARIAN.label)
    office.at_work.fill("Derzeitige Arbeit", Employment.NOT_WORKING.label)
    office.at_work.fill("Leistungsbezug", Benefit.NOT_SAID_WHICH.label)


def tell_the_training(office: Office) -> None:
    """Tell of a training, without the earlier application."""
    office.press("Unterlagen")
    office.press("Abschluss hinzufügen")
    office.fill("Bezeichnung auf Deutsch", "Köchin")
    office.at_work.fill("Art des Abschlusses", QualificationKind.VOCATIONAL.label)
    office.fill("Land", "Ukraine")
    office.at_work.fill("Hat darin gearbeitet", Experience.ABROAD.label)


def tell_german(office: Office) -> None:
    """Tell the level of German, by a certificate."""
    office.press("Sprachen")
    office.press("Mit Deutsch beginnen")
    office.press("Zertifikat hinzufügen")
    office.press("Zertifikat, ganze Prüfung: B1")


def name_the_centre(office: Office, number: str) -> None:
    """Type the number of the centre in NIQ into the settings."""
    office.window.go_to(SETTINGS)
    screen: Any = office.window.areas.get(SETTINGS)
    screen.show_section("centre")
    office.at_work.settle()
    office.fill("Nummer der Beratungsstelle in NIQ", number)


def save_record(office: Office, path: Path) -> dict[str, str]:
    """Save the record of the open case as JSON and return its fields."""
    office.ask.place_to_save = path
    office.at_work.fill("Datensatz als Datei speichern", NiqForm.JSON.label)
    office.at_work.settle()
    (record,) = json.loads(path.read_text(encoding="utf-8"))
    told: dict[str, str] = record
    return told


def test_a_case_is_reported_goes_on_and_is_reported_again(desk: Office, tmp_path: Path) -> None:
    office = desk
    office.press("Fälle")
    office.begin_case("Arbeitgeber", "Ukrainisch", "Nicht nötig", "Abschluss anerkennen lassen")
    assert light(office).endswith("noch nicht meldbar")
    tell_the_contact(office)
    tell_the_training(office)
    tell_german(office)
    tell_the_person(office)
    assert light(office) == "NIQ: 2 fehlen"
    office.press("NIQ: 2 fehlen")
    assert office.sees("Kann gemeldet werden, ist aber unvollständig")
    office.press("Person")
    office.at_work.fill("Leistungsbezug", Benefit.SGB_2.label)
    office.press("Unterlagen")
    office.at_work.fill("Anträge vor dieser Beratung", EarlierApplication.NONE.label)
    assert light(office) == "NIQ vollständig"
    office.press("Begleitung")
    office.ask.place_to_save = tmp_path / "first.json"
    office.at_work.fill("Datensatz als Datei speichern", NiqForm.JSON.label)
    assert office.sees("Die Nummer der Beratungsstelle in NIQ fehlt.")
    assert not list(tmp_path.glob("*.json"))
    name_the_centre(office, "417")
    office.open_case("Shevchenko, Olha")
    office.press("Begleitung")
    first = save_record(office, tmp_path / "first.json")
    assert (first["niqidberatungsstelle"], first["name"], first["leistungsbezug"]) == ("417", "Shevchenko", "2")
    assert "pickfolgedatum1" not in first
    assert light(office) == "NIQ gemeldet"
    office.fill("Chiffre", "BW-2026-00417")
    assert office.sees("Gemeldet am 03.11.2026 · Chiffre BW-2026-00417")
    office.press("Gespräch eintragen")
    office.at_work.fill("Gesprächsform", Channel.TELEPHONE.label)
    assert light(office) == "NIQ: seit der Meldung geändert"
    assert office.sees("2 Felder seitdem geändert")
    assert office.sees("Folgekontakt 1: Tag")
    assert office.sees("03.11.2026 (vorher: keine Angabe)")
    second = save_record(office, tmp_path / "second.json")
    assert {name for name in second if first.get(name) != second[name]} == {"pickfolgedatum1", "beratungsform1"}
    assert light(office) == "NIQ gemeldet"
    assert not office.sees("Felder seitdem geändert")
    assert [(one.sent_on, one.chiffre) for one in office.case.niq_reports] == [
        (TODAY, "BW-2026-00417"),
        (TODAY, "BW-2026-00417"),
    ]
    number = office.case.number
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case(number)
    assert (light(office), chiffre_of(office.case)) == ("NIQ gemeldet", "BW-2026-00417")
