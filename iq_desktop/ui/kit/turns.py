"""Long work on widgets, a little in each round of the event loop, so that the window never stands still."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURN: Final = 0.008
"""Seconds after which the work gives way to whoever types."""


class Turns(QObject):
    """One piece of work at a time; a new one takes the place of the one before."""

    def __init__(self, parent: QObject) -> None:
        """Begin without work."""
        super().__init__(parent)
        self._work: Iterator[object] = iter(())
        self._beat = QTimer(self, interval=0)
        self._beat.timeout.connect(self._take_turn)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._beat.isActive()

    def begin(self, work: Iterator[object]) -> None:
        """Begin a piece of work, which goes on each time its next value is asked for."""
        self._work = work
        self._beat.start()

    def _take_turn(self) -> None:
        end = time.perf_counter() + _TURN
        work = self._work
        for _done in work:
            if time.perf_counter() >= end or self._work is not work:
                return
        if self._work is work:
            self._beat.stop()
