"""Rebuilds the disk as a power cut would have left it, and opens the vault on it.

The disk is assumed to keep what was synced and to do what it likes with the rest: drop it, keep it, keep some of it in
any order, or keep a torn piece of a write (whole sectors of 512 bytes).
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tests.storage.crash.scenario import list_faults, open_made_vault
from tests.support.chance import seeded

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

MODES: Final = ("dropped", "kept", "partial", "torn")
_HEAD: Final = struct.Struct("<ccqq")
_SECTOR: Final = 512
_NAMES: Final = {b"d": "cases.db", b"w": "cases.db-wal"}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the process did to a file: W write, T truncate, S sync, U unlink."""

    operation: bytes
    file: bytes
    offset: int
    content: bytes


@dataclass(slots=True)
class DiskFile:
    """What of a file is certainly on the disk, and what may be."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Step] = field(default_factory=list)
    exists: bool = False

    def take(self, step: Step) -> None:
        """Let the process do one more thing."""
        if step.operation == b"U":
            self.durable, self.pending, self.exists = bytearray(), [], False
        elif step.operation == b"S":
            for waiting in self.pending:
                self.apply(waiting)
            self.pending = []
        else:
            self.pending.append(step)
            self.exists = True

    def apply(self, step: Step) -> None:
        """Let one step reach the disk."""
        if step.operation == b"T":
            del self.durable[step.offset :]
            self.durable.extend(bytes(step.offset - len(self.durable)))
            return
        self.durable.extend(bytes(max(0, step.offset - len(self.durable))))
        self.durable[step.offset : step.offset + len(step.content)] = step.content

    def cut(self, mode: str, chance: random.Random) -> None:
        """Decide what becomes of the steps that were never synced."""
        for step in self.pending:
            if mode == "kept" or (mode in {"partial", "torn"} and chance.randrange(2)):
                torn = mode == "torn" and step.operation == b"W"
                self.apply(_torn(step, chance) if torn else step)
        self.pending = []


def record(shim: Path, folder: Path, log: Path, saves: int, seed: int) -> list[Step]:
    """Let a process save under the shim and return all it did to the disk."""
    environment = os.environ | {
        "LD_PRELOAD": str(shim),
        "DISK_BASE": str(folder / "cases.db"),
        "DISK_LOG": str(log),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    order = [sys.executable, "-m", "tests.storage.crash.writer", str(folder), str(saves), str(seed)]
    subprocess.run(order, env=environment, check=True, capture_output=True)
    return list(_read_steps(log.read_bytes()))


def find_faults_after_cut(
    before: Path, scratch: Path, steps: list[Step], moment: int, mode: str, seed: int
) -> list[str]:
    """Rebuild the vault as a cut before step `moment` leaves it, open it, and return what was broken."""
    files = {b"d": DiskFile(bytearray((before / "cases.db").read_bytes()), exists=True), b"w": DiskFile()}
    confirmed = 0
    for step in steps[:moment]:
        if step.file == b"c":
            confirmed = int(step.content)
        else:
            files[step.file].take(step)
    shutil.copytree(before, scratch)
    chance = seeded(seed)
    for kind, file in files.items():
        file.cut(mode, chance)
        path = scratch / _NAMES[kind]
        if file.exists:
            path.write_bytes(file.durable)
    with open_made_vault(scratch) as vault:
        faults = list_faults(vault, confirmed)
    shutil.rmtree(scratch)
    return [f"cut before step {moment} ({mode}): {fault}" for fault in faults]


def _read_steps(log: bytes) -> Iterator[Step]:
    place = 0
    while place + _HEAD.size <= len(log):
        operation, file, offset, length = _HEAD.unpack_from(log, place)
        place += _HEAD.size
        content = log[place : place + length] if operation == b"W" else b""
        place += len(content)
        yield Step(operation, file, offset, content)


def _torn(step: Step, chance: random.Random) -> Step:
    """Return a piece of a write: some of its sectors from the front or from the back."""
    sectors = -(-len(step.content) // _SECTOR)
    kept = chance.randrange(sectors + 1) * _SECTOR
    if chance.randrange(2):
        return Step(step.operation, step.file, step.offset, step.content[:kept])
    return Step(step.operation, step.file, step.offset + kept, step.content[kept:])
