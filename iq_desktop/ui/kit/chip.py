"""A chip: a short word in a rounded field, which can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.wording.text import Text


class Chip(QFrame):
    """One chosen thing; `removed` carries its value when the person takes it away."""

    removed = Signal(object)

    def __init__(self, text: Text, value: Any = None, parent: QWidget | None = None) -> None:
        """Build the chip; without a value it can only be read."""
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.value = value
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 2, 4 if value is not None else 11, 2)
        row.setSpacing(4)
        self.label = SpeakingLabel(text, parent=self, wrap=False)
        row.addWidget(self.label)
        measure_by_text(self, height=28)
        if value is not None:
            self.close_button = SpeakingButton(say("Remove {name}", name=text), "tiny", "close", self)
            measure_by_text(self.close_button, width=22, height=22)
            self.close_button.clicked.connect(self._remove)
            row.addWidget(self.close_button)

    def _remove(self) -> None:
        self.removed.emit(self.value)
