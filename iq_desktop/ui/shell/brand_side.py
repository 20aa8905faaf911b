"""The dark side of the first windows: the program's name, a quiet drawing, and what else belongs there."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import as_it_is

_CORNERS: Final = 6
_RINGS: Final = 5
_OWN: Final = (0.85, 0.55, 0.95, 0.6, 0.75, 0.9)
"""Lengths of the drawn profile's arms; it belongs to nobody."""


class BrandSide(QFrame):
    """A panel that takes its words into `body`, above a profile drawn in lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the panel with the program's name at its head."""
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        self.body.setSpacing(2 * STEP)
        self.body.addWidget(SpeakingLabel(as_it_is("IQ Desktop"), "brand", self, wrap=False))
        self.body.addSpacing(2 * STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rings and a profile in the lower corner, cut off by the edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(self.width() * 0.72, self.height() * 0.36)
        middle = QPointF(self.width() * 0.66, self.height() - radius * 0.42)
        colours = colours_now()
        painter.setPen(QPen(QColor(colours.side_chosen), 1.5))
        for ring in range(1, _RINGS + 1):
            painter.drawPolygon(_corners(middle, [radius * ring / _RINGS] * _CORNERS))
        for corner in _corners(middle, [radius] * _CORNERS).toList():
            painter.drawLine(middle, corner)
        fill = QColor(colours.side_chosen)
        fill.setAlphaF(0.6)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(colours.side_text), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setOpacity(0.45)
        painter.drawPolygon(_corners(middle, [radius * arm for arm in _OWN]))
        painter.end()


def _corners(middle: QPointF, arms: list[float]) -> QPolygonF:
    angles = [math.tau * number / len(arms) - math.pi / 2 for number in range(len(arms))]
    return QPolygonF(
        [
            QPointF(middle.x() + arm * math.cos(angle), middle.y() + arm * math.sin(angle))
            for arm, angle in zip(arms, angles, strict=True)
        ]
    )
