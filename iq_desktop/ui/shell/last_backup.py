"""The backup that is made when the window is closed, behind the cover, before the program ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from iq_desktop.usecases.backups import back_up_at_exit
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.text import Text


class LastBackup(QObject):
    """Keeps a window open until the backup is made, or nobody wants to wait for it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        """Do nothing until the window is about to close."""
        super().__init__(window)
        self._window, self._desk = window, desk
        self._background, self._shown = window.place.background, window.way_out.cover.work
        self._job: Job | None = None
        self._is_over = self._is_skipped = False
        self._close = QTimer(self, singleShot=True, interval=0)
        self._close.timeout.connect(window.close)
        self._shown.skip_wanted.connect(self._skip)
        self._shown.retry_wanted.connect(self.begin)
        self._background.progressed.connect(self._step)
        self._background.ended.connect(self._end)

    def may_close(self) -> bool:
        """Return whether the window may close now; else the backup begins, and the window closes when it is made."""
        if not self._is_over and self._job is None:
            self.begin()
        return self._is_over

    def begin(self) -> None:
        """Make the backup behind the cover; a running one that began by itself may end first, imports stop."""
        self._window.way_out.cover.show_leaving()
        self._background.cancel_long_work(spares_quiet=True)
        work, title = partial(back_up_at_exit, self._desk), say("Making a backup")
        self._job = self._background.run(work, self._finish, self._refuse, title=title, owner=self, is_quiet=True)

    def _finish(self, _is_made: object = None) -> None:
        self._is_over = True
        self._close.start()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, IqError):
            self._is_over = True  # whoever wants to leave is never kept in by a fault of ours
            self._close.start()
            raise error
        self._shown.show_error(error)

    def _skip(self) -> None:
        self._is_skipped = True
        if self._job is None:
            self._finish()
        else:
            self._background.cancel_long_work()

    def _step(self, job: Job, done: int, total: int | None, text: Text) -> None:
        if job is self._job and not job.is_cancelled:
            self._shown.show_step(done, total, text)

    def _end(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.is_cancelled and self._is_skipped:
            self._finish()
