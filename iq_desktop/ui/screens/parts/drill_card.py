"""The card of the drill: whether a backup can really be restored, tried without touching anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.screens.parts.asking import tell_failure
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.ui.screens.parts.work_strip import WorkStrip
from iq_desktop.usecases.backup_words import tell_last_drill
from iq_desktop.usecases.backups import drill
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupState, Drill
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace


class DrillCard(Card):
    """How the last trial ended, and another one."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card."""
        hint = say(
            "The program restores the newest backup into a trial vault, compares it with the living one, and removes "
            "it again. Nothing is changed."
        )
        super().__init__(say("Would everything come back?"), parent, hint=hint)
        self._place = place
        self.last = ToldRow(self)
        self.note = Banner(self)
        self.work = WorkStrip(place.background, self)
        self.try_button = SpeakingButton(say("Try it now"), parent=self)
        self.try_button.clicked.connect(self.begin)
        self.work.ended.connect(self._end)
        self.head.addWidget(self.try_button)
        for part in (self.last, self.note, self.work):
            self.add(part)
        self.add(
            SpeakingLabel(
                say(
                    "When the laptop is lost: start the program on another one, choose “I have a backup”, and take the "
                    "stick and the recovery code from the safe."
                ),
                "hint",
                self,
            )
        )

    def show_state(self, state: BackupState) -> None:
        """Say how the last trial ended."""
        self.last.tell(tell_last_drill(state.last_drill))
        if not self.work.is_following:
            self.try_button.setEnabled(state.last is not None)

    def begin(self) -> None:
        """Try it behind the window."""
        if self.work.is_following:
            return
        self.note.clear()
        self.try_button.setEnabled(False)
        work, title = partial(drill, self._place.desk), say("Restoring the newest backup for a trial")
        failed = partial(tell_failure, self._place)
        self.work.follow(self._place.background.run(work, self._take, failed, title=title, owner=self))

    def _take(self, answer: tuple[Drill, tuple[Change, ...]]) -> None:
        self._place.announce(answer[1])

    def _end(self, is_stopped: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        self.try_button.setEnabled(True)
        if is_stopped:
            self.note.tell(say("Stopped. Nothing was changed."), "info")
