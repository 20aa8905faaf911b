"""The strip above a short consultation: that little is asked, and the way to a full case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.side_row import SideRow
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ShortStrip(SideRow):
    """Words and a button; `wanted` when the person stays."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build words and button."""
        super().__init__(parent)
        self.setProperty("role", "card")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SpeakingLabel(say("Short consultation"), "strong", self))
        words.addWidget(
            SpeakingLabel(
                say("No name is needed, and only little is asked. Everything stays if it becomes more."), "hint", self
            )
        )
        self.button = SpeakingButton(say("Make it a full case"), "", "plus", self)
        self.button.clicked.connect(self.wanted)
        self.fill(words, self.button)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
