"""The card that says large how the backups are, what is to be done, and makes one now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import tell_failure
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.ui.screens.parts.work_strip import WorkStrip
from iq_desktop.usecases.backup_words import tell_reminder, tell_state
from iq_desktop.usecases.backups import BackupReminder, back_up_now, reminders_of
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupState
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.text import Text


class BackupStateCard(Card):
    """The state of the backups; `place_wanted` and `drill_wanted` lead to what a reminder asks for."""

    place_wanted = Signal()
    drill_wanted = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card."""
        super().__init__(NOTHING, parent)
        self._place = place
        self.state = ToldRow(self, "title", 36)
        self.note = Banner(self)
        self.reminders: dict[BackupReminder, Banner] = {}
        self.work = WorkStrip(place.background, self)
        self.back_up_button = SpeakingButton(say("Back up now"), "primary", "save", self)
        self.back_up_button.clicked.connect(self.back_up)
        self.work.ended.connect(self._end)
        lines = QVBoxLayout()
        lines.setSpacing(STEP)
        for reminder in BackupReminder:
            banner = self.reminders[reminder] = Banner(self)
            banner.close_button.hide()
            lines.addWidget(banner)
        self.add(self.state)
        self.add(lines)
        self.add(self.note)
        self.add(self.work)
        self.body.addWidget(self.back_up_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: BackupState) -> None:
        """Say how the backups are and what is to be done."""
        now = self._place.desk.clock.now()
        self.state.tell(tell_state(state, now))
        wanted = reminders_of(state, now)
        for reminder, banner in self.reminders.items():
            banner.setVisible(reminder in wanted)
            if reminder in wanted:
                told = tell_reminder(reminder, state, now)
                banner.tell(told.text, told.kind, told.more, *self._act_of(reminder, state))

    def back_up(self) -> None:
        """Make a backup behind the window."""
        if self.work.is_following:
            return
        self.note.clear()
        self.back_up_button.setEnabled(False)
        work = partial(back_up_now, self._place.desk)
        title = say("Making a backup")
        self.work.follow(self._place.background.run(work, self._take, self._refuse, title=title, owner=self))

    def _act_of(self, reminder: BackupReminder, state: BackupState) -> tuple[Text, Callable[[], None] | None]:
        if reminder is BackupReminder.DRILL:
            return say("Try it now"), self.drill_wanted.emit
        if reminder is BackupReminder.OUTSIDE and (state.second is None or not state.second.is_outside):
            return say("Choose a folder"), self.place_wanted.emit
        return NOTHING, None

    def _take(self, answer: tuple[BackupState, tuple[Change, ...]]) -> None:
        state, changes = answer
        told = say("The backup is made and proved.")
        is_outside = state.second is not None and state.second.is_outside
        if is_outside and state.last_outside != state.last:
            self.note.tell(told, "info", say("It lies on this computer. The second place could not be reached."))
        else:
            self.note.tell(told)
        self._place.announce(changes)

    def _refuse(self, error: Exception) -> None:
        tell_failure(self._place, error)

    def _end(self, is_stopped: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        self.back_up_button.setEnabled(True)
        if is_stopped:
            self.note.tell(say("Stopped. The backups that were there are as before."), "info")
