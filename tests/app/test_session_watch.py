"""Messages of Windows lock the vault, on every system on which the tests run."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QByteArray

from iq_desktop.app.session_events import (
    LID_SETTING,
    PBT_APMSUSPEND,
    PBT_POWERSETTINGCHANGE,
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    WM_SHOWWINDOW,
    WM_WTSSESSION_CHANGE,
    PowerSetting,
    SessionEvent,
    event_of,
)
from iq_desktop.app.session_watch import SessionWatch, WindowsSessionWatch
from iq_desktop.app.windows_calls import Heard, RealWindows, find_windows, read_message
from tests.support.sessions import PlayedWindows, a_lid_message, a_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

LOCKING = [
    (WM_WTSSESSION_CHANGE, 0x7, SessionEvent.LOCKED),
    (WM_WTSSESSION_CHANGE, 0x2, SessionEvent.SWITCHED),
    (WM_WTSSESSION_CHANGE, 0x4, SessionEvent.SWITCHED),
    (WM_WTSSESSION_CHANGE, 0x6, SessionEvent.ENDING),
    (WM_POWERBROADCAST, PBT_APMSUSPEND, SessionEvent.SLEEPING),
    (WM_QUERYENDSESSION, 0, SessionEvent.ENDING),
]
HARMLESS = [(WM_WTSSESSION_CHANGE, 0x8), (WM_WTSSESSION_CHANGE, 0x1), (WM_POWERBROADCAST, 0x7), (0x000F, 0x7)]


@pytest.mark.parametrize(("message", "detail", "event"), LOCKING)
def test_what_leaves_the_desk_alone_is_recognised(message: int, detail: int, event: SessionEvent) -> None:
    assert event_of(message, detail) is event


@pytest.mark.parametrize(("message", "detail"), HARMLESS)
def test_unlocking_waking_and_painting_lock_nothing(message: int, detail: int) -> None:
    assert event_of(message, detail) is None


def test_a_closed_lid_counts_and_an_opened_one_does_not() -> None:
    closed, opened = PowerSetting(LID_SETTING, 0), PowerSetting(LID_SETTING, 1)
    assert event_of(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, closed) is SessionEvent.LID_CLOSED
    assert event_of(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, opened) is None
    assert event_of(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE) is None


def test_a_message_is_read_from_memory() -> None:
    message = a_message(WM_WTSSESSION_CHANGE, 0x7, window=42)
    assert read_message(ctypes.addressof(message)) == Heard(42, WM_WTSSESSION_CHANGE, 0x7)
    lid, _told = a_lid_message(0)
    assert read_message(ctypes.addressof(lid)).power == PowerSetting(LID_SETTING, 0)


@pytest.fixture
def windows() -> PlayedWindows:
    """A Windows that remembers what it was asked."""
    return PlayedWindows()


@pytest.fixture
def watch(qapp: QApplication, windows: PlayedWindows) -> Iterator[WindowsSessionWatch]:  # noqa: ARG001  (an application)
    """The watch over it."""
    watch = WindowsSessionWatch(windows)
    watch.watch(42)
    yield watch
    watch.stop()


def test_each_message_on_its_way_to_qt_is_heard_and_none_is_held_back(watch: WindowsSessionWatch) -> None:
    heard: list[object] = []
    watch.left.connect(heard.append)
    for number, detail, _event in LOCKING:
        message = a_message(number, detail)
        for kind in (b"windows_generic_MSG", b"xcb_generic_event_t"):
            answer = watch._ear.nativeEventFilter(QByteArray(kind), ctypes.addressof(message))
            assert answer == (False, 0)
    assert heard == [event for *_rest, event in LOCKING]


def test_a_lid_that_was_closed_all_the_time_locks_nothing(watch: WindowsSessionWatch) -> None:
    """A laptop under the desk, with a screen of its own: else nobody could ever work there."""
    heard: list[object] = []
    watch.left.connect(heard.append)
    for value, events in ((0, 0), (0, 0), (1, 0), (0, 1), (0, 1), (1, 1), (0, 2)):
        watch.hear(Heard(42, WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, PowerSetting(LID_SETTING, value)))
        assert heard == [SessionEvent.LID_CLOSED] * events


def test_every_window_that_comes_up_is_kept_out_of_screenshots(
    watch: WindowsSessionWatch, windows: PlayedWindows
) -> None:
    watch.hide_from_capture(is_hidden=True)
    watch.hear(Heard(43, WM_SHOWWINDOW, 1))
    watch.hear(Heard(44, WM_SHOWWINDOW, 0))
    assert windows.kept_out == {42: True, 43: True}
    watch.hide_from_capture(is_hidden=False)
    watch.hear(Heard(45, WM_SHOWWINDOW, 1))
    assert windows.kept_out == {42: False, 43: False}


def test_the_watch_ends_with_the_window(watch: WindowsSessionWatch, windows: PlayedWindows) -> None:
    assert windows.watched == [42]
    watch.stop()
    watch.stop()
    assert windows.forgotten == [42]


class Library:
    """A library of Windows that remembers its calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        library = self

        class Call:
            def __call__(self, *arguments: Any) -> int:
                library.calls.append((name, *arguments))
                return 5

        call = Call()
        object.__setattr__(self, name, call)
        return call


def test_the_calls_carry_what_windows_expects() -> None:
    libraries = {"user32": Library(), "wtsapi32": Library()}
    windows = RealWindows(libraries.__getitem__)
    windows.watch_session(42)
    windows.keep_out_of_capture(42, is_hidden=True)
    windows.keep_out_of_capture(42, is_hidden=False)
    windows.forget_session(42)
    assert libraries["wtsapi32"].calls == [
        ("WTSRegisterSessionNotification", 42, 0),
        ("WTSUnRegisterSessionNotification", 42),
    ]
    names = [call[0] for call in libraries["user32"].calls]
    assert names == [
        "RegisterPowerSettingNotification",
        "SetWindowDisplayAffinity",
        "SetWindowDisplayAffinity",
        "UnregisterPowerSettingNotification",
    ]
    lid = libraries["user32"].calls[0][2]._obj
    assert bytes(lid.words) == LID_SETTING.bytes_le
    assert [call[2] for call in libraries["user32"].calls[1:3]] == [0x11, 0]
    assert libraries["user32"].calls[3][1] == 5


def test_elsewhere_nothing_is_watched() -> None:
    import os

    assert (find_windows() is None) == (os.name != "nt")
    watch = SessionWatch()
    watch.watch(1)
    watch.hide_from_capture(is_hidden=True)
    watch.stop()
