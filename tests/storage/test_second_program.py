"""Nobody is locked in: another program opens the vault with the key and reads every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from iq_desktop.storage.secret_key import Purpose, make_root_key
from iq_desktop.storage.tables import metadata
from iq_desktop.storage.vault_place import CASES_NAME, REFERENCE_NAME
from tests.storage.crash.scenario import save_cases
from tests.support.second_program import open_elsewhere, read_rows

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault


def test_another_program_reads_every_row(vault: Vault) -> None:
    save_cases(vault, lambda _number: None, 20, 1)
    with vault.cases.reading() as connection:
        ours = {
            table: [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}").mappings()]  # noqa: S608
            for table in metadata.tables
        }
    folder, key = vault.folder, vault.key(Purpose.CASES)
    vault.close()
    for table, rows in ours.items():
        theirs = read_rows(folder / CASES_NAME, key, table)
        assert sorted(map(repr, theirs)) == sorted(map(repr, rows)), table
    assert len(ours["client"]) > 5
    assert apsw.connection_hooks == []


def test_it_checks_both_files_and_refuses_another_key(vault: Vault) -> None:
    folder, keys = vault.folder, (vault.key(Purpose.CASES), vault.key(Purpose.REFERENCE))
    vault.close()
    for name, key in zip((CASES_NAME, REFERENCE_NAME), keys, strict=True):
        connection = open_elsewhere(folder / name, key)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        with pytest.raises(apsw.NotADBError):
            open_elsewhere(folder / name, make_root_key())
