"""The first picture stands before anything heavy is loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.warm_up import ROOMS

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.app.desk_setup import VaultDoor

HEAVY = ("sqlalchemy", "alembic", "babel", "reportlab", "uharfbuzz", "sqlcipher3", "nacl", "PySide6.QtPdf")
SHOW = """
import json, sys
from pathlib import Path
from iq_desktop.app.before_window import prepare_door
door = prepare_door(Path(sys.argv[1]))
assert "PySide6" not in sys.modules
from iq_desktop.app.window_command import *
app = make_application()
program = Program(app, door.paths, door, door.tongue)
seen = []
program.begin()
program.entrance.painted.disconnect(program._warm_up)
program.entrance.painted.connect(lambda: (seen.append(sorted(sys.modules)), app.quit()))
app.exec()
program.end()
print(json.dumps(seen[0]))
"""


def modules_at_first_picture(vault: Path, project_folder: Path) -> list[str]:
    """Return what a fresh process has loaded when its first window is painted."""
    surroundings = os.environ | {"PYTHONPATH": str(project_folder), "PYTHONUTF8": "1"}
    answer = subprocess.run(
        [sys.executable, "-c", SHOW, str(vault)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded: list[str] = json.loads(answer.stdout)
    return loaded


def test_unlocking_is_painted_before_anything_heavy_is_loaded(locked: VaultDoor, project_folder: Path) -> None:
    loaded = modules_at_first_picture(locked.paths.vault, project_folder)
    assert [name for name in HEAVY if name in loaded] == []
    assert "iq_desktop.ui.screens.unlock" in loaded


def test_the_wizard_is_painted_without_the_database(tmp_path: Path, project_folder: Path) -> None:
    loaded = modules_at_first_picture(tmp_path / "nothing", project_folder)
    assert [name for name in ("sqlalchemy", "alembic", "reportlab", "sqlcipher3") if name in loaded] == []


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_loaded_behind_the_picture_is_there(room: str) -> None:
    import importlib.util

    assert importlib.util.find_spec(room) is not None
