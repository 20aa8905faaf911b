"""A laptop is lost: one backup file and the code, or a password, and the same cases lie on another one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.demo_clients import read_demo_clients
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.usecases.demo_centre import fill_demo_centre
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.progress import Silence
from tests.journeys.conftest import ADVISER, PASSWORD, door_of
from tests.journeys.test_coming_back import contents
from tests.support.journey import Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from iq_desktop.domain.case_file import CaseFile

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

NEW_PASSWORD = "fünf ganz verschiedene Wörter"


@pytest.fixture
def other_laptop(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """Another computer on which the program was never started."""
    paths = replace(find_paths(tmp_path / "other" / "vault"), logs=tmp_path / "other" / "logs")
    office = Office(qapp, paths, door_of(paths), tongues_of(paths.translations))
    yield office
    office.leave()


def cases_of(office: Office) -> dict[str, CaseFile]:
    """Return every case of the vault that is open."""
    assert office.program is not None
    assert office.program.desk is not None
    store = office.program.desk.cases
    return {row.id: store.get(row.id) for row in store.find("", limit=100)}


def back_up(office: Office) -> Path:
    """Make a backup in the settings and return its file."""
    office.press("Einstellungen")
    office.press("Sicherungen")
    office.press("Jetzt sichern")
    office.at_work.settle()
    assert office.sees("Die Sicherung ist gemacht und geprüft.")
    assert office.sees("Gerade eben gesichert")
    [file] = office.paths.vault.parent.rglob("*.iqbackup")
    return file


class Steps:
    """Counts what the adviser does on the way back."""

    def __init__(self, office: Office) -> None:
        self.office, self.count = office, 0

    def press(self, words: str) -> None:
        self.count += 1
        self.office.press(words)
        self.office.at_work.settle()

    def fill(self, label: str, words: str) -> None:
        self.count += 1
        self.office.fill(label, words)


def test_a_new_laptop_with_one_file_and_the_code(empty_office: Office, other_laptop: Office, tmp_path: Path) -> None:
    office, stick = empty_office, tmp_path / "stick"
    desk, code = office.door.set_up(FirstSteps("de", Centre("Beratungsstelle am Park"), ADVISER, PASSWORD))
    clients = read_demo_clients(office.paths.resources / "demo" / "clients.json")[:4]
    fill_demo_centre(desk, clients, Silence())
    desk.close()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case("Al-Khatib")
    before = cases_of(office)
    stick.mkdir()
    file = stick / "backup.iqbackup"
    shutil.copy(back_up(office), file)
    office.leave()
    there = other_laptop
    there.arrive()
    there.ask.file = file
    steps = Steps(there)
    steps.press("Ich habe eine Sicherung")
    steps.press("Datei wählen")
    assert there.sees("Sicherung vom")
    assert there.sees(ADVISER)
    steps.press("Weiter")
    steps.fill("Wiederherstellungscode", code[:-1] + ("X" if code[-1] != "X" else "Y"))
    there.press("Weiter")
    assert there.sees("Im Wiederherstellungscode ist ein Tippfehler.")
    there.fill("Wiederherstellungscode", code.lower())
    steps.press("Weiter")
    assert there.sees("4 Fälle")
    assert not there.paths.vault.exists()
    steps.press("Zurückholen")
    assert there.sees("4 Fälle sind wieder da")
    steps.fill("Neues Passwort", NEW_PASSWORD)
    steps.fill("Passwort wiederholen", NEW_PASSWORD)
    steps.press("Beginnen")
    there.sit_down()
    assert steps.count == 9
    assert cases_of(there) == before
    there.open_case("Al-Khatib")
    there.leave()
    there.arrive()
    there.unlock(NEW_PASSWORD)
    assert there.sees(ADVISER)


def test_a_new_laptop_with_one_file_and_a_password(desk: Office, other_laptop: Office) -> None:
    before = cases_of(desk)
    file = back_up(desk)
    desk.leave()
    there = other_laptop
    there.arrive()
    there.ask.file = file
    there.press("Ich habe eine Sicherung")
    there.press("Datei wählen")
    there.press("Weiter")
    there.press("Passwort")
    there.fill("Passwort", "ganz falsch geraten")
    there.press("Weiter")
    assert not there.paths.vault.exists()
    there.fill("Passwort", PASSWORD)
    there.press("Weiter")
    there.press("Zurückholen")
    there.press("Beginnen")
    there.sit_down()
    assert cases_of(there) == before


def test_a_living_vault_is_never_overwritten(desk: Office) -> None:
    file = back_up(desk)
    desk.open_case("Al-Khatib")
    desk.press("Person")
    desk.fill("Straße und Hausnummer", "Rosenweg 7")
    desk.leave()
    before = contents(desk.paths.vault)
    desk.arrive()
    desk.press("Ich habe eine Sicherung")
    assert desk.sees("Hier liegt schon ein Datentresor")
    desk.ask.file = file
    desk.press("Datei wählen")
    desk.press("Weiter")
    desk.press("Passwort")
    desk.fill("Passwort", PASSWORD)
    desk.press("Weiter")
    assert desk.sees("fehlen") or desk.sees("fehlt")
    desk.press("Zurückholen")
    desk.at_work.settle()
    assert desk.sees("Er wird nicht überschrieben.")
    assert contents(desk.paths.vault) == before
    desk.press("Zurück")
    desk.press("Zurück")
    desk.press("Zurück")
    desk.unlock(PASSWORD)
    desk.open_case("Al-Khatib")
    assert desk.case.client.street == "Rosenweg 7"


def test_a_damaged_file_is_refused(desk: Office, other_laptop: Office, tmp_path: Path) -> None:
    file = back_up(desk)
    desk.leave()
    broken = tmp_path / file.name
    words = bytearray(file.read_bytes())
    words[len(words) // 2] ^= 1
    broken.write_bytes(words)
    there = other_laptop
    there.arrive()
    there.press("Ich habe eine Sicherung")
    there.ask.file = tmp_path / "letter.iqbackup"
    there.ask.file.write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    there.press("Datei wählen")
    there.at_work.settle()
    assert there.sees("letter.iqbackup")
    there.press("Weiter")
    assert there.sees("Bitte wählen Sie eine Sicherung.")
    there.ask.file = broken
    there.press("Datei wählen")
    there.press("Weiter")
    there.press("Passwort")
    there.fill("Passwort", PASSWORD)
    there.press("Weiter")
    there.at_work.settle()
    if not there.sees("ist beschädigt"):
        there.press("Zurückholen")
        there.at_work.settle()
    assert there.sees("ist beschädigt")
    assert not there.paths.vault.exists()


def test_a_damaged_vault_comes_back_and_is_set_aside(desk: Office) -> None:
    before = cases_of(desk)
    file = back_up(desk)
    desk.leave()
    path = desk.paths.vault / CASES_NAME
    words = bytearray(path.read_bytes())
    words[len(words) // 2] ^= 1
    path.write_bytes(words)
    desk.arrive()
    desk.fill("Passwort", PASSWORD)
    desk.press("Entsperren")
    desk.at_work.settle()
    assert desk.sees("ist beschädigt")
    desk.ask.file = file
    desk.press("Ich habe eine Sicherung")
    desk.press("Datei wählen")
    desk.press("Weiter")
    desk.press("Passwort")
    desk.fill("Passwort", PASSWORD)
    desk.press("Weiter")
    desk.press("Zurückholen")
    desk.at_work.settle()
    assert desk.sees("Der beschädigte Datentresor wurde zur Seite gelegt")
    desk.press("Beginnen")
    desk.sit_down()
    assert cases_of(desk) == before


def test_a_backup_is_made_by_itself_and_at_the_end(desk: Office) -> None:
    assert desk.program is not None
    schedule, folder = desk.program.schedule, desk.paths.vault.parent
    assert schedule is not None
    schedule.look()
    desk.at_work.settle()
    assert len(list(folder.rglob("*.iqbackup"))) == 1
    desk.open_case("Al-Khatib")
    schedule.look()
    desk.at_work.settle()
    assert len(list(folder.rglob("*.iqbackup"))) == 1
    window = desk.window
    window.close()
    desk.at_work.until(lambda: not window.isVisible(), "the end")
    assert len(list(folder.rglob("*.iqbackup"))) == 2
