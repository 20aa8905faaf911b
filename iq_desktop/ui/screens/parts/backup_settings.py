"""The section of the backups: how they are, where they lie, whether they come back, which there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from iq_desktop.domain.changes import Area
from iq_desktop.ui.screens.parts.asking import ask_slowly
from iq_desktop.ui.screens.parts.backup_list_card import BackupListCard
from iq_desktop.ui.screens.parts.backup_places_card import BackupPlacesCard
from iq_desktop.ui.screens.parts.backup_state_card import BackupStateCard
from iq_desktop.ui.screens.parts.drill_card import DrillCard
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.usecases.backups import list_backups, look_at_backups
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupState, KeptBackup
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk

_MINUTE: Final = 60_000


class BackupSettings(SettingsPage):
    """The four cards, read together behind the window, and again each minute in which somebody looks at them."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the cards."""
        super().__init__("backups", place, parent)
        self._asked: Job | None = None
        self.state, self.places = BackupStateCard(place, self), BackupPlacesCard(place, self)
        self.drill, self.backups = DrillCard(place, self), BackupListCard(self)
        self.add("backup_state", self.state)
        self.add("backup_places", self.places)
        self.add("drill", self.drill)
        self.add("backup_list", self.backups)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.refresh)
        self.state.place_wanted.connect(self.places.choose)
        self.state.drill_wanted.connect(self.drill.begin)
        self.places.chosen.connect(self.state.back_up)
        place.changes.announced.connect(self._hear)
        place.background.ended.connect(self._end)

    def refresh(self) -> None:
        """Look at the backups again."""
        super().refresh()
        if self._asked is None:
            title = say("Looking at the backups")
            self._asked = ask_slowly(self, self.place, partial(_look, self.place.desk), self._show, title)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time while somebody looks."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def _show(self, seen: tuple[BackupState, Sequence[KeptBackup], Path]) -> None:
        state, kept, here = seen
        self.state.show_state(state)
        self.places.show_state(state, here)
        self.drill.show_state(state)
        self.backups.show_backups(kept)

    def _end(self, job: Job) -> None:
        if job is self._asked:
            self._asked = None

    def _hear(self, changes: Sequence[Change]) -> None:
        if self.isVisible() and any(change.area is Area.VAULT for change in changes):
            self.refresh()


def _look(desk: Desk) -> tuple[BackupState, Sequence[KeptBackup], Path]:
    return look_at_backups(desk), list_backups(desk), desk.backups.first_place()
