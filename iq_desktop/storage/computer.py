"""Asks the computer whether its disk is encrypted and whether it hibernates; cheaply, and without special rights."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from iq_desktop.usecases.computer_safety import Computer

Registry = Callable[[str, str], int | None]
"""Gives a number below HKEY_LOCAL_MACHINE by its key and name, or None."""
_BITLOCKER: Final = (r"SYSTEM\CurrentControlSet\Control\BitLockerStatus", "BootStatus")
_HIBERNATION: Final = (r"SYSTEM\CurrentControlSet\Control\Power", "HibernateEnabled")
_POWER_STATES: Final = Path("/sys/power/state")


def read_computer(registry: Registry | None = None, power_states: Path = _POWER_STATES) -> Computer:
    """Return what is known of this computer; `registry` is Windows's, or a test's."""
    if registry is None and sys.platform == "win32":
        registry = read_registry
    if registry is not None:
        return Computer(_yes(registry(*_BITLOCKER)), _yes(registry(*_HIBERNATION)))
    return Computer(None, _may_hibernate(power_states))


def read_registry(key: str, name: str) -> int | None:
    """Return a number of the registry of Windows, or None where it is not there or not for us."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  (on Windows only)

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                value, _ = winreg.QueryValueEx(opened, name)
        except OSError:
            return None
        return value if isinstance(value, int) else None
    return None


def _yes(value: int | None) -> bool | None:
    return None if value is None else value != 0


def _may_hibernate(power_states: Path) -> bool | None:
    try:
        return "disk" in power_states.read_text("ascii").split()
    except OSError:
        return None
