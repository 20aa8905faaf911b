"""Backup and return from a terminal: what is printed, what a script reads, and that secrets are never an argument."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.start import main
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.backup_making import first_place
from iq_desktop.usecases.desk import FirstSteps
from tests.app.conftest import ADVISER, PASSWORD
from tests.support.builders import a_case

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.app.desk_setup import VaultDoor

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def code(door: VaultDoor) -> str:
    """The recovery code of a closed vault with one case."""
    desk, code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), ADVISER, PASSWORD))
    desk.cases.save(a_case(number="", revision=0))
    desk.close()
    return code


def run(order: list[str], typed: str) -> int:
    """Run a command with words in a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(f"{typed}\n")
    return main([*order, "--password-fd", str(reading)])


def backup_of(door: VaultDoor) -> Path:
    """Make a backup and return its file."""
    assert run(["backup", str(door.paths.vault), "--adviser", ADVISER], PASSWORD) == 0
    (file,) = first_place(door.paths.vault).glob("*.iqbackup")
    return file


def test_a_backup_is_made_and_told(door: VaultDoor, code: str, tmp_path: Path, capsys: Printed) -> None:
    del code
    stick = tmp_path / "stick"
    stick.mkdir()
    order = ["backup", str(door.paths.vault), "--to", str(stick), "--adviser", ADVISER]
    assert run(order, PASSWORD) == 0
    (copy,) = stick.iterdir()
    (file,) = first_place(door.paths.vault).glob("*.iqbackup")
    told = capsys.readouterr().out
    assert str(copy) in told
    assert str(file) in told
    assert "Kataloge" in told


def test_without_password_or_folder_there_is_no_backup(
    door: VaultDoor, code: str, tmp_path: Path, capsys: Printed
) -> None:
    del code
    assert run(["backup", str(door.paths.vault), "--adviser", ADVISER], "falsch falsch falsch") == 1
    assert run(["backup", str(tmp_path / "nowhere"), "--adviser", ADVISER], PASSWORD) == 1
    order = ["backup", str(door.paths.vault), "--to", str(tmp_path / "nowhere"), "--adviser", ADVISER]
    assert run(order, PASSWORD) == 1
    assert capsys.readouterr().err.count("\n") == 3


def test_a_vault_comes_back_by_password_and_by_code(
    door: VaultDoor, code: str, tmp_path: Path, capsys: Printed
) -> None:
    file = backup_of(door)
    capsys.readouterr()
    by_password, by_code = tmp_path / "by password", tmp_path / "by code"
    assert run(["restore", str(file), "--vault", str(by_password), "--adviser", ADVISER], PASSWORD) == 0
    assert run(["restore", str(file), "--vault", str(by_code), "--code"], code) == 0
    told = capsys.readouterr().out
    assert str(by_password) in told
    assert str(by_code) in told
    for place in (by_password, by_code):
        assert run(["verify", str(place), "--adviser", ADVISER], PASSWORD) == 0


def test_a_living_vault_a_wrong_password_and_a_damaged_file_are_refused(
    door: VaultDoor, code: str, tmp_path: Path, capsys: Printed
) -> None:
    del code
    file = backup_of(door)
    assert run(["restore", str(file), "--vault", str(door.paths.vault), "--adviser", ADVISER], PASSWORD) == 1
    place = tmp_path / "new"
    assert run(["restore", str(file), "--vault", str(place), "--adviser", ADVISER], "falsch falsch falsch") == 1
    assert run(["restore", str(file), "--vault", str(place), "--adviser", "niemand"], PASSWORD) == 1
    bent = tmp_path / "bent.iqbackup"
    bent.write_bytes(file.read_bytes()[:-100])
    assert run(["restore", str(bent), "--vault", str(place)], PASSWORD) == 1
    assert not place.exists()
    told = capsys.readouterr().err
    assert "nicht überschrieben" in told
    assert "bent.iqbackup" in told
