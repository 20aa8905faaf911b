"""Kills a process while it makes backups, and looks at what lies on the disk; prints one JSON object.

Run as a program, because it forks: `python -m tests.storage.crash.backup_kills ROUNDS SEED`. Each round forks a process
that saves and backs up without pause, and is killed at a random moment, or right before a step that it takes with a
file. Then every backup that counts is proved from the first byte to the last, all of before must be there, and the
newest one is restored.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.backup import BackupReason
from iq_desktop.storage import key_slots
from iq_desktop.storage.backup_file import SUFFIX, prove_backup
from iq_desktop.storage.backup_making import first_place
from iq_desktop.storage.backup_places import list_backups, list_damaged
from iq_desktop.storage.backup_store import VaultBackups
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.returning import VaultReturns
from iq_desktop.usecases.backup_ports import BackupSecret
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from tests.storage.crash.key_kills import stretch_quickly
from tests.storage.crash.scenario import ADVISER, CLOCK, list_faults, make_vault, open_made_vault, save_cases
from tests.support.chance import seeded

if TYPE_CHECKING:
    import random

_SECRET: Final = BackupSecret(adviser_id=ADVISER.name, password=ADVISER.password)
_SURE: Final = 5
"""Of the backups of one day, how many stay when one more was made that nobody heard of."""
_FILE_STEPS: Final = 30
"""How often one backup syncs, renames or removes a file, and a little more."""


def kill_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what `rounds` kills did: backups that were confirmed, pieces that were left, and every fault."""
    make_vault(folder)
    chance = seeded(seed)
    tally = {"confirmed": 0, "pieces": 0, "restored": 0}
    faults: list[str] = []
    known: list[str] = []
    for turn in range(rounds):
        confirmed = kill_once(folder, chance, seed + turn)
        tally["confirmed"] += len(confirmed)
        tally["pieces"] += len(list(first_place(folder).glob(f"*{SUFFIX}.part")))
        faults += [f"kill {turn}: {fault}" for fault in _look(folder, (confirmed or known)[:_SURE], tally)]
        with open_made_vault(folder) as vault:
            known = [one.path.name for one in list_backups(first_place(folder), vault.header.vault_id)]
    return {"kills": rounds, **tally, "faults": faults}


def kill_once(folder: Path, chance: random.Random, seed: int) -> list[str]:
    """Fork a process that backs up, kill it some moment, and return what it confirmed last, newest first."""
    step = chance.randrange(1, _FILE_STEPS) if chance.randrange(2) else 0
    delay = chance.random() * 0.25
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _back_up_until_killed(folder, writing, seed, step)
    os.close(writing)
    heard = b""
    with os.fdopen(reading, "rb", buffering=0) as confirmations:
        heard += confirmations.read(1)  # it has begun
        if not step:
            select.select([], [], [], delay)
            os.kill(child, signal.SIGKILL)
        while words := confirmations.read(4096):
            heard += words
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The process ended by itself.")
    lines = heard[1:].decode().split("\n")[:-1]
    return list(json.loads(lines[-1])) if lines else []


def _back_up_until_killed(folder: Path, descriptor: int, seed: int, step: int) -> None:
    """Save and back up, and write down after each backup which ones are there; ends only by a kill."""
    try:
        with open_made_vault(folder) as vault:
            backups = VaultBackups(vault, pen_of(vault, CLOCK))
            os.write(descriptor, b"!")
            _arm(step)
            for turn in range(1_000):
                save_cases(vault, lambda _number: None, 2, seed * 1000 + turn)
                backups.back_up(BackupReason.BY_ITSELF, Silence())
                names = [one.name for one in backups.kept()]
                os.write(descriptor, f"{json.dumps(names)}\n".encode())
    except BaseException:  # noqa: BLE001  (a child that goes on would run the parent's code)
        traceback.print_exc()
    os._exit(1)


def _arm(step: int) -> None:
    """Kill this process right before the step-th call that syncs, renames or removes a file."""
    if not step:
        return
    left = [step]

    def watched(name: str) -> Any:
        real = getattr(os, name)

        def call(*values: Any, **words: Any) -> Any:
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*values, **words)

        return call

    for name in ("fsync", "rename", "replace", "unlink"):
        setattr(os, name, watched(name))


def _look(folder: Path, wanted: list[str], tally: dict[str, int]) -> list[str]:
    """Return what a kill must not have done; the newest backup is restored beside the vault."""
    place = first_place(folder)
    faults = [f"damaged: {name}" for name in list_damaged(place)]
    with open_made_vault(folder) as vault:
        faults += list_faults(vault, 0)
        found = list_backups(place, vault.header.vault_id)
    there = {one.path.name for one in found}
    faults += [f"gone: {name}" for name in wanted if name not in there]
    for one in found:
        try:
            prove_backup(one.path, Silence())
        except IqError as error:
            faults.append(f"{one.path.name}: {error}")
    if found:
        back = folder.with_name("back")
        VaultReturns(back, CLOCK).restore(found[0].path, _SECRET, Silence())
        with open_made_vault(back) as vault:
            faults += list_faults(vault, 0)
        shutil.rmtree(back)
        tally["restored"] += 1
    return faults


def main() -> None:
    """Print what so many kills did."""
    setattr(key_slots, "stretch", stretch_quickly)  # noqa: B010  (what is proved here does not hang on it)
    rounds, seed = (int(word) for word in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(kill_often(Path(folder) / "vault", rounds, seed)))


if __name__ == "__main__":
    main()
