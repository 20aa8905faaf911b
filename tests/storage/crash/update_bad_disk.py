"""Brings an older vault up to date on a disk that is full or broken from the k-th write or sync on.

Run as a program under fault.c: `python -m tests.storage.crash.update_bad_disk FOLDER VAULT STRIDE`; every STRIDE-th k
is tried. Each time the vault must hold every row in its old schema, or be new whole, and open again on a sound disk.
Prints one JSON object.
"""

from __future__ import annotations

import ctypes
import errno
import json
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from iq_desktop.storage.backup_making import first_place
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING
from tests.storage.crash.bad_disk import SYNCS, WRITES, Fault
from tests.storage.crash.update_kills import Target, look, target_of

DISKS: Final = ((WRITES, errno.ENOSPC, 1), (WRITES, errno.EIO, 0), (SYNCS, errno.EIO, 1))
_MOST: Final = 100_000


def update_on_bad_disk(target: Target, folder: Path, stride: int) -> dict[str, object]:
    """Return how often the update was refused or done all the same, and every fault."""
    seen: Counter[str] = Counter()
    faults: list[str] = []
    for kind, error, goes_on in DISKS:
        for k in range(1, _MOST, stride):
            where = f"{kind} {errno.errorcode[error]} {goes_on} k={k}"
            target.kept.copy_to(folder)
            Fault(kind, k, error, goes_on).arm()
            try:
                target.open(folder, Silence()).close()
                outcome = "done"
            except IqError as refusal:
                outcome = "refused"
                faults += [f"{where}: no advice"] if refusal.advice == NOTHING else []
            hits = int(ctypes.CDLL(None).fault_hits())
            Fault(0, 0, 0, 0).arm()
            state, found = look(target, folder)
            if outcome == "refused" and state != "old":
                faults.append(f"{where}: refused, but {state}")
            faults += [f"{where}: {one}" for one in found]
            shutil.rmtree(folder)
            shutil.rmtree(first_place(folder), ignore_errors=True)
            if not hits:
                break
            seen[outcome] += 1
            seen["rounds"] += 1
    return {**seen, "faults": faults}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    aim = target_of(sys.argv[2], place.with_name("kept"))
    print(json.dumps(update_on_bad_disk(aim, place, int(sys.argv[3]))))
