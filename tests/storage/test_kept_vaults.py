"""Vaults as earlier programs left them: each is brought up to date, opens, finds, proves sound, and loses no row."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import event

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.role import Role
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.engine import create_database
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, migrate, upgrade
from iq_desktop.storage.problems import disk_refused
from iq_desktop.storage.recovery_code import make_recovery_code
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.updating import UpdateRefusedError
from iq_desktop.storage.vault import Vault, open_vault, open_vault_with_recovery_code
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.storage.vault_header import NewerVaultError
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.wording.problems import IqError
from tests.support.fakes import FixedClock
from tests.support.kept_vaults import KeptVault, kept_vaults, lost_rows, name_of_newest, rows_of
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.storage.migrations.schema import Schema
    from iq_desktop.wording.text import Text

CLOCK: Final = FixedClock()
KEPT: Final = kept_vaults()
OLDEST: Final = KEPT[0]
of_every_schema = pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.folder.name)


def open_old(folder: Path) -> Vault:
    return open_vault(folder, ADVISER.name, PASSWORD)


def test_a_vault_of_every_released_schema_is_kept() -> None:
    names = [kept.folder.name for kept in KEPT]
    assert {"cases-0001-reference-0001", "cases-0001-reference-0002", "cases-0002-reference-0002"} <= set(names)
    assert min(kept.cases for kept in KEPT) == 16


@of_every_schema
def test_an_earlier_vault_is_opened_and_loses_nothing(kept: KeptVault, tmp_path: Path) -> None:
    folder = kept.copy_to(tmp_path / "vault")
    before = rows_of(folder)
    open_old(folder).close()
    assert lost_rows(before, rows_of(folder)) == []
    assert len(before["cases.db"]["case_file"]) == kept.cases


@of_every_schema
def test_an_earlier_vault_finds_lists_and_proves_sound(kept: KeptVault, tmp_path: Path) -> None:
    with open_old(kept.copy_to(tmp_path / "vault")) as vault:
        pen = pen_of(vault, CLOCK)
        cases, lists = VaultCases(vault.cases, pen), VaultLists(vault.cases, pen)
        while lists.make_lines_again(most=50):
            pass
        assert cases.count() == kept.cases
        rows = lists.window(CaseQuery(), limit=99)
        assert [cases.get(row.id).number for row in rows] == [row.number for row in rows]
        assert "kept-0" in {row.id for row in cases.find(cases.get("kept-0").client.family_name, limit=9)}
        assert VaultReference(vault.reference).catalogues()
        assert check_wholly(vault, CLOCK, Silence()).broken == ()


@of_every_schema
def test_who_came_first_is_responsible_afterwards(kept: KeptVault, tmp_path: Path) -> None:
    with open_old(kept.copy_to(tmp_path / "vault")) as vault:
        centre = VaultCentre(vault.cases, pen_of(vault, CLOCK))
        holders = centre.advisers()
        first, second = (next(one for one in holders if one.id == slot.id) for slot in vault.header.advisers)
        assert centre.sign_in(second, (first, second)).role is Role.ADVISER
        assert centre.sign_in(first, (first, second)).role is Role.RESPONSIBLE


@of_every_schema
def test_colleague_and_code_open_an_earlier_vault(kept: KeptVault, tmp_path: Path) -> None:
    folder = kept.copy_to(tmp_path / "vault")
    open_vault(folder, MadeVault.colleague.name, MadeVault.colleague.password).close()
    open_vault_with_recovery_code(folder, kept.code).close()


@of_every_schema
def test_before_the_update_there_is_a_backup(kept: KeptVault, tmp_path: Path) -> None:
    folder = kept.copy_to(tmp_path / "vault")
    open_old(folder).close()
    beside = [path for path in tmp_path.rglob("*") if path.is_file() and folder not in path.parents]
    is_due = kept.folder.name != name_of_newest()
    assert bool(beside) is is_due
    open_old(folder).close()
    assert [path for path in tmp_path.rglob("*") if path.is_file() and folder not in path.parents] == beside


class Stop(Silence):
    """A progress that stops at a step."""

    def __init__(self, at: int) -> None:
        self.left = at

    def step(self, done: int, total: int | None, text: Text) -> None:
        assert text.message
        assert total is None or done <= total
        self.left -= 1
        if not self.left:
            raise Cancelled


@pytest.mark.parametrize("step", range(1, 9))
def test_an_update_that_is_cancelled_leaves_every_row_and_schema(step: int, tmp_path: Path) -> None:
    folder = OLDEST.copy_to(tmp_path / "vault")
    before = rows_of(folder)
    progress = Stop(step)
    try:
        open_vault(folder, ADVISER.name, PASSWORD, progress).close()
    except Cancelled:
        assert rows_of(folder) == before
        assert not list(folder.glob("*.before-update"))
    else:
        assert progress.left > 0
    open_old(folder).close()


def test_without_a_backup_there_is_no_update(tmp_path: Path) -> None:
    folder = OLDEST.copy_to(tmp_path / "vault")
    before = rows_of(folder)
    unwritable = folder.with_name("vault backups")
    unwritable.write_bytes(b"a file where the backups should lie")
    with pytest.raises(IqError):
        open_old(folder)
    assert rows_of(folder) == before


def test_without_room_nothing_begins_and_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = OLDEST.copy_to(tmp_path / "vault")
    before = rows_of(folder)
    usage = shutil.disk_usage(tmp_path)._replace(free=1024 * 1024)
    with monkeypatch.context() as patch:
        patch.setattr("iq_desktop.storage.updating.shutil.disk_usage", lambda _path: usage)
        with pytest.raises(UpdateRefusedError) as caught:
            open_old(folder)
    assert "{free} MB are free" in caught.value.text.message
    assert rows_of(folder) == before
    open_old(folder).close()


@pytest.mark.parametrize("which", ["cases", "reference"])
def test_a_commit_that_the_disk_refuses_leaves_both_as_they_were(
    which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The catalogues are written first: where the cases are refused afterwards, they are put back."""
    folder = OLDEST.copy_to(tmp_path / "vault")
    before = rows_of(folder)

    def refusing(connection: Connection, schema: Schema, revision: str) -> None:
        upgrade(connection, schema, revision)
        if schema.name == which and revision == schema.newest:
            event.listen(connection, "commit", fail)

    def fail(_connection: Connection) -> None:
        raise disk_refused()

    monkeypatch.setattr("iq_desktop.storage.updating.upgrade", refusing)
    with pytest.raises(UpdateRefusedError):
        open_old(folder)
    monkeypatch.undo()
    assert rows_of(folder) == before
    open_old(folder).close()


def test_a_vault_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    folder = OLDEST.copy_to(tmp_path / "vault")
    with open_old(folder) as vault, vault.cases.restructuring() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = MadeVault(folder, make_recovery_code()).files()
    with pytest.raises(NewerVaultError) as caught:
        open_old(folder)
    assert dict(caught.value.text.values)["there"] == "9999"
    assert dict(caught.value.text.values)["known"] == CASES.newest
    assert MadeVault(folder, make_recovery_code()).files() == before


def test_a_vault_of_the_newest_schema_is_kept(tmp_path: Path) -> None:
    """Whoever adds a revision keeps a vault of it: `python packaging/keep_vault.py` (`--again` before its release)."""
    kept = next((one for one in KEPT if one.folder.name == name_of_newest()), None)
    assert kept is not None, f"{name_of_newest()} is missing: python packaging/keep_vault.py"
    words = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    with open_old(kept.copy_to(tmp_path / "vault")) as vault:
        for database, schema in ((vault.cases, CASES), (vault.reference, REFERENCE)):
            fresh = create_database(tmp_path / schema.name, make_root_key())
            migrate(fresh, schema)
            with fresh.reading() as made, database.reading() as there:
                assert there.exec_driver_sql(words).all() == made.exec_driver_sql(words).all()
            fresh.close()
