"""Whether what the adviser entered is safe: said only after it is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import set_role
from iq_desktop.wording.text import say


class SavedState(Enum):
    """How far the saving is; the value is the kind of mark."""

    SAVED = "good"
    SAVING = "open"
    NOT_SAVED = "danger"


class SavedMark(QWidget):
    """A mark and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with everything saved."""
        super().__init__(parent)
        self.mark = Mark("good", self)
        self.word = SpeakingLabel(parent=self, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark)
        row.addWidget(self.word)
        self.show_state(SavedState.SAVED)

    def show_state(self, state: SavedState) -> None:
        """Show how far the saving is."""
        words = {
            SavedState.SAVED: say("Saved"),
            SavedState.SAVING: say("Saving …"),
            SavedState.NOT_SAVED: say("Not saved"),
        }
        self.state = state
        self.mark.show_kind(state.value)
        set_role(self.word, "danger" if state is SavedState.NOT_SAVED else "hint")
        self.word.show_text(words[state])
