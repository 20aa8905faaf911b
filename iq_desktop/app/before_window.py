"""What is loaded before Qt: PySide6 looks into the source of every module that comes after it, which takes its time."""

from __future__ import annotations

import builtins
import gc
from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.tongues import tongues_of

if TYPE_CHECKING:
    from pathlib import Path


_PLAIN_IMPORT: Final = builtins.__import__


def load_qt() -> None:
    """Load Qt, and import plainly again afterwards.

    PySide6 puts an import of its own in place that looks for `__feature__`, which nobody here uses.
    """
    from PySide6 import QtWidgets  # noqa: F401, PLC0415  (this is the moment)

    builtins.__import__ = _PLAIN_IMPORT


def prepare_door(vault: Path | None) -> VaultDoor:
    """Return the door of a vault with everything read that the first picture shows; no Qt is loaded."""
    paths = find_paths(vault)
    tongues = tongues_of(paths.translations)
    door = VaultDoor(paths, tongues, LaptopClock())
    tongues(door.language())
    door.is_set_up()
    return door


def tidy_up_later() -> None:
    """Collect no garbage while the program starts: hardly anything that is loaded then is ever garbage."""
    gc.disable()


def tidy_up_again() -> None:
    """Collect garbage again, and never look at what was loaded at the start."""
    gc.freeze()
    gc.enable()
