"""What the messages of Windows mean for a vault: the laptop was locked, closed, put to sleep, or another user came.

Numbers: learn.microsoft.com, "WM_WTSSESSION_CHANGE", "WM_POWERBROADCAST", "WM_QUERYENDSESSION",
"Power Setting GUIDs", "WM_SHOWWINDOW".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from uuid import UUID

WM_QUERYENDSESSION: Final = 0x0011
WM_SHOWWINDOW: Final = 0x0018
WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1

WTS_CONSOLE_DISCONNECT: Final = 0x2
WTS_REMOTE_DISCONNECT: Final = 0x4
WTS_SESSION_LOGOFF: Final = 0x6
WTS_SESSION_LOCK: Final = 0x7

PBT_APMSUSPEND: Final = 0x4
PBT_POWERSETTINGCHANGE: Final = 0x8013
LID_SETTING: Final = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
"""The power setting whose value is 0 when the lid was closed, 1 when it was opened."""


class SessionEvent(Enum):
    """Why the vault is to be closed."""

    LOCKED = auto()
    SWITCHED = auto()
    ENDING = auto()
    SLEEPING = auto()
    LID_CLOSED = auto()


@dataclass(frozen=True, slots=True)
class PowerSetting:
    """The setting that a power message tells of, with its new value."""

    setting: UUID
    value: int


_SESSION: Final = {
    WTS_SESSION_LOCK: SessionEvent.LOCKED,
    WTS_CONSOLE_DISCONNECT: SessionEvent.SWITCHED,
    WTS_REMOTE_DISCONNECT: SessionEvent.SWITCHED,
    WTS_SESSION_LOGOFF: SessionEvent.ENDING,
}


def event_of(message: int, detail: int, power: PowerSetting | None = None) -> SessionEvent | None:
    """Return what a message means, or None for all others; `detail` is its first parameter (wParam)."""
    if message == WM_WTSSESSION_CHANGE:
        return _SESSION.get(detail)
    if message == WM_QUERYENDSESSION:
        return SessionEvent.ENDING
    if message == WM_POWERBROADCAST and detail == PBT_APMSUSPEND:
        return SessionEvent.SLEEPING
    if message == WM_POWERBROADCAST and detail == PBT_POWERSETTINGCHANGE and power is not None:
        return SessionEvent.LID_CLOSED if power == PowerSetting(LID_SETTING, 0) else None
    return None
