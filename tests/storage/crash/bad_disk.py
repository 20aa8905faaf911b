"""Saves while the disk refuses: every write and every sync of a save in turn, once or for good, full or broken.

Run as a program under fault.c. Each round arms the fault, saves, expects words for the person at the desk, lets the
disk recover, and saves the very same words again. Prints one JSON object.
"""

from __future__ import annotations

import ctypes
import errno
import json
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING
from tests.storage.crash.scenario import CLOCK, list_faults, make_vault, open_made_vault

WRITES, SYNCS = 1, 2
DISKS: Final = (
    (WRITES, errno.ENOSPC),
    (WRITES, errno.EIO),
    (WRITES, errno.EROFS),
    (WRITES, errno.EDQUOT),
    (SYNCS, errno.EIO),
)
_MOST: Final = 400


def save_on_bad_disk(folder: Path, words: int) -> dict[str, Any]:
    """Return what every k of a save of some length did: how often it was refused, and every fault."""
    make_vault(folder)
    seen: Counter[str] = Counter()
    faults: list[str] = []
    with open_made_vault(folder) as vault:
        cases = VaultCases(vault.cases, pen_of(vault, CLOCK))
        case = cases.save(CaseFile(opened_on=CLOCK.today()))
        for kind, error, goes_on in ((*disk, goes_on) for disk in DISKS for goes_on in (0, 1)):
            for k in range(1, _MOST):
                where = f"{kind} {errno.errorcode[error]} {goes_on} k={k}"
                typed = replace(
                    case,
                    client=replace(case.client, family_name=where, street="x" * (words + k)),
                    contact=replace(case.contact, concern_in_words=where, expectation="0"),
                )
                hits, case, found = _save(cases, typed, Fault(kind, k, error, goes_on), seen)
                faults += [f"{where}: {one}" for one in found]
                if not hits:
                    break
    with open_made_vault(folder) as vault:
        faults += list_faults(vault, 0)
    return {**seen, "faults": faults}


@dataclass(frozen=True, slots=True)
class Fault:
    """The k-th write or sync fails, and with `goes_on` every one after it."""

    kind: int
    k: int
    error: int
    goes_on: int

    def arm(self) -> None:
        """Let the disk fail from now on."""
        ctypes.CDLL(None).fault_arm(self.kind, ctypes.c_long(self.k), self.error, self.goes_on)


def _save(cases: VaultCases, typed: CaseFile, fault: Fault, seen: Counter[str]) -> tuple[int, CaseFile, list[str]]:
    """Save what was typed on the failing disk, and again on a sound one.

    Returns how often the disk failed, the saved case, and what went wrong.
    """
    faults = []
    saved = None
    fault.arm()
    try:
        saved = cases.save(typed)
    except IqError as error:
        seen["refused"] += 1
        if error.advice == NOTHING:
            faults.append("no advice")
    hits = int(ctypes.CDLL(None).fault_hits())
    Fault(0, 0, 0, 0).arm()
    seen["rounds"] += bool(hits)
    seen["saved all the same"] += bool(hits and saved)
    if saved is None:
        saved = cases.save(typed)
    if cases.get(typed.id).contact != typed.contact or saved.client != typed.client:
        faults.append("the words are not there")
    return hits, saved, faults


if __name__ == "__main__":
    print(json.dumps(save_on_bad_disk(Path(sys.argv[1]), int(sys.argv[2]))))
