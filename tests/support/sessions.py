"""A Windows that is only played: what it was asked, and the messages that it sends."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

from iq_desktop.app.session_events import LID_SETTING, PBT_POWERSETTINGCHANGE, WM_POWERBROADCAST
from iq_desktop.app.windows_calls import _Message, _PowerSetting


@dataclass
class PlayedWindows:
    """Remembers which windows are watched, and which are kept out of screenshots."""

    watched: list[int] = field(default_factory=list)
    forgotten: list[int] = field(default_factory=list)
    kept_out: dict[int, bool] = field(default_factory=dict)

    def watch_session(self, handle: int) -> None:
        self.watched.append(handle)

    def forget_session(self, handle: int) -> None:
        self.forgotten.append(handle)

    def keep_out_of_capture(self, handle: int, *, is_hidden: bool) -> None:
        self.kept_out[handle] = is_hidden


def a_message(number: int, first: int, window: int = 7, second: int = 0) -> ctypes.Structure:
    """Return a message as Windows lays it into memory."""
    return _Message(window, number, first, second)


def a_lid_message(value: int) -> tuple[ctypes.Structure, ctypes.Structure]:
    """Return the message that the lid is now closed (0) or open (1), and what it points to."""
    told = _PowerSetting()
    ctypes.memmove(ctypes.addressof(told), LID_SETTING.bytes_le, 16)
    told.length, told.value = 4, value
    return a_message(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, second=ctypes.addressof(told)), told
