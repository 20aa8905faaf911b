"""Backups that are made by themselves while somebody works, and one when the window is closed.

Locking waits for no backup and begins none: the vault closes at once, a backup that runs stops at its next step without
leaving anything half made, and the next one is made in the minutes after unlocking.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from iq_desktop.domain.changes import Area, Change
from iq_desktop.ui.shell.last_backup import LastBackup
from iq_desktop.usecases.backups import back_up_if_due, back_up_now
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk

_BEAT: Final = 60_000
"""Milliseconds between two looks at whether a backup is due."""


class BackupSchedule(QObject):
    """Looks each minute whether a backup is due, and makes it where nobody waits for other long work."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        """Begin to watch over the backups of an open vault."""
        super().__init__(window)
        self._place, self._desk = window.place, desk
        self._job: Job | None = None
        self._has_failed = False
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.look)
        self._place.background.ended.connect(self._end)
        window.way_out.may_end = LastBackup(window, desk).may_close
        self._beat.start()

    def stop(self) -> None:
        """Look no more."""
        self._beat.stop()

    def look(self) -> None:
        """Make a backup behind the window where one is due."""
        background = self._place.background
        if self._job is None and not background.has_long_work:
            work, title = partial(back_up_if_due, self._desk), say("Making a backup")
            self._job = background.run(work, self._take, self._refuse, title=title, owner=self, is_quiet=True)

    def _take(self, changes: tuple[Change, ...]) -> None:
        if changes:
            self._has_failed = False
            self._place.announce(changes)

    def _refuse(self, error: Exception) -> None:
        """Say once that backups fail, with a way to try again; Today goes on saying it."""
        if not isinstance(error, IqError):
            raise error
        self._place.announce((Change(Area.VAULT),))
        if not self._has_failed:
            self._has_failed = True
            self._place.banner.tell_error(error, say("Try again"), self._try_again)

    def _try_again(self) -> None:
        work, title = partial(back_up_now, self._desk), say("Making a backup")
        self._place.background.run(work, self._tell_made, self._tell_again, title=title, owner=self)

    def _tell_made(self, answer: tuple[object, tuple[Change, ...]]) -> None:
        self._place.banner.tell(say("The backup is made and proved."))
        self._take(answer[1])

    def _tell_again(self, error: Exception) -> None:
        self._has_failed = False
        self._refuse(error)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
