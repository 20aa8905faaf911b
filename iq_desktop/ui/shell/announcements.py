"""One place where changes are told, so that each open screen can decide whether to refresh."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Announcements(QObject):
    """Tells changes once; `announced` carries a tuple of `Change`."""

    announced = Signal(object)

    def announce(self, changes: object) -> None:
        """Tell what a use case changed; nothing is told for no changes."""
        if changes:
            self.announced.emit(changes)
