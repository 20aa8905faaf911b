"""The way back from a backup in one window: the file, what opens it, what it holds, and the desk again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Signal

from iq_desktop.ui.screens.parts.return_steps import AgeStep, BackStep, FileStep, OpenStep
from iq_desktop.ui.screens.parts.wizard_frame import WizardFrame
from iq_desktop.ui.screens.parts.work_strip import WorkStrip
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.backup_words import Told, tell_age, tell_returned
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupAge, BackupLook, Returned
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.backup_ports import BackupSecret, Returns
    from iq_desktop.usecases.desk import Desk, Door
    from iq_desktop.usecases.progress import Progress

T = TypeVar("T")
_STEPS: Final = (say("The backup"), say("Open it"), say("What it holds"), say("Ready"))
_FILE, _OPEN, _AGE, _BACK = range(4)
BACKUP_FILES: Final = FileKind(say("Backups of IQ Desktop"), ("*.iqbackup",))


class ReturnWizard(WizardFrame):
    """Makes the vault anew from a backup; `finished` carries the desk, `left` when nobody wants that any more."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self,
        door: Door,
        background: Background,
        ask: AskPort,
        parent: QWidget | None = None,
    ) -> None:
        """Build all steps, show the first, and look for backups on this computer."""
        super().__init__(_STEPS, say("One moment please."), parent)
        self._door, self._background, self._ask, self._time = door, background, ask, door.clock.now
        self.file, self.open, self.age = FileStep(self), OpenStep(self), AgeStep(self)
        self.back_again = BackStep(door.price_password, door.offer_password, self)
        self._set_steps((self.file, self.open, self.age, self.back_again))
        self.work = WorkStrip(background, self)
        self.above_buttons.addWidget(self.work)
        self.file.file_wanted.connect(self._ask_file)
        self.file.picked.connect(self._take_look)
        self.age.compare_wanted.connect(self._compare)
        self.work.ended.connect(self._end_work)
        self._show(_FILE)
        self._run(partial(_look_around, door), self._show_found)

    def go_on(self) -> None:
        """Take the next step where this one is answered; else say what is missing."""
        if not self.next.isEnabled():
            return
        self.note.clear()
        steps = (self.file, self.open, self.age, self.back_again)
        try:
            steps[self._now].check()
        except IqError as error:
            self._tell(error)
            return
        acts = (self._go_to_open, self._compare, self._restore, self._begin)
        acts[self._now]()

    def go_back(self) -> None:
        """Take one step back, from the first one out of here; not behind what is restored."""
        if not self.back.isEnabled() or self.back.isHidden():
            return
        if self._now == _FILE:
            self.open.forget()
            self.left.emit()
        else:
            self._show(self._now - 1)

    def _show_buttons(self) -> None:
        self.back.setVisible(self._now != _BACK)
        names = {_AGE: say("Restore"), _BACK: say("Begin")}
        self.next.show_text(names.get(self._now, say("Next")))

    def _show_found(self, seen: tuple[bool, Sequence[BackupLook]]) -> None:
        is_taken, found = seen
        self._set_busy(is_busy=False)
        self.file.show_found(found, self._time())
        if is_taken:
            told = Told(
                "info",
                say("A vault stands in this place"),
                say("As long as it can be opened, it stays. Only a damaged one is set aside, whole and unchanged."),
            )
            self.file.warning.tell([told])
        self.file.put_cursor()

    def _ask_file(self) -> None:
        path = self._ask.which_file(say("Which backup?"), BACKUP_FILES)
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Look at a file behind the window."""
        self.note.clear()
        self._run(partial(_look, self._door, path), self._take_look)

    def _take_look(self, look: BackupLook) -> None:
        self._set_busy(is_busy=False)
        self.note.clear()
        self.file.show_look(look, self._time())
        self.next.setFocus()

    def _go_to_open(self) -> None:
        if self.file.look is not None:
            self.open.show_advisers(self.file.look.advisers)
            self._show(_OPEN)

    def _compare(self) -> None:
        self.note.clear()
        secret, anchor = self.open.secret, self.age.anchor.text()
        self._run(partial(_compare, self._door.returns(), self._chosen(), secret, anchor), self._show_age)

    def _show_age(self, age: BackupAge) -> None:
        self.age.told.tell(tell_age(age, self._time()))
        self._show(_AGE)
        self.next.setFocus()

    def _restore(self) -> None:
        work = partial(self._door.returns().restore, self._chosen(), self.open.secret)
        self._set_busy(is_busy=True)
        title = say("Restoring the backup")
        job = self._background.run(work, self._take_returned, self._refuse, title=title, owner=self)
        self.work.follow(job)
        self.working.hide()
        self.progress.hide()

    def _take_returned(self, returned: Returned) -> None:
        look = self.file.look
        advisers = look.advisers if look is not None else ()
        self.back_again.show_returned(tell_returned(returned), advisers, is_by_code=self.open.is_by_code)
        self._show(_BACK)

    def _begin(self) -> None:
        secret, start = self.open.secret, self.back_again.start
        if self.open.is_by_code:
            words = (secret.code, start.adviser_id, start.new.words)
            self._run(partial(_unlock_with_code, self._door, words), self._finish)
        else:
            self._run(partial(_unlock, self._door, secret.adviser_id, secret.password), self._finish)

    def _finish(self, desk: Desk) -> None:
        self.open.forget()
        self.back_again.start.new.forget()
        self.finished.emit(desk)

    def _chosen(self) -> Path:
        if self.file.look is None:
            raise IqError(say("Please choose a backup."))
        return self.file.look.file

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self._set_busy(is_busy=True)
        self._background.run(work, done, self._refuse, owner=self)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, IqError):
            raise error
        self._tell(error)

    def _tell(self, error: IqError) -> None:
        self.note.tell_error(error)
        (self.file, self.open, self.age, self.back_again)[self._now].put_cursor()

    def _end_work(self, is_stopped: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        if is_stopped:
            self._set_busy(is_busy=False)
            self.note.tell(say("Stopped. Nothing was changed."), "info")


def _look_around(door: Door, progress: Progress) -> tuple[bool, Sequence[BackupLook]]:
    del progress
    returns = door.returns()
    return returns.is_place_taken(), tuple(returns.find_backups())


def _look(door: Door, path: Path, progress: Progress) -> BackupLook:
    del progress
    return door.returns().look_at_backup(path)


def _compare(returns: Returns, path: Path, secret: BackupSecret, anchor: str, progress: Progress) -> BackupAge:
    del progress
    return returns.compare(path, secret, anchor)


def _unlock(door: Door, adviser_id: str, password: str, progress: Progress) -> Desk:
    del progress
    return door.unlock(adviser_id, password)


def _unlock_with_code(door: Door, words: tuple[str, str, str], progress: Progress) -> Desk:
    del progress
    return door.unlock_with_recovery_code(*words)
