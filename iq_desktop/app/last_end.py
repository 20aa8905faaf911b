"""The end of the process, in which the only clean memory lies: nothing may keep it alive, and nothing of it be kept."""

from __future__ import annotations

import os
import sys
import threading
from typing import Final

PATIENCE: Final = 10.0
"""Seconds after which a process that was asked to end is ended."""


def end_for_sure(patience: float = PATIENCE) -> threading.Timer:
    """End this process after a while even where something still holds it; returns the clock that runs till then."""
    clock = threading.Timer(patience, os._exit, (0,))
    clock.daemon = True
    clock.start()
    return clock


def leave_no_memory_behind() -> None:
    """Ask the system to write no picture of the memory to the disk where the program should ever crash."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (only there)

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)  # no box and no report for a crash
    else:
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
