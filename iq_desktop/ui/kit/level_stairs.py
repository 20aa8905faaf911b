"""A language level as stairs: six steps, filled up to the level; the words beside it say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

STEPS: Final = 6
"""From A1 to C2."""
_STEP: Final = 9
_GAP: Final = 3
_HEIGHT: Final = 22
_LOWEST: Final = 7


class LevelStairs(QWidget):
    """The picture of a level; it climbs in the direction of reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with no level."""
        super().__init__(parent)
        self.rank = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rank(self, rank: int) -> None:
        """Show a level by its rank: 0 for none, 1 for A1, 6 for C2."""
        self.rank = rank
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for six steps."""
        return QSize(STEPS * scaled(_STEP) + (STEPS - 1) * scaled(_GAP) + 2, scaled(_HEIGHT) + 2)

    def fit_text(self) -> None:
        """Take the size that belongs to the size of the text."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps, filled ones and empty ones."""
        colours, painter = colours_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        rise = (scaled(_HEIGHT) - scaled(_LOWEST)) / (STEPS - 1)
        for number in range(STEPS):
            is_filled = number < self.rank
            high = scaled(_LOWEST) + rise * number
            place = QRectF(
                1 + number * (scaled(_STEP) + scaled(_GAP)), self.height() - 1 - high, scaled(_STEP) - 1, high
            )
            painter.setPen(QPen(QColor(colours.accent if is_filled else colours.outline), 1))
            painter.setBrush(QColor(colours.accent if is_filled else colours.surface))
            painter.drawRoundedRect(place, 2, 2)
        painter.end()
