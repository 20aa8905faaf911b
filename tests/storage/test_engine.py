"""The engine: the right one or none, no way to a plain copy, one writer, plain words for what a disk does."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.storage import engine
from iq_desktop.storage.engine import (
    Database,
    EngineFacts,
    UnfitEngineError,
    check_engine,
    create_database,
    open_database,
    read_engine_facts,
)
from iq_desktop.storage.key_slots import SecretKey, make_root_key
from iq_desktop.storage.problems import (
    DamagedDatabaseError,
    DiskRefusedError,
    ForeignDatabaseError,
    MissingDatabaseError,
    VaultBusyError,
)
from tests.support.chance import seeded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = make_root_key()
GOOD = EngineFacts((3, 51, 3), (4, 17), has_full_text=True, has_authentication=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    made = create_database(path, KEY)
    with made.restructuring() as connection:
        connection.execute(text("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)"))
        connection.execute(text("CREATE TABLE journal (id INTEGER PRIMARY KEY, words TEXT)"))
        connection.execute(text("CREATE TABLE part (id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES note (id))"))
        connection.execute(text("CREATE VIRTUAL TABLE found USING fts5(words)"))
    yield made
    made.close()


def add(database: Database, words: str) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO note (words) VALUES (:words)"), {"words": words})


def count(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM note")).scalar_one())


def test_the_installed_engine_is_fit() -> None:
    check_engine(read_engine_facts())


@pytest.mark.parametrize(
    "facts",
    [
        replace(GOOD, sqlite=(3, 51, 2)),
        replace(GOOD, sqlcipher=(4, 16, 9)),
        replace(GOOD, sqlcipher=()),
        replace(GOOD, has_full_text=False),
        replace(GOOD, has_authentication=False),
    ],
    ids=["old sqlite", "old cipher", "no cipher", "no search", "no authentication"],
)
def test_an_unfit_engine_is_refused(facts: EngineFacts) -> None:
    with pytest.raises(UnfitEngineError):
        check_engine(facts)


@pytest.mark.parametrize("facts", [GOOD, replace(GOOD, sqlite=(3, 52, 0), sqlcipher=(5, 0, 0))])
def test_a_fit_engine_is_taken(facts: EngineFacts) -> None:
    check_engine(facts)


ATTEMPTS = (
    "ATTACH 'plain.db' AS plain KEY ''",
    "ATTACH ':memory:' AS aside",
    "DETACH main",
    "SELECT sqlcipher_export('main')",
    "SELECT load_extension('x')",
    "SELECT fts3_tokenizer('simple')",
    "PRAGMA key = 'x'",
    "PRAGMA rekey = 'x'",
    "PRAGMA hexkey = '00'",
    "PRAGMA hexrekey = '00'",
    "PRAGMA textkey = 'x'",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA cipher_use_hmac = OFF",
    "PRAGMA cipher_page_size = 1024",
    "PRAGMA cipher_salt",
    "PRAGMA cipher_migrate",
    "PRAGMA cipher_profile = 'profile.txt'",
    "PRAGMA cipher_log = 'log.txt'",
    "PRAGMA cipher_default_use_hmac = OFF",
    "PRAGMA kdf_iter = 1",
    "PRAGMA temp_store = FILE",
    "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA data_store_directory = '/tmp'",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = OFF",
    "PRAGMA secure_delete = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA trusted_schema = ON",
    "PRAGMA writable_schema = ON",
    "PRAGMA ignore_check_constraints = ON",
    "PRAGMA query_only = OFF",
    "PRAGMA mmap_size = 1000000",
    "PRAGMA user_version = 7",
    "CREATE VIRTUAL TABLE outside USING csv(filename='x')",
)
STRUCTURE = (
    "CREATE TABLE more (id INTEGER)",
    "CREATE INDEX more ON note (words)",
    "CREATE TRIGGER more AFTER INSERT ON note BEGIN DELETE FROM part; END",
    "CREATE VIEW more AS SELECT * FROM note",
    "CREATE VIRTUAL TABLE more USING fts5(words)",
    "CREATE TEMP TABLE note (id INTEGER)",
    "CREATE TEMP VIEW note AS SELECT 1",
    "CREATE TEMP TRIGGER more AFTER INSERT ON note BEGIN DELETE FROM part; END",
    "ALTER TABLE note ADD COLUMN more TEXT",
    "DROP TABLE note",
    "DROP TABLE found",
    "UPDATE journal SET words = 'other'",
    "DELETE FROM journal",
)


@pytest.mark.parametrize("statement", ATTEMPTS)
def test_no_connection_lets_a_way_out_or_a_weaker_setting_through(database: Database, statement: str) -> None:
    for borrow in (database.reading, database.writing, database.restructuring):
        with pytest.raises(DBAPIError, match=r"not authorized|prohibited"), borrow() as connection:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize("statement", ["VACUUM", "VACUUM INTO 'copy.db'", "PRAGMA rekey = 'x'"])
def test_outside_a_transaction_there_is_no_way_out_either(database: Database, statement: str, tmp_path: Path) -> None:
    for one in (database.reader, database.writer, database.restructurer):
        borrowed = one.raw_connection()
        try:
            with pytest.raises(sqlcipher.DatabaseError, match=r"not authorized|authorization denied"):
                borrowed.cursor().execute(statement.replace("copy.db", str(tmp_path / "copy.db")))
        finally:
            borrowed.close()
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize("statement", STRUCTURE)
def test_saving_changes_neither_tables_nor_the_chain(database: Database, statement: str) -> None:
    for borrow in (database.reading, database.writing):
        with pytest.raises(DBAPIError, match=r"not authorized|prohibited"), borrow() as connection:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "statement",
    ["INSERT INTO note (words) VALUES ('x')", "UPDATE note SET words = ''", "DELETE FROM note"],
)
def test_reading_writes_nothing(database: Database, statement: str) -> None:
    add(database, "kept")
    with pytest.raises(DBAPIError, match="not authorized"), database.reading() as connection:
        connection.exec_driver_sql(statement)
    assert count(database) == 1


def test_the_attempts_left_no_file(database: Database, path: Path, tmp_path: Path) -> None:
    for statement in ATTEMPTS:
        with suppress(DBAPIError), database.writing() as connection:
            connection.exec_driver_sql(statement)
    assert {entry.name.removeprefix(path.name) for entry in tmp_path.iterdir()} <= {"", "-wal", "-shm"}


def test_the_settings_are_those_that_keep_data_safe(database: Database) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
        "trusted_schema": 0,
    }
    for borrow in (database.reading, database.writing):
        with borrow() as connection:
            assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected} == expected


def test_another_key_is_refused_and_nothing_is_touched(database: Database, path: Path) -> None:
    add(database, "kept")
    before = path.read_bytes(), path.with_name("cases.db-wal").read_bytes()
    for key in (make_root_key(), SecretKey(bytes(32))):
        with pytest.raises(ForeignDatabaseError):
            open_database(path, key)
    assert (path.read_bytes(), path.with_name("cases.db-wal").read_bytes()) == before
    assert count(database) == 1


def test_a_file_that_is_no_database_of_ours_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE t (x)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(ForeignDatabaseError):
        open_database(path, KEY)
    path.write_bytes(garbage := seeded(3).randbytes(20_000))
    with pytest.raises(ForeignDatabaseError):
        open_database(path, KEY)
    assert path.read_bytes() == garbage
    assert before.startswith(b"SQLite format 3")


def test_a_missing_or_empty_file_is_said(path: Path) -> None:
    with pytest.raises(MissingDatabaseError):
        open_database(path, KEY)
    assert not path.exists()
    path.touch()
    with pytest.raises(MissingDatabaseError):
        open_database(path, KEY)
    assert not path.stat().st_size


def test_creating_never_replaces_a_file(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(FileExistsError):
        create_database(path, KEY)
    assert path.read_bytes() == b"something"


def test_an_error_inside_undoes_the_whole_transaction(database: Database) -> None:
    def save_half() -> None:
        with database.writing() as connection:
            connection.execute(text("INSERT INTO note (words) VALUES ('half')"))
            raise LookupError

    def save_orphan() -> None:
        with database.writing() as connection:
            connection.execute(text("INSERT INTO note (words) VALUES ('half')"))
            connection.execute(text("INSERT INTO part (note_id) VALUES (99)"))

    with pytest.raises(LookupError):
        save_half()
    with pytest.raises(DBAPIError, match="FOREIGN KEY"):
        save_orphan()
    assert count(database) == 0
    add(database, "whole")
    assert count(database) == 1


def test_a_reader_sees_one_state_while_another_thread_writes(database: Database) -> None:
    add(database, "first")
    with database.reading() as connection:
        before = connection.execute(text("SELECT count(*) FROM note")).scalar_one()
        worker = threading.Thread(target=add, args=(database, "second"))
        worker.start()
        worker.join()
        assert connection.execute(text("SELECT count(*) FROM note")).scalar_one() == before
    assert count(database) == 2


def test_a_reader_does_not_see_what_is_not_yet_committed(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO note (words) VALUES ('not yet')"))
        assert count(database) == 0
    assert count(database) == 1


def test_threads_save_one_after_the_other(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO note (id, words) VALUES (1, '0')"))

    def raise_by_one() -> None:
        for _ in range(50):
            with database.writing() as connection:
                old = connection.execute(text("SELECT words FROM note WHERE id = 1")).scalar_one()
                connection.execute(text("UPDATE note SET words = :words WHERE id = 1"), {"words": str(int(old) + 1)})
            count(database)

    threads = [threading.Thread(target=raise_by_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.execute(text("SELECT words FROM note WHERE id = 1")).scalar_one() == "200"


def test_a_save_that_must_wait_too_long_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.01)
    with database.writing(), pytest.raises(VaultBusyError), database.writing():
        pass
    add(database, "afterwards")
    assert count(database) == 1


def test_restructuring_refuses_to_leave_orphans(database: Database) -> None:
    with pytest.raises(RuntimeError, match="parent"), database.restructuring() as connection:
        connection.execute(text("INSERT INTO part (note_id) VALUES (99)"))
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM part")).scalar_one() == 0


def test_a_full_disk_is_said_and_loses_nothing(database: Database, path: Path) -> None:
    resource = pytest.importorskip("resource", reason="file size limits are a matter of POSIX")
    add(database, "kept")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.with_name("cases.db-wal").stat().st_size + 8192, hard))
    try:
        with pytest.raises(DiskRefusedError) as caught:
            add(database, "x" * 1_000_000)
        assert "x" * 100 not in "".join(traceback.format_exception(caught.value))
        assert count(database) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    add(database, "afterwards")
    assert count(database) == 2


def test_damage_within_the_file_is_said(database: Database, path: Path) -> None:
    for _ in range(50):
        add(database, "x" * 3000)
    database.close()
    content = bytearray(path.read_bytes())
    for place in range(4096 * 10 + 100, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(content)
    damaged = open_database(path, KEY)
    with pytest.raises(DamagedDatabaseError), damaged.reading() as connection:
        connection.execute(text("SELECT words FROM note")).all()
    for one in (damaged.reader, damaged.writer):
        one.dispose()
    assert path.read_bytes() == content


def test_no_word_is_readable_on_the_disk(database: Database, tmp_path: Path) -> None:
    words = "Geheimniskrämerei"
    for _ in range(20):
        add(database, words)
        with database.writing() as connection:
            connection.execute(text("INSERT INTO found (words) VALUES (:words)"), {"words": words})
    on_disk = b"".join(entry.read_bytes() for entry in tmp_path.iterdir())
    assert len(on_disk) > 50_000
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for variant in (words, words.lower(), "geheimnis"):
            assert variant.encode(encoding) not in on_disk
    for secret in (KEY.material, KEY.material.hex().encode(), b"CREATE TABLE", b"SQLite format"):
        assert secret not in on_disk


def test_the_key_wanders_nowhere(database: Database) -> None:
    with pytest.raises(DBAPIError) as caught, database.writing() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    described: list[Any] = [database, database.reader, database.reader.url, database.reader.pool, database.writer.pool]
    words = " ".join(
        [
            *map(repr, described),
            str(database.reader.url),
            *sys.argv,
            *os.environ.values(),
            *traceback.format_exception(caught.value),
        ]
    )
    for secret in (KEY.material.hex(), repr(KEY.material), KEY.material.hex().upper()):
        assert secret not in words


def test_values_stay_out_of_errors(database: Database) -> None:
    words = "Name der Klientin"
    with pytest.raises(DBAPIError) as caught, database.writing() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": words})
    assert words not in "".join(traceback.format_exception(caught.value))


def test_closing_empties_the_log(database: Database, path: Path, tmp_path: Path) -> None:
    add(database, "kept")
    assert path.with_name("cases.db-wal").stat().st_size
    database.checkpoint()
    assert not path.with_name("cases.db-wal").stat().st_size
    add(database, "kept too")
    database.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["cases.db"]
    again = open_database(path, KEY)
    assert count(again) == 2
    again.close()
