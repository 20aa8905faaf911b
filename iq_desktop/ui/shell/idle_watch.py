"""Notices that nobody has touched the program for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK: Final = 5000
"""Milliseconds between two looks at the clock."""
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def seconds_awake() -> float:
    """Return a clock that never goes back, and goes on while the laptop sleeps where the system has such a one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class IdleWatch(QObject):
    """`idled` when nobody has touched a window of the program for `limit()` seconds.

    Only the windows of the system are watched, through which every touch comes: to look at the events of every widget
    would cost more than drawing them.
    """

    idled = Signal()

    def __init__(self, limit: Callable[[], float], parent: QObject, now: Callable[[], float] = seconds_awake) -> None:
        """Begin to count."""
        super().__init__(parent)
        self._limit, self._now = limit, now
        self._touched = now()
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        self._look.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def look(self) -> None:
        """Compare the time since the last touch with what is allowed."""
        if self._now() - self._touched >= self._limit():
            self._touched = self._now()
            self.idled.emit()

    def stop(self) -> None:
        """Count no more."""
        self._look.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember when the last touch was; every event goes on."""
        if event.type() in _TOUCHES:
            self._touched = self._now()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if isinstance(window, QWindow):
            window.installEventFilter(self)
