"""How fast people are found while somebody types, against the driver that runs the same statements.

A search is the statements it asks, the keys of what was typed, and the rows as values; the floor is nothing but these
statements with the same parameters, columns and limits, run by the driver one after the other and fetched. Words are
searched cold: what the program remembers of keys is thrown away before each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.storage import name_keys, word_keys
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.prepared import Prepared
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from tests.benchmark.conftest import median_ms
from tests.support.crowd import ADVISERS, fill
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from iq_desktop.storage.vault import Vault
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

_Asked: TypeAlias = "tuple[str, Sequence[Any]]"
MILLION = "IQ_MILLION"
"""The environment variable that has a million cases searched as well; making them takes some ten minutes."""
COUNTS = (100_000, 1_000_000)
GOALS = {100_000: "<= 5 ms, <= 2 x", 1_000_000: "<= 20 ms, <= 2 x"}
ROUNDS = 5
WINDOW = 100
TYPED = [
    *"mü mue müller mueller schmidt yild yilmaz ahm ahmad أحمد محمد шевченко schew khatib alchatib 2024-000123".split(),
    *"köln koch yara muhammad ibrahim jovanovic nguyen haile ተስፋይ 0171 hosseini husseini ioana popescu".split(),
    *"12.03.1985 badela kascheva zzz scheftschenko tesfai karim oleksandr petrovitsch zielinsky haddad".split(),
    *"w wo woj wojcik 1985 5550147".split(),
    *("köln öztürk", "yara al-khatib", "mohammed köln", "gebre medhin", "maria katarzyna", "yonas selam"),
    "reza ahmadi",
]


@pytest.fixture(scope="module", params=COUNTS, ids=str)
def crowd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Vault]]:
    """A vault with many invented people."""
    count: int = request.param
    if count > min(COUNTS) and not os.environ.get(MILLION):
        pytest.skip(f"{count:,} cases only with {MILLION}=1")
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path_factory.mktemp(f"crowd{count}") / "vault", [adviser], cost=FLOOR_COST)
    fill(vault.cases, count)
    yield count, vault
    vault.close()


@dataclass
class Statements:
    """What prepared statements were run with, kept while `is_listening`."""

    monkeypatch: pytest.MonkeyPatch
    asked: list[_Asked] = field(default_factory=list)

    def of(self, work: Callable[[], object]) -> list[_Asked]:
        """Return the statements that some work runs."""
        self.asked.clear()
        rows = Prepared.rows

        def listen(prepared: Prepared, connection: Connection, **values: Any) -> Sequence[Sequence[Any]]:
            self.asked.append((prepared.sql, prepared._cells(values)))
            return rows(prepared, connection, **values)

        with self.monkeypatch.context() as patch:
            patch.setattr(Prepared, "rows", listen)
            work()
        return list(self.asked)


def test_finding_people(crowd: tuple[int, Vault], note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    count, vault = crowd
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    ours, floor, ratios = _measure([partial(cases.find, words, limit=WINDOW) for words in TYPED], vault, monkeypatch)
    for name, place in (("median", 0.5), ("p95", 0.95)):
        at = int(len(ours) * place)
        note(f"find among {count:,} people, {name}", ours[at], floor[at], GOALS[count])
    note(f"find among {count:,} people, ratio of the median word", ratios[len(ratios) // 2], 1.0, "<= 2 x")


def test_the_list_while_somebody_types(crowd: tuple[int, Vault], note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    count, vault = crowd
    lists = VaultLists(vault.cases, pen_of(vault, FixedClock()))
    windows = [partial(lists.window, CaseQuery(words=words), limit=WINDOW) for words in TYPED]
    ours, floor, _ = _measure(windows, vault, monkeypatch)
    for name, place in (("median", 0.5), ("p95", 0.95)):
        at = int(len(ours) * place)
        note(f"list of {count:,} with words, {name}", ours[at], floor[at], GOALS[count])
    narrowed = partial(lists.window, CaseQuery(words="müller", adviser_id=ADVISERS[0]), limit=WINDOW)
    note(f"list of {count:,} with words, of one adviser", median_ms(narrowed, 20), None, GOALS[count])


def test_what_an_open_program_needs_of_memory(
    crowd: tuple[int, Vault], tmp_path: Path, project_folder: Path, note: Note
) -> None:
    count, _vault = crowd
    if count > min(COUNTS):
        pytest.skip("the goal is for 100,000 cases")
    results = tmp_path / "memory.json"
    script = project_folder / "tests" / "benchmark" / "open_program.py"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings = kept | {"PYTHONPATH": str(project_folder), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    run = [sys.executable, str(script), str(tmp_path / "home"), str(count), str(results)]
    subprocess.run(run, env=surroundings, check=True, timeout=900)
    for moment, megabytes in json.loads(results.read_text("utf-8")).items():
        note(f"memory (MB instead of ms), {count:,} cases: {moment}", megabytes, None, "<= 300 MB")


def _measure(
    searches: Sequence[Callable[[], object]], vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[float], list[float], list[float]]:
    """Return the sorted medians in milliseconds of cold searches, of their bare statements, and their sorted ratios."""
    statements = Statements(monkeypatch)
    borrowed = vault.cases.reader.raw_connection()
    driver: Any = borrowed.driver_connection
    pairs = []
    for search in searches:
        asked = statements.of(search)
        mine, bare = [], []
        for _ in range(ROUNDS):
            _forget_keys()
            mine.append(_milliseconds(search))
            bare.append(_milliseconds(partial(_run, driver, asked)))
        pairs.append((sorted(mine)[ROUNDS // 2], sorted(bare)[ROUNDS // 2]))
    borrowed.close()
    ours, floor = zip(*pairs, strict=True)
    return sorted(ours), sorted(floor), sorted(one / other for one, other in pairs)


def _run(driver: Any, asked: Sequence[_Asked]) -> None:
    for sql, cells in asked:
        driver.execute(sql, cells).fetchall()


def _forget_keys() -> None:
    for room in (name_keys, word_keys):
        for kept in vars(room).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
