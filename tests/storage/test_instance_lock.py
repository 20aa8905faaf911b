"""One program at a time, and the message that says who holds the vault."""

from __future__ import annotations

import getpass
import platform
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.instance_lock import HOLDER_NAME, VaultInUseError, lock_vault
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_program_is_refused_and_told_who_holds_the_vault(tmp_path: Path) -> None:
    first = lock_vault(tmp_path)
    with pytest.raises(VaultInUseError) as caught:
        lock_vault(tmp_path)
    assert dict(caught.value.text.values) == {"person": getpass.getuser(), "machine": platform.node()}
    first.release()
    lock_vault(tmp_path).release()


@pytest.mark.parametrize("note", [None, "", "{", "[]", '{"person": 1, "machine": 2}', '{"person": "", "machine": ""}'])
def test_without_a_note_the_refusal_names_nobody(tmp_path: Path, note: str | None) -> None:
    first = lock_vault(tmp_path)
    (tmp_path / HOLDER_NAME).unlink()
    if note is not None:
        (tmp_path / HOLDER_NAME).write_text(note, encoding="utf-8")
    with pytest.raises(VaultInUseError) as caught:
        lock_vault(tmp_path)
    assert not caught.value.text.values
    first.release()


def test_a_note_left_by_a_crash_does_not_lock(tmp_path: Path) -> None:
    (tmp_path / HOLDER_NAME).write_text('{"person": "x", "machine": "y"}', encoding="utf-8")
    lock_vault(tmp_path).release()
    assert not (tmp_path / HOLDER_NAME).exists()


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    first = lock_vault(tmp_path)
    first.release()
    second = lock_vault(tmp_path)
    first.release()
    with pytest.raises(VaultInUseError):
        lock_vault(tmp_path)
    second.release()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IqError) as caught:
        lock_vault(tmp_path / "file")
    assert not isinstance(caught.value, VaultInUseError)
