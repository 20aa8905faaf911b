"""A vault gets a new key from a terminal; the password is typed or comes through a descriptor."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

from iq_desktop.app.start import main
from iq_desktop.domain.role import Role
from iq_desktop.storage.attempts import UNLOCKED
from iq_desktop.storage.header_places import read_header
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.vault import open_vault
from iq_desktop.usecases.keys import Newcomer, let_in
from tests.app.conftest import ADVISER, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from iq_desktop.app.desk_setup import VaultDoor


def rekey(folder: Path, password: str = PASSWORD, *more: str) -> int:
    """Run the command with a password in a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(f"{password}\n")
    return main(["rekey", str(folder), "--password-fd", str(reading), *more])


def test_a_new_key_is_given_and_told(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    assert rekey(locked.paths.vault, PASSWORD, "--adviser", ADVISER) == 0
    assert "neuen Schlüssel" in capsys.readouterr().out
    assert read_header(locked.paths.vault).generation == 2
    with open_vault(locked.paths.vault, ADVISER, PASSWORD) as vault, vault.cases.reading() as connection:
        kinds = [entry.kind for _, entry in read_entries(connection)]
    assert kinds.count("key_renewed") == 1
    assert kinds.index(UNLOCKED) < kinds.index("key_renewed")


def test_the_password_is_asked_without_showing_it(locked: VaultDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def type_password(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr(getpass, "getpass", type_password)
    assert main(["rekey", str(locked.paths.vault)]) == 0
    assert asked == ["Passwort: "]


def test_a_trainee_gives_no_new_key(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    desk = locked.unlock(ADVISER, PASSWORD)
    let_in(desk, PASSWORD, Newcomer("Herr Baum", "ein ganz anderes Passwort", Role.TRAINEE))
    desk.close()
    assert rekey(locked.paths.vault, "ein ganz anderes Passwort", "--adviser", "Herr Baum") == 1
    assert "verantwortliche Person" in capsys.readouterr().err
    assert read_header(locked.paths.vault).generation == 1


def test_a_wrong_password_leaves_the_key_and_is_counted(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    assert rekey(locked.paths.vault, "ein falsches Passwort") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "ein falsches Passwort" not in told.err
    assert read_header(locked.paths.vault).generation == 1
    locked.unlock(ADVISER, PASSWORD).close()
    with open_vault(locked.paths.vault, ADVISER, PASSWORD) as vault, vault.cases.reading() as connection:
        unlocked = [dict(entry.payload) for _, entry in read_entries(connection) if entry.kind == UNLOCKED]
    assert [entry["failed"] for entry in unlocked] == [0, 1]
    assert [entry["way"] for entry in unlocked] == ["new", "password"]


def test_where_there_is_no_vault_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rekey(tmp_path / "nowhere") == 1
    assert str(tmp_path / "nowhere") in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
