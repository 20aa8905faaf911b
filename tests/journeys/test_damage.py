"""A disk that fails while somebody works, a vault that was damaged overnight: words and cases come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.vault_place import CASES_NAME
from tests.journeys.conftest import CLIENTS, PASSWORD
from tests.support.chance import seeded
from tests.support.damage import PAGE, flip_bit

if TYPE_CHECKING:
    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")


def test_what_was_typed_while_the_stick_was_out_is_saved_when_it_is_back(desk: Office) -> None:
    desk.open_case("Haddad")
    desk.press("Person")
    folder = desk.paths.vault
    pocket = folder.with_name("stick in a pocket")
    folder.rename(pocket)
    desk.fill("Straße und Hausnummer", "Rosenweg 7")
    assert desk.sees("Der Ordner des Datentresors ist nicht mehr da. Der letzte Schritt ist nicht gespeichert.")
    assert desk.sees("Rosenweg 7")
    assert not desk.sees("Gespeichert")
    pocket.rename(folder)
    desk.fill("Straße und Hausnummer", "Rosenweg 8")
    assert desk.sees("Gespeichert")
    desk.leave()
    desk.arrive()
    desk.unlock(PASSWORD)
    desk.open_case("Haddad")
    assert desk.case.client.street == "Rosenweg 8"


def test_a_damaged_vault_is_set_aside_and_its_cases_are_rescued(office: Office) -> None:
    office.leave()
    folder = office.paths.vault
    flip_bit(folder / CASES_NAME, seeded(1))
    content = bytearray((folder / CASES_NAME).read_bytes())
    content[PAGE + 50] ^= 1
    (folder / CASES_NAME).write_bytes(content)
    office.arrive()
    office.fill("Passwort", PASSWORD)
    office.press("Entsperren")
    assert office.sees("Die Datei „cases.db“ des Datentresors ist beschädigt.")
    office.press("Beiseitelegen und die lesbaren Fälle retten")
    assert office.sees("Die lesbaren Fälle sind gerettet. Sie können jetzt entsperren.")
    asides = [path.name for path in folder.parent.iterdir() if " damaged " in path.name]
    assert asides == [f"{folder.name} damaged 2026-11-03"]
    assert office.sees(asides[0])
    office.press("Entsperren")
    office.sit_down()
    assert office.program is not None
    assert office.program.desk is not None
    assert office.program.desk.cases.count() == CLIENTS
    assert office.find_case("Shevchenko")
    assert office.program.desk.watch.last_check() is None
