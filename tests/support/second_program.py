"""A second program that reads a vault: SQLite3 Multiple Ciphers by apsw, of other people and another build.

Whoever holds the raw key of a file opens it with any program that knows the scheme SQLCipher 4: cipher `sqlcipher`,
`legacy` 4 (pages of 4,096 bytes, AES-256-CBC, HMAC-SHA512), and the key as 64 hexadecimal digits.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import apsw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.secret_key import SecretKey


def open_elsewhere(path: Path, key: SecretKey) -> apsw.Connection:
    """Return a connection of the other program; raises apsw.NotADBError where key or scheme do not fit."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for words in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.material.hex()}'\""):
        connection.execute(f"PRAGMA {words}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    return connection


def read_rows(path: Path, key: SecretKey, table: str) -> list[dict[str, Any]]:
    """Return what the other program can read of a table: from the beginning and from the end, up to the first error."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for order in ("", " DESC"):
        for row in _rows(path, key, table, order):
            found[tuple(row.values())] = row
    return list(found.values())


def _rows(path: Path, key: SecretKey, table: str, order: str) -> Iterator[dict[str, Any]]:
    try:
        connection = open_elsewhere(path, key)
    except apsw.Error:
        return
    try:
        described: list[tuple[Any, ...]] = connection.execute(f"PRAGMA table_info({table})").fetchall()
        names = [str(row[1]) for row in described]
        keys = [row[1] for row in sorted(described, key=lambda row: int(row[5])) if row[5]]
        ordered = ", ".join(f"{name}{order}" for name in keys)
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {ordered}"):  # noqa: S608  (our own tables)
            yield dict(zip(names, row, strict=True))
    except apsw.Error:
        return
    finally:
        connection.close()


def read_pages(folder: Path, name: str, key: SecretKey, scratch: Path) -> bytes:
    """Return every page of a copy of a file decrypted, free ones included, as the other program writes them plainly."""
    for path in folder.glob(f"{name}*"):
        shutil.copy(path, scratch / path.name)
    connection = apsw.Connection(str(scratch / name))
    for words in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.material.hex()}'\"", "journal_mode = DELETE"):
        connection.execute(f"PRAGMA {words}").fetchall()
    connection.execute("PRAGMA rekey = ''").fetchall()
    connection.close()
    return (scratch / name).read_bytes()
