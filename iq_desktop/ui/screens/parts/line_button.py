"""One line of a list that leads somewhere: icon, two lines of words, and at the end by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.mark import mark_colour
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.ui.screens.parts.line_room import EndPlace, share_room

if TYPE_CHECKING:
    from iq_desktop.ui.screens.parts.line import Line
    from iq_desktop.wording.tongue import Tongue

HEIGHT: Final = 60
_START: Final = 48
_TAIL: Final = 32


class LineButton(QPushButton):
    """A line as a button; words that do not fit are shortened and told whole as tool tip."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        """Keep the line until it is spoken."""
        super().__init__(parent)
        self.line = line
        self._words = ("", "", "")
        self._beside = 0
        self.setProperty("role", "line_button")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line) -> None:
        """Say something else from now on."""
        self.line = line
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Show the line in a tongue, and tell it whole to screen readers."""
        self._words = (
            tongue.speak(self.line.title),
            tongue.speak(self.line.subtitle),
            tongue.speak(self.line.end),
        )
        whole = ", ".join(filter(None, self._words))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that gives way in width."""
        return QSize(240, scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, both lines and the end."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(inside, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 8, 8)
        colour = colours.warn if self.line.is_urgent else colours.accent
        if self.line.is_mark:
            colour = mark_colour(self.line.icon)
        size = scaled(20)
        icon = self._visual(QRect(scaled(14), (self.height() - size) // 2, size, size)).topLeft()
        paint_icon(painter, self.line.icon, colour, QPoint(icon), size)
        if self.line.tail:
            at = QRect(self.width() - scaled(_TAIL), (self.height() - size) // 2, size, size)
            paint_icon(painter, self.line.tail, colours.muted, self._visual(at).topLeft(), size)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        colours = colours_now()
        title, subtitle, end = self._words
        strong, small = QFont(self.font()), small_font(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        start, side = scaled(_START), scaled(_TAIL + 8 if self.line.tail else 14) + self._beside
        title_width = QFontMetrics(strong).horizontalAdvance(title)
        subtitle_width, end_width = (_width_of(small, words) for words in (subtitle, end))
        shared = share_room(self.width() - start - side, title_width, subtitle_width, end_width)
        first = QRect(start, scaled(8 if subtitle else 18), shared.title, scaled(24))
        second = QRect(start, scaled(32), shared.subtitle, scaled(20))
        rows = {EndPlace.MIDDLE: self.rect(), EndPlace.ABOVE: first, EndPlace.BELOW: second}
        row = rows[shared.end]
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        self._write(painter, title, first)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        self._write(painter, subtitle, second)
        painter.setPen(QColor(mark_colour("warn") if self.line.is_urgent else colours.muted))
        self._write(painter, end, QRect(self.width() - side - end_width, row.y(), end_width, row.height()))

    def _write(self, painter: QPainter, words: str, room: QRect) -> None:
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._visual(room), int(side | Qt.AlignmentFlag.AlignVCenter), fitting)

    def _visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


def _width_of(font: QFont, words: str) -> int:
    """Return the room that words take, with a little air; nothing where there are none."""
    return QFontMetrics(font).horizontalAdvance(words) + 4 if words else 0
