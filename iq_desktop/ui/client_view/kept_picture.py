"""A picture that is drawn once for its size and colours, and then only copied: no card waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from iq_desktop.ui.kit.drawing import paint_drawing
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from iq_desktop.domain.drawing import Drawing


class KeptPicture:
    """Keeps the last picture that was painted."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._drawing: Drawing | None = None
        self._look: tuple[int, float, str] = (0, 0.0, "")
        self._pixmap = QPixmap()

    def paint(self, painter: QPainter, drawing: Drawing, room: QRect) -> None:
        """Paint a drawing as large as a room allows, in its middle."""
        side = max(min(room.width(), room.height()), 1)
        ratio = painter.device().devicePixelRatio()
        look = (side, ratio, colours_now().ground)
        if drawing is not self._drawing or look != self._look:
            self._drawing, self._look = drawing, look
            self._pixmap = _drawn(drawing, side, ratio)
        left, top = room.left() + (room.width() - side) // 2, room.top() + (room.height() - side) // 2
        painter.drawPixmap(left, top, self._pixmap)


def _drawn(drawing: Drawing, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_drawing(painter, drawing, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
