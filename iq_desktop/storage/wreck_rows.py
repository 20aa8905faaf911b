"""The rows of a damaged database: first table by table, then page by page for what no table leads to any more.

Page by page works without the page that names the tables and behind lost inner pages: a scratch file holds probing
tables whose roots are set to each page in turn, and SQLite reads what it finds there. Such a row says nothing of its
table; its shape does (row_shapes.py).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from iq_desktop.storage.page_seals import PAGE_BYTES, read_pages
from iq_desktop.storage.wreck import INDEX_LEAF, MARK, TABLE_LEAF, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from iq_desktop.storage.wreck import Wreck

Cells = tuple[Any, ...]
"""The stored cells of a row; in the tree of a table with row numbers the number comes first."""
_WIDTH: Final = 64
"""Columns of a probing table: more than any table of ours has."""
_AT_ONCE: Final = 256
_MOST_SINGLE: Final = 600
"""Rows below one page that are read one by one where reading them together fails."""
_KINDS: Final = (("i", INDEX_LEAF), ("r", TABLE_LEAF))


def read_table(wreck: Wreck, name: str, columns: Sequence[str], *, has_row_numbers: bool) -> list[dict[str, Any]]:
    """Return the rows of a table that can be read from its root on; without the first page none.

    A column that the table does not have yet is missing in its rows.
    """
    if not wreck.has_first_page:
        return []
    kind = TABLE_LEAF if has_row_numbers else INDEX_LEAF
    found, listed = [], list[str]()
    for variant in (0, 1):
        wreck.put_blanks(kind, variant)
        try:
            connection = connect(wreck.path, wreck.key)
        except sqlcipher.Error:  # a page is lost that names tables
            return []
        try:
            connection.execute("PRAGMA writable_schema = ON")  # or a shortened file is refused whole
            there = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            listed = [column for column in columns if column in there]
            if not listed:
                return []
            found.append(_read_far(connection, f"SELECT {', '.join(listed)} FROM {name} NOT INDEXED"))  # noqa: S608
        except sqlcipher.Error:
            return []
        finally:
            connection.close()
    return [dict(zip(listed, row, strict=True)) for row in _in_both(*found)]


def probe_pages(wreck: Wreck, folder: Path, tell: Callable[[int, int], None]) -> Iterator[tuple[bool, Cells]]:
    """Yield every row in every page, some of them several times, with whether its tree has row numbers.

    `tell` hears how many pages of how many are done.
    """
    path = folder / "probe.db"
    _make_probe(path, wreck)
    for first in range(2, wreck.pages + 1, _AT_ONCE):
        tell(first, wreck.pages)
        numbers = range(first, min(first + _AT_ONCE, wreck.pages + 1))
        for prefix, kind in _KINDS:
            found = []
            for variant in (0, 1) if wreck.bad else (0,):
                _write_bad(path, wreck, kind, variant)
                found.append(_probe(path, wreck, prefix, numbers))
            rows = found[0] if len(found) == 1 else _in_both(*found)
            yield from ((kind == TABLE_LEAF, row) for row in rows)
    path.unlink()


def _make_probe(path: Path, wreck: Wreck) -> None:
    """Make a file with probing tables behind all pages of the wreck, and put those pages into it."""
    connection = connect(path, wreck.key, wreck.seals.salt)
    connection.execute("CREATE TABLE room (c0)")
    connection.execute("INSERT INTO room VALUES (zeroblob(?))", (wreck.pages * PAGE_BYTES,))
    columns = ", ".join(f"c{at}" for at in range(1, _WIDTH))
    connection.execute("BEGIN")
    for at in range(_AT_ONCE):
        connection.execute(f"CREATE TABLE i{at} (c0 PRIMARY KEY, {columns}) WITHOUT ROWID")
        connection.execute(f"CREATE TABLE r{at} (c0, {columns})")
    connection.execute("COMMIT")
    connection.close()
    with path.open("r+b") as file:
        file.seek(PAGE_BYTES)
        for number, page in read_pages(wreck.path):
            if number > 1:
                file.write(page)


def _write_bad(path: Path, wreck: Wreck, kind: int, variant: int) -> None:
    page = wreck.blanks[kind].variant(variant)
    with path.open("r+b") as file:
        for number in wreck.bad:
            if number > 1:
                file.seek((number - 1) * PAGE_BYTES)
                file.write(wreck.seals.moved(page, number))


def _probe(path: Path, wreck: Wreck, prefix: str, numbers: range) -> list[Cells]:
    connection = connect(path, wreck.key)
    try:
        connection.execute("PRAGMA writable_schema = ON")
        roots = ((number, f"{prefix}{at}") for at, number in enumerate(numbers))
        connection.executemany("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", list(roots))
    finally:
        connection.close()
    bad = set(wreck.bad)
    connection = connect(path, wreck.key)
    try:
        connection.execute("PRAGMA writable_schema = ON")
        found: list[Cells] = []
        for at, number in enumerate(numbers):
            if number not in bad:
                found += _read_page(connection, f"{prefix}{at}")
    finally:
        connection.close()
    return found


def _read_page(connection: Any, name: str) -> list[Cells]:
    """Return the rows below a page; where one fails, the others one by one."""
    listed = "rowid, *" if name.startswith("r") else "*"
    question = f"SELECT {listed} FROM {name} NOT INDEXED"  # noqa: S608  (our own probing tables)
    try:
        rows: list[Cells] = connection.execute(question).fetchall()
    except sqlcipher.Error:
        rows = []
        with suppress(sqlcipher.Error):
            count = connection.execute(f"SELECT count(*) FROM {name} NOT INDEXED").fetchone()[0]  # noqa: S608
            for at in range(min(count, _MOST_SINGLE)):
                with suppress(sqlcipher.Error):
                    rows += connection.execute(f"{question} LIMIT 1 OFFSET {at}").fetchall()
    return [_without_end(row) for row in rows]


def _read_far(connection: Any, question: str) -> list[Cells]:
    """Return the rows of a question up to the first that fails."""
    rows: list[Cells] = []
    with suppress(sqlcipher.Error):
        rows.extend(connection.execute(question))
    return rows


def _in_both(one: Iterable[Cells], other: Iterable[Cells]) -> list[Cells]:
    """Return the rows that do not hang on which blank page stands for a bad one."""
    kept = set(other)
    return [row for row in one if row in kept and MARK not in row]


def _without_end(row: Cells) -> Cells:
    """Return the cells of a row without the empty ones at its end, which are not stored."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]
