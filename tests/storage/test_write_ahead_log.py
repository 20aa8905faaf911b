"""The log beside a database is read as SQLite reads it, and a bent one is told from one that a power cut tore."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from iq_desktop.storage.vault_place import CASES_NAME
from iq_desktop.storage.write_ahead_log import log_path, read_log
from tests.storage.crash.scenario import save_cases

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

FRAME = 4096 + 24
HEAD = 32


def crashed_log(vault: Vault, folder: Path, saves: int) -> Path:
    """Save, and return a copy of the database as a crash would leave it, with its log."""
    vault.cases.checkpoint()
    save_cases(vault, lambda _number: None, saves, 4)
    folder.mkdir()
    for name in (CASES_NAME, f"{CASES_NAME}-wal"):
        shutil.copyfile(vault.folder / name, folder / name)
    return folder / CASES_NAME


def bend(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_every_page_of_a_whole_log_counts(vault: Vault, tmp_path: Path) -> None:
    database = crashed_log(vault, tmp_path / "crashed", 6)
    log = read_log(database)
    with vault.cases.reading() as connection:
        assert log.size == connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    assert log.pages
    assert not log.is_bent
    written = {int.from_bytes(frame[:4], "big") for frame in frames(log_path(database))}
    assert set(log.pages) <= written


def frames(path: Path) -> list[bytes]:
    content = path.read_bytes()[HEAD:]
    return [content[start : start + FRAME] for start in range(0, len(content) - FRAME + 1, FRAME)]


def test_without_a_log_there_is_nothing(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    assert read_log(vault.folder / CASES_NAME).pages == {}
    (tmp_path / "x.db-wal").write_bytes(b"short")
    assert read_log(tmp_path / "x.db").pages == {}


def test_a_torn_end_is_no_damage(vault: Vault, tmp_path: Path) -> None:
    """The last transaction was not on the disk yet: whatever of it is torn, nothing confirmed is missing."""
    database = crashed_log(vault, tmp_path / "crashed", 5)
    path = log_path(database)
    whole = len(frames(path))
    bend(path, HEAD + (whole - 1) * FRAME + 100)
    log = read_log(database)
    assert not log.is_bent
    assert log.pages
    path.write_bytes(path.read_bytes()[: HEAD + (whole - 2) * FRAME + 333])
    assert not read_log(database).is_bent


def test_damage_before_the_last_transactions_is_told(vault: Vault, tmp_path: Path) -> None:
    database = crashed_log(vault, tmp_path / "crashed", 8)
    bend(log_path(database), HEAD + FRAME + 2000)
    log = read_log(database)
    assert log.is_bent
    assert len(log.pages) <= 1


def test_a_damaged_head_of_the_log_is_told(vault: Vault, tmp_path: Path) -> None:
    database = crashed_log(vault, tmp_path / "crashed", 4)
    bend(log_path(database), 13)
    log = read_log(database)
    assert log.pages == {}
    assert log.is_bent
