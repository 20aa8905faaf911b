"""What is loaded behind the first picture, while somebody types a password."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iq_desktop.usecases.progress import Progress

ROOMS: Final = (
    "iq_desktop.storage.vault",
    "iq_desktop.storage.case_store",
    "iq_desktop.storage.centre_store",
    "iq_desktop.storage.reference_store",
    "iq_desktop.ui.shell.window",
    "iq_desktop.ui.screens.today",
    "iq_desktop.ui.screens.cases",
    "iq_desktop.ui.screens.case_pages",
    "iq_desktop.ui.screens.courses",
    "iq_desktop.ui.screens.settings",
    "iq_desktop.pdf.printer",
    "iq_desktop.catalogues.recognise",
)
"""Modules that load the heavy libraries, those first that unlocking needs."""


def load_rooms(progress: Progress) -> None:
    """Load everything that the desk will need; Python never looks for garbage in it, which would stop every thread."""
    del progress
    if sys.modules.keys() >= set(ROOMS):
        return
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for name in ROOMS:
            importlib.import_module(name)
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()
