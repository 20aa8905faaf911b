"""The few calls of Windows that the program needs, behind a port that tests replace on every system."""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, byref, c_ubyte, c_uint, c_uint32, c_void_p
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol
from uuid import UUID

from iq_desktop.app.session_events import LID_SETTING, PBT_POWERSETTINGCHANGE, WM_POWERBROADCAST, PowerSetting

if TYPE_CHECKING:
    from collections.abc import Callable

_THIS_SESSION: Final = 0
_TO_A_WINDOW: Final = 0
_SEEN: Final = 0x00
_KEPT_OUT: Final = 0x11
"""WDA_NONE and WDA_EXCLUDEFROMCAPTURE (Windows 10 from version 2004 on; before, the call fails and nothing happens)."""


class Windows(Protocol):
    """What the operating system is asked for; handles are those of windows."""

    def watch_session(self, handle: int) -> None:
        """Have a window told of locking, of another user, and of the lid."""

    def forget_session(self, handle: int) -> None:
        """Have a window told no more."""

    def keep_out_of_capture(self, handle: int, *, is_hidden: bool) -> None:
        """Leave a window out of screenshots, recordings and shared screens, or let it in again."""


class _Guid(ctypes.Structure):
    _fields_: ClassVar[Any] = [("words", c_ubyte * 16)]


class _PowerSetting(ctypes.Structure):
    _fields_: ClassVar[Any] = [("setting", _Guid), ("length", c_uint32), ("value", c_uint32)]


class _Message(ctypes.Structure):
    """MSG of the Windows headers, as far as it is read."""

    _fields_: ClassVar[Any] = [
        ("window", c_void_p),
        ("message", c_uint),
        ("first", c_void_p),
        ("second", c_void_p),
    ]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of Windows: for which window, its number, its first parameter, and the power setting it tells of."""

    window: int
    message: int
    detail: int
    power: PowerSetting | None = None


def read_message(address: int) -> Heard:
    """Return the message that lies at an address in memory."""
    found = _Message.from_address(address)
    number, detail = int(found.message), int(found.first or 0)
    power = None
    if number == WM_POWERBROADCAST and detail == PBT_POWERSETTINGCHANGE and found.second:
        told = _PowerSetting.from_address(found.second)
        power = PowerSetting(UUID(bytes_le=bytes(told.setting.words)), int(told.value))
    return Heard(int(found.window or 0), number, detail, power)


class RealWindows:
    """The calls themselves; what an old or remote system does not know is left undone."""

    def __init__(self, load: Callable[[str], Any]) -> None:
        """Load the libraries of the system."""
        self._user, self._session = load("user32"), load("wtsapi32")
        self._session.WTSRegisterSessionNotification.argtypes = (c_void_p, c_uint32)
        self._session.WTSUnRegisterSessionNotification.argtypes = (c_void_p,)
        self._user.RegisterPowerSettingNotification.argtypes = (c_void_p, POINTER(_Guid), c_uint32)
        self._user.RegisterPowerSettingNotification.restype = c_void_p
        self._user.UnregisterPowerSettingNotification.argtypes = (c_void_p,)
        self._user.SetWindowDisplayAffinity.argtypes = (c_void_p, c_uint32)
        self._lids: dict[int, int] = {}

    def watch_session(self, handle: int) -> None:
        """Have a window told of locking, of another user, and of the lid."""
        self._session.WTSRegisterSessionNotification(handle, _THIS_SESSION)
        lid = _Guid((c_ubyte * 16)(*LID_SETTING.bytes_le))
        token = self._user.RegisterPowerSettingNotification(handle, byref(lid), _TO_A_WINDOW)
        if token:
            self._lids[handle] = token

    def forget_session(self, handle: int) -> None:
        """Have a window told no more."""
        self._session.WTSUnRegisterSessionNotification(handle)
        token = self._lids.pop(handle, 0)
        if token:
            self._user.UnregisterPowerSettingNotification(token)

    def keep_out_of_capture(self, handle: int, *, is_hidden: bool) -> None:
        """Leave a window out of screenshots, or let it in again."""
        self._user.SetWindowDisplayAffinity(handle, _KEPT_OUT if is_hidden else _SEEN)


def find_windows() -> Windows | None:
    """Return the calls of Windows, or None on another system."""
    system: Any = ctypes
    return RealWindows(system.WinDLL) if os.name == "nt" else None
