"""The one line about backups on the page Today: there only while something is to be done, with the act beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.domain.backup import PlaceState
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.screens.parts.asking import tell_failure
from iq_desktop.usecases.backup_words import tell_reminder
from iq_desktop.usecases.backups import BackupReminder, back_up_now, drill, reminders_of
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupState
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.text import Text

_MADE: Final = say("The backup is made and proved.")
_TRIED: Final = say("The trial is done: everything came back.")


class BackupNote(Banner):
    """The most urgent reminder; `settings_wanted` carries the part of the settings where more stands."""

    settings_wanted = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the hidden line."""
        super().__init__(parent)
        self.setObjectName("backup_note")
        self._place = place
        self.close_button.hide()

    def show_state(self, state: BackupState) -> None:
        """Say what is most urgent, or nothing."""
        now = self._place.desk.clock.now()
        wanted = reminders_of(state, now)
        if not wanted:
            self.clear()
            return
        told = tell_reminder(wanted[0], state, now)
        self.tell(told.text, told.kind, told.more, *self._act_of(wanted[0], state))

    def _act_of(self, reminder: BackupReminder, state: BackupState) -> tuple[Text, Callable[[], None]]:
        match reminder:
            case BackupReminder.FAILED | BackupReminder.OLD:
                return say("Back up now"), self._back_up
            case BackupReminder.OUTSIDE if state.second is not None and state.second.state is PlaceState.THERE:
                return say("Back up now"), self._back_up
            case BackupReminder.OUTSIDE:
                return say("Where backups lie"), partial(self.settings_wanted.emit, "backup_places")
            case BackupReminder.DRILL:
                return say("Try it now"), self._try
            case BackupReminder.DAMAGED:
                return say("Show the backups"), partial(self.settings_wanted.emit, "backups")

    def _back_up(self) -> None:
        work = partial(back_up_now, self._place.desk)
        self._run(work, partial(self._take, _MADE), say("Making a backup"))

    def _try(self) -> None:
        work = partial(drill, self._place.desk)
        self._run(work, partial(self._take, _TRIED), say("Restoring the newest backup for a trial"))

    def _run(self, work: Callable[..., object], done: Callable[..., None], title: Text) -> None:
        failed = partial(tell_failure, self._place)
        self._place.background.run(work, done, failed, title=title, owner=self)

    def _take(self, told: Text, answer: tuple[object, tuple[Change, ...]]) -> None:
        self._place.announce(answer[1])
        if not getattr(answer[0], "is_good", True):
            self.settings_wanted.emit("drill")
        else:
            self._place.banner.tell(told)
