"""Vaults for the tests of storage: one is made for the whole run, and every test gets its own copy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_making import create_vault
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.recovery_code import RecoveryCode


@pytest.fixture(scope="session")
def first_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryCode]:
    """A closed vault with two advisers, to be copied and never opened."""
    folder = tmp_path_factory.mktemp("first") / "vault"
    vault, code = create_vault(folder, [ADVISER, MadeVault.colleague], cost=FLOOR_COST)
    vault.close()
    return folder, code


@pytest.fixture
def made_vault(first_vault: tuple[Path, RecoveryCode], tmp_path: Path) -> MadeVault:
    """A closed vault of the test's own."""
    folder, code = first_vault
    shutil.copytree(folder, tmp_path / "vault")
    return MadeVault(tmp_path / "vault", code)


@pytest.fixture
def vault(made_vault: MadeVault) -> Iterator[Vault]:
    """An open vault of the test's own."""
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as opened:
        yield opened
