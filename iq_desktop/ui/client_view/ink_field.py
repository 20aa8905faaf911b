"""The field to sign in: takes pen, finger and mouse, and keeps lines, neither pressure nor time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.ink import HIGH, WIDE, Ink
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_ROUND: Final = 14
_LINE_AT: Final = 0.78
"""How far down the line lies on which one signs."""
_CROSS: Final = 0.03
_PEN: Final = 0.006
"""How thick a stroke is, as a share of the width."""


class InkField(QWidget):
    """Keeps its proportions of 1,000 by 400; `changed` after every stroke. Touch and pens come as a mouse does."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("ink")
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.ink = Ink()
        self._drawn: list[tuple[float, float]] = []

    def show_ink(self, ink: Ink) -> None:
        """Show lines; never emits."""
        self.ink, self._drawn = ink, []
        self.update()

    def take_back(self) -> None:
        """Take back the last stroke."""
        self.show_ink(self.ink.without_last())
        self.changed.emit()

    def clear(self) -> None:
        """Take back every stroke."""
        self.show_ink(Ink())
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(WIDE // 2, HIGH // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drawn = [self._spot(event.position())]
            self.update()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw."""
        if self._drawn:
            self._drawn.append(self._spot(event.position()))
            self.update()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if self._drawn and event.button() is Qt.MouseButton.LeftButton:
            self.ink = self.ink.with_stroke(self._drawn)
            self._drawn = []
            self.update()
            self.changed.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a quick second touch as the beginning of a stroke."""
        self.mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, line and strokes."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.outline), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        self._paint_line(painter, colours.muted)
        pen = QPen(QColor(colours.text), max(self.width() * _PEN, 2.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (*self.ink.strokes, self._drawn):
            if stroke:
                painter.drawPath(self._path([*stroke]))
        painter.end()

    def _paint_line(self, painter: QPainter, colour: str) -> None:
        """Paint the line to sign on, with a cross where one begins."""
        left, right, at = self.width() * 0.06, self.width() * 0.94, self.height() * _LINE_AT
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.drawLine(QPointF(left, at), QPointF(right, at))
        arm = self.width() * _CROSS / 2
        middle = QPointF(left + arm, at - 3 * arm)
        for side in (1, -1):
            step = QPointF(arm, arm * side)
            painter.drawLine(middle - step, middle + step)

    def _path(self, spots: list[tuple[float, float]]) -> QPainterPath:
        scale = self.width() / WIDE
        places = [QPointF(x * scale, y * scale) for x, y in spots]
        path = QPainterPath(places[0])
        if len(places) == 1:
            path.lineTo(places[0] + QPointF(0.1, 0.1))
        for place in places[1:]:
            path.lineTo(place)
        return path

    def _spot(self, place: QPointF) -> tuple[float, float]:
        scale = WIDE / max(self.width(), 1)
        return place.x() * scale, place.y() * scale
