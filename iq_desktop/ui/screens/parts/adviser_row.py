"""One who can open the vault: name and role, and the buttons that change the role or let them open it no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Adviser


class AdviserRow(QWidget):
    """A name with its role; `removal_wanted` and `role_wanted` carry the Adviser."""

    removal_wanted = Signal(object)
    role_wanted = Signal(object)

    def __init__(self, adviser: Adviser, parent: QWidget, *, is_me: bool, is_open: bool) -> None:
        """Build the row; nobody removes themselves or changes their own role, and only where it `is_open` anybody's."""
        super().__init__(parent)
        self.adviser = adviser
        self.name = SpeakingLabel(as_it_is(adviser.name), "strong", self)
        self.role = SpeakingLabel(adviser.role.label, "hint", self)
        self.me = SpeakingLabel(say("That is you"), "hint", self, wrap=False)
        self.role_button = SpeakingButton(say("Change the role"), "plain", "person", self)
        self.role_button.setAccessibleDescription(adviser.name)
        self.role_button.clicked.connect(self._ask_role)
        self.remove_button = SpeakingButton(say("Remove"), "plain", "close", self)
        self.remove_button.setAccessibleDescription(adviser.name)  # several of these stand below one another
        self.remove_button.clicked.connect(self._ask)
        self.me.setVisible(is_me)
        self.remove_button.setVisible(is_open and not is_me)
        self.role_button.setVisible(is_open and not is_me)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(Mark("good", self, 20))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.role)
        row.addLayout(words, 1)
        row.addWidget(self.me)
        row.addWidget(self.role_button)
        row.addWidget(self.remove_button)

    def let_press(self, *, is_on: bool) -> None:
        """Switch the buttons on or off, while a form is open."""
        self.remove_button.setEnabled(is_on)
        self.role_button.setEnabled(is_on)

    def _ask_role(self) -> None:
        self.role_wanted.emit(self.adviser)

    def _ask(self) -> None:
        self.removal_wanted.emit(self.adviser)
