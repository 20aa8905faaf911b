"""Remembers inside the vault where the adviser is, so that the next start opens there, even after a power cut."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from iq_desktop.usecases.centre import keep_last_spot
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_REST: Final = 2000
"""Milliseconds after which a place counts as one where the adviser stays."""


class SpotKeeper(QObject):
    """Follows a window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        """Begin with nothing kept."""
        super().__init__(window)
        self._window, self._desk = window, desk
        self._kept = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._keep)
        window.stack.currentChanged.connect(self._wait)
        window.case_view.page_opened.connect(self._wait)

    def keep_now(self) -> None:
        """Write where the adviser is, at once; that it cannot be written keeps nobody from leaving."""
        self._rest.stop()
        with suppress(IqError):
            keep_last_spot(self._desk, self._window.spot.written())

    def _wait(self) -> None:
        self._rest.start()

    def _keep(self) -> None:
        spot = self._window.spot.written()
        if spot != self._kept:
            self._kept = spot
            self._window.place.background.run(partial(_keep, self._desk, spot), _done, _forget, owner=self)


def _keep(desk: Desk, spot: str, progress: Progress) -> None:
    del progress
    keep_last_spot(desk, spot)


def _done(_answer: None) -> None:
    """Nothing is to be told."""


def _forget(error: Exception) -> None:
    """Leave trouble with the disk to what the adviser saves; anything else goes on to the report of crashes."""
    if not isinstance(error, IqError):
        raise error
