"""The list of cases in the vault: windows, counts and views."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.case_list import CaseQuery, CaseView, FilterValues
from iq_desktop.domain.niq_codes import NO_CODES, NiqCodes
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage import list_window, search
from iq_desktop.storage.case_line_upkeep import has_old_lines, remake_lines
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.deadline_rows import NO_LAW
from iq_desktop.storage.list_tables import case_line, case_view
from iq_desktop.storage.reminders import list_deadlines
from iq_desktop.storage.seen_rows import of_seen
from iq_desktop.wording.cleaning import clean_line, clean_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from iq_desktop.domain.case_row import CaseRow, Match, Reminder
    from iq_desktop.domain.procedure_law import ProcedureLaw
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_MOST_FOUND: Final = 200
_QUERY: Final = codec_of(CaseQuery)
_KEPT: Final = tuple(name for name in _QUERY.columns if name != "words")


class VaultLists:
    """The port `CaseLists` on cases.db; usable from every thread. What `sight` hides stands in no list or count."""

    def __init__(
        self,
        database: Database,
        pen: JournalPen,
        sight: Sight = WHOLE,
        law: ProcedureLaw = NO_LAW,
        codes: NiqCodes = NO_CODES,
    ) -> None:
        self._database = database
        self._pen = pen
        self._sight = sight
        self._law = law
        self._codes = codes

    def window(self, query: CaseQuery, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        """Return one window of the list; `after` is the last row of the window before, the first one without it."""
        query = list_window.seen_by(self._sight, query)
        with self._database.reading() as connection:
            if query.words.strip():
                found = self._found(connection, query)
                start = 0 if after is None else self._place_in(connection, found, after.id)
                return () if start is None else self._rows_of(connection, found, start + (after is not None), limit)
            at = after.id if after else ""
            return list_window.read_window(connection, query, self._today, limit=limit, after=at)

    def window_at(self, query: CaseQuery, *, start: int, limit: int) -> Sequence[CaseRow]:
        """Return the window that begins at row number `start` (from 0)."""
        query = list_window.seen_by(self._sight, query)
        with self._database.reading() as connection:
            if query.words.strip():
                return self._rows_of(connection, self._found(connection, query), start, limit)
            return list_window.read_window(connection, query, self._today, start=start, limit=limit)

    def count(self, query: CaseQuery) -> int:
        """Return how many rows the list has."""
        query = list_window.seen_by(self._sight, query)
        with self._database.reading() as connection:
            if query.words.strip():
                return len(self._found(connection, query))
            counted: int = connection.execute(list_window.choose_count(query, self._today)).scalar_one()
            return counted

    def place_of(self, query: CaseQuery, case_id: str) -> int | None:
        """Return the number of the row of a case (from 0), or None where the list does not hold it."""
        query = list_window.seen_by(self._sight, query)
        with self._database.reading() as connection:
            if query.words.strip():
                return self._place_in(connection, self._found(connection, query), case_id)
            is_there = connection.execute(list_window.choose_is_there(query, self._today, case_id)).first()
            if is_there is None:
                return None
            place: int = connection.execute(list_window.choose_place(query, self._today, case_id)).scalar_one()
            return place

    def case_ids(self, query: CaseQuery) -> Sequence[str]:
        """Return the identities of all cases of the list in its order."""
        query = list_window.seen_by(self._sight, query)
        with self._database.reading() as connection:
            if query.words.strip():
                found = self._found(connection, query)
                return tuple(row.id for row in list_window.rows_of_lines(connection, found, self._today))
            return tuple(connection.execute(list_window.choose_ids(query, self._today)).scalars())

    def filter_values(self) -> FilterValues:
        """Return what the cases hold by which they can be filtered."""
        columns = (case_line.c.language, case_line.c.origins, case_line.c.adviser_id)
        with self._database.reading() as connection:
            rows = connection.execute(select(*columns).where(*of_seen(self._sight)).distinct()).all()
        return FilterValues(
            languages=tuple(sorted({row.language for row in rows if row.language})),
            origins=tuple(sorted({state for row in rows for state in row.origins.split()})),
            adviser_ids=tuple(sorted({row.adviser_id for row in rows if row.adviser_id})),
        )

    def deadlines(self, since: dt.date, *, adviser_id: str = "", limit: int) -> Sequence[Reminder]:
        """Return the deadlines of all cases (of an adviser, where one is given) from a day on, in their order."""
        with self._database.reading() as connection:
            return list_deadlines(connection, since, limit, adviser_id, self._sight)

    def make_lines_again(self, *, most: int) -> int:
        """Make some rows again that are out of date and return how many; 0 where all are up to date."""
        with self._database.reading() as connection:
            if not has_old_lines(connection, self._today):
                return 0
        with self._database.writing() as connection:
            return remake_lines(connection, self._today, most, self._law, self._codes)

    def views(self, adviser_id: str) -> Sequence[CaseView]:
        """Return the views of an adviser and those for all, by name."""
        chosen = select(case_view).where(or_(case_view.c.owner_id == adviser_id, case_view.c.owner_id == ""))
        with self._database.reading() as connection:
            rows = connection.execute(chosen).all()
        found = [view for row in rows if (view := _view_of(row)) is not None]
        return tuple(sorted(found, key=lambda view: view.name.casefold()))

    def save_view(self, view: CaseView) -> None:
        """Keep a view, in place of the one with the same identity; the words of its question are left out."""
        query = dict(zip(_QUERY.columns, _QUERY.to_row(view.query), strict=True))
        cells: dict[str, Any] = {
            "name": clean_line(view.name),
            "owner_id": view.owner_id,
            "columns": json.dumps(view.columns),
            **{name: query[name] for name in _KEPT},
        }
        added = upsert(case_view).values(id=view.id, **cells)
        with self._database.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
            self._pen.note(connection, "view_saved", None, {"id": view.id, **cells})

    def remove_view(self, view_id: str) -> None:
        """Take a view away."""
        with self._database.writing() as connection:
            if connection.execute(delete(case_view).where(case_view.c.id == view_id)).rowcount:
                self._pen.note(connection, "view_removed", None, {"id": view_id})

    @property
    def _today(self) -> Any:
        return self._pen.clock.today()

    def _found(self, connection: Connection, query: CaseQuery) -> dict[int, Match]:
        """Return the lines that words find among what the filters leave: best first, or in the order asked for."""
        words = clean_words(query.words)
        ways = list_window.ways_among(query.filters, self._today)
        found = search.find_lines(connection, words, _MOST_FOUND, ways)
        if query.sort is None:
            return found
        ordered = connection.execute(list_window.choose_order(query, self._today, tuple(found))).scalars()
        return {line: found[line] for line in ordered}

    def _rows_of(
        self, connection: Connection, found: Mapping[int, Match], start: int, limit: int
    ) -> tuple[CaseRow, ...]:
        window = dict(islice(found.items(), start, start + limit))
        return list_window.rows_of_lines(connection, window, self._today)

    def _place_in(self, connection: Connection, found: Mapping[int, Match], case_id: str) -> int | None:
        line = connection.execute(select(case_line.c.line).where(case_line.c.case_id == case_id)).scalar_one_or_none()
        return next((at for at, one in enumerate(found) if one == line), None)


def _view_of(row: Row[Any]) -> CaseView | None:
    """Return the view of a row, or None where it asks for something that this program does not know."""
    cells = row._mapping  # noqa: SLF001  (how SQLAlchemy names the columns of a row)
    try:
        query = _QUERY.from_row(["" if name == "words" else cells[name] for name in _QUERY.columns])
    except ValueError:
        return None
    return CaseView(
        cells["name"], replace(query, words=""), tuple(json.loads(cells["columns"])), cells["owner_id"], cells["id"]
    )
