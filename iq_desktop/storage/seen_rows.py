"""Which cases somebody may see, as conditions of SQL: what is hidden is never read, so that no count betrays it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, false, literal_column, select, true

from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.role import Role, Sight
from iq_desktop.storage.case_tables import case_file
from iq_desktop.storage.centre_tables import adviser
from iq_desktop.storage.engine import Database
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import prepare
from iq_desktop.usecases.permissions import REFUSED, NotYourCase, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, FromClause


_seen: Final = case_line.alias("seen")
_other: Final = case_line.alias("other")
_NOBODY: Final = "-"
"""Stands for whoever has no identity, to whom no case belongs."""
_OWNER: Final = prepare(
    select(case_file.c.adviser_id, case_file.c.is_confidential).where(case_file.c.id == bindparam("case"))
)


def of_seen(sight: Sight, line: FromClause = case_line) -> tuple[ColumnElement[bool], ...]:
    """Return what a line (`case_line` or an alias of it) must be to be seen; nothing where every case is."""
    if sight.role is Role.TRAINEE:
        return (line.c.adviser_id == sight.adviser_id if sight.adviser_id else false(),)
    return of_seen_key(sight, line.c.line)


def of_seen_key(sight: Sight, key: ColumnElement[int]) -> tuple[ColumnElement[bool], ...]:
    """Return the same asked of the key of a line alone, which two small indexes answer: no row is read for that."""
    if sight.is_whole:
        return ()
    if sight.role is Role.TRAINEE:
        own = select(_other.c.line).where(_other.c.adviser_id == sight.adviser_id)
        return (key.in_(own) if sight.adviser_id else false(),)
    is_apart = _other.c.is_confidential == literal_column("1")  # in words, for the partial index
    return (key.not_in(select(_other.c.line).where(is_apart, _other.c.adviser_id != (sight.adviser_id or _NOBODY))),)


def is_seen(sight: Sight, case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that the case of a row is seen; `case_id` is the column that names it.

    A row that names no case, or one that is gone, is seen by responsible persons alone.
    """
    if sight.is_whole:
        return true()
    return select(_seen.c.line).where(_seen.c.case_id == case_id, *of_seen(sight, _seen)).exists()


def check_seen(connection: Connection, sight: Sight, *case_ids: str) -> None:
    """Do nothing where some cases may be seen, or are not there; raises NotYourCase."""
    for case_id in () if sight.is_whole else case_ids:
        row = _OWNER.row(connection, case=case_id)
        if row is not None and not sight.shows(row[0], is_confidential=row[1] == 1):
            raise NotYourCase


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Who looks after the cases for a store: tells the journal of whoever was refused."""

    database: Database
    pen: JournalPen
    sight: Sight

    @contextmanager
    def watching(self, *case_ids: str) -> Iterator[None]:
        """Note a NotYourCase in the journal of the cases, and say who can help; to be entered before a transaction."""
        try:
            yield
        except NotYourCase as refusal:
            with self.database.writing() as connection:
                for case_id in case_ids:
                    self.pen.note(connection, REFUSED, case_id, {"act": "case"})
                told = whom_to_ask(_responsible(connection))
            raise NotYourCase(refusal.text, told) from None


def _responsible(connection: Connection) -> tuple[Adviser, ...]:
    chosen = select(adviser.c.id, adviser.c.name).where(adviser.c.role == Role.RESPONSIBLE.value)
    return tuple(Adviser(row.id, row.name, Role.RESPONSIBLE) for row in connection.execute(chosen.order_by("name")))
