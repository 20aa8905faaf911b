"""The rows of deadlines: written beside the line of a case, in the same transaction."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, insert, select

from iq_desktop.domain.deadline import Deadline, deadlines_of, kind_of
from iq_desktop.domain.open_tasks import tasks_without_day
from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.list_tables import case_deadline, case_line
from iq_desktop.storage.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from iq_desktop.domain.case_file import CaseFile

NO_LAW: Final = ProcedureLaw()
"""Without it procedures have no deadlines; their lines are made again as soon as the program knows the law."""
NO_DAY: Final = ""
"""The day of a task without one: it lies before all days, so that no question for a time finds it."""
_CODEC: Final = codec_of(Deadline)
_COLUMNS: Final = ("line", "position", *(field.name for field in fields(Deadline)))
_KEY: Final = prepare(select(case_line.c.line).where(case_line.c.case_id == bindparam("case")))
_REMOVE: Final = prepare(delete(case_deadline).where(case_deadline.c.line == bindparam("key")))
_ADD: Final = prepare(insert(case_deadline).values({name: bindparam(name) for name in _COLUMNS}))


def set_deadlines(connection: Connection, case: CaseFile, law: ProcedureLaw = NO_LAW) -> None:
    """Write the deadlines of a case that has its line, in place of those that stand there."""
    _write(connection, case, deadlines_of(case, law))


def change_deadlines(connection: Connection, before: CaseFile, after: CaseFile, law: ProcedureLaw = NO_LAW) -> None:
    """Write the deadlines of a case where they differ between two states."""
    due = deadlines_of(after, law)
    if due != deadlines_of(before, law) or tasks_without_day(after) != tasks_without_day(before):
        _write(connection, after, due)


def _write(connection: Connection, case: CaseFile, due: tuple[Deadline, ...]) -> None:
    row = _KEY.row(connection, case=case.id)
    if row is None:
        raise LookupError("a case without its line")
    _REMOVE.run(connection, key=row[0])
    waiting = (*map(_cells, due), *_without_day(case))
    rows = ({"line": row[0], "position": at, **cells} for at, cells in enumerate(waiting))
    _ADD.run_many(connection, (tuple(cells[name] for name in _ADD.names) for cells in rows))


def _cells(one: Deadline) -> dict[str, object]:
    return dict(zip(_CODEC.columns, _CODEC.to_row(one), strict=True))


def _without_day(case: CaseFile) -> Iterator[dict[str, object]]:
    for one in tasks_without_day(case):
        told = Deadline(kind_of(one), dt.date.min, "follow_up", "day", one.id, one.what)
        yield {**_cells(told), "due": NO_DAY}
