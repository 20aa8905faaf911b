"""Catalogues are taken into a vault from a terminal; the password comes through a descriptor, never as an argument."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.app.start import main
from tests.app.conftest import ADVISER, PASSWORD
from tests.support.catalogue_files import write_esco

if TYPE_CHECKING:
    import pytest

    from iq_desktop.app.desk_setup import VaultDoor


def take_in(door: VaultDoor, *paths: Path, password: str = PASSWORD, adviser: str | None = None) -> int:
    """Run the command with a password in a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(f"{password}\n")
    who = ["--adviser", adviser] if adviser else []
    vault = ["--vault", str(door.paths.vault), "--password-fd", str(reading)]
    return main(["import", *map(str, paths), *vault, *who])


def taken_in(door: VaultDoor) -> list[str]:
    """Return the kinds of catalogues that lie in the vault."""
    desk = door.unlock(ADVISER, PASSWORD)
    kinds = [state.kind.value for state in desk.reference.catalogues()]
    desk.close()
    return kinds


def test_a_catalogue_is_taken_in_and_told(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_esco(tmp_path / "esco")
    assert take_in(locked, tmp_path / "esco", adviser=ADVISER) == 0
    assert "ESCO" in capsys.readouterr().out
    assert taken_in(locked) == ["esco"]


def test_a_wrong_password_leaves_everything_shut(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_esco(tmp_path / "esco")
    assert take_in(locked, tmp_path / "esco", password="ein falsches Passwort") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Passwort" in told.err
    assert "ein falsches Passwort" not in told.err
    assert taken_in(locked) == []


def test_one_unknown_file_does_not_hinder_the_others(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Sehr geehrte Frau Öztürk", encoding="utf-8")
    write_esco(tmp_path / "esco")
    assert take_in(locked, letter, tmp_path / "nowhere", tmp_path / "esco") == 1
    told = capsys.readouterr()
    assert "letter.txt" in told.err
    assert "nowhere" in told.err
    assert taken_in(locked) == ["esco"]


def test_a_folder_without_a_catalogue_is_told_with_what_the_program_knows(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Guten Tag", encoding="utf-8")
    for place in (tmp_path / "letters", tmp_path / "not there"):
        assert take_in(locked, place) == 1
        told = capsys.readouterr().err
        assert str(place) in told
        assert "open-Qcat" in told
    assert taken_in(locked) == []


def test_a_folder_that_cannot_be_read_is_told_and_the_others_come_in(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_esco(tmp_path / "esco")
    (tmp_path / "locked away").mkdir()
    is_dir = Path.is_dir

    def refuse(self: Path) -> bool:
        if self.name == "locked away":
            raise PermissionError(13, "Permission denied")
        return is_dir(self)

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert take_in(locked, tmp_path / "locked away", tmp_path / "esco") == 1
    told = capsys.readouterr()
    assert "locked away" in told.err
    assert "ESCO" in told.out
    assert taken_in(locked) == ["esco"]


def test_a_stranger_is_told_who_can_open_the_vault(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_in(locked, locked.paths.packs, adviser="Herr Niemand") == 1
    assert ADVISER in capsys.readouterr().err


def test_without_a_vault_nothing_is_made(door: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_esco(tmp_path / "esco")
    assert take_in(door, tmp_path / "esco") == 1
    assert f"In {door.paths.vault} liegt kein Datentresor." in capsys.readouterr().err
    assert not door.paths.vault.exists()
