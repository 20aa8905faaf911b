"""Several things that are said below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.told_row import ToldRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.backup_words import Told


class ToldList(QWidget):
    """Rows that say how something is; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.rows: list[ToldRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2 * STEP)
        self.hide()

    def tell(self, told: Sequence[Told]) -> None:
        """Say this, and nothing else."""
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ToldRow(self) for _ in told]
        for row, one in zip(self.rows, told, strict=True):
            self._lines.addWidget(row)
            row.tell(one)
            speak_part(row)
        self.setVisible(bool(told))
