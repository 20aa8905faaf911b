"""The journal shows every change made behind its back, and still lets a person's values be erased."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, literal, select, update
from sqlalchemy.exc import DBAPIError

from iq_desktop.storage.engine import Database, create_database
from iq_desktop.storage.journal import (
    CASE_ERASED,
    JournalAnchor,
    JournalEntry,
    JournalFault,
    append_entry,
    count_entries,
    erase_values,
    find_end,
    find_fault_at_ends,
    list_ends,
    read_entries,
    verify_journal,
)
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import CASES, migrate
from iq_desktop.storage.tables import journal
from tests.support.chance import seeded

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

KEY = make_root_key()
DEVICE = "device-a"
START = dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC)
LENGTH = 40


def entry(number: int, device: str = DEVICE, kind: str = "case_saved") -> JournalEntry:
    payload = {"field": "family_name", "old": f"Öz {number}", "new": f"Öztürk {number}"}
    return JournalEntry(device, "adviser", START + dt.timedelta(minutes=number), kind, f"case-{number % 3}", payload)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "cases.db", make_root_key())
    migrate(made, CASES)
    with made.writing() as connection:
        for number in range(1, LENGTH + 1):
            append_entry(connection, KEY, entry(number))
    yield made
    made.close()


def verify(database: Database, *anchors: JournalAnchor) -> JournalFault | None:
    with database.reading() as connection:
        return verify_journal(connection, KEY, anchors)


def bend(database: Database, *statements: str) -> None:
    """Change the tables as somebody would who has the file open, but not the journal key."""
    with database.restructuring() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_an_honest_journal_is_whole(database: Database) -> None:
    assert verify(database) is None
    with database.reading() as connection:
        assert count_entries(connection) == LENGTH
        end = find_end(connection, DEVICE)
        assert end is not None
        assert list_ends(connection) == (end,)
        assert find_end(connection, "device-b") is None
    assert end.seq == LENGTH
    assert verify(database, end) is None
    assert end.code.startswith(f"{LENGTH}-{end.mac.hex()[:4].upper()}-")


def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    made = create_database(tmp_path / "empty.db", make_root_key())
    migrate(made, CASES)
    assert verify(made) is None
    made.close()


def test_entries_come_back_as_they_were_written(database: Database) -> None:
    with database.reading() as connection:
        assert list(read_entries(connection)) == [(number, entry(number)) for number in range(1, LENGTH + 1)]
        of_one_case = list(read_entries(connection, "case-1"))
    assert [number for number, _ in of_one_case] == list(range(1, LENGTH + 1, 3))


def test_another_key_finds_the_first_entry_false(database: Database) -> None:
    with database.reading() as connection:
        assert verify_journal(connection, make_root_key()) == JournalFault(DEVICE, 1, "chain")


BENT = [
    ("UPDATE journal SET actor = 'other' WHERE seq = 7", 7, "header"),
    ("UPDATE journal SET utc = '2020' WHERE seq = 7", 7, "header"),
    ("UPDATE journal SET kind = 'case_read' WHERE seq = 7", 7, "header"),
    ("UPDATE journal SET case_id = NULL WHERE seq = 7", 7, "header"),
    ("UPDATE journal SET header = X'00' WHERE seq = 7", 7, "header"),
    ("UPDATE journal SET commitment = zeroblob(32) WHERE seq = 7", 7, "chain"),
    ("UPDATE journal SET mac = zeroblob(32) WHERE seq = 7", 7, "chain"),
    ("UPDATE journal_payload SET payload = CAST('{}' AS BLOB) WHERE seq = 7", 7, "values"),
    ("UPDATE journal_payload SET salt = zeroblob(16) WHERE seq = 7", 7, "values"),
    ("DELETE FROM journal_payload WHERE seq = 7", 7, "values"),
    ("DELETE FROM journal_payload; DELETE FROM journal", 0, ""),
    ("DELETE FROM journal_payload WHERE seq = 7; DELETE FROM journal WHERE seq = 7", 7, "gap"),
    ("DELETE FROM journal_payload WHERE seq < 7; DELETE FROM journal WHERE seq < 7", 1, "gap"),
]


@pytest.mark.parametrize(("statements", "place", "what"), BENT)
def test_what_is_bent_is_named_with_its_place(database: Database, statements: str, place: int, what: str) -> None:
    with database.reading() as connection:
        end = find_end(connection, DEVICE)
    assert end is not None
    bend(database, *statements.split("; "))
    assert verify(database) == (JournalFault(DEVICE, place, what) if place else None)
    assert verify(database, end) is not None


def attack(connection: Connection, chance: random.Random) -> None:
    """Do one random thing to the journal that leaves it looking well formed."""
    place, other = chance.sample(range(1, LENGTH), 2)
    rows: dict[int, Any] = {
        row.seq: row for row in connection.exec_driver_sql("SELECT * FROM journal ORDER BY seq").all()
    }
    column = chance.choice(["actor", "utc", "kind", "case_id", "header", "commitment", "mac"])
    kind = chance.choice(["transplant", "swap", "replace all", "payload", "cut"])
    if kind == "transplant" and getattr(rows[place], column) != getattr(rows[other], column):
        value = getattr(rows[other], column)
        connection.execute(update(journal).where(journal.c.seq == place).values({column: value}))
    elif kind == "payload":
        statement = (
            "UPDATE journal_payload SET (salt, payload) = (SELECT salt, payload FROM journal_payload WHERE seq = ?) "
            "WHERE seq = ?"
        )
        connection.exec_driver_sql(statement, (other, place))
    elif kind == "cut":
        connection.exec_driver_sql("DELETE FROM journal_payload WHERE seq > ?", (place,))
        connection.exec_driver_sql("DELETE FROM journal WHERE seq > ?", (place,))
    else:
        first, second = rows[place], rows[other]
        for target, source in ((first, second), (second, first)) if kind == "swap" else ((first, second),):
            connection.exec_driver_sql(
                "UPDATE journal SET header = ?, commitment = ?, mac = ? WHERE seq = ?",
                (source.header, source.commitment, source.mac, target.seq),
            )


def test_random_attacks_are_all_found(database: Database) -> None:
    chance = seeded(8)
    with database.reading() as connection:
        end = find_end(connection, DEVICE)
    assert end is not None

    class UndoError(Exception):
        """Takes an attack back."""

    for _ in range(150):
        with pytest.raises(UndoError), database.restructuring() as connection:  # noqa: PT012  (undone on purpose)
            attack(connection, chance)
            assert verify_journal(connection, KEY, [end]) is not None
            raise UndoError
    assert verify(database, end) is None


def test_a_cut_end_is_found_by_an_anchor_only(database: Database) -> None:
    with database.reading() as connection:
        end = find_end(connection, DEVICE)
    assert end is not None
    bend(database, "DELETE FROM journal_payload WHERE seq > 30", "DELETE FROM journal WHERE seq > 30")
    assert verify(database) is None
    assert verify(database, end) == JournalFault(DEVICE, LENGTH, "end")


def test_an_anchor_of_another_history_is_found(database: Database) -> None:
    assert verify(database, JournalAnchor(DEVICE, 12, bytes(32))) == JournalFault(DEVICE, 12, "end")


def look_at_ends(database: Database) -> JournalFault | None:
    with database.reading() as connection:
        return find_fault_at_ends(connection, KEY)


def test_a_look_at_the_ends_finds_what_was_done_there(database: Database) -> None:
    with database.writing() as connection:
        append_entry(connection, KEY, entry(1, "device-b"))
    assert look_at_ends(database) is None
    bend(database, "UPDATE journal SET mac = x'00' WHERE device = 'device-b'")
    assert look_at_ends(database) == JournalFault("device-b", 1, "chain")
    bend(database, "DELETE FROM journal_payload", "DELETE FROM journal WHERE device = 'device-b'")
    assert look_at_ends(database) is None
    bend(database, "UPDATE journal SET commitment = x'00' WHERE seq = 40")
    assert look_at_ends(database) == JournalFault(DEVICE, LENGTH, "chain")
    bend(database, "DELETE FROM journal WHERE seq = 39")
    assert look_at_ends(database) == JournalFault(DEVICE, LENGTH, "gap")


def test_every_device_has_its_own_chain(database: Database) -> None:
    with database.writing() as connection:
        for number in range(1, 6):
            append_entry(connection, KEY, entry(number, "device-b"))
            append_entry(connection, KEY, entry(LENGTH + number))
    assert verify(database) is None
    with database.reading() as connection:
        assert [(end.device, end.seq) for end in list_ends(connection)] == [("device-a", LENGTH + 5), ("device-b", 5)]
    bend(database, "UPDATE journal SET actor = 'x' WHERE device = 'device-b' AND seq = 2")
    assert verify(database) == JournalFault("device-b", 2, "header")


def test_an_erased_case_leaves_the_chain_whole_and_no_value(database: Database) -> None:
    with database.writing() as connection:
        assert erase_values(connection, "case-1") == 14
        append_entry(connection, KEY, JournalEntry(DEVICE, "adviser", START, CASE_ERASED, "case-1"))
    assert verify(database) is None
    with database.reading() as connection:
        values = [one.payload for _, one in read_entries(connection, "case-1")]
        assert values == [{}] * 15
        assert sum(bool(one.payload) for _, one in read_entries(connection)) == LENGTH - 14


def test_values_that_vanish_without_an_erasure_are_a_fault(database: Database) -> None:
    with database.writing() as connection:
        erase_values(connection, "case-1")
        append_entry(connection, KEY, JournalEntry(DEVICE, "adviser", START, CASE_ERASED, "case-2"))
    assert verify(database) == JournalFault(DEVICE, 1, "values")


def test_an_erasure_explains_nothing_that_was_written_after_it(database: Database) -> None:
    with database.writing() as connection:
        erase_values(connection, "case-1")
        for kind in (CASE_ERASED, "case_read"):
            append_entry(connection, KEY, JournalEntry(DEVICE, "adviser", START, kind, "case-1", {"words": "more"}))
    assert verify(database) is None
    bend(database, "DELETE FROM journal_payload WHERE seq = 42")
    assert verify(database) == JournalFault(DEVICE, 42, "values")
    with database.writing() as connection:
        append_entry(connection, KEY, JournalEntry(DEVICE, "adviser", START, CASE_ERASED, "case-1"))
    assert verify(database) is None


def test_an_erasure_on_another_device_explains_too(database: Database) -> None:
    with database.writing() as connection:
        erase_values(connection, "case-1")
        append_entry(connection, KEY, JournalEntry("device-0", "adviser", START, CASE_ERASED, "case-1"))
    assert verify(database) is None


@pytest.mark.parametrize("prefix", [None, "OR REPLACE", "OR IGNORE"])
def test_no_insertion_takes_the_place_of_an_entry(database: Database, prefix: str | None) -> None:
    names = [column.name for column in journal.columns]
    changed = [literal("somebody else") if column is journal.c.actor else column for column in journal.columns]
    statement = insert(journal).from_select(names, select(*changed).where(journal.c.seq == 3))
    if prefix:
        statement = statement.prefix_with(prefix)
    with pytest.raises(DBAPIError, match="never replaced"), database.writing() as connection:
        connection.execute(statement)
    assert verify(database) is None


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal_payload WHERE seq = 3",
        "UPDATE journal_payload SET payload = x'00' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "UPDATE journal SET actor = 'x' WHERE seq = 3",
    ],
)
def test_values_go_only_where_a_case_is_erased(database: Database, statement: str) -> None:
    for _ in range(2):
        with pytest.raises(DBAPIError, match=r"not authorized|prohibited"), database.writing() as connection:
            connection.exec_driver_sql(statement)
        with database.writing() as connection:
            erase_values(connection, "no such case")
    assert verify(database) is None


def test_an_undone_save_leaves_no_entry(database: Database) -> None:
    def save_half() -> None:
        with database.writing() as connection:
            append_entry(connection, KEY, entry(LENGTH + 1))
            raise LookupError

    with pytest.raises(LookupError):
        save_half()
    with database.reading() as connection:
        assert count_entries(connection) == LENGTH
    assert verify(database) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"utc": dt.datetime(2026, 11, 3)},  # noqa: DTZ001  (without time zone on purpose)
        {"device": ""},
        {"actor": ""},
        {"kind": ""},
        {"kind": CASE_ERASED, "case": None},
    ],
    ids=str,
)
def test_an_entry_that_says_too_little_is_refused(wrong: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"device": DEVICE, "actor": "adviser", "utc": START, "kind": "case_saved"}
    with pytest.raises(ValueError, match=r"journal|entry|erasure"):
        JournalEntry(**(fields | wrong))
