"""Paints the pictures of packs in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.domain.drawing import SIDE, Drawing, Role
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.domain.drawing import Shape
    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_NAMES: Final = {
    Role.INK: "text",
    Role.PAPER: "surface",
    Role.ACCENT: "accent",
    Role.SOFT: "accent_soft",
    Role.SKIN: "skin",
}
"""Which colour of the theme fills in each role."""


def paint_drawing(painter: QPainter, drawing: Drawing, box: QRectF, colours: Colours | None = None) -> None:
    """Paint a picture as large as a box allows, in its middle; the colours are those that the application wears."""
    colours = colours or colours_now()
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2)
    painter.scale(side / SIDE, side / SIDE)
    for shape in drawing.shapes:
        _paint_shape(painter, shape, colours)
    painter.restore()


class DrawingView(QWidget):
    """A picture that grows with the text; beside its sentence it says nothing of its own to screen readers."""

    def __init__(self, drawing: Drawing | None = None, size: int = SIDE, parent: QWidget | None = None) -> None:
        """Show a picture; `size` is its side in pixels at the usual size of the text."""
        super().__init__(parent)
        self.said: Text | None = None
        self._drawing = drawing
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def drawing(self) -> Drawing | None:
        """The picture that is shown."""
        return self._drawing

    def show_drawing(self, drawing: Drawing | None, said: Text | None = None) -> None:
        """Show another picture, or none; `said` is what it shows, in words."""
        self._drawing = drawing
        self.said = said
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Name the picture in a tongue, where it has words."""
        if self.said is not None:
            self.setAccessibleName(tongue.speak(self.said))

    def fit_text(self) -> None:
        """Take the size that belongs to the size of the text."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(scaled(self._size), scaled(self._size))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a picture is not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        paint_drawing(painter, self._drawing, QRectF(self.rect()))
        painter.end()


def _paint_shape(painter: QPainter, shape: Shape, colours: Colours) -> None:
    painter.setOpacity(shape.opacity)
    if shape.fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(colours.of(_NAMES[shape.fill])))
    if shape.stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        colour = QColor(colours.of(_NAMES[shape.stroke]))
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, shape.width, Qt.PenStyle.SolidLine, round_cap, round_join))
    painter.drawPath(_path(shape))


def _path(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for outline in shape.outlines:
        path.moveTo(QPointF(*outline.start))
        for curve in outline.curves:
            path.cubicTo(QPointF(*curve.first), QPointF(*curve.second), QPointF(*curve.end))
        if outline.is_closed:
            path.closeSubpath()
    return path
