"""Keeping the lines of cases up to date where nobody saves: after new rules of the program, and when words must go."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, text

from iq_desktop.storage.case_line import LINE_RULES, CaseLine, line_of
from iq_desktop.storage.case_line_rows import change_line
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.deadline_rows import set_deadlines
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import prepare

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OLD: Final = prepare(
    select(*(case_line.c[field.name] for field in fields(CaseLine)))
    .where(case_line.c.made_with < bindparam("rules"))
    .limit(bindparam("most"))
)
_REWRITE: Final = text("INSERT INTO case_search(case_search) VALUES('optimize')")


def has_old_lines(connection: Connection) -> bool:
    """Return whether a line was made by older rules."""
    return bool(_OLD.rows(connection, rules=LINE_RULES, most=1))


def remake_lines(connection: Connection, today: dt.date, most: int) -> int:
    """Make some lines again that were made by older rules and return how many; 0 where all are up to date.

    A line keeps the moment at which its case was changed; its deadlines are made again with it.
    """
    old_lines = [CaseLine(*row) for row in _OLD.rows(connection, rules=LINE_RULES, most=most)]
    for old in old_lines:
        case = find_case(connection, old.case_id)
        if case is not None:
            change_line(connection, old, line_of(case, dt.datetime.fromisoformat(old.changed_at), today))
            set_deadlines(connection, case)
    return len(old_lines)


def forget_gone_words(connection: Connection) -> None:
    """Write the search index anew, so that no word stays in it that a case held earlier; a checkpoint belongs after it.

    Saving only marks words as gone, because taking them out at once rewrites a hundred pages. Erasing a person calls
    this; it takes seconds for a hundred thousand cases.
    """
    connection.execute(_REWRITE)
