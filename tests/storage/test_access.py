"""Passwords, advisers and recovery codes change one at a time, and a crash leaves the old or the new."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage.access import Return, VaultKeys, WrongPasswordError, open_vault_again
from iq_desktop.storage.adviser_names import UnfitNameError
from iq_desktop.storage.header_places import TWIN_NAME, read_header, read_headers
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError, UnfitPasswordError
from iq_desktop.storage.problems import DiskRefusedError
from iq_desktop.storage.recovery_code import RecoveryCodeSlipError, make_recovery_code
from iq_desktop.storage.unlocking import check_recovery_code
from iq_desktop.storage.vault import Vault, open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_place import NoVaultError
from iq_desktop.wording.cleaning import clean_line
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Callable

NEW_PASSWORD = "ein neues langes Passwort"


@pytest.fixture
def keys(vault: Vault) -> VaultKeys:
    return VaultKeys(vault, pen_of(vault, FixedClock()), FLOOR_COST)


def told(vault: Vault) -> list[tuple[str, str]]:
    """Return who did what, as the journal says."""
    with vault.cases.reading() as connection:
        return [(entry.actor, entry.kind) for _, entry in read_entries(connection)]


def test_a_new_password_replaces_the_old(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    me = vault.unlocked_by.id
    keys.change_password(me, NEW_PASSWORD)
    keys.check_password(me, NEW_PASSWORD)
    assert told(vault) == [(me, "password_changed")]
    vault.close()
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    for name, password in ((ADVISER.name, NEW_PASSWORD), (MadeVault.colleague.name, MadeVault.colleague.password)):
        open_vault(made_vault.folder, name, password).close()


def test_the_present_password_is_asked_again(vault: Vault, keys: VaultKeys) -> None:
    keys.check_password(vault.unlocked_by.id, PASSWORD)
    for wrong in (MadeVault.colleague.password, "", "\ud800" * 12):
        with pytest.raises(WrongPasswordError):
            keys.check_password(vault.unlocked_by.id, wrong)


def test_who_forgot_the_password_comes_back_with_the_code(made_vault: MadeVault) -> None:
    theirs = read_header(made_vault.folder).advisers[1]
    way = Return(made_vault.code.printed().lower(), theirs.id, NEW_PASSWORD)
    assert NEW_PASSWORD not in repr(way)
    check_recovery_code(made_vault.folder, way.code)
    with open_vault_again(made_vault.folder, way, FixedClock(), FLOOR_COST) as vault:
        assert vault.unlocked_by.label == theirs.label
        assert told(vault) == [(theirs.id, "password_recovered")]
    open_vault(made_vault.folder, theirs.label, NEW_PASSWORD).close()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
    with pytest.raises(AccessRefusedError):
        open_vault(made_vault.folder, theirs.label, MadeVault.colleague.password)


@pytest.mark.parametrize(
    ("code", "adviser", "password", "error"),
    [
        ("", "", NEW_PASSWORD, AccessRefusedError),
        ("", None, "too short", UnfitPasswordError),
        (make_recovery_code().printed(), None, NEW_PASSWORD, AccessRefusedError),
        ("0000", None, NEW_PASSWORD, RecoveryCodeSlipError),
    ],
)
def test_a_return_that_fails_leaves_everything_as_it_was(
    made_vault: MadeVault, code: str, adviser: str | None, password: str, error: type[Exception]
) -> None:
    before = made_vault.files()
    first = read_header(made_vault.folder).advisers[0].id
    way = Return(code or made_vault.code.printed(), first if adviser is None else adviser, password)
    with pytest.raises(error):
        open_vault_again(made_vault.folder, way, FixedClock(), FLOOR_COST)
    after = made_vault.files()
    assert (after["vault.json"], after[TWIN_NAME]) == (before["vault.json"], before[TWIN_NAME])
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as vault:
        assert told(vault) == []


def test_a_code_is_checked_without_touching_a_file(made_vault: MadeVault) -> None:
    before = made_vault.files()
    check_recovery_code(made_vault.folder, made_vault.code.printed())
    with pytest.raises(AccessRefusedError):
        check_recovery_code(made_vault.folder, make_recovery_code().printed())
    with pytest.raises(RecoveryCodeSlipError):
        check_recovery_code(made_vault.folder, made_vault.code.printed()[:-1])
    with pytest.raises(NoVaultError):
        check_recovery_code(made_vault.folder.parent, made_vault.code.printed())
    assert made_vault.files() == before


def test_an_unfit_password_or_an_unknown_adviser_changes_nothing(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys
) -> None:
    before = read_header(made_vault.folder)
    with pytest.raises(UnfitPasswordError):
        keys.change_password(vault.unlocked_by.id, "too short")
    with pytest.raises(AccessRefusedError):
        keys.change_password(vault.header.recovery_slots[0].id, NEW_PASSWORD)
    with pytest.raises(UnfitNameError):
        keys.add_adviser(ADVISER.name, NEW_PASSWORD)
    with pytest.raises(UnfitNameError):
        keys.add_adviser("\u200b\u2060", NEW_PASSWORD)
    assert read_headers(made_vault.folder) == (before,) == (vault.header,)
    assert told(vault) == []


@pytest.mark.parametrize("name", ["Frau Neu", "علی\u200cرضا", "Zoë  O’Neill\u200b"])
def test_a_new_adviser_opens_the_vault(made_vault: MadeVault, vault: Vault, keys: VaultKeys, name: str) -> None:
    added = keys.add_adviser(name, NEW_PASSWORD)
    assert added.name == clean_line(name)
    assert [one.name for one in keys.advisers()] == [ADVISER.name, MadeVault.colleague.name, added.name]
    assert told(vault) == [(vault.unlocked_by.id, "adviser_added")]
    vault.close()
    with open_vault(made_vault.folder, added.id, NEW_PASSWORD) as again:
        assert again.unlocked_by.label == added.name


def test_a_new_recovery_code_replaces_the_old_once_it_is_used(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys
) -> None:
    code = keys.make_recovery_code()
    keys.confirm_recovery_code(code, code.lower())
    check_recovery_code(made_vault.folder, made_vault.code.printed())
    keys.use_recovery_code(code)
    assert told(vault) == [(vault.unlocked_by.id, "recovery_code_renewed")]
    vault.close()
    with pytest.raises(AccessRefusedError):
        open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed())
    open_vault_with_recovery_code(made_vault.folder, code).close()
    assert len(read_header(made_vault.folder).recovery_slots) == 1


def test_the_unlock_screen_keeps_its_language_and_theme(made_vault: MadeVault, vault: Vault, keys: VaultKeys) -> None:
    keys.set_appearance("en", "dark")
    revision = vault.header.revision
    keys.set_appearance("en", "dark")
    header = read_header(made_vault.folder)
    assert (header.language, header.theme, header.revision) == ("en", "dark", revision)


def test_what_cannot_be_noted_is_not_done(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise LookupError

    monkeypatch.setattr(JournalPen, "note", refuse)
    before = made_vault.files()["vault.json"]
    with pytest.raises(LookupError):
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    assert made_vault.files()["vault.json"] == before


def test_a_full_disk_is_said_in_words_and_the_old_password_stays(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    before = vault.header
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DiskRefusedError):
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    with pytest.raises(DiskRefusedError):
        keys.set_appearance("en", "dark")
    assert vault.header == before
    assert told(vault) == []
    vault.close()
    (made_vault.folder / TWIN_NAME).unlink()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()  # the twin cannot be mended, yet nobody is shut out
    monkeypatch.undo()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
    assert (made_vault.folder / TWIN_NAME).exists()


@pytest.mark.parametrize("step", range(1, 12))
def test_a_crash_at_any_step_leaves_the_old_or_the_new_password(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch, step: int
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
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    except KeyboardInterrupt:
        crashed = True
    monkeypatch.undo()
    vault.close()
    assert crashed == (step <= 9)  # write, rename, folder; in three places
    password = NEW_PASSWORD if step >= 3 else PASSWORD
    open_vault(made_vault.folder, ADVISER.name, password).close()
    assert len(read_headers(made_vault.folder)) == 1
