"""Keeping the lines of cases up to date where nobody saves: after new rules of the program, and when words must go."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select, text

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.niq_codes import NO_CODES, NiqCodes
from iq_desktop.domain.rights import NO_COUNSELLING, RESTRICTED
from iq_desktop.domain.talk import AppointmentKind
from iq_desktop.storage.case_line import LINE_RULES, CaseLine, line_of
from iq_desktop.storage.case_line_rows import change_line
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.deadline_rows import NO_DAY, NO_LAW, set_deadlines
from iq_desktop.storage.life_tables import appointment
from iq_desktop.storage.list_tables import case_deadline, case_line
from iq_desktop.storage.prepared import prepare

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from iq_desktop.domain.procedure_law import ProcedureLaw

_BEHIND: Final = dt.timedelta(days=400)
"""How long a vault may have stayed closed, so that titles that ended meanwhile are noticed."""
_OLD: Final = prepare(
    select(*(case_line.c[field.name] for field in fields(CaseLine)))
    .where(case_line.c.made_with < bindparam("rules"))
    .limit(bindparam("most"))
)
_EXPIRED: Final = prepare(
    select(*(case_line.c[field.name] for field in fields(CaseLine)))
    .where(
        case_line.c.line.in_(
            select(case_deadline.c.line).where(
                case_deadline.c.due.between(bindparam("since"), bindparam("yesterday")),
                case_deadline.c.kind == ReminderKind.RESIDENCE_ENDS.value,
            )
        ),
        case_line.c.kind == CaseKind.FULL.value,
        func.instr(" " + case_line.c.open_pages + " ", " person ") == 0,
    )
    .limit(bindparam("most"))
)
"""Lines whose page Person became incomplete by the passing of days: a residence title has ended."""
_UNTOLD: Final = prepare(
    select(*(case_line.c[field.name] for field in fields(CaseLine)))
    .where(
        case_line.c.case_id.in_(
            select(appointment.c.case_id).where(
                appointment.c.kind == AppointmentKind.TASK.value,
                appointment.c.day.is_(None),
                appointment.c.is_done == 0,
            )
        ),
        case_line.c.line.not_in(select(case_deadline.c.line).where(case_deadline.c.due == NO_DAY)),
        *(func.instr(case_line.c.stops, stop.code) == 0 for stop in (RESTRICTED, NO_COUNSELLING)),
    )
    .limit(bindparam("most"))
)
"""Lines that were written while tasks without a day were told nowhere."""
_REWRITE: Final = text("INSERT INTO case_search(case_search) VALUES('optimize')")


def has_old_lines(connection: Connection, today: dt.date) -> bool:
    """Return whether a line was made by older rules, before a residence title ended, or without its undated tasks."""
    return bool(_old_lines(connection, today, 1))


def remake_lines(
    connection: Connection, today: dt.date, most: int, law: ProcedureLaw = NO_LAW, codes: NiqCodes = NO_CODES
) -> int:
    """Make some lines again that are out of date and return how many; 0 where all are up to date.

    A line keeps the moment at which its case was changed; its deadlines are made again with it.
    """
    old_lines = _old_lines(connection, today, most)
    for old in old_lines:
        case = find_case(connection, old.case_id)
        if case is not None:
            changed_at = dt.datetime.fromisoformat(old.changed_at)
            change_line(connection, old, line_of(case, changed_at, today, codes))
            set_deadlines(connection, case, law)
    return len(old_lines)


def _old_lines(connection: Connection, today: dt.date, most: int) -> list[CaseLine]:
    days = {"since": (today - _BEHIND).isoformat(), "yesterday": (today - dt.timedelta(days=1)).isoformat()}
    rows = (
        _OLD.rows(connection, rules=LINE_RULES, most=most)
        or _EXPIRED.rows(connection, most=most, **days)
        or _UNTOLD.rows(connection, most=most)
    )
    return [CaseLine(*row) for row in rows]


def forget_gone_words(connection: Connection) -> None:
    """Write the search index anew, so that no word stays in it that a case held earlier; a checkpoint belongs after it.

    Saving only marks words as gone, because taking them out at once rewrites a hundred pages. Erasing a person calls
    this; it takes seconds for a hundred thousand cases.
    """
    connection.execute(_REWRITE)
