"""A vault is checked from a terminal: each part with its answer, and an exit code that a script can read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from iq_desktop.app.start import main
from iq_desktop.storage.header_places import places_of
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME
from iq_desktop.usecases.vault_health import VaultPart
from tests.app.conftest import ADVISER, PASSWORD
from tests.support.chance import seeded
from tests.support.damage import flip_bit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from iq_desktop.app.desk_setup import VaultDoor


def verify(vault: Path, password: str = PASSWORD) -> int:
    """Run the command with a password in a pipe."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(f"{password}\n")
    return main(["verify", str(vault), "--password-fd", str(reading), "--adviser", ADVISER])


def test_a_sound_vault_is_told_part_by_part(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(locked.paths.vault) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == len(VaultPart) + 1
    assert all(line.endswith("in Ordnung") for line in told[:-1])


def test_the_outcome_stands_in_the_vault(locked: VaultDoor) -> None:
    assert verify(locked.paths.vault) == 0
    desk = locked.unlock(ADVISER, PASSWORD)
    last = desk.watch.last_check()
    desk.close()
    assert last is not None
    assert last.is_sound


def test_damaged_cases_are_told(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    flip_bit(locked.paths.vault / CASES_NAME, seeded(1))
    assert verify(locked.paths.vault) == 1
    assert CASES_NAME in capsys.readouterr().err


def test_damaged_catalogues_are_told(locked: VaultDoor, capsys: pytest.CaptureFixture[str]) -> None:
    flip_bit(locked.paths.vault / REFERENCE_NAME, seeded(3))
    assert verify(locked.paths.vault) == 1
    told = capsys.readouterr()
    assert "BESCHÄDIGT" in told.out or REFERENCE_NAME in told.err


def test_a_key_file_of_which_every_copy_is_damaged_is_told(
    locked: VaultDoor, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in places_of(locked.paths.vault):
        path.write_bytes(b"garbled")
    assert verify(locked.paths.vault) == 1
    assert "vault.json" in capsys.readouterr().err


def test_a_wrong_password_or_no_vault_is_no_answer(
    locked: VaultDoor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(locked.paths.vault, "ein falsches Passwort") == 2
    assert verify(tmp_path / "nowhere") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "ein falsches Passwort" not in told.err
