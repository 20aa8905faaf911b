"""The card of the places in which backups lie: this computer, and a second one that is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.role import Act
from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.usecases.backup_words import Told, tell_place
from iq_desktop.usecases.backups import choose_second_place, forget_second_place, words_of_place
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE, may_i
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import BackupPlace, BackupState
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace


class BackupPlacesCard(Card):
    """Both places; `chosen` once another second one was chosen, so that a backup goes there at once."""

    chosen = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the card."""
        hint = say("A backup is encrypted like the vault itself. Whoever finds the stick can read nothing.")
        super().__init__(say("Where backups lie"), parent, hint=hint)
        self._place = place
        self._second: BackupPlace | None = None
        self.here, self.second = ToldRow(self), ToldRow(self)
        self.folder_here, self.folder_there = SpeakingLabel(NOTHING, "hint", self), SpeakingLabel(NOTHING, "hint", self)
        self.meaning = SpeakingLabel(NOTHING, "", self)
        self.choose_button = SpeakingButton(NOTHING, "", "cases", self)
        self.forget_button = SpeakingButton(say("No second place"), "plain", parent=self)
        self.choose_button.clicked.connect(self.choose)
        self.forget_button.clicked.connect(self._forget)
        self.closed = SpeakingLabel(ONLY_RESPONSIBLE[Act.SET_BACKUPS], "muted", self)
        self.here.words.addWidget(self.folder_here)
        self.second.words.addWidget(self.folder_there)
        self.second.words.addWidget(self.meaning)
        buttons = FlowLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.forget_button)
        lines = QVBoxLayout()
        lines.setSpacing(STEP + 4)
        for part in (self.here, line(self), self.second):
            lines.addWidget(part)
        lines.addLayout(buttons)
        lines.addWidget(self.closed)
        self.add(lines)

    def show_state(self, state: BackupState, here: Path) -> None:
        """Show both places."""
        self._second = second = state.second
        self.here.tell(Told("good" if state.count else "open", say("This computer")))
        self.folder_here.show_text(as_it_is(str(here)))
        told = tell_place(second)
        self.second.tell(Told(told.kind, say("Second place, such as a stick"), told.text))
        self.folder_there.show_text(as_it_is(str(second.folder)) if second else NOTHING)
        self.folder_there.setVisible(second is not None)
        meaning = words_of_place(second) if second else NOTHING
        self.meaning.show_text(meaning)
        self.meaning.setVisible(bool(meaning.message))
        self.choose_button.show_text(say("Choose another folder") if second else say("Choose a folder"))
        is_allowed = may_i(self._place.desk, Act.SET_BACKUPS)
        self.choose_button.setVisible(is_allowed)
        self.forget_button.setVisible(is_allowed and second is not None)
        self.closed.setVisible(not is_allowed)

    def choose(self) -> None:
        """Ask for a folder and keep backups there as well."""
        folder = self._place.ask.which_folder(say("In which folder shall a second backup lie?"))
        if folder is not None:
            self._choose(folder)

    def _choose(self, folder: Path) -> None:
        work = partial(choose_second_place, self._place.desk, folder)
        ask_behind(self, self._place, work, self._take)

    def _take(self, answer: tuple[BackupPlace, tuple[Change, ...]]) -> None:
        self._place.announce(answer[1])
        self.chosen.emit()

    def _forget(self) -> None:
        ask_behind(self, self._place, partial(forget_second_place, self._place.desk), self._tell_forgotten)

    def _tell_forgotten(self, changes: tuple[Change, ...]) -> None:
        before = self._second
        self._place.announce(changes)
        told, advice = say("Backups lie on this computer only."), say("What lies in the second place stays there.")
        act = partial(self._choose, before.folder) if before is not None else None
        self._place.banner.tell(told, "info", advice, say("Undo"), act)
