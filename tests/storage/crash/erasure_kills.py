"""Kills a process while it erases cases; prints one JSON object.

Run as a program, because it forks: `python -m tests.storage.crash.erasure_kills ROUNDS SEED`. Each round forks a
process that erases two of the cases, is killed at a random moment, or right before a step that it takes with a file;
then the vault is opened as the program opens it: both cases are whole, or nothing of them is left.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from iq_desktop.domain.erasure import EraseReason
from iq_desktop.storage.case_rows import find_case
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.erasure_log import erasure_key, read_erasures
from iq_desktop.storage.journal import verify_journal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.rights_office import VaultRights, settle_erasures
from iq_desktop.storage.secret_key import Purpose
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.usecases.progress import Silence
from tests.storage.crash.scenario import ADVISER, make_vault
from tests.support.builders import a_client
from tests.support.chance import seeded
from tests.support.fakes import FixedClock
from tests.support.full_cases import a_usual_case

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile

CLOCK: Final = FixedClock()
_FILE_STEPS: Final = 4
"""Steps with files of one erasing: the log beside the vault is written, synced, renamed."""
_WORDS: Final = "Wurzelbart"


def kill_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what `rounds` kills did: how often the cases were there afterwards, gone, and every fault."""
    make_vault(folder)
    chance = seeded(seed)
    tally = {"there": 0, "gone": 0}
    faults: list[str] = []
    longest = 0.0
    with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
        erase(vault, [case.id for case in save_two(vault, "first")])
        cases = save_two(vault, "second")
        begun = time.perf_counter()
        erase(vault, [case.id for case in cases])
        longest = time.perf_counter() - begun
    for turn in range(rounds):
        with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
            cases = save_two(vault, f"turn-{turn}")
        stop_at = _stop_of(turn, chance)
        kill_once(folder, [case.id for case in cases], stop_at, longest * chance.random() if turn else 0.0)
        with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
            settle_erasures(vault, pen_of(vault, CLOCK))
            outcome, found = look(vault, cases)
            tally[outcome] += 1
            faults += [f"kill {turn}: {fault}" for fault in found]
            if outcome == "there":
                erase(vault, [case.id for case in cases])
    return {"kills": rounds, "faults": faults, **tally}


def save_two(vault: Vault, name: str) -> list[CaseFile]:
    """Save two full cases whose words nobody else has."""
    store = VaultCases(vault.cases, pen_of(vault, CLOCK))
    client = a_client(family_name=_WORDS)
    return [
        store.save(replace(a_usual_case(), id=f"{name}-{number}", number="", revision=0, client=client))
        for number in range(2)
    ]


def erase(vault: Vault, case_ids: Sequence[str]) -> None:
    """Erase cases as the program does."""
    pen = pen_of(vault, CLOCK)
    VaultRights(vault, pen, VaultCases(vault.cases, pen)).erase(case_ids, EraseReason.ASKED, Silence())


def _stop_of(turn: int, chance: random.Random) -> int:
    """Return before which step with a file to kill, -1 for a moment of its own; the first two rounds try both."""
    if turn < 2:
        return turn - 1
    return chance.randrange(_FILE_STEPS) if chance.random() < 0.3 else -1


def kill_once(folder: Path, case_ids: Sequence[str], stop_at: int, delay: float) -> None:
    """Fork a process that erases, and kill it after some seconds or right before a step with a file."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        erase_until_killed(folder, case_ids, writing, stop_at)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as news:
        news.read(1)
        if stop_at < 0:
            select.select([news], [], [], delay)
            os.kill(child, signal.SIGKILL)
        else:
            news.read(1)  # it stands right before its step, or has ended
            os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def erase_until_killed(folder: Path, case_ids: Sequence[str], descriptor: int, stop_at: int) -> None:
    """Open the vault, say so, erase; never returns."""
    try:
        vault = open_vault(folder, ADVISER.name, ADVISER.password)
        steps = iter(range(1_000))

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            is_step = event in {"os.rename", "open"} and "erasures" in str(arguments[0])
            if is_step and next(steps) == stop_at:
                os.write(descriptor, b".")
                select.select([], [], [])

        if stop_at >= 0:
            sys.addaudithook(watch)
        os.write(descriptor, b".")
        erase(vault, case_ids)
        os.write(descriptor, b".")
        select.select([], [], [])
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(1)


def look(vault: Vault, cases: Sequence[CaseFile]) -> tuple[str, list[str]]:
    """Return whether the cases are there or gone, and every fault: half a case, words left, a journal that broke."""
    faults = []
    with vault.cases.reading() as connection:
        found = [find_case(connection, case.id) for case in cases]
        is_there = found == list(cases)
        if not is_there and found != [None, None]:
            faults.append("half erased")
        hits = connection.execute(text("SELECT count(*) FROM case_search WHERE case_search MATCH 'wurzelbart'"))
        payloads = connection.execute(
            text("SELECT count(*) FROM journal_payload WHERE instr(CAST(payload AS TEXT), :words)"), {"words": _WORDS}
        )
        wanted = len(cases) if is_there else 0
        if hits.scalar_one() != wanted or payloads.scalar_one() != wanted:
            faults.append("words left")
        if verify_journal(connection, vault.key(Purpose.JOURNAL)) is not None:
            faults.append("journal")
    pen = pen_of(vault, CLOCK)
    done = VaultRights(vault, pen, VaultCases(vault.cases, pen)).erasures()
    told = {case_id for one in done for case_id in one.case_ids}
    is_told = {case.id for case in cases} <= told
    if is_told is is_there:
        faults.append("protocol")
    if {one.id for one in read_erasures(vault.folder, erasure_key(vault))} != {one.id for one in done}:
        faults.append("log")
    return ("there" if is_there else "gone"), faults


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(kill_often(Path(scratch) / "vault", int(sys.argv[1]), int(sys.argv[2]))))
