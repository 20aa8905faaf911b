"""A card: one thing on a page, with its heading."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text


class Card(QFrame):
    """A framed surface; its contents go into `body`, buttons beside the heading into `head`."""

    def __init__(self, heading: Text = NOTHING, parent: QWidget | None = None, *, hint: Text = NOTHING) -> None:
        """Build the card, with a heading and a hint where they are given."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 3 * STEP)
        self.body.setSpacing(2 * STEP)
        self.head = QHBoxLayout()
        self.head.setSpacing(STEP)
        if heading is not NOTHING:
            self.heading = SpeakingLabel(heading, "heading", self)
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)
        if hint is not NOTHING:
            self.body.addWidget(SpeakingLabel(hint, "muted", self))

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a part below the others."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)


def line(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between two parts."""
    frame = QFrame(parent)
    frame.setProperty("role", "line")
    return frame
