"""The journal of a closed vault is checked from a terminal: where it is not what was written, the place is named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.start import main
from iq_desktop.storage.engine import open_database
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.unlocking import password_of, unlock_newest
from iq_desktop.storage.vault_place import CASES_NAME
from tests.app.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.app.desk_setup import VaultDoor


def verify(vault: Path, password: str = PASSWORD) -> int:
    """Run the command with a password in a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(f"{password}\n")
    return main(["journal", "verify", str(vault), "--password-fd", str(reading), "--adviser", ADVISER])


def bend(vault: Path, *statements: str) -> None:
    """Change the tables as somebody would who knows the key of the file, but goes past the program."""
    unlocked = unlock_newest(vault, password_of(ADVISER, PASSWORD))
    database = open_database(vault / CASES_NAME, unlocked.root.derive(Purpose.CASES))
    with database.restructuring() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    database.close()


def test_a_whole_journal_is_told_and_nothing_is_noted(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    for _ in range(2):
        assert verify(locked.paths.vault) == 0
        counts.append(capsys.readouterr().out)
    assert "Das Protokoll ist vollständig" in counts[0]
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE journal SET actor = 'x' WHERE seq = 2", "Eintrag 2"),
        ("UPDATE journal SET mac = zeroblob(32) WHERE seq = (SELECT max(seq) FROM journal)", "Siegel"),
        ("UPDATE journal_payload SET payload = CAST('{}' AS BLOB) WHERE seq = 1", "Eintrag 1"),
    ],
)
def test_what_was_bent_is_named_with_its_place_also_at_the_end(
    locked: VaultDoor, capsys: pytest.CaptureFixture[str], statement: str, told: str
) -> None:
    bend(locked.paths.vault, statement)
    assert verify(locked.paths.vault) == 1
    assert told in capsys.readouterr().out


def test_a_wrong_password_and_a_folder_without_a_vault_check_nothing(locked: VaultDoor, tmp_path: Path) -> None:
    assert verify(locked.paths.vault, "ein ganz falsches Passwort") == 2
    assert verify(tmp_path / "nowhere") == 2
