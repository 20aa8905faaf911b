"""Hears when the session is locked, sleeps or changes hands, and keeps every window out of screenshots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from iq_desktop.app.session_events import LID_SETTING, WM_SHOWWINDOW, SessionEvent, event_of
from iq_desktop.app.windows_calls import read_message

if TYPE_CHECKING:
    from iq_desktop.app.windows_calls import Heard, Windows

_OURS: Final = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class SessionWatch(QObject):
    """What locks a window besides its own keys, on a system that tells nothing; `left` carries a SessionEvent."""

    left = Signal(object)

    def watch(self, handle: int) -> None:
        """Watch from now on for the window of a handle."""

    def hide_from_capture(self, *, is_hidden: bool) -> None:
        """Leave the windows of the program out of screenshots and shared screens, or let them in again."""

    def stop(self) -> None:
        """Watch no more."""


class WindowsSessionWatch(SessionWatch):
    """Reads the messages of Windows on their way to Qt; none is held back.

    Windows tells how the lid stands as soon as one asks to be told. A lid that was closed all the time, as that of a
    laptop under a desk with a screen of its own, locks nothing: only closing it does.
    """

    def __init__(self, windows: Windows, parent: QObject | None = None) -> None:
        """Listen to every window of the program, present and future."""
        super().__init__(parent)
        self._windows = windows
        self._handle = 0
        self._shown: set[int] = set()
        self._is_hidden = self._is_lid_open = False
        self._ear = _Ear(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._ear)

    def watch(self, handle: int) -> None:
        """Watch from now on for the window of a handle."""
        self._handle = handle
        self._windows.watch_session(handle)
        self._see(handle)

    def hide_from_capture(self, *, is_hidden: bool) -> None:
        """Leave every window that is or will be shown out of screenshots, or let them in again."""
        self._is_hidden = is_hidden
        for handle in self._shown:
            self._windows.keep_out_of_capture(handle, is_hidden=is_hidden)

    def hear(self, heard: Heard) -> None:
        """Take one message."""
        if heard.message == WM_SHOWWINDOW and heard.detail:
            self._see(heard.window)
        event = event_of(heard.message, heard.detail, heard.power)
        is_news = event is not SessionEvent.LID_CLOSED or self._is_lid_open
        if heard.power is not None and heard.power.setting == LID_SETTING:
            self._is_lid_open = heard.power.value != 0
        if event is not None and is_news:
            self.left.emit(event)

    def stop(self) -> None:
        """Listen no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._ear)
        if self._handle:
            self._windows.forget_session(self._handle)
            self._handle = 0

    def _see(self, handle: int) -> None:
        """Treat a window that comes up like the others: lists and dialogs are windows of their own."""
        self._shown.add(handle)
        if self._is_hidden:
            self._windows.keep_out_of_capture(handle, is_hidden=True)


class _Ear(QAbstractNativeEventFilter):
    """Hands the messages of Windows on to the watch; Qt gets them all."""

    def __init__(self, watch: WindowsSessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Read a message where it is one of Windows."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name in _OURS:
            self._watch.hear(read_message(int(message)))
        return False, 0
