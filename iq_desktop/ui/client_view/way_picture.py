"""How far the talk is, as a picture: a way of dots with a flag at its end, no number and no percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.client_view.geometry import dots
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_DOT: Final = 5
_HERE: Final = 8
_FLAG: Final = 22


class WayPicture(QWidget):
    """The way of a talk; screen readers hear how many questions are behind and how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin before the first question."""
        super().__init__(parent)
        self._done, self._total, self._factor = 0, 0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, done: int, total: int) -> None:
        """Show how many of how many questions are behind."""
        if (done, total) != (self._done, self._total):
            self._done, self._total = done, total
            self.setAccessibleName(f"{done} / {total}")
            self.update()

    def set_factor(self, factor: float) -> None:
        """Become larger than usual by a factor."""
        if factor != self._factor:
            self._factor = factor
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the flag."""
        return QSize(round(240 * self._factor), round((_FLAG + 8) * self._factor))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which dots can be told apart."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, dots and flag; the way runs as the language does."""
        full, there = dots(self._done, self._total)
        if not there:
            return
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        flag = round(_FLAG * self._factor)
        first, last = _HERE * self._factor + 2, self.width() - flag - 8
        middle, step = self.height() / 2, (last - first) / max(there, 1)
        here = first + step * full
        painter.setPen(QPen(QColor(colours.border), 3))
        painter.drawLine(self._at(first, middle, is_rtl), self._at(last, middle, is_rtl))
        painter.setPen(QPen(QColor(colours.accent), 3))
        painter.drawLine(self._at(first, middle, is_rtl), self._at(here, middle, is_rtl))
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(there):
            is_here = number == full
            painter.setBrush(QColor(colours.accent if number <= full else colours.outline))
            radius = (_HERE if is_here else _DOT) * self._factor
            painter.drawEllipse(self._at(first + step * number, middle, is_rtl), radius, radius)
        left = round(self._at(last + 4, middle, is_rtl).x()) - (flag if is_rtl else 0)
        paint_icon(painter, "flag", colours.accent, QPoint(left, round(middle - flag / 2)), flag)
        painter.end()

    def _at(self, x: float, y: float, is_rtl: bool) -> QPointF:  # noqa: FBT001  (private)
        return QPointF(self.width() - x if is_rtl else x, y)
