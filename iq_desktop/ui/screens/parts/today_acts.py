"""Ticking off and putting off right on the page Today: done behind the window, told with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.today_acts import finish_reminder, postpone_reminder, undo_reminder
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_row import Reminder
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.case_actions import Acted


class TodayActs(QObject):
    """The acts; who shows the cases hears of it."""

    def __init__(self, place: Workplace, owner: QWidget) -> None:
        """Act for the page that owns the lines."""
        super().__init__(owner)
        self._place, self._owner = place, owner

    def finish(self, reminder: Reminder) -> None:
        """Tick off."""
        told = say("Done.")
        ask_behind(
            self._owner, self._place, partial(finish_reminder, self._place.desk, reminder), partial(self._tell, told)
        )

    def postpone(self, reminder: Reminder) -> None:
        """Put off by a week."""
        told = say("Put off by a week.")
        ask_behind(
            self._owner, self._place, partial(postpone_reminder, self._place.desk, reminder), partial(self._tell, told)
        )

    def _tell(self, told: Text, acts: tuple[Acted, ...]) -> None:
        self._announce(acts)
        if any(acted.left_out for acted in acts):
            self._place.banner.tell(say("The data of this case are restricted: nothing was changed."), "info")
        elif acts:
            self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._undo, acts))

    def _undo(self, acts: tuple[Acted, ...]) -> None:
        ask_behind(self._owner, self._place, partial(undo_reminder, self._place.desk, acts), self._announce)

    def _announce(self, acts: tuple[Acted, ...]) -> None:
        for acted in acts:
            self._place.announce(acted.changes)
