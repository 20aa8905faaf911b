"""How long a person waits for the first picture, against an empty window of the same libraries."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases.desk import FirstSteps
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

TIMES = 11
BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication([])
window = Window()
window.resize(1180, 720)
window.show()
app.exec()
"""
OURS = """
import os, sys
from iq_desktop.app import before_window
before_window.tidy_up_again = lambda: os._exit(0)  # called as soon as the first picture stands
from iq_desktop.app.start import main
main([])
"""


def test_the_unlock_screen_is_painted_soon(
    tmp_path: Path, project_folder: Path, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_folder = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings = kept | {"PYTHONPATH": str(project_folder), "PYTHONUTF8": "1", kept_folder: str(tmp_path)}
    monkeypatch.setenv(kept_folder, str(tmp_path))
    paths = find_paths()
    door = VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), "Frau Öztürk", "ein ruhiges langes Wort"))
    desk.close()

    def seconds(script: str) -> float:
        begun = time.perf_counter()
        subprocess.check_call([sys.executable, "-c", script], env=surroundings)
        return time.perf_counter() - begun

    seconds(BARE), seconds(OURS)  # compiled and in the memory of the system
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(TIMES)]
    bare, ours = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    note("process start to painted unlock screen", ours, bare, "1.5 x a bare window")
