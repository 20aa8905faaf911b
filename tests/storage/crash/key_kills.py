"""Kills a process while it changes passwords or the key of the whole vault; prints one JSON object.

Run as a program, because it forks: `python -m tests.storage.crash.key_kills rekey|password ROUNDS SEED`. Each round
forks a process that saves, announces a change, makes it, confirms it, and so on, and is killed at a random moment of
that, or right before a step that it takes with a file. Then the vault is opened with the password that was confirmed
or announced last. Stretching passwords is made quick, so that the kills fall into the writing of files.
"""

from __future__ import annotations

import hashlib
import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.storage import key_slots
from iq_desktop.storage.access import VaultKeys
from iq_desktop.storage.header_places import read_header
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST, AccessRefusedError
from iq_desktop.storage.vault import Vault, open_vault
from iq_desktop.usecases.progress import Silence
from tests.storage.crash.scenario import ADVISER, list_faults, make_vault, save_cases
from tests.support.chance import seeded
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_CLOCK: Final = FixedClock()
_TIRED: Final = 20
"""New keys after which a code on paper that nobody used is renewed: far fewer than it can follow."""
_FILE_STEPS: Final = {"rekey": 24, "password": 10}
"""How often one change syncs, renames or removes a file, and a little more."""


def stretch_quickly(secret: bytes, salt: bytes, _cost: object) -> bytes:
    """Return 32 bytes at once; what is proved here does not hang on the cost of guessing."""
    return hashlib.blake2b(secret, digest_size=32, salt=salt).digest()


def kill_often(folder: Path, what: str, rounds: int, seed: int) -> dict[str, object]:
    """Return what `rounds` kills did: saves and changes that were confirmed, moments hit, and every fault."""
    make_vault(folder)
    chance = seeded(seed)
    longest = 3 * seconds_of_a_round(folder, what)
    tally: dict[str, int] = {"saves": 0, "changes": 0, "old": 0, "new": 0}
    faults: list[str] = []
    password, generation = ADVISER.password, read_header(folder).generation
    for turn in range(rounds):
        announced, confirmed, saves = kill_once(folder, Kill.by(chance, what, longest), password)
        tally["saves"] = max(tally["saves"], saves)
        tally["changes"] += len(confirmed)
        password = confirmed[-1] if confirmed else password
        waiting = announced[-1] if announced and announced[-1] != password else None
        try:
            vault, is_new = open_either(folder, password, waiting)
        except Exception as error:  # noqa: BLE001  (whatever shuts somebody out is the fault that is looked for)
            faults.append(f"kill {turn}: {error!r}")
            break
        password = waiting if is_new and waiting else password
        with vault:
            if what == "rekey":
                is_new = vault.header.generation == generation + len(confirmed) + 1
                if not is_new and vault.header.generation != generation + len(confirmed):
                    faults.append(f"kill {turn}: generation {vault.header.generation}")
                generation = vault.header.generation
            tally["new" if is_new else "old"] += 1
            faults += [f"kill {turn}: {fault}" for fault in list_faults(vault, saves)]
            faults += [f"kill {turn}: {path.name}" for path in folder.iterdir() if ".key-" in path.name]
    return {"kills": rounds, "faults": faults, **tally}


def open_either(folder: Path, password: str, waiting: str | None) -> tuple[Vault, bool]:
    """Return the vault, opened with the confirmed password or the announced one, and whether it was that one."""
    try:
        return open_vault(folder, ADVISER.name, password), False
    except AccessRefusedError:
        if waiting is None:
            raise
        return open_vault(folder, ADVISER.name, waiting), True


@dataclass(frozen=True)
class Kill:
    """What the process does, and when it is killed: before a step with a file, or some seconds after it began."""

    what: str
    seed: int
    step: int
    seconds: float

    @classmethod
    def by(cls, chance: random.Random, what: str, longest: float) -> Kill:
        """Return a kill by chance, half of them before a step."""
        step = chance.randrange(1, _FILE_STEPS[what]) if chance.randrange(2) else 0
        return cls(what, chance.randrange(10**6), step, 30.0 if step else chance.random() * longest)


def seconds_of_a_round(folder: Path, what: str) -> float:
    """Return how long one save and one change take here and now."""
    with open_vault(folder, ADVISER.name, ADVISER.password) as vault:
        keys = VaultKeys(vault, pen_of(vault, _CLOCK), FLOOR_COST)
        begun = time.perf_counter()
        save_cases(vault, lambda _save: None, 1, 1)
        if what == "rekey":
            keys.give_new_key(vault.unlocked_by.id, ADVISER.password, Silence())
        else:
            keys.change_password(vault.unlocked_by.id, ADVISER.password)
        return time.perf_counter() - begun


def kill_once(folder: Path, kill: Kill, password: str) -> tuple[list[str], list[str], int]:
    """Fork a process, kill it, and return the passwords that it announced and confirmed, and its last save."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        work_until_killed(folder, kill, password, writing)
    os.close(writing)
    heard = b""
    with os.fdopen(reading, "rb", buffering=0) as told:
        while b"open" not in heard:
            words = told.read(4096)
            if not words:
                break
            heard += words
        if not kill.step:
            select.select([], [], [], kill.seconds)
            os.kill(child, signal.SIGKILL)
        heard += b"".join(iter(lambda: told.read(4096), b""))
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The process ended by itself.")
    lines = [line.partition(" ") for line in heard.decode().split("\n")[:-1]]
    announced = [words for kind, _, words in lines if kind == "begin"]
    confirmed = [words for kind, _, words in lines if kind == "done"]
    return announced, confirmed, max((int(words) for kind, _, words in lines if kind == "saved"), default=0)


def kill_before(step: int) -> None:
    """Let this process kill itself before its next steps with files have reached that number."""
    done = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **more: object) -> object:
            nonlocal done
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **more)

        return run

    for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "unlink")):
        setattr(owner, name, counted(getattr(owner, name)))


def work_until_killed(folder: Path, kill: Kill, password: str, descriptor: int) -> None:
    """Open the vault, save and change until the end; never returns."""

    def tell(words: str) -> None:
        os.write(descriptor, f"{words}\n".encode())

    try:
        vault = open_vault(folder, ADVISER.name, password)
        keys = VaultKeys(vault, pen_of(vault, _CLOCK), FLOOR_COST)
        if len(vault.header.recovery_slots[0].renewals) > _TIRED:
            keys.use_recovery_code(keys.make_recovery_code())
        tell("open")
        if kill.step:
            kill_before(kill.step)
        for number in range(10**6):
            save_cases(vault, lambda save: tell(f"saved {save}"), 1, kill.seed + number)
            if kill.what == "rekey":
                keys.give_new_key(vault.unlocked_by.id, password, Silence())
                tell(f"done {password}")
            else:
                password = f"{ADVISER.password} {kill.seed} {number}"
                tell(f"begin {password}")
                keys.change_password(vault.unlocked_by.id, password)
                tell(f"done {password}")
    except BaseException:  # noqa: BLE001  (a forked child must not run on as its parent)
        traceback.print_exc()
    os._exit(1)


if __name__ == "__main__":
    vars(key_slots)["stretch"] = stretch_quickly
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(kill_often(Path(scratch) / "vault", sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
