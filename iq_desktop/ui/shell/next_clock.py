"""The clock in the head of a case that ends first, and the way to its procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.domain.clock_words import tell_next
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from iq_desktop.usecases.procedures import ShownClock


class NextClock(QWidget):
    """Mark and words; hidden while no clock runs; `wanted` carries the identity of the procedure."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a clock."""
        super().__init__(parent)
        self._procedure_id = ""
        self._mark = Mark("clock", self)
        self.button = ShortButton(NOTHING, "plain", parent=self)
        self.button.setObjectName("next_clock")
        self.button.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._mark)
        row.addWidget(self.button)
        self.hide()

    def show_clock(self, shown: ShownClock | None) -> None:
        """Show a clock, or none."""
        self.setVisible(shown is not None)
        if shown is None:
            self._procedure_id = ""
            self.button.show_text(NOTHING)
            return
        self._procedure_id = shown.strip.clock.procedure_id
        kind = "danger" if shown.strip.is_overdue else "not_now" if shown.strip.is_paused else "clock"
        self._mark.show_kind(kind)
        self.button.show_text(tell_next(shown.strip))

    def _tell(self) -> None:
        self.wanted.emit(self._procedure_id)
