"""The command without a name: the program itself."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from iq_desktop import __version__
from iq_desktop.app.crash import watch_for_crashes
from iq_desktop.app.last_end import leave_no_memory_behind
from iq_desktop.app.program import Program, Wishes
from iq_desktop.app.qt_log import qt_messages_in
from iq_desktop.app.tongues import tongues_of
from iq_desktop.ui.shell.places import read_spot

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.app.desk_setup import VaultDoor
    from iq_desktop.app.paths import Paths
    from iq_desktop.ui.shell.places import Spot
    from iq_desktop.usecases.desk import Desk, Door


def run_window(door: VaultDoor, words: str) -> int:
    """Open the window of a door, at the spot of some words, and return the exit code when it was closed."""
    again = partial(start_anew, door.paths.vault)
    return run_program(door.paths, door, Wishes(read_spot(words), begin_again=again))


def run_program(paths: Paths, door: Door, wishes: Wishes, desk: Desk | None = None) -> int:
    """Run the windows of a door until the last one is closed, and return the exit code; `desk` is already unlocked."""
    leave_no_memory_behind()
    app = make_application()
    program = Program(app, paths, door, tongues_of(paths.translations))
    with watch_for_crashes(paths.logs, program.crashed.emit) as log, qt_messages_in(log):
        if desk is None:
            program.begin(wishes)
        else:
            program.begin_at_desk(desk, wishes)
        code = app.exec()
        program.end()
    return code


def make_application() -> QApplication:
    """Return the application under its name."""
    app = QApplication(["iq-desktop"])
    app.setApplicationName("IQ Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("iq-desktop")
    return app


def start_anew(vault: Path, spot: Spot) -> int:
    """Start the program in a process of its own, whose memory knows nothing of this one, and return its number."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "iq_desktop"]
    words = [*own, "--vault", str(vault), "--return-to", spot.written()]
    _has_started, process = QProcess.startDetached(sys.executable, words)
    return int(process)
