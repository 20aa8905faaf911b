"""Kills a saving process again and again, as a battery pulled out of a running program would end it.

Run as a program, because it forks: everything is imported once, every round forks a writer that opens the vault and
saves without pause, kills it at a random moment, opens the vault anew and looks. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from tests.storage.crash.scenario import list_faults, make_vault, open_made_vault, save_cases
from tests.support.chance import seeded

_ENOUGH = 1_000_000


def kill_often(folder: Path, rounds: int, seed: int) -> dict[str, object]:
    """Return what `rounds` kills did to one vault: confirmed saves, and every fault found after a kill."""
    make_vault(folder)
    chance = seeded(seed)
    confirmed, faults = 0, []
    for turn in range(rounds):
        confirmed = max(confirmed, kill_once(folder, chance.randrange(1, 12), chance.random() * 0.004, seed + turn))
        with open_made_vault(folder) as vault:
            faults += [f"kill {turn}: {fault}" for fault in list_faults(vault, confirmed)]
    return {"kills": rounds, "confirmed": confirmed, "faults": faults}


def kill_once(folder: Path, saves: int, delay: float, seed: int) -> int:
    """Fork a writer, kill it some moment after some saves, and return the last save that it confirmed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        write_until_killed(folder, writing, seed)
    os.close(writing)
    heard = b""
    with os.fdopen(reading, "rb", buffering=0) as confirmations:
        while heard.count(b"\n") < saves:
            words = confirmations.read(4096)
            if not words:
                break
            heard += words
        select.select([], [], [], delay)
        os.kill(child, signal.SIGKILL)
        heard += b"".join(iter(lambda: confirmations.read(4096), b""))
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The writer ended by itself.")
    return max((int(line) for line in heard.split(b"\n")[:-1]), default=0)


def write_until_killed(folder: Path, descriptor: int, seed: int) -> None:
    """Open the vault and save until the end; never returns."""
    try:
        vault = open_made_vault(folder)
        save_cases(vault, lambda number: print_number(descriptor, number), _ENOUGH, seed)
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(1)


def print_number(descriptor: int, number: int) -> None:
    """Confirm a save to the parent process."""
    os.write(descriptor, b"%d\n" % number)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(kill_often(Path(scratch) / "vault", int(sys.argv[1]), int(sys.argv[2]))))
