"""The foot of the rail: lock and quit, under the adviser's name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.rail import Place, RailButton
from iq_desktop.wording.text import say


class RailFoot(QWidget):
    """Two buttons; `lock_pressed` and `quit_pressed`."""

    lock_pressed = Signal()
    quit_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the buttons."""
        super().__init__(parent)
        self.lock = RailButton(Place("lock", say("Lock"), "lock"), self)
        self.quit = RailButton(Place("quit", say("Quit"), "close"), self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for button in (self.lock, self.quit):
            button.setCheckable(False)
            lines.addWidget(button)
        self.lock.clicked.connect(self.lock_pressed)
        self.quit.clicked.connect(self.quit_pressed)
