"""Kills a process while it brings an older vault up to date, at every step of that; prints one JSON object.

Run as a program, because it forks: `python -m tests.storage.crash.update_kills VAULT ROUNDS SEED`, with the name of a
kept vault. A step is the backup, each revision of each file, and the end at which both are written. For each of them a
child is killed ROUNDS times at a random moment of it; then every row must be there, in the old schema or the new one,
and the program must open the vault. The password is stretched once for all, so that the kills fall into the update.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command

from iq_desktop.storage import backup_making, updating
from iq_desktop.storage.key_slots import KeySlot, OpenedSlot
from iq_desktop.storage.secret_key import SecretKey
from iq_desktop.storage.unlocking import Secret, password_of, unlock_newest
from iq_desktop.storage.vault import Vault, open_with
from iq_desktop.storage.vault_checks import check_wholly
from iq_desktop.usecases.progress import Silence
from tests.support.chance import seeded
from tests.support.fakes import FixedClock
from tests.support.kept_vaults import KeptVault, Rows, kept_vaults, lost_rows, rows_of
from tests.support.vaults import ADVISER, PASSWORD

if TYPE_CHECKING:
    from iq_desktop.storage.vault_header import VaultHeader
    from iq_desktop.wording.text import Text

LOADED = (command, backup_making, updating)
"""What an update loads, here before the fork."""


@dataclass
class Steps:
    """A progress that calls back at each step with its number, from 1."""

    tell: Callable[[int], object]
    number: int = 0

    def step(self, done: int, total: int | None, text: Text) -> None:
        del done, total, text
        self.number += 1
        self.tell(self.number)


@dataclass(frozen=True)
class Target:
    """A vault that is updated again and again: where it is kept, how it opens, and every row that it holds."""

    kept: KeptVault
    root: SecretKey
    secret: Secret
    rows: dict[str, Rows]

    def open(self, folder: Path, progress: Steps | Silence) -> Vault:
        return open_with(folder, self.secret, progress)


def target_of(name: str, scratch: Path) -> Target:
    kept = next(one for one in kept_vaults() if one.folder.name == name)
    folder = kept.copy_to(scratch / "first")
    unlocked = unlock_newest(folder, password_of(ADVISER.name, PASSWORD))

    def secret(_header: VaultHeader) -> tuple[OpenedSlot, KeySlot]:
        return OpenedSlot(unlocked.root, unlocked.renewed), unlocked.slot

    return Target(kept, unlocked.root, secret, rows_of(folder, unlocked.root))


def kill_often(target: Target, scratch: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what the kills did: how many hit each step, how many left the old and the new schema, every fault."""
    chance = seeded(seed)
    seconds = seconds_of_steps(target, scratch / "measured")
    tally = {"old": 0, "new": 0, "between": 0}
    faults: list[str] = []
    for step, longest in enumerate(seconds, start=1):
        for turn in range(rounds):
            folder = target.kept.copy_to(scratch / f"vault-{step}-{turn}")
            kill_once(target, folder, step, chance.random() * longest * 1.2)
            state, found = look(target, folder)
            tally[state] += 1
            faults += [f"step {step} kill {turn}: {fault}" for fault in found]
            shutil.rmtree(folder)
            shutil.rmtree(backup_making.first_place(folder), ignore_errors=True)
    return {"kills": rounds * len(seconds), "steps": len(seconds), "faults": faults, **tally}


def seconds_of_steps(target: Target, folder: Path) -> list[float]:
    """Return how long each step takes here and now."""
    tried = [_measure_once(target, folder.with_name(f"{folder.name}-{turn}")) for turn in range(3)]
    return [min(times) for times in zip(*tried, strict=True)]


def _measure_once(target: Target, folder: Path) -> list[float]:
    begun: list[float] = []
    target.open(target.kept.copy_to(folder), Steps(lambda _number: begun.append(time.perf_counter()))).close()
    begun.append(time.perf_counter())
    return [after - before for before, after in pairwise(begun)]


def kill_once(target: Target, folder: Path, step: int, delay: float) -> None:
    """Fork a process that opens the vault, and kill it some seconds after a step has begun."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        open_until_killed(target, folder, step, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        told.read(1)
        select.select([], [], [], delay)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The process ended by itself.")


def open_until_killed(target: Target, folder: Path, step: int, descriptor: int) -> None:
    """Open the vault, tell when a step begins, and wait for the end, at the latest where the next begins."""

    def tell(number: int) -> None:
        if number == step:
            os.write(descriptor, b".")
        while number > step:
            signal.pause()

    try:
        target.open(folder, Steps(tell))
        while True:
            signal.pause()
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(1)


def look(target: Target, folder: Path) -> tuple[str, list[str]]:
    """Return whether both files are old, new or one of each, and what is wrong before and after the next opening."""
    rows = rows_of(folder, target.root)
    changed = [rows[name]["alembic_version"] != target.rows[name]["alembic_version"] for name in rows]
    faults = [f"lost: {one}" for one in lost_rows(target.rows, rows)]
    with target.open(folder, Silence()) as vault:
        faults += [f"broken: {part}" for part in check_wholly(vault, FixedClock(), Silence()).broken]
    faults += [f"lost later: {one}" for one in lost_rows(target.rows, rows_of(folder, target.root))]
    faults += [path.name for path in folder.iterdir() if "before-update" in path.name]
    newest = rows_of(folder, target.root)
    is_new = all(rows[name]["alembic_version"] == newest[name]["alembic_version"] for name in rows)
    return "new" if is_new else "between" if any(changed) else "old", faults


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        aim = target_of(sys.argv[1], Path(place))
        print(json.dumps(kill_often(aim, Path(place), int(sys.argv[2]), int(sys.argv[3]))))
