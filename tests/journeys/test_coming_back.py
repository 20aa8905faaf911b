"""The program is closed and opened again: everything is there, and nobody else comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from iq_desktop.ui.shell.places import CASE
from tests.journeys.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

NEW_PASSWORD = "fünf ganz verschiedene Wörter"


def contents(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder with what is in it, but not the count of vain attempts."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".attempts")
    return {path: path.read_bytes() for path in files}


def test_a_vault_is_set_up_and_its_code_opens_it(empty_office: Office) -> None:
    office = empty_office
    office.arrive()
    office.press("Weiter")
    office.press("Weiter")
    assert office.sees("Bitte geben Sie den Namen Ihrer Beratungsstelle ein.")
    office.fill("Name der Beratungsstelle", "Beratungsstelle am Park")
    office.press("Weiter")
    office.fill("Ihr Name", ADVISER)
    office.press("Weiter")
    office.fill("Passwort", "kurz")
    office.fill("Passwort wiederholen", "kurz")
    office.press("Datentresor anlegen")
    assert not office.paths.vault.exists()
    office.fill("Passwort", PASSWORD)
    office.fill("Passwort wiederholen", PASSWORD)
    office.press("Datentresor anlegen")
    office.press("Drucken")
    code = office.at_work.window.findChild(QLabel, "shown_code")
    assert isinstance(code, QLabel)
    words = code.text()
    office.press("Ich habe den Code auf Papier")
    office.fill("Wiederherstellungscode", words[:-1] + ("X" if words[-1] != "X" else "Y"))
    office.press("Weiter")
    assert office.sees("Im Wiederherstellungscode ist ein Tippfehler.")
    office.fill("Wiederherstellungscode", words.lower().replace("-", " "))
    office.press("Weiter")
    office.press("Beginnen")
    office.sit_down()
    assert office.sees("Neuer Fall")
    assert len(office.ask.printed) == 1
    office.leave()
    office.arrive()
    office.press("Passwort vergessen?")
    office.fill("Wiederherstellungscode", words)
    office.press("Code prüfen")
    assert office.sees("Der Code stimmt.")
    office.fill("Neues Passwort", NEW_PASSWORD)
    office.fill("Passwort wiederholen", NEW_PASSWORD)
    office.press("Passwort setzen und entsperren")
    office.sit_down()
    assert office.sees(ADVISER)
    office.leave()
    office.arrive()
    office.unlock(NEW_PASSWORD)
    assert office.sees(ADVISER)


def test_who_sits_at_the_desk_changes_the_password_and_lets_a_colleague_in(desk: Office) -> None:
    desk.press("Einstellungen")
    desk.press("Passwort ändern")
    desk.fill("Ihr bisheriges Passwort", PASSWORD)
    desk.fill("Neues Passwort", NEW_PASSWORD)
    desk.fill("Passwort wiederholen", NEW_PASSWORD)
    desk.press("Speichern")
    desk.at_work.settle()
    assert desk.sees("Ihr neues Passwort ist gespeichert.")
    desk.press("Beratende und Rollen")
    desk.press("Weitere Person hinzufügen")
    desk.fill("Name der Beraterin oder des Beraters", "Herr Baum")
    desk.fill("Erstes Passwort", "ein ganz anderes Passwort")
    desk.fill("Passwort wiederholen", "ein ganz anderes Passwort")
    desk.fill("Ihr eigenes Passwort", NEW_PASSWORD)
    desk.press("Speichern")
    desk.at_work.settle()
    assert desk.sees("Herr Baum kann den Datentresor jetzt öffnen.")
    desk.leave()
    desk.arrive()
    desk.unlock(NEW_PASSWORD)
    assert [one.name for one in desk.door.advisers()] == [ADVISER, "Herr Baum"]


def test_a_wrong_password_opens_nothing_and_changes_nothing(office: Office) -> None:
    before = contents(office.paths.vault)
    office.fill("Passwort", "ein falsches Passwort")
    office.press("Entsperren")
    assert office.sees("Der Datentresor bleibt geschlossen")
    assert office.program is not None
    assert office.program.window is None
    assert contents(office.paths.vault) == before
    office.unlock(PASSWORD)
    assert office.sees("Heute fällig")


def test_half_typed_words_are_there_after_closing_and_opening(desk: Office) -> None:
    desk.open_case("Al-Khatib")
    desk.press("Person")
    desk.at_work.click(desk.at_work.field("Straße und Hausnummer"))
    desk.type("Rosenweg 7")
    assert desk.case.client.street == ""
    desk.leave()
    desk.arrive()
    desk.unlock(PASSWORD)
    desk.open_case("Al-Khatib")
    desk.press("Person")
    assert desk.case.client.street == "Rosenweg 7"
    assert desk.sees("Rosenweg 7")


def test_locking_closes_the_vault_and_comes_back_to_the_same_page(desk: Office) -> None:
    desk.open_case("Haddad")
    desk.press("Sprachen")
    case_id = desk.case.id
    desk.press("Sperren")
    program = desk.program
    assert program is not None
    assert program.desk is None
    entrance = program.entrance
    assert entrance is not None
    desk.at_work.window = entrance
    desk.at_work.settle()
    desk.fill("Passwort", PASSWORD)
    desk.press("Entsperren")
    desk.sit_down()
    desk.at_work.settle()
    spot = desk.window.spot
    assert (spot.place, spot.case_id, spot.page) == (CASE, case_id, "languages")


def test_language_and_colours_of_the_adviser_also_greet_at_the_door(desk: Office) -> None:
    desk.press("Einstellungen")
    desk.press("English")
    desk.press("Dark")
    assert desk.sees("Settings")
    desk.leave()
    desk.arrive()
    assert desk.sees("Welcome back")
    assert desk.door.theme() == "dark"
    desk.fill("Password", PASSWORD)
    desk.press("Unlock")
    desk.sit_down()
    assert desk.sees("Settings")


def test_the_program_opens_on_the_page_where_one_closed_it(desk: Office) -> None:
    desk.open_case("Haddad")
    desk.press("Sprachen")
    spot = desk.window.spot
    desk.leave()
    desk.arrive()
    desk.unlock(PASSWORD)
    desk.at_work.settle()
    assert desk.window.spot == spot
    assert spot.page == "languages"
    desk.press("Kurse")
    desk.leave()
    desk.arrive()
    desk.unlock(PASSWORD)
    assert desk.window.spot.place == "courses"
