"""The ports of lists in memory: the case list filtered in plain Python, links between cases, tables that are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from iq_desktop.domain.case_list import CaseQuery, CaseSort, CaseView, FilterValues
from iq_desktop.domain.deadline import deadlines_of, reminder_of
from iq_desktop.domain.duplicate import CaseLink, Duplicate, LinkKind
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.niq_report import state_of_report
from iq_desktop.usecases.case_pages import pages_lacking
from iq_desktop.usecases.problems import NoSuchCase
from tests.support.builders import TODAY
from tests.support.memory_niq import the_codes
from tests.support.procedure_law import the_law

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow, Reminder


class KeptCases(Protocol):
    """The cases in memory that a list or a link is about."""

    by_id: dict[str, CaseFile]

    def find(self, words: str, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        """Return rows of cases."""


@dataclass
class MemoryLists:
    """The list over cases in memory; `old_lines` are those that an older program made."""

    cases: KeptCases
    kept: dict[str, CaseView] = field(default_factory=dict)
    old_lines: int = 0

    def window(self, query: CaseQuery, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        rows = self._rows(query)
        start = next((at + 1 for at, row in enumerate(rows) if after is not None and row.id == after.id), 0)
        return rows[start : start + limit]

    def window_at(self, query: CaseQuery, *, start: int, limit: int) -> Sequence[CaseRow]:
        return self._rows(query)[start : start + limit]

    def count(self, query: CaseQuery) -> int:
        return len(self._rows(query))

    def place_of(self, query: CaseQuery, case_id: str) -> int | None:
        return next((at for at, row in enumerate(self._rows(query)) if row.id == case_id), None)

    def case_ids(self, query: CaseQuery) -> Sequence[str]:
        return tuple(row.id for row in self._rows(query))

    def filter_values(self) -> FilterValues:
        rows = self._rows(CaseQuery())
        return FilterValues(
            languages=tuple(sorted({row.language for row in rows if row.language})),
            origins=tuple(sorted({state for row in rows for state in row.origins})),
            adviser_ids=tuple(sorted({row.adviser_id for row in rows if row.adviser_id})),
        )

    def deadlines(self, since: dt.date, *, adviser_id: str = "", limit: int) -> Sequence[Reminder]:
        found = [
            reminder_of(case, one)
            for case in self.cases.by_id.values()
            for one in deadlines_of(case, the_law())
            if one.due >= since and adviser_id in {"", case.adviser_id}
        ]
        return sorted(found, key=lambda one: one.due or since)[:limit]

    def make_lines_again(self, *, most: int) -> int:
        made = min(most, self.old_lines)
        self.old_lines -= made
        return made

    def views(self, adviser_id: str) -> Sequence[CaseView]:
        mine = (view for view in self.kept.values() if view.owner_id in {"", adviser_id})
        return tuple(sorted(mine, key=lambda view: view.name.casefold()))

    def save_view(self, view: CaseView) -> None:
        self.kept[view.id] = replace(view, query=replace(view.query, words=""))

    def remove_view(self, view_id: str) -> None:
        self.kept.pop(view_id, None)

    def _rows(self, query: CaseQuery) -> Sequence[CaseRow]:
        if query.words.strip():
            found = self.cases.find(query.words.strip(), limit=200)
        else:
            found = self.cases.find("", limit=len(self.cases.by_id))
        told = [_told(row, self.cases.by_id[row.id]) for row in found]
        rows = [row for row in told if _is_kept(row, query)]
        if query.sort is None and query.words.strip():
            return rows
        sort, is_descending = query.order
        return sorted(rows, key=lambda row: (_key(sort, row), row.id), reverse=is_descending)


def _told(row: CaseRow, case: CaseFile) -> CaseRow:
    due = next((one for one in deadlines_of(case) if one.due >= TODAY - dt.timedelta(days=60)), None)
    client, niq = case.client, niq_state(case, TODAY)
    return row._replace(
        adviser_id=case.adviser_id,
        origins=client.nationalities or ((client.birth_country,) if client.birth_country else ()),
        niq=niq.light,
        is_closed=case.closing.is_closed,
        kind=case.kind,
        opened_on=case.opened_on,
        open_pages=pages_lacking(case, TODAY, niq),
        next_due=due.due if due else None,
        next_due_kind=due.kind if due else None,
        report=state_of_report(case, the_codes(), TODAY),
    )


def _is_kept(row: CaseRow, query: CaseQuery) -> bool:
    asked: tuple[tuple[Any, bool], ...] = (
        (query.open_page, query.open_page in row.open_pages),
        (query.adviser_id, query.adviser_id == row.adviser_id),
        (query.language, query.language == row.language),
        (query.origin, query.origin in row.origins),
        (query.niq, query.niq is row.niq),
        (query.kind, query.kind is row.kind),
        (query.report, query.report is row.report),
    )
    if not all(holds for wanted, holds in asked if wanted):
        return False
    if query.due_within is not None:
        until = TODAY + dt.timedelta(days=query.due_within)
        if row.next_due is None or row.next_due > until:
            return False
    closed_fits = query.is_closed is None or query.is_closed is row.is_closed
    return closed_fits and (query.is_invented is None or query.is_invented is row.is_invented)


def _key(sort: CaseSort, row: CaseRow) -> Any:
    return {
        CaseSort.NAME: (not row.name, row.name.casefold()),
        CaseSort.NUMBER: row.number,
        CaseSort.CHANGED: row.changed_at,
        CaseSort.OPENED: row.opened_on or TODAY,
        CaseSort.BIRTH: row.birth or "9999",
        CaseSort.OCCUPATION: (not row.occupation, row.occupation.casefold()),
        CaseSort.PLACE: (not row.place, row.place.casefold()),
        CaseSort.NIQ: list(NiqLight).index(row.niq) if row.niq else -1,
        CaseSort.DUE: row.next_due or dt.date.max,
    }[sort]


@dataclass
class MemoryLinks:
    """Links in memory; `alike` is what is found, before what was decided already is left out."""

    cases: KeptCases
    alike: tuple[Duplicate, ...] = ()
    is_hidden_alike: bool = False
    decided: dict[frozenset[str], LinkKind] = field(default_factory=dict)

    def find_duplicates(self, case: CaseFile, *, limit: int) -> Sequence[Duplicate]:
        left = (one for one in self.alike if frozenset({case.id, one.row.id}) not in self.decided)
        return [one for one in left if one.row.id != case.id][:limit]

    def is_known_elsewhere(self, case: CaseFile) -> bool:
        return self.is_hidden_alike and bool(case.client.full_name)

    def links_of(self, case_id: str) -> Sequence[CaseLink]:
        return [
            self._link(case_id, next(iter(pair - {case_id})), kind)
            for pair, kind in self.decided.items()
            if case_id in pair
        ]

    def link(self, case_id: str, other_id: str, kind: LinkKind) -> CaseLink:
        if not {case_id, other_id} <= set(self.cases.by_id) or case_id == other_id:
            raise NoSuchCase
        self.decided[frozenset({case_id, other_id})] = kind
        return self._link(case_id, other_id, kind)

    def unlink(self, case_id: str, other_id: str) -> None:
        self.decided.pop(frozenset({case_id, other_id}), None)

    def _link(self, case_id: str, other_id: str, kind: LinkKind) -> CaseLink:
        rows = {row.id: row for row in self.cases.find("", limit=len(self.cases.by_id))}
        now = dt.datetime.combine(TODAY, dt.time(9, 30), dt.UTC)
        return CaseLink(case_id, rows[other_id], kind, "adviser-1", now)


@dataclass
class MemoryTables:
    """Tables that were written, by the name of their file."""

    written: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def write(self, path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        table = [tuple(row) for row in rows]
        self.written[path.name] = [tuple(heads), *table]
        return len(table)
