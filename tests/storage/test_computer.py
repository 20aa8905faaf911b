"""The computer is asked cheaply, and where it does not answer, nothing is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.computer import read_computer, read_registry
from iq_desktop.usecases.computer_safety import Computer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("answers", "computer"),
    [
        ({"BootStatus": 1, "HibernateEnabled": 1}, Computer(True, True)),
        ({"BootStatus": 0, "HibernateEnabled": 0}, Computer(False, False)),
        ({}, Computer(None, None)),
    ],
)
def test_windows_tells_of_disk_and_hibernation(answers: dict[str, int], computer: Computer) -> None:
    assert read_computer(lambda _key, name: answers.get(name)) == computer


@pytest.mark.parametrize(("states", "may"), [("freeze mem disk\n", True), ("freeze mem\n", False)])
def test_linux_tells_of_hibernation(tmp_path: Path, states: str, may: bool) -> None:
    (tmp_path / "state").write_text(states, "ascii")
    assert read_computer(None, tmp_path / "state").may_hibernate is may
    assert read_computer(None, tmp_path / "none").may_hibernate is None


def test_a_registry_that_is_not_there_answers_nothing() -> None:
    assert read_registry(r"SYSTEM\No\Such\Key", "Nothing") is None
