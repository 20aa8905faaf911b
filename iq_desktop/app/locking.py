"""What locks an open window besides its own keys: time, the system, and the end of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from iq_desktop.app.session_events import SessionEvent
from iq_desktop.app.session_watch import SessionWatch, WindowsSessionWatch
from iq_desktop.app.windows_calls import find_windows
from iq_desktop.ui.shell.clipboard_guard import ClipboardGuard
from iq_desktop.ui.shell.idle_watch import IdleWatch, seconds_awake

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from iq_desktop.ui.shell.window import MainWindow

_MINUTE: Final = 60.0
_LEAST, _MOST = 1, 30
"""Minutes that an adviser can choose; whatever else lies in the vault, it locks."""


def find_session_watch() -> SessionWatch:
    """Return the watch of this system."""
    windows = find_windows()
    return WindowsSessionWatch(windows) if windows is not None else SessionWatch()


@dataclass(frozen=True, slots=True)
class Senses:
    """How the program notices the world: a clock, the watch of the system, and who owns the clipboard."""

    now: Callable[[], float] = seconds_awake
    session: Callable[[], SessionWatch] = find_session_watch
    owns_clipboard: Callable[[], bool] | None = None


class Locking(QObject):
    """Locks a window at the right moment, for as long as it is open."""

    def __init__(self, window: MainWindow, senses: Senses) -> None:
        """Begin to watch over a window that is shown."""
        super().__init__(window)
        self._window = window
        self.idle = IdleWatch(self._seconds_allowed, self, senses.now)
        self.clipboard = ClipboardGuard(self, senses.owns_clipboard)
        self.session = senses.session()
        self._is_hidden: bool | None = None
        self.idle.idled.connect(self._lock_when_done)
        self.session.left.connect(self._lock_for)
        window.settings_applied.connect(self.apply_settings)
        window.place.background.ended.connect(self._end_waiting)
        self._is_waiting = False
        self.session.watch(int(window.winId()))
        self.apply_settings()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._save_for_end)

    def apply_settings(self) -> None:
        """Do as the adviser has set it."""
        self.session.hide_from_capture(is_hidden=self._window.settings.hide_from_capture)

    def stop(self) -> None:
        """Watch no more, and leave nothing on the clipboard."""
        self.idle.stop()
        self.clipboard.empty()
        self.session.stop()

    def lock(self) -> None:
        """Hide everything, empty the clipboard, and lock."""
        self._is_waiting = False
        self.clipboard.empty()
        self._window.lock()

    def _seconds_allowed(self) -> float:
        minutes = self._window.settings.lock_after_minutes
        return min(max(minutes, _LEAST), _MOST) * _MINUTE

    def _lock_when_done(self) -> None:
        """Lock, but let an import end behind the cover: nobody is at the desk to begin it again."""
        if self._window.place.background.has_long_work:
            self._is_waiting = True
            self.clipboard.empty()
            self._window.way_out.cover.show_waiting()
        else:
            self.lock()

    def _lock_for(self, event: SessionEvent) -> None:
        """Lock; where the session ends anyway, hide everything and leave the saving to its last call."""
        if event is SessionEvent.ENDING:
            self.clipboard.empty()
            self._window.way_out.may_end = None  # there is no time for a last backup
            self._window.way_out.cover.hide_all()
        else:
            self.lock()

    def _end_waiting(self, _job: object) -> None:
        if self._is_waiting and not self._window.place.background.has_long_work:
            self.lock()

    def _save_for_end(self, _session: QSessionManager) -> None:
        """Keep everything while Windows waits for its programs to end."""
        self._window.flush()
        self._window.way_out.keeper.keep(self._stay, self._forget)
        self._window.place.background.wait()

    def _stay(self) -> None:
        """The draft is kept; the window goes on until it is closed."""

    def _forget(self, _error: Exception) -> None:
        """A disk that fails at the end of the session can tell nobody any more."""
