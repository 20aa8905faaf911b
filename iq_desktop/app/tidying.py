"""Python looks for garbage on the window's thread alone: a part of a window that another thread deletes ends it all."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 500
"""Milliseconds between two looks at how much may have become garbage."""
_BUILT: Final = 30
"""Looks after which the windows are built: what is there then stays, and is never looked through."""
_THRESHOLDS: Final = (2_000, 10, 20)
"""How much is made anew, or looked through in vain, before each generation is looked through (see `gc`)."""


class Tidying(QObject):
    """Takes over from Python, which looks for garbage wherever something is made, behind the window too."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Leave it to Python until `begin`."""
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tidy)

    def begin(self) -> None:
        """Look for garbage from now on, never in what is there already."""
        gc.freeze()
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        if self._timer.isActive():
            self._timer.stop()
            gc.enable()

    def tidy(self) -> None:
        """Look through the oldest generation that is due; none of them mostly."""
        gc.disable()  # whoever loads something heavy switches it on again at its end
        self._looks += 1
        if self._looks == _BUILT:
            gc.freeze()
        oldest = oldest_due(gc.get_count())
        if oldest is not None:
            gc.collect(oldest)


def oldest_due(counts: tuple[int, int, int]) -> int | None:
    """Return the oldest generation to look through after the counts of `gc.get_count`, None where none is due."""
    due = (generation for generation in (2, 1, 0) if counts[generation] > _THRESHOLDS[generation])
    return next(due, None)
