"""Statements whose words are worked out once: SQLAlchemy writes them, the driver runs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
        return connection.exec_driver_sql(self.sql, self._cells(values)).all()

    def row(self, connection: Connection, **values: Any) -> Sequence[Any] | None:
        """Return the first row, or none."""
        return connection.exec_driver_sql(self.sql, self._cells(values)).first()

    def run(self, connection: Connection, **values: Any) -> int:
        """Run a writing statement and return how many rows it changed."""
        return connection.exec_driver_sql(self.sql, self._cells(values)).rowcount

    def run_many(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Run a writing statement for each row, whose cells are in the order of `names`."""
        several = list(rows)
        if several:
            connection.exec_driver_sql(self.sql, several)

    def _cells(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(values[name] if name in values else self.fixed[name] for name in self.names)


def prepare(statement: ClauseElement) -> Prepared:
    """Return a statement ready to run; its parameters are named by `bindparam` or by the columns it sets."""
    compiled = statement.compile(dialect=_DIALECT)
    names = tuple(getattr(compiled, "positiontup", None) or ())
    return Prepared(str(compiled), names, {name: cell for name, cell in compiled.params.items() if cell is not None})
