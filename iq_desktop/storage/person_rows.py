"""The rows that are about some cases, as the registry gives them to the person, and the days of review of all cases."""

from __future__ import annotations

import datetime as dt
import heapq
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, or_, select

from iq_desktop.domain.column_rules import TableRows
from iq_desktop.domain.keeping import DueReview, Keeping, months_after, review_day
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.case_tables import closing
from iq_desktop.storage.column_registry import exported_columns, exported_tables, technical_columns
from iq_desktop.storage.final_tables import PARTS_BESIDE
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.rights_tables import keeping
from iq_desktop.storage.seen_rows import of_seen
from iq_desktop.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Table

    from iq_desktop.domain.privacy_terms import PrivacyTerms
    from iq_desktop.domain.role import Sight

_END_OF_MONTH: Final = dt.timedelta(days=4)
"""Months differ in length: the question asks for some days more, and each case is then looked at exactly."""
_COLUMNS: Final = (
    *(case_line.c[name] for name in ("case_id", "number", "name", "adviser_id", "changed_at")),
    *(keeping.c.review_on, keeping.c.reviewed_on, closing.c.closed_on),
)
_PARTS: Final = {table.name: part for part, table in (*PART_TABLES.items(), *PARTS_BESIDE.items())}
_joined: Final = case_line.join(keeping, keeping.c.case_id == case_line.c.case_id).join(
    closing, closing.c.case_id == case_line.c.case_id
)
_ONE: Final = prepare(select(*_COLUMNS).select_from(_joined).where(case_line.c.case_id == bindparam("case")))


def read_rows_about(connection: Connection, case_ids: Sequence[str]) -> Iterator[TableRows]:
    """Yield the rows of each table that are about some cases, in their order; tables without any are left out."""
    for name in exported_tables():
        table, columns = metadata.tables[name], exported_columns(name)
        found = select(*(table.c[column] for column in columns)).where(_is_about(table, case_ids))
        ordered = found.order_by(*(column for column in table.primary_key.columns if column.name == "case_id"))
        if "position" in table.c:
            ordered = ordered.order_by(table.c.position)
        rows = tuple(tuple(row) for row in connection.execute(ordered))
        if rows:
            yield TableRows(name, _PARTS.get(name, ""), columns, rows, technical_columns(name))


def _is_about(table: Table, case_ids: Sequence[str]) -> Any:
    if table.name == "case_file":
        return table.c.id.in_(case_ids)
    if "other_id" in table.c:
        return or_(table.c.case_id.in_(case_ids), table.c.other_id.in_(case_ids))
    return table.c.case_id.in_(case_ids)


def find_review(connection: Connection, terms: PrivacyTerms, case_id: str) -> DueReview | None:
    """Return when the keeping of a case is looked at, or none where there is no such case."""
    row = _ONE.row(connection, case=case_id)
    return _review_of(row, terms) if row else None


def list_due_reviews(
    connection: Connection, terms: PrivacyTerms, today: dt.date, sight: Sight, limit: int
) -> list[DueReview]:
    """Return the cases whose keeping is to be looked at, the longest overdue first."""
    return heapq.nsmallest(
        limit, _due_reviews(connection, terms, today, sight), key=lambda one: (one.review_on, one.number)
    )


def count_due_reviews(connection: Connection, terms: PrivacyTerms, today: dt.date, sight: Sight) -> int:
    """Return how many cases are to be looked at."""
    return sum(1 for _ in _due_reviews(connection, terms, today, sight))


def _due_reviews(connection: Connection, terms: PrivacyTerms, today: dt.date, sight: Sight) -> Iterator[DueReview]:
    ended = (months_after(today, -terms.months_of_closed) + _END_OF_MONTH).isoformat()
    worked = (months_after(today, -terms.months_of_open) + _END_OF_MONTH + dt.timedelta(days=1)).isoformat()
    by_rule = or_(closing.c.closed_on <= ended, and_(closing.c.closed_on.is_(None), case_line.c.changed_at <= worked))
    is_near = or_(keeping.c.review_on <= today.isoformat(), and_(keeping.c.review_on.is_(None), by_rule))
    chosen = select(*_COLUMNS).select_from(_joined).where(is_near, *of_seen(sight))
    for row in connection.execute(chosen):
        review = _review_of(row, terms)
        if review.review_on <= today:
            yield review


def _review_of(row: Sequence[Any], terms: PrivacyTerms) -> DueReview:
    case_id, number, name, adviser_id, changed_at, review_on, reviewed_on, closed_on = row
    kept = Keeping(review_on=_day(review_on), reviewed_on=_day(reviewed_on))
    worked_on = dt.datetime.fromisoformat(changed_at).date()
    due = review_day(kept, _day(closed_on), worked_on, terms)
    return DueReview(case_id, number, name, due, adviser_id, is_closed=closed_on is not None)


def _day(cell: str | None) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
