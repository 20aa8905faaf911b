"""The program with a crowd of cases and its list on the screen: what it needs of memory.

Run it with FOLDER of the vault, COUNT of cases, FILE of results.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.locking import Senses
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.program import Program, Wishes
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.ui.shell.places import Spot
from iq_desktop.usecases.desk import FirstSteps
from tests.support.fakes import FixedClock
from tests.support.office import PASSWORD, FakeAsk

MAKE = "make"
"""The word behind which the vault is made, in a process of its own, so that this one needs no memory for it."""


def main(folder: Path, count: int, results: Path) -> None:
    """Make the vault, open it as the program does, show the list, search in it, and write down the memory."""
    os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = str(folder)
    if len(sys.argv) > len(("script", "folder", "count", "file")):
        make(count)
        return
    subprocess.check_call([sys.executable, *sys.argv, MAKE])
    app = QApplication(["iq-desktop"])
    paths = find_paths()
    door = door_of(paths)
    desk = door.unlock(door.advisers()[0].id, PASSWORD)
    program = Program(app, paths, door, tongues_of(paths.translations), Senses())
    found = {"vault open": megabytes()}
    program.begin_at_desk(desk, Wishes(Spot("cases"), FakeAsk()))
    settle(app, program)
    window = program.window
    assert isinstance(window, QWidget)
    found["list shown"] = megabytes()
    for words in ("müller", "mohammed köln", "scheftschenko", "tischler", "أحمد", "1985", "reza ahmadi"):
        desk.cases.find(words, limit=100)
    settle(app, program)
    found["after searches"] = megabytes()
    results.write_text(json.dumps(found), encoding="utf-8")
    program.end()


def make(count: int) -> None:
    """Make the vault with its crowd."""
    from tests.support.crowd import fill

    door = door_of(find_paths())
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", PASSWORD))
    assert isinstance(desk.cases, VaultCases)
    fill(desk.cases._database, count)
    desk.close()


def door_of(paths: Paths) -> VaultDoor:
    """Return the door of the vault."""
    return VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)


def settle(app: QApplication, program: Program) -> None:
    """Let the event loop run until nothing is left to do."""
    for _ in range(2000):
        app.processEvents()
    while program.background.is_busy:
        app.processEvents()
    for _ in range(2000):
        app.processEvents()
    gc.collect()


def megabytes() -> float:
    """Return the memory that this process has in use."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
