"""How much of something fits, is missing and is still open: one bar of three parts, told in words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.colours import Colours

_HEIGHT: Final = 10
_HATCH: Final = 6


class OverlapBar(QWidget):
    """A bar: filled is what fits, hatched what is missing, empty what is open; hidden where there is nothing."""

    def __init__(self, parent: QWidget | None = None, indent: int = 0) -> None:
        """Begin empty; `indent` stays free on both sides, in pixels."""
        super().__init__(parent)
        self._indent = indent
        self.setObjectName("overlap_bar")
        self.parts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_parts(self, fits: int, missing: int, still_open: int) -> None:
        """Show how many fit, are missing, are open."""
        self.parts = (fits, missing, still_open)
        self.setVisible(sum(self.parts) > 0)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low bar of any width."""
        return QSize(80, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the three parts and the frame around them."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._indent + 0.5
        whole = QRectF(self.rect()).adjusted(side, 0.5, -side, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(frame)
        painter.fillRect(whole, QColor(colours.surface))
        for place, kind in self._places(whole):
            _fill(painter, place, kind, colours)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.outline), 1))
        painter.drawPath(frame)
        painter.end()

    def _places(self, whole: QRectF) -> list[tuple[QRectF, str]]:
        """Return the parts that are filled and hatched, from the side where one begins to read."""
        unit = whole.width() / max(1, sum(self.parts))
        fits, missing = self.parts[0] * unit, self.parts[1] * unit
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        first = whole.right() - fits if is_mirrored else whole.left()
        second = first - missing if is_mirrored else first + fits
        return [
            (QRectF(first, whole.top(), fits, whole.height()), "fits"),
            (QRectF(second, whole.top(), missing, whole.height()), "missing"),
        ]


def _fill(painter: QPainter, place: QRectF, kind: str, colours: Colours) -> None:
    if kind == "fits":
        painter.fillRect(place, QColor(colours.good))
        return
    painter.fillRect(place, QColor(colours.warn_soft))
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colours.warn), 1.5))
    step, x = scaled(_HATCH), place.left() - place.height()
    while x < place.right():
        painter.drawLine(int(x), int(place.bottom()), int(x + place.height()), int(place.top()))
        x += step
    painter.restore()
