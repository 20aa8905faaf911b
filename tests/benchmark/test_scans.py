"""How long fifty megabytes take into the vault and out again, and what a save feels of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.domain.scan import MOST_OCTETS, Scan, ScanKind
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.scan_store import VaultScans
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.storage.vault_making import create_vault
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scan_ports import LookedAt, ScanUse
from tests.benchmark.conftest import median_ms
from tests.support.builders import a_case
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

TIMES: Final = 3


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A vault with one case."""
    made, _code = create_vault(tmp_path / "vault", [ADVISER], cost=FLOOR_COST)
    made.close()
    with open_vault(tmp_path / "vault", ADVISER.name, ADVISER.password) as opened:
        VaultCases(opened.cases, pen_of(opened, FixedClock())).save(a_case(id="case", revision=0, number=""))
        yield opened


def write_and_hash(path: Path, content: bytes) -> None:
    """Do the least that keeping a scan does: the same bytes written, synced and hashed."""
    with path.open("wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    hashlib.sha256(content).hexdigest()
    path.unlink()


def test_fifty_megabytes_in_and_out(vault: Vault, note: Note, tmp_path: Path) -> None:
    content = os.urandom(MOST_OCTETS)
    floor = median_ms(lambda: write_and_hash(tmp_path / "floor", content), TIMES)
    scans = VaultScans(vault.cases, pen_of(vault, FixedClock()))
    looked = LookedAt(ScanKind.PDF, 1, content, b"small")
    digest, moment = hashlib.sha256(content).hexdigest(), dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    first = Scan("paper", "scan.pdf", ScanKind.PDF, len(content), digest, 1, moment)

    def take_in() -> None:
        scans.take_in("case", replace(first, id=os.urandom(16).hex()), looked, Silence())

    note("50 MB into the vault", median_ms(take_in, TIMES), floor, "seconds, with progress")
    (kept, *_) = scans.scans_of("case")
    reading = median_ms(lambda: scans.content("case", kept.id, ScanUse.SEEN, Silence()), TIMES)
    note("50 MB out of the vault, proved", reading, floor, "under a second or two")
    note("the slowest save meanwhile", _slowest_save(vault, take_in), None, "at most 250 ms")


def _slowest_save(vault: Vault, work: object) -> float:
    """Return how long the slowest save took while a scan was taken in, in milliseconds."""
    assert callable(work)
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    case, slowest = cases.get("case"), 0.0
    worker = threading.Thread(target=work)
    worker.start()
    turn = 0
    while worker.is_alive():
        turn += 1
        begun = time.perf_counter()
        case = cases.save(replace(case, client=replace(case.client, street=f"Weg {turn}")))
        slowest = max(slowest, (time.perf_counter() - begun) * 1000)
    worker.join()
    return slowest
