"""A colleague leaves: removed in the settings, a new key made while the adviser works on, and the code still opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.engine import is_opened_by
from iq_desktop.storage.header_places import read_header
from iq_desktop.storage.journal import read_entries, verify_journal
from iq_desktop.storage.key_slots import AccessRefusedError, Purpose
from iq_desktop.storage.vault import open_vault
from iq_desktop.storage.vault_place import CASES_NAME
from tests.journeys.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

COLLEAGUE, THEIR_PASSWORD = "Herr Baum", "ein ganz anderes Passwort"


def test_a_colleague_leaves_and_the_vault_gets_a_new_key(desk: Office) -> None:
    folder = desk.paths.vault
    desk.press("Einstellungen")
    desk.press("Beratende und Rollen")
    desk.press("Weitere Person hinzufügen")
    desk.fill("Name der Beraterin oder des Beraters", COLLEAGUE)
    desk.fill("Erstes Passwort", THEIR_PASSWORD)
    desk.fill("Passwort wiederholen", THEIR_PASSWORD)
    desk.fill("Ihr eigenes Passwort", PASSWORD)
    desk.press("Speichern")
    desk.at_work.settle()
    desk.press("Entfernen")
    desk.fill("Ihr eigenes Passwort", PASSWORD)
    desk.press("Entfernen")
    desk.at_work.settle()
    assert desk.sees("Herr Baum kann den Datentresor nicht mehr öffnen.")
    desk.fill("Ihr eigenes Passwort", PASSWORD)
    desk.press("Neu verschlüsseln")
    desk.at_work.settle()
    assert desk.sees("Der Datentresor hat einen neuen Schlüssel.")
    desk.open_case("Al-Khatib")
    desk.press("Person")
    desk.fill("Straße und Hausnummer", "Rosenweg 7")
    desk.leave()
    assert read_header(folder).generation == 2
    with pytest.raises(AccessRefusedError):
        open_vault(folder, COLLEAGUE, THEIR_PASSWORD)
    desk.arrive()
    desk.unlock(PASSWORD)
    desk.open_case("Al-Khatib")
    assert desk.case.client.street == "Rosenweg 7"
    desk.leave()
    with open_vault(folder, ADVISER, PASSWORD) as vault, vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
        kinds = [entry.kind for _, entry in read_entries(connection)]
        assert is_opened_by(folder / CASES_NAME, vault.key(Purpose.CASES))
    told = [kind for kind in kinds if kind in {"adviser_added", "adviser_removed", "key_renewed", "unlocked"}]
    assert told[-5:] == ["unlocked", "adviser_added", "adviser_removed", "key_renewed", "unlocked"]
