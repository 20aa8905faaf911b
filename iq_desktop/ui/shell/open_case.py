"""The case that is being worked on: its steps, saved in the background while the person types on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.history import History
from iq_desktop.domain.merge import merge_cases
from iq_desktop.usecases.cases import get_case, save_case
from iq_desktop.usecases.permissions import NotYourCase
from iq_desktop.usecases.problems import NoSuchCase, RivalSave, Stopped
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Saved
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress


class OpenCase(QObject):
    """One case at a time; a change is shown at once and saved behind it, the newest state last.

    `opened` tells that another case lies on the desk, `changed` the state that is now shown (after opening, an edit,
    undo, redo), `saved` the state that now lies in the vault, `failed` why it does not, `refused` that a restriction or
    a withdrawn consent forbids a step, which was taken back, `gone` that the case is no longer there for this adviser.

    What was changed elsewhere (in the list of cases) comes as one more step; where both changed the same, one is asked.
    While that, or a save, is told, the case `is_telling`: it is no step that was taken here.
    """

    opened = Signal(object)
    changed = Signal(object)
    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)
    refused = Signal(object)
    gone = Signal()

    def __init__(
        self,
        desk: Desk,
        background: Background,
        announce: Callable[[tuple[Change, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        """Begin without a case."""
        super().__init__(parent)
        self._desk = desk
        self._background = background
        self._announce = announce
        self._history: History | None = None
        self._stored: CaseFile | None = None
        self._sent: CaseFile | None = None
        self._problem: IqError | None = None
        self._then: list[Callable[[], None]] = []
        self._is_looking = self._looks_again = self.is_telling = False

    @property
    def is_open(self) -> bool:
        """Whether a case lies on the desk."""
        return self._history is not None

    @property
    def case(self) -> CaseFile:
        """The case as it is shown; raises LookupError where none is open."""
        return self._steps.present

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history is not None and bool(self._history.earlier)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._history is not None and bool(self._history.undone)

    @property
    def is_saved(self) -> bool:
        """Whether what is shown lies in the vault."""
        return self._history is None or (self._history.present == self._stored and self._sent is None)

    @property
    def problem(self) -> IqError | None:
        """Why the last save failed, or None."""
        return self._problem

    @property
    def is_rivalled(self) -> bool:
        """Whether somebody else has saved the same case meanwhile."""
        return isinstance(self._problem, RivalSave)

    @property
    def _steps(self) -> History:
        if self._history is None:
            message = "no case is open"
            raise LookupError(message)
        return self._history

    def open(self, case: CaseFile) -> None:
        """Lay a stored case on the desk; the one before must be saved or given up."""
        self._history = History(case)
        self._stored = case
        self._problem = None
        self._is_looking = self._looks_again = False
        self.opened.emit(case)
        self.changed.emit(case)

    def forget_case(self) -> None:
        """Lay the case away without saving it: it is no longer in the vault."""
        self._history = self._stored = self._sent = self._problem = None
        self._is_looking = self._looks_again = False
        self._then.clear()

    def change(self, case: CaseFile) -> None:
        """Take a changed case as the next step: shown at once, saved behind it."""
        present = self._steps.present
        self._step(self._steps.with_step(replace(case, revision=present.revision, number=present.number)))

    def undo(self) -> None:
        """Take one step back."""
        self._step(self._steps.undo())

    def redo(self) -> None:
        """Take the step again that was taken back."""
        self._step(self._steps.redo())

    def hear(self, changes: Sequence[Change]) -> None:
        """Look whether the case was changed elsewhere, where an announcement names it."""
        if not self.is_telling and self.is_open and Change(Area.CASE, self.case.id) in changes:
            self._look()

    def save_now(self) -> None:
        """Try again to save what is shown (after a save has failed)."""
        self._problem = None
        self._save()

    def keep_mine(self) -> None:
        """After a rival save: put what is shown over the other version."""
        self._after_reading(self._put_over)

    def take_theirs(self) -> None:
        """After a rival save: show the other version; one's own stays one step back."""
        self._after_reading(self._step_to)

    def when_saved(self, then: Callable[[], None]) -> None:
        """Do something as soon as everything is saved; where that fails, `failed` tells it and nothing is done."""
        if self.is_saved:
            then()
            return
        self._then.append(then)
        if self._problem is not None:
            self.save_now()

    def give_up_waiting(self) -> None:
        """Forget what was to be done after saving."""
        self._then.clear()

    def _step(self, steps: History) -> None:
        if steps is self._history:
            return
        self._history = steps
        self.changed.emit(steps.present)
        self._save()

    def _save(self) -> None:
        if self._sent is not None or self._is_looking or self._history is None or self.is_rivalled:
            return
        self._sent = self._history.present
        self.saving.emit()
        work = partial(_save, self._desk, self._sent)
        self._background.run(work, self._take_saved, self._take_problem)

    def _take_saved(self, saved: Saved) -> None:
        is_newest = self._steps.present == self._sent
        self._sent = self._problem = None
        self._stored = saved.case
        if is_newest:
            self._history = replace(self._steps, present=saved.case)
        else:
            self._history = self._steps.saved(saved.case.revision, saved.case.number)
        self.is_telling = True
        self._announce(saved.changes)
        self.is_telling = False
        if self._looks_again:
            self._look()
        elif not is_newest:
            self._save()
        else:
            self._tell_saved()

    def _tell_saved(self, refused: Stopped | None = None) -> None:
        self.saved.emit(self._steps.present)
        if refused is not None:
            self.refused.emit(refused)  # after `saved`, which puts away what was told of an earlier failure
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _take_problem(self, error: Exception) -> None:
        self._sent = None
        if isinstance(error, Stopped):
            self._take_back(error)
            return
        if isinstance(error, RivalSave):
            self._look()
            return
        self._problem = error if isinstance(error, IqError) else _unexpected()
        self._then.clear()
        self.failed.emit(self._problem)
        if self._problem is not error:
            raise error

    def _take_back(self, refused: Stopped) -> None:
        """Show what is stored again: a step that was refused would keep every later one from being saved."""
        self._history, self._problem = self._steps.back_to(self._stored or self._steps.present), None
        self.changed.emit(self._steps.present)
        self._tell_saved(refused)

    def _look(self) -> None:
        """Read what lies in the vault, as soon as nothing is on its way there; nothing is saved meanwhile."""
        self._looks_again = self._sent is not None or self._is_looking
        if not self._looks_again and not self.is_rivalled:
            self._is_looking = True
            self._background.run(partial(_read, self._desk, self.case.id), self._join, self._miss)

    def _join(self, theirs: CaseFile) -> None:
        """Take what was changed elsewhere as one more step; where both changed the same, somebody has to choose."""
        self._is_looking = False
        if self._history is None or self._stored is None or theirs.id != self._steps.present.id:
            return
        mine = self._steps.present
        merged = merge_cases(self._stored, mine, theirs)
        if not merged.is_clear:
            self._problem = RivalSave()
            self._then.clear()
            self.failed.emit(self._problem)
            return
        self._stored, self._problem = theirs, None
        self._history = self._steps.with_stored(merged.value)
        if self._history.earlier and self._history.earlier[-1] is mine:
            self.is_telling = True
            self.changed.emit(merged.value)
            self.is_telling = False
        if self._looks_again:
            self._look()
        elif merged.value == theirs:
            self._tell_saved()
        else:
            self._save()

    def _miss(self, error: Exception) -> None:
        """Lay a case away that somebody took out of sight; any other failure is told, what was left meanwhile not."""
        was_looking, self._is_looking, self._looks_again = self._is_looking, False, False
        if not isinstance(error, NoSuchCase | NotYourCase):
            self._take_problem(error)
        elif was_looking:
            self.gone.emit()

    def _after_reading(self, use: Callable[[CaseFile], None]) -> None:
        self._background.run(partial(_read, self._desk, self.case.id), use, self._take_problem)

    def _put_over(self, theirs: CaseFile) -> None:
        self._problem = None
        self._history = self._steps.saved(theirs.revision, theirs.number)
        self._save()

    def _step_to(self, theirs: CaseFile) -> None:
        self._problem = None
        self._stored = theirs
        self._history = self._steps.with_step(theirs)
        self.changed.emit(theirs)
        self.saved.emit(theirs)


def _unexpected() -> IqError:
    return IqError(
        say("The case could not be saved."),
        say("Everything you typed is still here. Please try again; if it does not help, start the program again."),
    )


def _save(desk: Desk, case: CaseFile, progress: Progress) -> Saved:
    del progress
    return save_case(desk, case)


def _read(desk: Desk, case_id: str, progress: Progress) -> CaseFile:
    del progress
    return get_case(desk, case_id)
