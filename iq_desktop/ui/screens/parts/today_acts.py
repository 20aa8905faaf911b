"""Ticking off and putting off right on the page Today: done behind the window, told with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.today_acts import (
    finish_in_case,
    finish_reminder,
    postpone_in_case,
    postpone_reminder,
    undo_reminder,
)
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.case_actions import Acted
    from iq_desktop.usecases.desk import Desk


class TodayActs(QObject):
    """The acts; who shows the cases hears of it. A case that lies open changes as on its own pages."""

    def __init__(self, place: Workplace, owner: QWidget) -> None:
        """Act for the page that owns the lines."""
        super().__init__(owner)
        self._place, self._owner = place, owner
        self._open_case: OpenCase | None = None

    def follow(self, open_case: OpenCase) -> None:
        """Know which case lies open."""
        self._open_case = open_case

    def finish(self, reminder: Reminder) -> None:
        """Tick off."""
        self._act(reminder, finish_in_case, finish_reminder, say("Done."))

    def postpone(self, reminder: Reminder) -> None:
        """Put off by a week."""
        self._act(reminder, postpone_in_case, postpone_reminder, say("Put off by a week."))

    def _act(
        self,
        reminder: Reminder,
        change: Callable[[Desk, CaseFile, Reminder], CaseFile],
        work: Callable[[Desk, Reminder], Acted],
        told: Text,
    ) -> None:
        desk, opened = self._place.desk, self._open_case
        if opened is not None and opened.is_open and opened.case.id == reminder.case_id:
            opened.change(change(desk, opened.case, reminder))
            self._place.banner.tell(told, act_name=say("Undo"), act=opened.undo)
            return
        ask_behind(self._owner, self._place, partial(work, desk, reminder), partial(self._tell, told))

    def _tell(self, told: Text, acted: Acted) -> None:
        self._announce(acted)
        if acted.left_out:
            self._place.banner.tell(say("The data of this case are restricted: nothing was changed."), "info")
        elif acted.count:
            self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._undo, acted))

    def _undo(self, acted: Acted) -> None:
        ask_behind(self._owner, self._place, partial(undo_reminder, self._place.desk, acted), self._announce)

    def _announce(self, acted: Acted) -> None:
        self._place.announce(acted.changes)
