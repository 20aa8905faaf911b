"""Passwords, advisers and recovery codes change one at a time, and a crash leaves the old or the new."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.access import add_adviser, change_password, renew_recovery_code, set_appearance
from iq_desktop.storage.adviser_names import UnfitNameError
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError, UnfitPasswordError
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.vault import (
    NewAdviser,
    Vault,
    open_vault,
    open_vault_with_recovery_code,
)
from iq_desktop.storage.vault_header import TWIN_NAME, read_header, read_headers
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Callable

NEW_PASSWORD = "ein neues langes Passwort"


def test_a_new_password_replaces_the_old(made_vault: MadeVault, vault: Vault) -> None:
    change_password(vault, vault.unlocked_by.id, NEW_PASSWORD, FLOOR_COST)
    vault.close()
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    for name, password in ((ADVISER.name, NEW_PASSWORD), (MadeVault.colleague.name, MadeVault.colleague.password)):
        open_vault(made_vault.folder, name, password).close()


def test_who_forgot_the_password_comes_back_with_the_code(made_vault: MadeVault) -> None:
    with open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed()) as vault:
        change_password(vault, vault.header.advisers[0].id, NEW_PASSWORD, FLOOR_COST)
    open_vault(made_vault.folder, ADVISER.name, NEW_PASSWORD).close()


def test_an_unfit_password_or_an_unknown_adviser_changes_nothing(made_vault: MadeVault, vault: Vault) -> None:
    before = read_header(made_vault.folder)
    with pytest.raises(UnfitPasswordError):
        change_password(vault, vault.unlocked_by.id, "too short", FLOOR_COST)
    with pytest.raises(AccessRefusedError):
        change_password(vault, vault.header.recovery_slots[0].id, NEW_PASSWORD, FLOOR_COST)
    with pytest.raises(UnfitNameError):
        add_adviser(vault, NewAdviser(ADVISER.name, NEW_PASSWORD), FLOOR_COST)
    assert read_headers(made_vault.folder) == (before,) == (vault.header,)


def test_a_new_adviser_opens_the_vault(made_vault: MadeVault, vault: Vault) -> None:
    slot = add_adviser(vault, NewAdviser("Frau Neu", NEW_PASSWORD), FLOOR_COST)
    vault.close()
    with open_vault(made_vault.folder, slot.id, NEW_PASSWORD) as again:
        assert [one.label for one in again.header.advisers] == [ADVISER.name, MadeVault.colleague.name, "Frau Neu"]


def test_a_new_recovery_code_replaces_the_old(made_vault: MadeVault, vault: Vault) -> None:
    code = renew_recovery_code(vault, FLOOR_COST)
    vault.close()
    with pytest.raises(AccessRefusedError):
        open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed())
    open_vault_with_recovery_code(made_vault.folder, code.printed()).close()


def test_the_unlock_screen_keeps_its_language_and_theme(made_vault: MadeVault, vault: Vault) -> None:
    set_appearance(vault, "en", "dark")
    revision = vault.header.revision
    set_appearance(vault, "en", "dark")
    header = read_header(made_vault.folder)
    assert (header.language, header.theme, header.revision) == ("en", "dark", revision)


def test_a_full_disk_is_said_in_words_and_the_old_password_stays(
    made_vault: MadeVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    before = vault.header
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DiskRefusedError):
        change_password(vault, vault.unlocked_by.id, NEW_PASSWORD, FLOOR_COST)
    with pytest.raises(DiskRefusedError):
        set_appearance(vault, "en", "dark")
    assert vault.header == before
    vault.close()
    (made_vault.folder / TWIN_NAME).unlink()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()  # the twin cannot be mended, yet nobody is shut out
    monkeypatch.undo()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
    assert (made_vault.folder / TWIN_NAME).exists()


@pytest.mark.parametrize("step", range(1, 9))
def test_a_crash_at_any_step_leaves_the_old_or_the_new_password(
    made_vault: MadeVault, vault: Vault, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    done = 0

    def crash_before(real: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object) -> object:
            nonlocal done
            done += 1
            if done >= step:
                raise KeyboardInterrupt
            return real(*arguments)

        return run

    monkeypatch.setattr(os, "fsync", crash_before(os.fsync))
    monkeypatch.setattr(Path, "replace", crash_before(Path.replace))
    crashed = False
    try:
        change_password(vault, vault.unlocked_by.id, NEW_PASSWORD, FLOOR_COST)
    except KeyboardInterrupt:
        crashed = True
    monkeypatch.undo()
    vault.close()
    assert crashed == (step <= 6)  # write, rename, folder; twice
    password = NEW_PASSWORD if step >= 3 else PASSWORD
    open_vault(made_vault.folder, ADVISER.name, password).close()
    assert len(read_headers(made_vault.folder)) == 1
