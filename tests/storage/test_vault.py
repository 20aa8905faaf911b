"""A vault opens for the right person only, and whatever is refused leaves every file as it was."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.storage import engine, key_slots
from iq_desktop.storage import vault_making as vault_module
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.adviser_names import UnfitNameError
from iq_desktop.storage.engine import (
    UnfitEngineError,
    read_engine_facts,
)
from iq_desktop.storage.header_codec import encode_header
from iq_desktop.storage.header_places import HEADER_NAME, TWIN_NAME, places_of
from iq_desktop.storage.instance_lock import VaultInUseError
from iq_desktop.storage.journal import JournalEntry, append_entry, count_entries, verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError, Purpose, UnfitPasswordError
from iq_desktop.storage.problems import DiskRefusedError, MissingDatabaseError
from iq_desktop.storage.recovery_code import RecoveryCodeSlipError, make_recovery_code
from iq_desktop.storage.vault import Vault, open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_header import DamagedHeaderError, NewerVaultError
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME, NoVaultError, PlaceTakenError
from iq_desktop.usecases.vault_health import DamagedVault
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.engine import Database

ENTRY = JournalEntry("device", "actor", dt.datetime(2026, 11, 3, tzinfo=dt.UTC), "case_saved", "case-1", {"old": 1})


def write_entry(vault: Vault) -> None:
    with vault.cases.writing() as connection:
        append_entry(connection, vault.key(Purpose.JOURNAL), ENTRY)


def entries(vault: Vault) -> int:
    with vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None
        return count_entries(connection)


def test_a_new_vault_holds_what_the_format_says(made_vault: MadeVault) -> None:
    files = made_vault.files()
    copies = "keys/vault.json.copies"
    assert set(files) == {HEADER_NAME, TWIN_NAME, copies, CASES_NAME, REFERENCE_NAME, "vault.lock"}
    assert files[HEADER_NAME] == files[TWIN_NAME]
    assert not list(made_vault.folder.parent.glob("*being-made*"))


def test_what_was_saved_is_there_after_reopening(made_vault: MadeVault) -> None:
    for adviser in (ADVISER, MadeVault.colleague):
        with open_vault(made_vault.folder, adviser.name, adviser.password) as vault:
            assert vault.unlocked_by.label == adviser.name
            write_entry(vault)
    with open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed().lower()) as vault:
        assert entries(vault) == 2
        assert vault.unlocked_by in vault.header.recovery_slots


def test_an_adviser_is_found_by_id_too(made_vault: MadeVault, vault: Vault) -> None:
    slot = vault.unlocked_by
    vault.close()
    with open_vault(made_vault.folder, slot.id, PASSWORD) as again:
        assert again.unlocked_by == slot


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (ADVISER.name, MadeVault.colleague.password),
        (MadeVault.colleague.name, PASSWORD),
        (ADVISER.name, ""),
        (ADVISER.name, PASSWORD[:-1]),
        ("nobody", PASSWORD),
        ("recovery", PASSWORD),
    ],
)
def test_a_wrong_name_or_password_gets_one_answer_and_touches_nothing(
    made_vault: MadeVault, name: str, password: str
) -> None:
    before = made_vault.files()
    with pytest.raises(AccessRefusedError) as caught:
        open_vault(made_vault.folder, name, password)
    assert caught.value.text == key_slots.refusal().text
    assert made_vault.files() == before


def test_a_wrong_password_touches_nothing_after_a_crash_either(
    made_vault: MadeVault, vault: Vault, tmp_path: Path
) -> None:
    write_entry(vault)
    shutil.copytree(made_vault.folder, tmp_path / "crashed")
    crashed = MadeVault(tmp_path / "crashed", made_vault.code)
    (crashed.folder / "vault.lock.holder").unlink()
    before = crashed.files()
    assert len(before["cases.db-wal"]) > 4096
    with pytest.raises(AccessRefusedError):
        open_vault(crashed.folder, ADVISER.name, "ein falsches Passwort")
    assert crashed.files() == before
    with open_vault(crashed.folder, ADVISER.name, PASSWORD) as again:
        assert entries(again) == 1


def test_another_vaults_recovery_code_is_refused(made_vault: MadeVault) -> None:
    before = made_vault.files()
    with pytest.raises(AccessRefusedError):
        open_vault_with_recovery_code(made_vault.folder, make_recovery_code().printed())
    assert made_vault.files() == before


def test_a_slip_in_the_code_is_named_before_any_key_is_derived(
    made_vault: MadeVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("nacl.pwhash.argon2id.kdf")
    symbols = made_vault.code.symbols
    slip = ("0" if symbols[0] != "0" else "1") + symbols[1:]
    with pytest.raises(RecoveryCodeSlipError):
        open_vault_with_recovery_code(made_vault.folder, slip)


def test_a_second_program_is_refused(made_vault: MadeVault, vault: Vault) -> None:
    write_entry(vault)
    with pytest.raises(VaultInUseError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    with pytest.raises(VaultInUseError):
        open_vault_with_recovery_code(made_vault.folder, made_vault.code.printed())
    assert entries(vault) == 1
    vault.close()
    vault.close()
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()


def test_an_unfit_engine_opens_and_makes_nothing(
    made_vault: MadeVault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = replace(read_engine_facts(), sqlite=(3, 50, 4))
    monkeypatch.setattr(engine, "read_engine_facts", lambda: old)
    before = made_vault.files()
    with pytest.raises(UnfitEngineError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    with pytest.raises(UnfitEngineError):
        create_vault(tmp_path / "other", [ADVISER], cost=FLOOR_COST)
    assert made_vault.files() == before
    assert not (tmp_path / "other").exists()


def test_a_place_where_something_stands_is_not_used(made_vault: MadeVault, tmp_path: Path) -> None:
    before = made_vault.files()
    with pytest.raises(PlaceTakenError):
        create_vault(made_vault.folder, [ADVISER], cost=FLOOR_COST)
    assert made_vault.files() == before
    for name in (HEADER_NAME, TWIN_NAME, "letter.txt"):
        folder = tmp_path / f"with {name}"
        folder.mkdir()
        (folder / name).write_text("something", encoding="utf-8")
        with pytest.raises(PlaceTakenError):
            create_vault(folder, [ADVISER], cost=FLOOR_COST)
        assert [path.name for path in folder.iterdir()] == [name]
    (tmp_path / "file").touch()
    with pytest.raises(PlaceTakenError):
        create_vault(tmp_path / "file", [ADVISER], cost=FLOOR_COST)


def test_an_empty_folder_and_a_missing_parent_are_good_places(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "new" / "deep" / "vault"):
        vault, _ = create_vault(folder, [ADVISER], language="en", theme="dark", cost=FLOOR_COST)
        with vault:
            assert (vault.header.language, vault.header.theme) == ("en", "dark")
            assert entries(vault) == 0


@pytest.mark.parametrize(
    ("advisers", "problem"),
    [
        ([], UnfitNameError),
        ([NewAdviser("", PASSWORD)], UnfitNameError),
        ([NewAdviser("   ", PASSWORD)], UnfitNameError),
        ([NewAdviser("x" * 101, PASSWORD)], UnfitNameError),
        ([NewAdviser("two\nlines", PASSWORD)], UnfitNameError),
        ([ADVISER, replace(ADVISER, name=ADVISER.name.upper())], UnfitNameError),
        ([ADVISER, replace(ADVISER, name=f" {ADVISER.name} ")], UnfitNameError),
        ([ADVISER, replace(ADVISER, name=unicodedata.normalize("NFD", ADVISER.name))], UnfitNameError),
        ([NewAdviser("A", "too short")], UnfitPasswordError),
        ([ADVISER, NewAdviser("B", "x" * 129)], UnfitPasswordError),
    ],
)
def test_an_adviser_that_cannot_be_taken_makes_no_vault(
    tmp_path: Path, advisers: list[NewAdviser], problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        create_vault(tmp_path / "vault", advisers, cost=FLOOR_COST)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("step", ["_build_database", "write_header", "killed"])
def test_a_disk_that_refuses_leaves_no_half_made_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    if step == "killed":
        monkeypatch.setattr(shutil, "rmtree", lambda *_a, **_k: None)
        monkeypatch.setattr(vault_module, "write_header", refuse)
    else:
        monkeypatch.setattr(vault_module, step, refuse)
    with pytest.raises(DiskRefusedError):
        create_vault(tmp_path / "vault", [ADVISER], cost=FLOOR_COST)
    assert not (tmp_path / "vault").exists()
    with pytest.raises(NoVaultError) as caught:
        open_vault(tmp_path / "vault", ADVISER.name, PASSWORD)
    assert ("interrupted" in caught.value.text.message) == (step == "killed")


def test_where_there_is_no_vault_it_is_said(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere", tmp_path / "no" / "where"):
        with pytest.raises(NoVaultError):
            open_vault(folder, ADVISER.name, PASSWORD)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", [CASES_NAME, REFERENCE_NAME])
def test_a_missing_database_is_said_and_never_made_anew(made_vault: MadeVault, name: str) -> None:
    (made_vault.folder / name).unlink()
    before = made_vault.files()
    with pytest.raises(MissingDatabaseError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert made_vault.files() == before


def put_swapped(folder: Path) -> None:
    (folder / CASES_NAME).rename(folder / "aside")
    (folder / REFERENCE_NAME).rename(folder / CASES_NAME)
    (folder / "aside").rename(folder / REFERENCE_NAME)


def put_plain(folder: Path) -> None:
    (folder / CASES_NAME).unlink()
    with sqlite3.connect(folder / CASES_NAME) as plain:
        plain.execute("CREATE TABLE t (x)")
    plain.close()


def put_garbage(folder: Path) -> None:
    (folder / CASES_NAME).write_bytes(b"garbage" * 5000)


def put_flip(folder: Path) -> None:
    content = bytearray((folder / REFERENCE_NAME).read_bytes())
    content[100] ^= 1
    (folder / REFERENCE_NAME).write_bytes(content)


def put_other_vaults(folder: Path) -> None:
    vault, _ = create_vault(folder.parent / "other", [ADVISER], cost=FLOOR_COST)
    vault.close()
    shutil.copy(folder.parent / "other" / CASES_NAME, folder / CASES_NAME)


@pytest.mark.parametrize("put", [put_swapped, put_plain, put_garbage, put_flip, put_other_vaults])
def test_a_foreign_database_is_refused_and_stays_as_it_is(made_vault: MadeVault, put: Any) -> None:
    put(made_vault.folder)
    before = made_vault.files()
    with pytest.raises(DamagedVault):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert made_vault.files() == before


@pytest.mark.parametrize("damage", [None, b"garbled"])
def test_a_vault_without_a_readable_header_is_refused_and_stays_as_it_is(
    made_vault: MadeVault, damage: bytes | None
) -> None:
    made_vault.garble_headers(damage)
    before = made_vault.files()
    with pytest.raises(DamagedHeaderError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert made_vault.files() == before


@pytest.mark.parametrize("number", range(3))
def test_where_one_header_is_left_the_others_are_mended_while_opening(made_vault: MadeVault, number: int) -> None:
    whole = made_vault.files()
    places = places_of(made_vault.folder)
    for path in places[:number] + places[number + 1 :]:
        path.write_bytes(b"garbled")
    open_vault(made_vault.folder, ADVISER.name, PASSWORD).close()
    after = made_vault.files()
    for path in places:
        name = path.relative_to(made_vault.folder).as_posix()
        assert after[name] == whole[name]


def test_a_header_bent_by_a_stranger_gives_way_to_the_true_twin(made_vault: MadeVault, vault: Vault) -> None:
    bent = replace(
        vault.header, revision=99, slots=(replace(vault.header.slots[0], label="Eve"), *vault.header.slots[1:])
    )
    vault.close()
    (made_vault.folder / HEADER_NAME).write_bytes(encode_header(bent))
    with open_vault(made_vault.folder, ADVISER.name, PASSWORD) as again:
        assert again.header.advisers[0].label == ADVISER.name
    assert made_vault.files()[HEADER_NAME] == made_vault.files()[TWIN_NAME]


def test_a_replaced_password_does_not_come_back_with_an_older_twin(made_vault: MadeVault, vault: Vault) -> None:
    older = made_vault.files()
    keys = VaultKeys(vault, pen_of(vault, FixedClock()), FLOOR_COST)
    keys.change_password(vault.unlocked_by.id, "ein neues langes Passwort")
    vault.close()
    for path in places_of(made_vault.folder):
        name = path.relative_to(made_vault.folder).as_posix()
        newer = made_vault.files()[name]
        path.write_bytes(older[name])
        before = made_vault.files()
        with pytest.raises(AccessRefusedError):
            open_vault(made_vault.folder, ADVISER.name, PASSWORD)
        assert made_vault.files() == before
        open_vault(made_vault.folder, ADVISER.name, "ein neues langes Passwort").close()
        assert made_vault.files()[name] == newer


def test_a_name_opens_as_it_is_typed(made_vault: MadeVault) -> None:
    open_vault(made_vault.folder, f" {ADVISER.name.lower()}", PASSWORD).close()


def test_three_bent_headers_are_refused(made_vault: MadeVault, vault: Vault) -> None:
    bent = encode_header(replace(vault.header, language="en"))
    vault.close()
    for path in places_of(made_vault.folder):
        path.write_bytes(bent)
    before = made_vault.files()
    with pytest.raises(DamagedHeaderError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert made_vault.files() == before


def set_revision(database: Database, revision: str) -> None:
    with database.restructuring() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))


@pytest.mark.parametrize("room", ["cases", "reference"])
def test_a_vault_of_a_newer_program_is_refused_politely(made_vault: MadeVault, vault: Vault, room: str) -> None:
    set_revision(getattr(vault, room), "9999")
    vault.close()
    before = made_vault.files()
    with pytest.raises(NewerVaultError):
        open_vault(made_vault.folder, ADVISER.name, PASSWORD)
    assert made_vault.files() == before


def test_the_key_stands_in_no_file_and_no_representation(made_vault: MadeVault, vault: Vault) -> None:
    write_entry(vault)
    shown = repr(vault) + str(vault) + repr(made_vault.code) + repr(ADVISER)
    keys = [vault.root, *map(vault.key, Purpose)]
    on_disk = b"".join(made_vault.files().values())
    for key in keys:
        assert key.material not in on_disk
        assert key.material.hex().encode() not in on_disk
        assert key.material.hex() not in shown
    for secret in (PASSWORD, made_vault.code.symbols):
        assert secret.encode() not in on_disk
        assert secret not in shown


def test_opening_an_up_to_date_vault_does_not_load_alembic(made_vault: MadeVault) -> None:
    program = (
        "import json, sys; from pathlib import Path; from iq_desktop.storage.vault import open_vault\n"
        "order = json.loads(sys.stdin.read())\n"
        "open_vault(Path(order['folder']), order['name'], order['password']).close()\n"
        "print(json.dumps([name for name in sys.modules if name.split('.')[0] in ('alembic', 'PySide6', 'babel')]))"
    )
    order = json.dumps({"folder": str(made_vault.folder), "name": ADVISER.name, "password": PASSWORD})
    result = subprocess.run([sys.executable, "-c", program], input=order, capture_output=True, text=True, check=True)
    assert json.loads(result.stdout) == []
    assert result.stderr == ""
