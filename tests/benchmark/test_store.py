"""How fast cases are opened, saved and found, and occupations ranked, against the bare database."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.domain.competence import Competence
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.progress import Silence
from tests.benchmark.conftest import median_ms, times_ms
from tests.support.builders import a_case
from tests.support.crowd import fill
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iq_desktop.storage.vault import Vault
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

PEOPLE = 100_000


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with 100,000 invented people."""
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path_factory.mktemp("crowd") / "vault", [adviser], cost=FLOOR_COST)
    fill(vault.cases, PEOPLE)
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def cases(crowded: Vault) -> VaultCases:
    return VaultCases(crowded.cases, pen_of(crowded, FixedClock()))


def raw(vault: Vault, writing: bool) -> Any:
    """Return a bare connection of the driver."""
    engine = vault.cases.writer if writing else vault.cases.reader
    return engine.raw_connection()


def test_opening_a_case(crowded: Vault, cases: VaultCases, note: Note) -> None:
    competences = tuple(Competence(f"urn:{number}", f"Fähigkeit {number}") for number in range(55))
    saved = cases.save(replace(a_case(), id="big", revision=0, competences=competences))
    connection = raw(crowded, writing=False)
    cursor = connection.cursor()
    head = ("contact", "client", "situation", "closing")
    joined = " ".join(f"JOIN {table} ON {table}.case_id = case_file.id" for table in head)
    statements = [f"SELECT * FROM case_file {joined} WHERE case_file.id = ?"]  # noqa: S608  (names of tables)
    statements += [
        f"SELECT * FROM {table} WHERE case_id = ? ORDER BY position"  # noqa: S608  (the same)
        for table in ("consent", "language_skill", "chosen_occupation", "competence", "referral", "agreed_point")
    ]
    reading = median_ms(lambda: [cursor.execute(words, (saved.id,)).fetchall() for words in statements])
    connection.close()
    note("read a case with 60 rows (no journal)", median_ms(_reader(crowded, saved.id)), reading, "<= 4 x raw SQL")
    written = _raw_insert(crowded)
    note("open it (with its line in the journal)", median_ms(lambda: cases.get(saved.id)), reading + written, "<= 4 x")


def test_saving_one_field(crowded: Vault, cases: VaultCases, note: Note) -> None:
    kept = [cases.save(replace(a_case(), id="changing", revision=0))]
    counted = itertools.count()

    def save() -> None:
        changed = replace(kept[0].client, phone=f"030 {next(counted):07}")
        kept[0] = cases.save(kept[0].with_client(changed))

    def save_plain() -> None:
        changed = replace(kept[0].client, street=f"Weg {next(counted)}")
        kept[0] = cases.save(kept[0].with_client(changed))

    floor = _raw_insert(crowded)
    note("save one field", median_ms(save_plain), floor, "<= 4 x one raw durable insert")
    note("save one field that is searched", median_ms(save), floor, "<= 4 x one raw durable insert")


def test_ranking_occupations(crowded: Vault, shared_folder: Path, note: Note) -> None:
    store = VaultReference(crowded.reference)
    (took,) = times_ms(
        [lambda: Recogniser(FixedClock()).recognise(shared_folder / "data" / "esco").take_in(store, Silence())]
    )
    note("take in ESCO in German and English", took, None, "<= 20 s")
    with crowded.reference.reading() as connection:
        uris = connection.exec_driver_sql("SELECT uri FROM skill ORDER BY uri").scalars().all()
    cook = [one.uri for one in store.skills_of(store.find_occupations("Koch", language="de", limit=1)[0].uri)]
    profile = cook[:30] + random.Random(5).sample(uris, 60 - len(cook[:30]))  # noqa: S311  (repeatable on purpose)
    borrowed = crowded.reference.reader.raw_connection()
    cursor = borrowed.cursor()
    keys = ",".join(str(cursor.execute("SELECT id FROM skill WHERE uri = ?", (uri,)).fetchone()[0]) for uri in profile)
    counting = f"SELECT occupation_id, sum(weight) FROM occupation_skill WHERE skill_id IN ({keys}) GROUP BY 1"  # noqa: S608  (numbers)
    floor = median_ms(lambda: cursor.execute(counting).fetchall())
    borrowed.close()
    note(
        "rank all occupations for 60 skills, 20 with names",
        median_ms(lambda: store.rank_occupations(profile, limit=20)),
        floor,
        "<= 10 ms",
    )
    for words in ("bäck", "pflege", "software entw"):
        finding = median_ms(partial(store.find_occupations, words, language="de", limit=20))
        note(f"find an occupation: {words}", finding, None, "<= 10 ms")


def _reader(vault: Vault, case_id: str) -> Callable[[], object]:
    from iq_desktop.storage.case_rows import find_case

    def read() -> object:
        with vault.cases.reading() as connection:
            return find_case(connection, case_id)

    return read


def _raw_insert(vault: Vault) -> float:
    """Return the time of one bare durable insert."""
    connection = raw(vault, writing=True)
    cursor = connection.cursor()
    counted = itertools.count(1)

    def add() -> None:
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO case_number(year, last) VALUES(?, 1)", (100_000 + next(counted),))
        cursor.execute("COMMIT")

    try:
        return median_ms(add)
    finally:
        cursor.execute("DELETE FROM case_number WHERE year > 100000")
        connection.close()
