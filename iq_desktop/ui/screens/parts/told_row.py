"""A mark with a sentence and more words below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from iq_desktop.usecases.backup_words import Told


class ToldRow(QWidget):
    """Says how something is; `role` is the look of its sentence, `size` that of its mark in pixels."""

    def __init__(self, parent: QWidget | None = None, role: str = "strong", size: int = 20) -> None:
        """Build the row, which says nothing yet."""
        super().__init__(parent)
        self.mark = Mark("open", self, size)
        self.text = SpeakingLabel(NOTHING, role, self)
        self.more = SpeakingLabel(NOTHING, "muted", self)
        self.end = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(self.text)
        self.words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP if role == "title" else STEP + 4)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)
        row.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)
        self.end.hide()
        self.more.hide()

    def tell(self, told: Told, end: Text = NOTHING) -> None:
        """Say how it is, with words at the end of the line where they are given."""
        self.mark.show_kind(told.kind)
        self.text.show_text(told.text)
        self.more.show_text(told.more)
        self.more.setVisible(bool(told.more.message))
        self.end.show_text(end)
        self.end.setVisible(bool(end.message))
