"""How long a backup of a large vault takes while saves go on, and what the saves feel of it."""

from __future__ import annotations

import hashlib
import os
import statistics
import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Self

import pytest

from iq_desktop.domain.backup import BackupReason
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.vault import Vault
from iq_desktop.usecases.progress import Silence
from tests.benchmark.conftest import median_ms
from tests.benchmark.large_vault import large_vault
from tests.support.backups import CLOCK, SECRET, backups_of, restore
from tests.support.builders import a_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

TIMES: Final = 3
PAUSE: Final = 0.1
"""Seconds between two saves: somebody who types without a rest."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault of 150 MB."""
    with large_vault(tmp_path_factory.mktemp("large")) as vault:
        yield vault


def copy_and_hash(path: Path) -> None:
    """Do the least that a backup does: the same bytes read, written, synced, read again and hashed."""
    copy = path.with_name("floor.copy")
    with path.open("rb") as source, copy.open("wb") as target:
        while block := source.read(1 << 20):
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    with copy.open("rb") as file:
        hashlib.file_digest(file, "blake2b").digest()
    copy.unlink()


@dataclass
class Typing:
    """Saves one case again and again in a thread, and keeps how long each took, in milliseconds."""

    vault: Vault
    taken: list[float] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self.thread = threading.Thread(target=self._save)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.thread.join()

    def _save(self) -> None:
        cases = VaultCases(self.vault.cases, pen_of(self.vault, CLOCK))
        case = cases.save(a_case(id=os.urandom(16).hex(), number="", revision=0))
        while not self.done.wait(PAUSE):
            begun = time.perf_counter()
            case = cases.save(replace(case, client=replace(case.client, street="x" * (len(self.taken) % 40 + 1))))
            self.taken.append((time.perf_counter() - begun) * 1000)


def test_a_backup_while_saves_go_on(large: Vault, note: Note) -> None:
    floor = median_ms(lambda: copy_and_hash(large.cases.path), TIMES)
    size = large.cases.path.stat().st_size / 1e6
    with Typing(large) as alone:
        time.sleep(3)
    backups, taken = backups_of(large), []
    with Typing(large) as meanwhile:
        for _ in range(TIMES):
            begun = time.perf_counter()
            backups.back_up(BackupReason.BY_HAND, Silence())
            taken.append((time.perf_counter() - begun) * 1000)
    note(f"backup of {size:.0f} MB, proved, while saves go on", statistics.median(taken), floor, "at most 10,000 ms")
    usual, slow = statistics.median(alone.taken), max(meanwhile.taken)
    note("a save meanwhile, in the middle", statistics.median(meanwhile.taken), usual, "nobody waits more than 50 ms")
    note(f"the slowest of {len(meanwhile.taken)} saves meanwhile", slow, max(alone.taken), "50 ms and a save alone")


def test_the_way_back(large: Vault, note: Note, tmp_path: Path) -> None:
    floor = median_ms(lambda: copy_and_hash(large.cases.path), TIMES)
    backups = backups_of(large)
    state = backups.state()
    if not state.count:
        backups.back_up(BackupReason.BY_HAND, Silence())
    newest = backups.first_place() / backups.kept()[0].name
    begun = time.perf_counter()
    restore(newest, tmp_path / "new", SECRET)
    note("return of the vault to a new laptop", (time.perf_counter() - begun) * 1000, floor, "a quarter of an hour")
    begun = time.perf_counter()
    drill = backups.drill(Silence())
    note("drill with the same vault", (time.perf_counter() - begun) * 1000, floor, "nobody waits for it")
    assert drill.is_good
