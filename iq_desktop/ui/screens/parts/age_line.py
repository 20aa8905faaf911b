"""Why an offer may be of no use any more, in words beside a sign; away while it is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.course_words import age_words
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from iq_desktop.domain.course import FoundCourse


class AgeLine(QWidget):
    """The line of one offer."""

    def __init__(self, found: FoundCourse | None = None, parent: QWidget | None = None) -> None:
        """Build sign and words."""
        super().__init__(parent)
        self.mark = Mark("warn", self, 18)
        self.label = SpeakingLabel(NOTHING, "warn", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2 + 2)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.hide()
        if found is not None:
            self.show_offer(found)

    def show_offer(self, found: FoundCourse) -> None:
        """Show what is to be said of an offer."""
        words = age_words(found)
        self.label.show_text(words)
        self.setVisible(bool(words.message))
