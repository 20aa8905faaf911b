"""One who can open the vault, with the button that lets them open it no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Adviser


class AdviserRow(QWidget):
    """A name; `removal_wanted` carries the Adviser."""

    removal_wanted = Signal(object)

    def __init__(self, adviser: Adviser, parent: QWidget, *, is_me: bool) -> None:
        """Build the row; who sits at the desk cannot be removed from here."""
        super().__init__(parent)
        self.adviser = adviser
        self.name = SpeakingLabel(as_it_is(adviser.name), "strong", self)
        self.me = SpeakingLabel(say("That is you"), "hint", self, wrap=False)
        self.remove_button = SpeakingButton(say("Remove"), "plain", "close", self)
        self.remove_button.setAccessibleDescription(adviser.name)  # several of these stand below one another
        self.remove_button.clicked.connect(self._ask)
        self.me.setVisible(is_me)
        self.remove_button.setVisible(not is_me)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP + 4)
        row.addWidget(Mark("good", self, 20))
        row.addWidget(self.name, 1)
        row.addWidget(self.me)
        row.addWidget(self.remove_button)

    def _ask(self) -> None:
        self.removal_wanted.emit(self.adviser)
