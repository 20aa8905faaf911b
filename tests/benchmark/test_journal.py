"""How long a hundred thousand entries of the journal are checked, counted and looked through."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.journal import EntryGroup, JournalQuery
from iq_desktop.storage.engine import Database, create_database
from iq_desktop.storage.journal import JournalEntry, append_entry, verify_journal
from iq_desktop.storage.journal_reading import count_lines, read_window
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import CASES, migrate
from tests.benchmark.conftest import median_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

ENTRIES = 100_000
TIMES = 5
KEY = make_root_key()
START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
KINDS = ("case_saved", "case_read", "print")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A journal of a hundred thousand entries: three advisers, five hundred cases, two years."""
    made = create_database(tmp_path_factory.mktemp("journal") / "cases.db", make_root_key())
    migrate(made, CASES)
    with made.writing() as connection:
        for number in range(ENTRIES):
            payload = {"client.family_name": ["Öz", "Öztürk"], "client.place": ["Köln", "Berlin"]}
            moment = START + dt.timedelta(minutes=10 * number)
            who, what, case = f"adviser-{number % 3}", KINDS[number % len(KINDS)], f"case-{number % 500}"
            append_entry(connection, KEY, JournalEntry("device-a", who, moment, what, case, payload))
    made.checkpoint()
    yield made
    made.close()


def read_and_hash(database: Database) -> int:
    """The floor: read the same rows once and hash their bytes once."""
    joined = "SELECT header, commitment, mac, salt, payload FROM journal JOIN journal_payload USING (device, seq)"
    digest = hashlib.sha256()
    with database.reading() as connection:
        driver: Any = connection.connection.driver_connection
        for row in driver.execute(joined):
            digest.update(b"".join(row))
    return len(digest.digest())


def check(database: Database) -> None:
    with database.reading() as connection:
        assert verify_journal(connection, KEY) is None


def look(database: Database, query: JournalQuery, place: float) -> None:
    with database.reading() as connection:
        total = count_lines(connection, query)
        read_window(connection, query, limit=100, start=int(total * place))


def test_checking_every_entry_against_reading_and_hashing_its_bytes(database: Database, note: Note) -> None:
    floor = median_ms(partial(read_and_hash, database), TIMES)
    note("check a journal of 100,000 entries", median_ms(partial(check, database), TIMES), floor, "at most 2,000 ms")


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("all", JournalQuery()),
        ("one adviser", JournalQuery(actor="adviser-1")),
        ("one group", JournalQuery(group=EntryGroup.READ)),
        ("one case", JournalQuery(case_id="case-7")),
        ("one month", JournalQuery(first_day=dt.date(2025, 3, 1), last_day=dt.date(2025, 3, 31))),
    ],
)
def test_looking_through_against_counting(database: Database, note: Note, words: str, query: JournalQuery) -> None:
    floor = median_ms(partial(look, database, JournalQuery(actor="nobody"), 0.0), TIMES)
    for place in (0.0, 0.5, 0.99):
        taken = median_ms(partial(look, database, query, place), TIMES)
        note(f"journal: count and a window, {words}, at {place:.0%}", taken, floor, "at most 100 ms")
