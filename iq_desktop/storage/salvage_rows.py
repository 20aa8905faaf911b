"""What can be read of a damaged database of cases: rows from its pages, and from the journal where pages are lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.journal import has_values_of
from iq_desktop.storage.journal_replay import ToldCase, tell_cases
from iq_desktop.storage.row_shapes import Shape, find_homes
from iq_desktop.storage.tables import metadata
from iq_desktop.storage.wreck_rows import probe_pages, read_table
from iq_desktop.usecases.vault_health import PART_NAMES, IncompleteCase
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from iq_desktop.storage.wreck import Wreck
    from iq_desktop.usecases.progress import Progress

Row = dict[str, Any]
Key = tuple[Any, ...]
_CASE_TABLES: Final = ("case_file", *(table.name for table in PART_TABLES.values()))
_SINGLES: Final = ("contact", "client", "situation", "closing", "keeping")
_JOURNAL: Final = ("journal", "journal_payload")
"""Their rows hang on each other by two columns, and are looked at one by one (salvage.py)."""
_READING: Final = say("Reading the pages of the damaged vault")


@dataclass(slots=True)
class Salvaged:
    """Rows by table and key; `mended` counts by case what the journal brought back, `missing` by case and table."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=dict)
    mended: Counter[str] = field(default_factory=Counter)
    missing: dict[str, Counter[str]] = field(default_factory=dict)
    homeless: int = 0

    def take(self, shape: Shape, row: Row) -> None:
        """Keep a row that is not known yet."""
        self.rows.setdefault(shape.table, {}).setdefault(shape.key_of(row), shape.completed(row))

    def of(self, table: str) -> list[Row]:
        """Return the rows of a table in the order of their keys."""
        return [row for _, row in sorted(self.rows.get(table, {}).items(), key=lambda pair: str(pair[0]))]

    def incomplete(self) -> tuple[IncompleteCase, ...]:
        """Return the cases of which something is missing or came from the journal only."""
        heads = {row["id"]: row for row in self.of("case_file")}
        people = {row["case_id"]: row for row in self.of("client")}
        touched = sorted({*self.mended, *self.missing}, key=lambda case: heads[case]["number"])
        return tuple(
            IncompleteCase(
                number=heads[case]["number"],
                name=_name_of(people.get(case, {})),
                missing=tuple((PART_NAMES[table], count) for table, count in self.missing.get(case, Counter()).items()),
                from_journal=self.mended[case],
            )
            for case in touched
        )


def salvage_rows(wreck: Wreck, shapes: tuple[Shape, ...], folder: Path, today: dt.date, progress: Progress) -> Salvaged:
    """Return every row of a damaged database that can be read, and what the journal says stood beside it."""
    found = Salvaged()
    for shape in shapes:
        for row in read_table(wreck, shape.table, shape.names, has_row_numbers=shape.has_row_numbers):
            if shape.takes(row):
                found.take(shape, row)
    unclear: set[tuple[Any, ...]] = set()
    for has_row_numbers, cells in probe_pages(wreck, folder, lambda done, all_: progress.step(done, all_, _READING)):
        homes = find_homes(shapes, cells, has_row_numbers=has_row_numbers)
        if len(homes) == 1:
            found.take(*homes[0])
        elif homes and not any(shape.key_of(row) in found.rows.get(shape.table, {}) for shape, row in homes):
            unclear.add(cells)
    found.homeless = len(unclear) + _drop_false_values(found)
    values = {(row["device"], row["seq"]): row["payload"] for row in found.of("journal_payload")}
    told = tell_cases(found.of("journal"), values)
    _complete(found, shapes, told, today)
    _find_heads(found, shapes, told, today)
    found.homeless += _drop_orphans(found)
    return found


def _drop_false_values(found: Salvaged) -> int:
    """Drop values of journal entries that are not what was written, and return how many they were."""
    entries = found.rows.get("journal", {})
    values = found.rows.get("journal_payload", {})
    kept = {at: row for at, row in values.items() if at not in entries or has_values_of(entries[at], row)}
    found.rows["journal_payload"] = kept
    return len(values) - len(kept)


def _complete(found: Salvaged, shapes: tuple[Shape, ...], told: dict[str, ToldCase], today: dt.date) -> None:
    """Take from the journal every row of a case that was not found in the pages."""
    by_name = {shape.table: shape for shape in shapes}
    for case_id, case in told.items():
        for table, rows in case.rows(today).items():
            for row in rows:
                shape = by_name[table]
                is_there = shape.key_of(row) in found.rows.get(table, {})
                if not is_there and _may_stand(table, row, case):
                    found.take(shape, row)
                    found.mended[case_id] += 1


def _may_stand(table: str, row: Row, case: ToldCase) -> bool:
    """Return whether what the journal says is enough for a row."""
    return table not in {"case_file", *_SINGLES} or bool(row.get("number") if table == "case_file" else case.saves)


def _find_heads(found: Salvaged, shapes: tuple[Shape, ...], told: dict[str, ToldCase], today: dt.date) -> None:
    """Give every case its head and its single parts, empty ones where nothing is known, and note what is missing."""
    by_name = {shape.table: shape for shape in shapes}
    known = set(_cases_in(found))
    numbers = {row["number"] for row in found.of("case_file")}
    for case_id in sorted(known):
        empty = told.get(case_id, ToldCase(case_id)).rows(today)
        for table in ("case_file", *_SINGLES):
            shape, row = by_name[table], empty[table][0]
            if shape.key_of(row) in found.rows.get(table, {}):
                continue
            if table == "case_file":
                row = row | {"number": row.get("number") or _free_number(numbers, today), "revision": 1}
                numbers.add(row["number"])
            found.take(shape, row)
            found.missing.setdefault(case_id, Counter())[table] += 1


def _drop_orphans(found: Salvaged) -> int:
    """Drop rows whose parent is missing, which no table would take, and return how many they were."""
    dropped = 0
    for table in metadata.sorted_tables:
        for key in table.foreign_keys if table.name not in _JOURNAL else ():
            parents: set[Any] = {row[key.column.name] for row in found.of(key.column.table.name)} | {None}
            rows = found.rows.get(table.name, {})
            kept = {at: row for at, row in rows.items() if row[key.parent.name] in parents}
            dropped += len(rows) - len(kept)
            found.rows[table.name] = kept
    return dropped


def _cases_in(found: Salvaged) -> Iterable[str]:
    for table in _CASE_TABLES:
        for row in found.rows.get(table, {}).values():
            yield row["id"] if table == "case_file" else row["case_id"]


def _free_number(numbers: set[str], today: dt.date) -> str:
    """Return a case number that is not given: high above the year's, so that a person notices it."""
    counted = 9000
    while f"{today.year}-{counted}" in numbers:
        counted += 1
    return f"{today.year}-{counted}"


def _name_of(client: Row) -> str:
    return " ".join(filter(None, (client.get("given_names", ""), client.get("family_name", ""))))
