"""Passwords, advisers and recovery codes change one at a time, and a crash leaves the old or the new."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.storage import safe_file
from iq_desktop.storage.access import Return, UnnotedError, VaultKeys, WrongPasswordError, open_vault_again
from iq_desktop.storage.adviser_names import UnfitNameError
from iq_desktop.storage.engine import Database
from iq_desktop.storage.header_places import TWIN_NAME, read_header, read_headers
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError, UnfitPasswordError
from iq_desktop.storage.problems import DiskRefusedError, disk_refused
from iq_desktop.storage.recovery_code import RecoveryCodeSlipError, make_recovery_code
from iq_desktop.storage.unlocking import check_recovery_code
from iq_desktop.storage.vault import Vault, open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_place import NoVaultError
from iq_desktop.wording.cleaning import clean_line
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from iq_desktop.storage.vault_header import VaultHeader

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
    ids=["no adviser", "short password", "code of another vault", "slip"],
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


def vanish(_database: Database) -> None:
    """Refuse a transaction where it is about to end, as a full disk does."""
    raise disk_refused()


def test_a_change_whose_entry_the_disk_refuses_is_taken_back(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vault.header.slots
    with monkeypatch.context() as patch:
        patch.setattr(Database, "_check_that_it_is_there", vanish)
        with pytest.raises(DiskRefusedError):
            keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
        with pytest.raises(DiskRefusedError):
            keys.use_recovery_code(keys.make_recovery_code())
        with pytest.raises(DiskRefusedError):
            keys.remove_adviser(vault.header.advisers[1].id)
    assert vault.header.slots == read_header(made_vault.folder).slots == before
    assert told(vault) == []
    vault.close()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
    check_recovery_code(made_vault.folder, made_vault.code.printed())


def test_a_header_that_only_its_folder_does_not_vouch_for_is_taken_back(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is on the disk already when its folder fails to be synced."""
    syncs = 0

    def refuse_once(_folder: Path) -> None:
        nonlocal syncs
        syncs += 1
        if syncs == 1:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(safe_file, "sync_folder", refuse_once)
    before = vault.header.slots
    with pytest.raises(DiskRefusedError):
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    vault.close()
    assert [header.slots for header in read_headers(made_vault.folder)] == [before]
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()


def test_a_change_that_can_neither_be_noted_nor_taken_back_is_told(
    made_vault: MadeVault, vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Vault.replace_header

    def write_once(own: Vault, header: VaultHeader) -> None:
        monkeypatch.setattr(Vault, "replace_header", refuse)
        write(own, header)

    def refuse(_own: Vault, _header: VaultHeader) -> None:
        raise disk_refused()

    monkeypatch.setattr(Database, "_check_that_it_is_there", vanish)
    monkeypatch.setattr(Vault, "replace_header", write_once)
    with pytest.raises(UnnotedError):
        keys.change_password(vault.unlocked_by.id, NEW_PASSWORD)
    monkeypatch.undo()
    vault.close()
    open_vault(made_vault.folder, ADVISER.name, NEW_PASSWORD).close()


def test_two_changes_at_once_lose_neither(vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody new gets a password, which takes its time, somebody else is removed."""
    theirs = vault.header.advisers[1].id
    wait = Database.writing

    def remove_first(own: Database) -> AbstractContextManager[Connection]:
        monkeypatch.setattr(Database, "writing", wait)
        keys.remove_adviser(theirs)
        return wait(own)

    monkeypatch.setattr(Database, "writing", remove_first)
    added = keys.add_adviser("Frau Neu", NEW_PASSWORD)
    assert [slot.id for slot in vault.header.advisers] == [vault.unlocked_by.id, added.id]


def test_who_was_removed_meanwhile_does_not_come_back_with_a_new_password(
    vault: Vault, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = vault.header.advisers[1].id
    wait = Database.writing

    def remove_first(own: Database) -> AbstractContextManager[Connection]:
        monkeypatch.setattr(Database, "writing", wait)
        keys.remove_adviser(theirs)
        return wait(own)

    monkeypatch.setattr(Database, "writing", remove_first)
    with pytest.raises(AccessRefusedError):
        keys.change_password(theirs, NEW_PASSWORD)
    assert [slot.id for slot in vault.header.advisers] == [vault.unlocked_by.id]


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
