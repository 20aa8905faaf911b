"""Beside the list of cases: by what it is narrowed, and which columns it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ListSettings(QWidget):
    """Filters and columns, each in a card; `closed` when they are done with."""

    closed = Signal()

    def __init__(self, filters: QWidget, columns: QWidget, parent: QWidget | None = None) -> None:
        """Take both parts in."""
        super().__init__(parent)
        self.setObjectName("list_settings")
        self.done = SpeakingButton(say("Done"), "", "check", self)
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        for heading, part in ((say("Filters"), filters), (say("Columns"), columns)):
            card = Card(heading, inside)
            card.add(part)
            lines.addWidget(card)
        lines.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(PageArea(inside, parent=self))
        self.done.clicked.connect(self.closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
