"""Windows of the case list: every filter and every order is a question to an index, however many cases there are.

A window is found in two steps. The inner question reads only an index: the one of the order, and the one in which all
filters stand together. It yields the keys of a hundred lines; only these are then read as rows. So the row at place n
is found by counting in the index (1 ms for 100,000 lines), and a filter that leaves little costs one walk through it.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, func, literal, select, tuple_

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_list import CaseQuery, CaseSort
from iq_desktop.domain.case_row import CaseRow, Match, ReminderKind
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.case_line import LIGHTS, REPORTS
from iq_desktop.storage.list_tables import case_deadline, case_line
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reminders import BEHIND
from iq_desktop.storage.search import Ways, ways_to
from iq_desktop.storage.seen_rows import of_seen, of_seen_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

_ORDERS: Final = {
    CaseSort.NAME: "name_order",
    CaseSort.NUMBER: "number",
    CaseSort.CHANGED: "changed_at",
    CaseSort.OPENED: "opened_on",
    CaseSort.BIRTH: "birth_order",
    CaseSort.OCCUPATION: "occupation_order",
    CaseSort.PLACE: "place_order",
    CaseSort.NIQ: "niq_light",
}
_FARTHEST: Final = 36_500
_NEAR: Final = 1000
_LAST_DAY: Final = "9999-12-31"
_LIGHTS: Final = (None, *LIGHTS)
_REPORTS: Final = (None, *REPORTS)
_KINDS: Final = {kind.value: kind for kind in ReminderKind}
_CASE_KINDS: Final = {kind.value: kind for kind in CaseKind}
_FILTERS: Final = case_line.alias("filtered")
_LINE_AS_TERM: Final = case_line.c.line.op("+")(0)
"""The key as a term: so SQLite walks along the index of the order, instead of reading every row that is left."""
_SHOWN: Final = tuple(
    case_line.c[name]
    for name in (
        *("case_id", "number", "name", "own_script_name", "birth", "language", "occupation", "place", "changed_at"),
        *("is_invented", "adviser_id", "origins", "niq_light", "is_closed", "kind", "opened_on", "open_pages"),
        *("stops", "niq_report"),
    )
)


@dataclass(frozen=True, slots=True)
class SeenQuery(CaseQuery):
    """A question as somebody asks it who does not see every case: the others are not in the list."""

    sight: Sight = WHOLE

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list but what is seen."""
        return self.filters != SeenQuery(sight=self.sight)

    @property
    def unfiltered(self) -> CaseQuery:
        """The same words and order of all that is seen."""
        return SeenQuery(self.words, sort=self.sort, is_descending=self.is_descending, sight=self.sight)


def sight_of_query(query: CaseQuery) -> Sight:
    """Return whose eyes look at the list."""
    return query.sight if isinstance(query, SeenQuery) else WHOLE


def seen_by(sight: Sight, query: CaseQuery) -> CaseQuery:
    """Return a question as somebody asks it."""
    if sight.is_whole:
        return query
    return SeenQuery(**{field.name: getattr(query, field.name) for field in fields(CaseQuery)}, sight=sight)


def read_window(
    connection: Connection, query: CaseQuery, today: dt.date, *, limit: int, start: int = 0, after: str = ""
) -> tuple[CaseRow, ...]:
    """Return the rows of one window: behind a case (its identity), or from a place on."""
    if query.is_filtered and not start and query.sort is not CaseSort.DUE:
        near = connection.execute(choose_near(query, today, limit=limit, after=after)).all()
        if len(near) == limit:
            return tuple(row_of(row) for row in near)
    chosen = choose_window(query, today, start=start, limit=limit, after=after)
    return tuple(row_of(row) for row in connection.execute(chosen))


def choose_window(query: CaseQuery, today: dt.date, *, start: int, limit: int, after: str = "") -> Select[Any]:
    """Return the question for the rows of one window: behind a case (its identity), or from a place on."""
    lines = _choose(query, today)
    if after:
        lines = lines.where(_is_behind(query, today, after))
    return _choose_rows(query, today, case_line.c.line.in_(lines.limit(limit).offset(start)))


def choose_near(query: CaseQuery, today: dt.date, *, limit: int, after: str = "") -> Select[Any]:
    """Return the question for one window that looks only at the next lines of the order.

    Where the filters leave many lines it finds the whole window and spares a walk over all of them; one row less says
    nothing.
    """
    near = _choose(query.unfiltered, today)
    if after:
        near = near.where(_is_behind(query, today, after))
    left = select(_FILTERS.c.line).where(_FILTERS.c.line.in_(near.limit(_NEAR)), *conditions(query, today))
    return _choose_rows(query, today, case_line.c.line.in_(left)).limit(limit)


def choose_order(query: CaseQuery, today: dt.date, lines: Sequence[int]) -> Select[Any]:
    """Return the question for some lines in the order of the list."""
    return select(case_line.c.line).where(case_line.c.line.in_(lines)).order_by(*_order(query, today))


@lru_cache(maxsize=32)
def ways_among(filters: CaseQuery, today: dt.date) -> Ways:
    """Return the ways of a search that finds only lines which the filters of a question leave, of those seen."""
    among = _choose_left(filters, today) if filters.is_filtered else None
    return ways_to(case_line.c.line, among=among, sight=sight_of_query(filters))


def rows_of_lines(connection: Connection, found: Mapping[int, Match], today: dt.date) -> tuple[CaseRow, ...]:
    """Return the rows of some lines in their order, with how each was found."""
    since = (today - BEHIND).isoformat()
    rows = {row[0]: row for row in _OF_LINES.rows(connection, lines=json.dumps(list(found)), since=since)}
    return tuple([row_of(rows[line][1:], match) for line, match in found.items() if line in rows])


def choose_ids(query: CaseQuery, today: dt.date) -> Select[Any]:
    """Return the question for the identities of all cases of the list in its order."""
    return _choose(query, today).with_only_columns(case_line.c.case_id)


def choose_count(query: CaseQuery, today: dt.date) -> Select[Any]:
    """Return the question for the number of rows."""
    return select(func.count()).select_from(_FILTERS).where(*conditions(query, today))


def choose_is_there(query: CaseQuery, today: dt.date, case_id: str) -> Select[Any]:
    """Return the question whether the filters leave a case."""
    return _choose_left(query, today).where(_FILTERS.c.case_id == case_id)


def choose_place(query: CaseQuery, today: dt.date, case_id: str) -> Select[Any]:
    """Return the question for the number of lines that stand before the one of a case."""
    before = _choose(query, today).where(_is_before(query, today, case_id))
    return before.order_by(None).with_only_columns(func.count())


def _choose_rows(query: CaseQuery, today: dt.date, condition: ColumnElement[bool]) -> Select[Any]:
    next_due = _next_due((today - BEHIND).isoformat())
    return select(*_SHOWN, next_due).where(condition).order_by(*_order(query, today))


def _next_due(since: Any) -> Any:
    deadline = case_deadline.c.due + " " + case_deadline.c.kind
    of_line = (case_deadline.c.line == case_line.c.line, case_deadline.c.due >= since)
    return select(func.min(deadline)).where(*of_line).correlate(case_line).scalar_subquery()


_OF_LINES: Final = prepare(
    select(case_line.c.line, *_SHOWN, _next_due(bindparam("since"))).where(
        case_line.c.line.in_(select(func.json_each(bindparam("lines")).table_valued("value").c.value))
    )
)


def _choose(query: CaseQuery, today: dt.date) -> Select[Any]:
    """Return the question for the lines of the list in its order."""
    lines = select(case_line.c.line).order_by(*_order(query, today))
    if not query.is_filtered:
        return lines.where(*of_seen_key(sight_of_query(query), _LINE_AS_TERM))
    return lines.where(_LINE_AS_TERM.in_(_choose_left(query, today)))


def _choose_left(query: CaseQuery, today: dt.date) -> Select[Any]:
    return select(_FILTERS.c.line).where(*conditions(query, today))


def _order(query: CaseQuery, today: dt.date) -> tuple[ColumnElement[Any], ...]:
    sort, is_descending = query.order
    columns = (_key(sort, case_line, today), case_line.c.line)
    return tuple(column.desc() for column in columns) if is_descending else columns


def _is_behind(query: CaseQuery, today: dt.date, case_id: str) -> ColumnElement[bool]:
    here, there = _places(query, today, case_id)
    behind: ColumnElement[bool] = here < there if query.order[1] else here > there
    return behind


def _is_before(query: CaseQuery, today: dt.date, case_id: str) -> ColumnElement[bool]:
    here, there = _places(query, today, case_id)
    before: ColumnElement[bool] = here > there if query.order[1] else here < there
    return before


def _places(query: CaseQuery, today: dt.date, case_id: str) -> tuple[Any, Any]:
    """Return the place of a line in the order, and the place of the line of one case."""
    sort, _ = query.order
    one = case_line.alias("one")
    of_case = tuple(
        select(column).where(one.c.case_id == case_id).scalar_subquery()
        for column in (_key(sort, one, today), one.c.line)
    )
    return tuple_(_key(sort, case_line, today), case_line.c.line), tuple_(*of_case)


def _key(sort: CaseSort, lines: Any, today: dt.date) -> ColumnElement[Any]:
    """Return what a line is put in order by; a case without any date stands behind all others."""
    if sort is not CaseSort.DUE:
        column: ColumnElement[Any] = lines.c[_ORDERS[sort]]
        return column
    of_line = (case_deadline.c.line == lines.c.line, case_deadline.c.due >= (today - BEHIND).isoformat())
    next_due = select(func.min(case_deadline.c.due)).where(*of_line).correlate(lines).scalar_subquery()
    return func.coalesce(next_due, _LAST_DAY)


def conditions(query: CaseQuery, today: dt.date) -> tuple[ColumnElement[bool], ...]:
    """Return what the filters of a question ask of a line, told of the alias `filtered`."""
    column = _FILTERS.c
    equal = {
        "is_closed": query.is_closed,
        "adviser_id": query.adviser_id or None,
        "kind": query.kind.value if query.kind else None,
        "is_invented": query.is_invented,
        "niq_light": LIGHTS.index(query.niq) + 1 if query.niq else None,
        "language": query.language or None,
        "niq_report": REPORTS.index(query.report) + 1 if query.report else None,
    }
    found = [column[name] == cell for name, cell in equal.items() if cell is not None]
    found += of_seen(sight_of_query(query), _FILTERS)
    if query.origin:
        found.append(func.instr(column.origins, query.origin) > 0)
    if query.open_page:
        found.append(func.instr(literal(" ") + column.open_pages + " ", f" {query.open_page} ") > 0)
    if query.due_within is not None:
        found.append(column.line.in_(_choose_due(today, query.due_within)))
    return tuple(found)


def _choose_due(today: dt.date, days: int) -> Select[Any]:
    """Return the question for the lines with a deadline from what is long overdue until so many days from today."""
    until = today + dt.timedelta(days=min(max(days, 0), _FARTHEST))
    due = case_deadline.c.due
    return select(case_deadline.c.line).where(due.between((today - BEHIND).isoformat(), until.isoformat()))


def row_of(row: Sequence[Any], match: Match = Match.LISTED) -> CaseRow:
    """Return the row of the list for what `choose_window` found."""
    due, _, why = row[19].partition(" ") if row[19] else ("", "", "")
    told = (dt.datetime.fromisoformat(row[8]), row[9] == 1, match, row[10], _parts_of(row[11]), _LIGHTS[row[12]])
    where_it_stands = (row[13] == 1, _CASE_KINDS[row[14]], _day_of(row[15]), _parts_of(row[16]))
    return CaseRow._make(
        (*row[:8], *told, *where_it_stands, _day_of(due), _KINDS.get(why), _parts_of(row[17]), _REPORTS[row[18]])
    )


@lru_cache(maxsize=1024)
def _parts_of(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@lru_cache(maxsize=4096)
def _day_of(words: str) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None
