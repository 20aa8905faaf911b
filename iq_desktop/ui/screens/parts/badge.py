"""A number in a filled circle: where something stands in an order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.theme import colours_now

_SIZE: Final = 32


class Badge(QWidget):
    """A number in a circle, in the accent colour or quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with 1."""
        super().__init__(parent)
        measure_by_text(self, width=_SIZE, height=_SIZE)
        self._words = "1"
        self._is_quiet = False

    def show_number(self, number: int, *, quiet: bool = False) -> None:
        """Show a number."""
        self._words, self._is_quiet = str(number), quiet
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle and number."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.border if self._is_quiet else colours.accent))
        painter.setBrush(QColor(colours.raised if self._is_quiet else colours.accent))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if self._is_quiet else colours.accent_text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
