"""Kills a process while it takes scans in; prints one JSON object.

Run as a program, because it forks: `python -m tests.storage.crash.scan_kills ROUNDS SEED`. Each round forks a process
that keeps a scan and is killed at a random moment; then the vault is opened as the program opens it: the scan is whole,
byte for byte, or nothing of it is left, and every scan of before is as it was.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.scan import CHUNK, Scan, ScanKind
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.scan_store import VaultScans, sweep_scans
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scan_ports import LookedAt, ScanUse
from tests.storage.crash.scenario import ADVISER, make_vault
from tests.support.builders import a_case
from tests.support.chance import seeded
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    import random

CLOCK: Final = FixedClock()
CASE: Final = "case"
_PIECES: Final = 9


def kill_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what `rounds` kills did: how often the scan was whole afterwards, gone, and every fault."""
    make_vault(folder)
    chance = seeded(seed)
    tally = {"whole": 0, "gone": 0}
    faults: list[str] = []
    with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
        VaultCases(vault.cases, pen_of(vault, CLOCK)).save(a_case(id=CASE, revision=0, number=""))
        begun = time.perf_counter()
        keep(vault, "first")
        longest = time.perf_counter() - begun
    there = {"first"}
    for turn in range(rounds):
        name = f"turn-{turn}"
        kill_once(folder, name, _delay(turn, longest, chance))
        with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
            sweep_scans(vault.cases)
            found = look(vault, there | {name})
            is_whole = name in found["names"]
            tally["whole" if is_whole else "gone"] += 1
            there |= {name} if is_whole else set()
            faults += [f"kill {turn}: {fault}" for fault in found["faults"]]
            if not there <= found["names"]:
                faults.append(f"kill {turn}: an earlier scan is missing")
    return {"kills": rounds, "faults": faults, **tally}


def _delay(turn: int, longest: float, chance: random.Random) -> float:
    """Return after how many seconds to kill; the first two rounds kill at once, and when all is done."""
    return (0.0, 20 * longest)[turn] if turn < 2 else longest * 1.2 * chance.random()


def looked_at(name: str) -> LookedAt:
    """Return the file of a name; whoever knows the name knows every byte."""
    block = b"".join(hashlib.sha256(f"{name}{number}".encode()).digest() for number in range(1024))
    content = (block * (_PIECES * CHUNK // len(block) + 1))[: _PIECES * CHUNK - 77]
    return LookedAt(ScanKind.PDF, 1, content, b"small")


def keep(vault: Vault, name: str) -> None:
    """Take a scan in as the program does."""
    looked = looked_at(name)
    digest = hashlib.sha256(looked.content).hexdigest()
    moment = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    scan = Scan("paper", f"{name}.pdf", looked.kind, len(looked.content), digest, 1, moment, id=name)
    VaultScans(vault.cases, pen_of(vault, CLOCK)).take_in(CASE, scan, looked, Silence())


def kill_once(folder: Path, name: str, delay: float) -> None:
    """Fork a process that takes a scan in, and kill it after some seconds, or when it is done."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        keep_until_killed(folder, name, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as news:
        news.read(1)
        select.select([news], [], [], delay)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def keep_until_killed(folder: Path, name: str, descriptor: int) -> None:
    """Open the vault, say so, take the scan in, say so; never returns."""
    try:
        vault = open_vault(folder, ADVISER.name, ADVISER.password)
        os.write(descriptor, b".")
        keep(vault, name)
        os.write(descriptor, b".")
        select.select([], [], [])
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(1)


def look(vault: Vault, names: set[str]) -> dict[str, set[str]]:
    """Return which scans are there, and every fault: another byte, pieces of nothing, a journal that broke."""
    store = VaultScans(vault.cases, pen_of(vault, CLOCK))
    kept = {scan.id: scan for scan in store.scans_of(CASE)}
    faults = {f"{one} is unknown" for one in kept.keys() - names}
    for one in kept.keys() & names:
        if store.content(CASE, one, ScanUse.SEEN, Silence()) != looked_at(one).content:
            faults.add(f"{one} is not what was taken in")
    with vault.cases.reading() as connection:
        pieces = connection.exec_driver_sql("SELECT count(*) FROM scan_chunk").scalar_one()
        rows = connection.exec_driver_sql("SELECT count(*) FROM scan").scalar_one()
        if pieces != _PIECES * len(kept) or rows != len(kept):
            faults.add("pieces of nothing are left")
        if verify_journal(connection, vault.key(Purpose.JOURNAL)) is not None:
            faults.add("journal")
    return {"names": set(kept), "faults": faults}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(kill_often(Path(scratch) / "vault", int(sys.argv[1]), int(sys.argv[2]))))
