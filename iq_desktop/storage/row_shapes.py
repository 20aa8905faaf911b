"""To which table a row belongs that no table leads to: told by how many cells it has, of which kinds, saying what.

The shapes are those of a sound database of the same program, so a table that is added needs no line here. Rows of an
index, of the search and of what can be made again fit none of the shapes or are left out by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

    from iq_desktop.storage.wreck_rows import Cells

Row = dict[str, Any]
_MADE_BY_OTHERS: Final = frozenset({"case_line", "vault_check"})
"""Tables of which every row can be made again from others, or is made by the next check."""
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "TEXT": (str,),
    "INTEGER": (int,),
    "REAL": (float, int),
    "BLOB": (bytes,),
}
_IDENTITY: Final = re.compile(r"[0-9a-f]{32}")
_IDENTITIES: Final = frozenset({"id", "case_id", "other_id", "adviser_id", "device"})


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column as it is stored."""

    name: str
    kinds: tuple[type, ...]
    may_be_null: bool
    default: Any
    is_row_number: bool

    def takes(self, cell: Any) -> bool:
        """Return whether a cell can stand in the column."""
        return isinstance(cell, self.kinds) or (cell is None and (self.may_be_null or self.is_row_number))

    def is_likely(self, cell: Any) -> bool:
        """Return whether a cell that can stand in the column looks like what stands there."""
        is_identity = self.name in _IDENTITIES and isinstance(cell, str)
        return self.takes(cell) and (not is_identity or cell == "" or _IDENTITY.fullmatch(cell) is not None)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table are stored: `columns` in their order there, `keys` the names of the primary key."""

    table: str
    columns: tuple[StoredColumn, ...]
    keys: tuple[str, ...]
    has_row_numbers: bool
    fewest: int

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def key_of(self, row: Row) -> tuple[Any, ...]:
        """Return what tells a row from the others."""
        return tuple(row.get(name) for name in self.keys)

    def completed(self, row: Row) -> Row:
        """Return a row with the columns that an older table did not have yet."""
        return {column.name: row.get(column.name, column.default) for column in self.columns}

    def takes(self, row: Row) -> bool:
        """Return whether a row can stand in the table."""
        return all(column.takes(row.get(column.name, column.default)) for column in self.columns)

    def find_row(self, cells: Cells, *, has_row_numbers: bool) -> Row | None:
        """Return the row that some stored cells are, or none where they cannot be of this table."""
        number = cells[0] if has_row_numbers else None
        stored = cells[1:] if has_row_numbers else cells
        if has_row_numbers != self.has_row_numbers or not self.fewest <= len(stored) <= len(self.columns):
            return None
        row: Row = {}
        for at, column in enumerate(self.columns):
            cell = stored[at] if at < len(stored) else column.default
            if not column.is_likely(cell):
                return None
            row[column.name] = number if column.is_row_number else cell
        return row if _says_what_it_must(self.table, row) else None


def read_shapes(connection: Connection) -> tuple[Shape, ...]:
    """Return the shapes of all tables that are worth saving, parents before children, read from a sound database."""
    tables = (table.name for table in metadata.sorted_tables if not _is_made_again(table))
    return tuple(_read_shape(connection, name) for name in tables)


def _is_made_again(table: Table) -> bool:
    """Return whether the rows of a table come from others, or hang on a row that does."""
    parents = {key.column.table.name for key in table.foreign_keys}
    return bool(_MADE_BY_OTHERS & {table.name, *parents})


def find_homes(shapes: tuple[Shape, ...], cells: Cells, *, has_row_numbers: bool) -> list[tuple[Shape, Row]]:
    """Return the tables that a row can belong to, each with the row as it would stand there; most often one."""
    rows = ((shape, shape.find_row(cells, has_row_numbers=has_row_numbers)) for shape in shapes)
    return [(shape, row) for shape, row in rows if row is not None]


def _read_shape(connection: Connection, table: str) -> Shape:
    described = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    is_without = connection.exec_driver_sql(f"PRAGMA table_list({table})").one().wr
    keys = [row.name for row in sorted(described, key=lambda row: row.pk) if row.pk]
    kept = {row.name: row for row in described}
    order = [*keys, *(name for name in kept if name not in keys)] if is_without else list(kept)
    alone = keys[0] if len(keys) == 1 and not is_without and kept[keys[0]].type == "INTEGER" else ""
    columns = tuple(
        StoredColumn(
            name,
            _KINDS[kept[name].type],
            may_be_null=not kept[name].notnull,
            default=_default_of(kept[name].dflt_value),
            is_row_number=name == alone,
        )
        for name in order
    )
    needed = [at for at, column in enumerate(columns, 1) if not column.may_be_null and column.default is None]
    return Shape(table, columns, tuple(keys), not is_without, max(needed, default=1))


def _default_of(words: str | None) -> Any:
    """Return the value of a default as SQLite writes it: a number, or words in quotation marks."""
    if words is None or words == "NULL":
        return None
    return words[1:-1].replace("''", "'") if words.startswith("'") else int(words)


def _says_what_it_must(table: str, row: Row) -> bool:
    """Return whether the program could read the row: codes of answers, days and lists make sense."""
    part = next((name for name, held in PART_TABLES.items() if held.name == table), None)
    kind = CaseFile if table == "case_file" else codec_of(CaseFile).parts[part].kind if part else None
    if kind is None:
        return True
    codec = codec_of(kind)
    if kind is CaseFile:
        return bool(row["number"])
    try:
        codec.from_row([row[name] for name in codec.columns])
    except (ValueError, TypeError, KeyError):
        return False
    return True
