"""Erasing cases without rest: rows, search words, values in the journal, links, and what pages still held.

Everything in the database goes in one transaction, with its entries in the journal and the protocol: all or nothing.
Freed space is overwritten while it is freed (`secure_delete`), the search index is written anew, and at the end the
write-ahead log is emptied.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, or_, select, update

from iq_desktop.domain.erasure import EraseReason, Erasure
from iq_desktop.storage.case_line_rows import remove_words
from iq_desktop.storage.case_line_upkeep import forget_gone_words
from iq_desktop.storage.case_tables import case_file
from iq_desktop.storage.centre_tables import desk_settings
from iq_desktop.storage.codec import moment_words
from iq_desktop.storage.column_registry import erased_tables
from iq_desktop.storage.journal import CASE_ERASED, erase_values, find_end
from iq_desktop.storage.list_tables import case_deadline, case_line
from iq_desktop.storage.rights_tables import erasure as erasures
from iq_desktop.storage.tables import metadata
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_PAYLOADS: Final = "journal_payload"
_PORTION: Final = 500
"""Identities in one question: SQLite takes only so many."""


def erase_in(connection: Connection, pen: JournalPen, wanted: Erasure) -> Erasure:
    """Erase cases within the caller's transaction and return the protocol with number, counts and anchor.

    Raises NoSuchCase where one is not there.
    """
    if set(_there(connection, wanted.case_ids)) != set(wanted.case_ids):
        raise NoSuchCase
    counts = _remove(connection, wanted.case_ids)
    number = wanted.number or _next_number(connection, wanted.erased_at.year)
    done = replace(wanted, number=number, counts=counts, adviser_id=wanted.adviser_id or pen.actor)
    for case_id in wanted.case_ids:
        told = {"erasure": done.number, "reason": done.reason.value, "rows": done.rows}
        pen.note(connection, CASE_ERASED, case_id, told)
    end = find_end(connection, pen.device)
    done = replace(done, anchor=end.code if end else "")
    _keep(connection, done)
    return done


def sweep(database: Database) -> None:
    """Empty the write-ahead log, in which older states of pages stand; waits for readers to end.

    A disk or a reader that does not let it is no reason to doubt the erasing: the log is emptied at the end at latest.
    """
    with suppress(IqError), database.keeping_writers_out(), database.standing_still():
        pass


def replay_erasures(database: Database, pen: JournalPen, wanted: Iterable[Erasure]) -> int:
    """Erase again what an older backup brought back and return how many cases that were; all or nothing.

    The erasings stand in the vault afterwards, whether a case of them was there or not.
    """
    with database.writing() as connection:
        known = set(connection.execute(select(erasures.c.id)).scalars())
        count = 0
        for one in wanted:
            there = tuple(_there(connection, one.case_ids))
            if there:
                _remove(connection, there)
                count += len(there)
            for case_id in there:
                pen.note(connection, CASE_ERASED, case_id, {"erasure": one.number, "reason": one.reason.value})
            if one.id not in known:
                _keep(connection, replace(one, number=_free_number(connection, one.number)))
    if count:
        sweep(database)
    return count


@contextmanager
def sweeping_after(database: Database) -> Iterator[None]:
    """Empty the write-ahead log after long reading in whose way it stood, where somebody was erased meanwhile."""
    before = _count_erasures(database)
    try:
        yield
    finally:
        with suppress(IqError):  # what ended the reading is what is told
            if _count_erasures(database) != before:
                sweep(database)


def _count_erasures(database: Database) -> int:
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(erasures)).scalar_one()


def list_erasures(connection: Connection) -> tuple[Erasure, ...]:
    """Return every erasing that the vault knows, oldest first."""
    rows = connection.execute(select(erasures).order_by(erasures.c.erased_at, erasures.c.number, erasures.c.id))
    return tuple(_erasure_of(row) for row in rows)


def _there(connection: Connection, case_ids: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(case_ids), _PORTION):
        asked = case_ids[start : start + _PORTION]
        yield from connection.execute(select(case_file.c.id).where(case_file.c.id.in_(asked))).scalars()


def _remove(connection: Connection, case_ids: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Remove everything of cases that are there and return how many rows of each table went."""
    names = [name for name in erased_tables() if name != _PAYLOADS]
    counts = {name: _count(connection, name, case_ids) for name in names}
    payloads = 0
    for case_id in case_ids:
        payloads += erase_values(connection, case_id)
        remove_words(connection, case_id)
        connection.execute(delete(case_file).where(case_file.c.id == case_id))
        is_there = func.instr(desk_settings.c.last_spot, case_id) > 0
        connection.execute(update(desk_settings).where(is_there).values(last_spot=""))
    forget_gone_words(connection)
    counted = (*counts.items(), (_PAYLOADS, payloads))
    return tuple((name, count) for name, count in counted if count)


def _count(connection: Connection, name: str, case_ids: Sequence[str]) -> int:
    return sum(
        _count_some(connection, name, case_ids[start : start + _PORTION]) for start in range(0, len(case_ids), _PORTION)
    )


def _count_some(connection: Connection, name: str, case_ids: Sequence[str]) -> int:
    table = metadata.tables[name]
    if name == "case_file":
        condition: Any = table.c.id.in_(case_ids)
    elif name == "case_deadline":
        lines = select(case_line.c.line).where(case_line.c.case_id.in_(case_ids))
        condition = case_deadline.c.line.in_(lines)
    elif name == "case_link":
        condition = or_(table.c.case_id.in_(case_ids), table.c.other_id.in_(case_ids))
    else:
        condition = table.c.case_id.in_(case_ids)
    found: int = connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()
    return found


def _next_number(connection: Connection, year: int) -> str:
    begun = select(func.count()).select_from(erasures).where(erasures.c.number.like(f"L-{year}-%"))
    return _free_number(connection, f"L-{year}-{connection.execute(begun).scalar_one() + 1:04}")


def _free_number(connection: Connection, number: str) -> str:
    """Return a number, with a letter behind it where another erasing has it already."""
    taken = set(connection.execute(select(erasures.c.number).where(erasures.c.number.like(f"{number}%"))).scalars())
    tried = (number, *(f"{number}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    return next(one for one in tried if one not in taken)


def _keep(connection: Connection, done: Erasure) -> None:
    cells = {
        "id": done.id,
        "number": done.number,
        "erased_at": moment_words(done.erased_at),
        "reason": done.reason.value,
        "adviser_id": done.adviser_id,
        "case_ids": json.dumps(list(done.case_ids)),
        "counts": json.dumps(dict(done.counts)),
        "is_anonymised": int(done.is_anonymised),
        "anchor": done.anchor,
    }
    connection.execute(insert(erasures).values(cells))


def _erasure_of(row: Row[Any]) -> Erasure:
    return Erasure(
        case_ids=tuple(json.loads(row.case_ids)),
        erased_at=dt.datetime.fromisoformat(row.erased_at),
        reason=EraseReason.of(row.reason),
        adviser_id=row.adviser_id,
        number=row.number,
        counts=tuple(json.loads(row.counts).items()),
        is_anonymised=row.is_anonymised == 1,
        anchor=row.anchor,
        id=row.id,
    )
