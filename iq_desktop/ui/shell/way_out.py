"""The way out of an open vault: by locking or by closing the window, with no word left behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from iq_desktop.ui.shell.cover import Cover
from iq_desktop.ui.shell.draft_keeper import DraftKeeper
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.ui.shell.window import MainWindow
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress


class WayOut(QObject):
    """Covers, saves, keeps the draft; `done` is emitted when the vault can be closed."""

    done = Signal()

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        """Lay the cover ready over the window."""
        super().__init__(window)
        self._window, self._desk = window, desk
        self._is_given_up = self._is_locking = False
        self.may_end: Callable[[], bool] | None = None
        """Asked last before the window closes; whoever answers no closes the window later."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._save)
        self.cover = Cover(window)
        self.keeper = DraftKeeper(window, self.cover, desk.drafts)
        trouble = self.cover.trouble
        self.cover.lock_wanted.connect(self.lock)
        trouble.retry_wanted.connect(self.lock)
        trouble.give_up_wanted.connect(self._give_up)
        trouble.password_given.connect(self._let_back)
        window.open_case.failed.connect(self._tell)

    def lock(self) -> None:
        """Hide everything at once; `done` comes when everything is saved, and until then nothing is shown again.

        Long work stops first: a check or a new key that keeps writers out would hold up the last save.
        """
        self.cover.show_locking()
        self._window.place.background.cancel_long_work()
        self._is_locking = True
        self._next.start()

    def _save(self) -> None:
        """Save once the cover is seen, and whatever dialog lay over the window is gone."""
        self._window.flush()
        if self._window.open_case.is_rivalled and self._window.open_case.problem is not None:
            self._tell(self._window.open_case.problem)
            return
        self._window.open_case.when_saved(self._keep_draft)

    def may_close(self) -> bool:
        """Return whether the window may close now; what cannot be saved is told, and lost only on demand."""
        window = self._window
        window.flush()
        if self._is_given_up:
            return True
        if window.open_case.is_saved:
            return self.may_end is None or self.may_end()
        problem = window.open_case.problem
        if problem is None:
            window.open_case.when_saved(self._close)
        elif self.cover.is_closed:
            self.cover.show_trouble(problem)
        else:
            window.banner.tell_error(problem, say("Quit without saving"), self._close)
        return False

    def _keep_draft(self) -> None:
        self.keeper.keep(self._finish, self._tell)

    def _finish(self) -> None:
        self._is_locking = False
        self.done.emit()

    def _give_up(self) -> None:
        self.cover.show_locking()
        self._finish()

    def _close(self) -> None:
        self._is_given_up = True
        self._window.close()

    def _tell(self, error: Exception) -> None:
        """Say on the cover why locking does not go on; nothing that was typed is given up for it."""
        if not self._is_locking:
            return
        if not isinstance(error, IqError):
            raise error
        self.cover.show_trouble(error)

    def _let_back(self, password: str) -> None:
        work = partial(_check, self._desk, password)
        self._window.place.background.run(work, self._open, self._tell, owner=self)

    def _open(self, _answer: None) -> None:
        self._is_locking = False
        self._window.open_case.give_up_waiting()
        self.cover.open()


def _check(desk: Desk, password: str, progress: Progress) -> None:
    del progress
    desk.keys.check_password(desk.adviser.id, password)
