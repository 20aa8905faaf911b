"""Statements whose words are worked out once: SQLAlchemy writes them, the driver runs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, bindparam, update
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.sql import ClauseElement

_DIALECT: Final = sqlite.dialect()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement in SQL with the names of its parameters in their order and the values that never change."""

    sql: str
    names: tuple[str, ...]
    fixed: Mapping[str, Any]

    def rows(self, connection: Connection, **values: Any) -> Sequence[Sequence[Any]]:
        """Return all rows that a reading statement finds."""
        found: list[tuple[Any, ...]] = _driver(connection).execute(self.sql, self._cells(values)).fetchall()
        return found

    def each(self, connection: Connection, **values: Any) -> Iterator[Sequence[Any]]:
        """Yield the rows that a reading statement finds, one after the other, however many there are."""
        cursor = _driver(connection).execute(self.sql, self._cells(values))
        try:
            yield from cursor
        finally:
            cursor.close()

    def row(self, connection: Connection, **values: Any) -> Sequence[Any] | None:
        """Return the first row, or none."""
        cursor = _driver(connection).execute(self.sql, self._cells(values))
        found: tuple[Any, ...] | None = cursor.fetchone()
        cursor.close()
        return found

    def run(self, connection: Connection, **values: Any) -> int:
        """Run a writing statement and return how many rows it changed."""
        changed: int = _driver(connection).execute(self.sql, self._cells(values)).rowcount
        return changed

    def run_many(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a writing statement for each row, whose cells are in the order of `names`."""
        _driver(connection).executemany(self.sql, rows)

    def _cells(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(values[name] if name in values else self.fixed[name] for name in self.names)


def prepare(statement: ClauseElement) -> Prepared:
    """Return a statement ready to run; its parameters are named by `bindparam` or by the columns it sets."""
    compiled = statement.compile(dialect=_DIALECT)
    names = tuple(getattr(compiled, "positiontup", None) or ())
    return Prepared(str(compiled), names, {name: cell for name, cell in compiled.params.items() if cell is not None})


@lru_cache(maxsize=512)
def prepare_update(table: Table, keys: tuple[str, ...], columns: tuple[str, ...]) -> Prepared:
    """Return the update of some columns of the row with some keys; the keys are asked for as `key_…`."""
    row = (table.c[name] == bindparam(f"key_{name}") for name in keys)
    return prepare(update(table).where(*row).values({name: bindparam(name) for name in columns}))


def _driver(connection: Connection) -> Any:
    """Return the driver's connection: within the transaction that is open on it, without a layer in between."""
    return connection.connection.driver_connection
