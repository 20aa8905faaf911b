"""What was taken in from the IQ Webapp: each batch is one transaction of cases, journal and the list of imports."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.storage.case_tables import case_file
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import moment_words
from iq_desktop.storage.final_tables import PARTS_BESIDE
from iq_desktop.storage.import_tables import case_import
from iq_desktop.usecases.webapp_ports import CaseImport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.case_store import VaultCases
    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_PORTION: Final = 500
"""Identities in one question: SQLite takes only so many."""
TAKEN: Final = "cases_imported"
UNDONE: Final = "import_undone"


class VaultImports:
    """The port `CaseImports` on cases.db; `cases` saves the cases of a batch."""

    def __init__(self, database: Database, pen: JournalPen, cases: VaultCases) -> None:
        self._database = database
        self._pen = pen
        self._cases = cases

    def imports(self) -> Sequence[CaseImport]:
        """Return all imports, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(case_import).order_by(case_import.c.taken_at.desc(), case_import.c.id))
            return tuple(_import_of(row) for row in rows)

    def take(self, entry: CaseImport, cases: Sequence[CaseFile]) -> CaseImport:
        """Save new cases and note them with their import, together or not at all; returns the import with them."""
        entry = replace(entry, case_ids=(*entry.case_ids, *(case.id for case in cases)))
        self._cases.add_many(cases, partial(self._note_taken, entry, len(cases)))
        return entry

    def keep(self, entry: CaseImport) -> None:
        """Keep an import as it is now; that it was taken back stands in the journal."""
        with self._database.writing() as connection:
            _put(connection, entry)
            if entry.undone_at is not None:
                self._pen.note(connection, UNDONE, None, {"name": entry.name, "import": entry.id})

    def untouched(self, case_ids: Sequence[str]) -> Sequence[str]:
        """Return the cases that nobody changed since: saved once, with no paper and no scan beside them."""
        with self._database.reading() as connection:
            return tuple(_untouched(connection, case_ids))

    def _note_taken(self, entry: CaseImport, count: int, connection: Connection) -> None:
        _put(connection, entry)
        told = {"name": entry.name, "import": entry.id, "cases": count}
        self._pen.note(connection, TAKEN, None, told)


def _put(connection: Connection, entry: CaseImport) -> None:
    cells = _cells_of(clean_value(entry))
    added = upsert(case_import).values(cells)
    connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=dict(cells)))


def _untouched(connection: Connection, case_ids: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(case_ids), _PORTION):
        asked = tuple(case_ids[start : start + _PORTION])
        chosen = select(case_file.c.id).where(case_file.c.id.in_(asked), case_file.c.revision == 1)
        for table in PARTS_BESIDE.values():
            chosen = chosen.where(case_file.c.id.not_in(select(table.c.case_id).where(table.c.case_id.in_(asked))))
        found = set(connection.execute(chosen).scalars())
        yield from (one for one in asked if one in found)


def _cells_of(entry: CaseImport) -> Mapping[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "taken_at": moment_words(entry.taken_at),
        "adviser_id": entry.adviser_id,
        "row_count": entry.rows,
        "left_out": entry.left_out,
        "heads": entry.heads,
        "choices": entry.choices,
        "report": entry.report,
        "case_ids": json.dumps(entry.case_ids),
        "undone_at": moment_words(entry.undone_at) if entry.undone_at else None,
    }


def _import_of(row: Row[Any]) -> CaseImport:
    return CaseImport(
        name=row.name,
        taken_at=dt.datetime.fromisoformat(row.taken_at),
        adviser_id=row.adviser_id,
        rows=row.row_count,
        left_out=row.left_out,
        heads=row.heads,
        choices=row.choices,
        report=row.report,
        case_ids=tuple(json.loads(row.case_ids)),
        undone_at=dt.datetime.fromisoformat(row.undone_at) if row.undone_at else None,
        id=row.id,
    )
