"""A vault of the first schema: opened by this program, its list filters, sorts and reminds like that of a new one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from alembic import command

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_list import CaseQuery, CaseSort
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.client import Home
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.situation import Situation
from iq_desktop.domain.talk import Closing
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.engine import create_database
from iq_desktop.storage.journal_pen import JournalPen
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import CASES, alembic_config, migrate
from tests.support.builders import TODAY, a_case
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.storage.engine import Database

ENDS: Final = TODAY + dt.timedelta(days=20)


def row_of(connection: Any, table: str, **cells: object) -> None:
    """Insert a row of the first schema; what is not told is empty."""
    columns = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    told = {
        name: cells.get(name, "" if needed and kind == "TEXT" else 0 if needed else None)
        for _, name, kind, needed, _, _ in columns
        if name != "line"
    }
    marks = ", ".join("?" for _ in told)
    words = f"INSERT INTO {table} ({', '.join(told)}) VALUES ({marks})"  # noqa: S608  (names of tables)
    connection.exec_driver_sql(words, tuple(told.values()))


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Database]:
    """A database of the first schema with two cases, brought to the newest one."""
    database = create_database(tmp_path / "old.db", make_root_key())
    with database.restructuring() as connection:
        command.upgrade(alembic_config(CASES, connection), "0001")
    with database.writing() as connection:
        for number, (family, ends) in enumerate((("Öztürk", ENDS), ("Ahmadi", None)), start=1):
            case_id, name = f"case-{number}", f"{family}, Ayşe"
            row_of(
                connection,
                "case_file",
                id=case_id,
                number=f"2026-000{number}",
                opened_on="2026-10-01",
                revision=1,
                adviser_id="one",
            )
            row_of(connection, "contact", case_id=case_id, client_language="tr", concerns="[]")
            row_of(
                connection,
                "client",
                case_id=case_id,
                family_name=family,
                given_names="Ayşe",
                nationalities='["TR"]',
                mother_tongues="[]",
                residence_valid_until=ends.isoformat() if ends else None,
            )
            row_of(
                connection,
                "case_line",
                case_id=case_id,
                number=f"2026-000{number}",
                name=name,
                language="tr",
                changed_at=f"2026-10-0{number}T08:00:00.000000+00:00",
                open_page="contact",
                names=family.lower(),
            )
        connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES('rebuild')")
    migrate(database, CASES)
    yield database
    database.close()


def test_what_the_first_schema_held_is_listed_found_and_reminded_of(old: Database) -> None:
    pen = JournalPen("device", "one", FixedClock(), make_root_key())
    cases, lists = VaultCases(old, pen), VaultLists(old, pen)
    assert [row.id for row in lists.window(CaseQuery(), limit=9)] == ["case-2", "case-1"]
    assert [one.due for one in cases.reminders(TODAY, limit=9)] == [None, None]
    assert [lists.make_lines_again(most=1) for _ in range(4)] == [1, 1, 0, 0]
    rows = lists.window(CaseQuery(sort=CaseSort.NAME), limit=9)
    assert [(row.name, row.adviser_id, row.origins) for row in rows] == [
        ("Ahmadi, Ayşe", "one", ("TR",)),
        ("Öztürk, Ayşe", "one", ("TR",)),
    ]
    assert {row.niq for row in rows} == {NiqLight.RED}
    assert [row.id for row in lists.window(CaseQuery(due_within=30), limit=9)] == ["case-1"]
    assert cases.reminders(TODAY, limit=9)[0].kind is ReminderKind.RESIDENCE_ENDS
    assert [row.id for row in lists.window(CaseQuery(words="Oestuerk"), limit=9)] == ["case-1"]
    assert rows[0].changed_at == dt.datetime(2026, 10, 2, 8, tzinfo=dt.UTC)


def test_a_case_of_the_first_schema_is_read_and_saved(old: Database) -> None:
    pen = JournalPen("device", "one", FixedClock(), make_root_key())
    cases, lists = VaultCases(old, pen), VaultLists(old, pen)
    case = cases.get("case-1")
    assert (case.situation, case.closing) == (Situation(), Closing())
    saved = cases.save(case.with_client(case.client))
    assert saved == case
    lists.make_lines_again(most=9)
    with old.writing() as connection:
        connection.exec_driver_sql("INSERT INTO case_search(case_search, rank) VALUES('integrity-check', 1)")


def test_a_case_that_is_saved_before_its_line_was_made_again_misses_nothing(old: Database) -> None:
    pen = JournalPen("device", "one", FixedClock(), make_root_key())
    cases, lists = VaultCases(old, pen), VaultLists(old, pen)
    case = cases.get("case-1")
    cases.save(case.with_client(replace(case.client, place="Bonn")))
    assert [row.id for row in lists.window(CaseQuery(due_within=30), limit=9)] == ["case-1"]
    (row,) = lists.window(CaseQuery(origin="TR"), limit=9)
    assert (row.id, row.place, row.next_due) == ("case-1", "Bonn", ENDS)
    assert [lists.make_lines_again(most=9) for _ in range(2)] == [1, 0]


def test_a_title_that_ends_while_nobody_saves_is_noticed(old: Database) -> None:
    clock = FixedClock()
    pen = JournalPen("device", "one", clock, make_root_key())
    cases, lists = VaultCases(old, pen), VaultLists(old, pen)
    complete = replace(a_case(), id="mine", revision=0, number="", opened_on=dt.date(2025, 5, 1), kind=CaseKind.FULL)
    client = replace(complete.client, residence_valid_until=ENDS, home=Home.GERMANY, entry=PartialDate(2020))
    german = replace(complete, client=client, languages=(LanguageSkill("de", AssessedBy.SELF, Level.B1),))
    saved = cases.save(german)
    lists.make_lines_again(most=9)
    assert "person" not in cases_lines(lists)[saved.id]
    clock.day = ENDS + dt.timedelta(days=1)
    assert [lists.make_lines_again(most=9) for _ in range(2)] == [1, 0]
    assert "person" in cases_lines(lists)[saved.id]


def cases_lines(lists: VaultLists) -> dict[str, tuple[str, ...]]:
    """Return the pages that still lack something, by case."""
    return {row.id: row.open_pages for row in lists.window(CaseQuery(), limit=9)}
