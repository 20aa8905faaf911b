"""The journey of a paper as a small map: its stations in their order, the last one filled."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.domain.paper_move import MoveKind
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font, text_factor
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.screens.parts.journey_shape import DOT, LINE, PLACE, boxes_of, height_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from iq_desktop.ui.screens.parts.journey_shape import StopBox
    from iq_desktop.usecases.paper_journey import Stop
    from iq_desktop.wording.tongue import Tongue

ICONS: Final = {
    MoveKind.RECEIVED: "today",
    MoveKind.COPIED: "copy",
    MoveKind.TO_TRANSLATOR: "language",
    MoveKind.TRANSLATED: "check",
    MoveKind.CERTIFIED: "stamp",
    MoveKind.COPY_SENT: "referral",
    MoveKind.TO_OFFICE: "office",
    MoveKind.FROM_OFFICE: "left",
    MoveKind.RETURNED: "person",
    MoveKind.ASKED_ABROAD: "globe",
    MoveKind.LOST: "warn",
    MoveKind.FOUND: "search",
}
_ICON: Final = 18
_GAP: Final = STEP // 2 + 2


class JourneyView(QWidget):
    """The stations; each is told in words to screen readers and as a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without stations."""
        super().__init__(parent)
        self.setObjectName("journey_view")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stops: tuple[Stop, ...] = ()
        self._words: tuple[tuple[str, str, str], ...] = ()
        self._tongue: Tongue | None = None

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show other stations."""
        self._stops = tuple(stops)
        self._speak_stops()
        self._take_height()
        self.setVisible(bool(stops))

    def speak(self, tongue: Tongue) -> None:
        """Name the stations in a tongue."""
        self._tongue = tongue
        self._speak_stops()

    def fit_text(self) -> None:
        """Take the height that the stations need at this size of the text."""
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line of stations anew."""
        super().resizeEvent(event)
        self._take_height()

    def sizeHint(self) -> QSize:
        """Return a width for three stations."""
        return QSize(scaled(3 * PLACE), height_for(len(self._stops), self.width(), text_factor()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the way first, then the stations on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        boxes = boxes_of(len(self._stops), self.width(), text_factor())
        self._paint_way(painter, boxes, is_mirrored=is_mirrored)
        for box, stop, words in zip(boxes, self._stops, self._words, strict=False):
            self._paint_stop(painter, box, stop, words, is_mirrored=is_mirrored)
        painter.end()

    def _paint_way(self, painter: QPainter, boxes: Sequence[StopBox], *, is_mirrored: bool) -> None:
        painter.setPen(QPen(QColor(colours_now().outline), 2))
        radius = DOT * text_factor() / 2
        for box, following in itertools.pairwise(boxes):
            if not following.is_first:
                start = QPointF(self._x(box.middle + radius, is_mirrored=is_mirrored), box.dot)
                painter.drawLine(start, QPointF(self._x(following.middle - radius, is_mirrored=is_mirrored), box.dot))

    def _paint_stop(
        self, painter: QPainter, box: StopBox, stop: Stop, words: tuple[str, str, str], *, is_mirrored: bool
    ) -> None:
        colours, factor = colours_now(), text_factor()
        role = "warn" if stop.kind is MoveKind.LOST else "accent"
        middle = QPointF(self._x(box.middle, is_mirrored=is_mirrored), box.dot)
        ink = colours.of(role)
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(QColor(ink if stop.is_now else colours.of(f"{role}_soft")))
        painter.drawEllipse(middle, DOT * factor / 2 - 1, DOT * factor / 2 - 1)
        icon = scaled(_ICON)
        at = QPointF(middle.x() - icon / 2, middle.y() - icon / 2).toPoint()
        paint_icon(painter, ICONS[stop.kind], colours.surface if stop.is_now else ink, at, icon)
        left = box.x if not is_mirrored else self.width() - box.x - box.width
        self._write(painter, QRectF(left, box.y + DOT * factor + 4, box.width - _GAP, (LINE - DOT) * factor - 4), words)

    def _write(self, painter: QPainter, field: QRectF, words: tuple[str, str, str]) -> None:
        """Write what happened in at most two lines, below it the day and the other side, shortened."""
        colours = colours_now()
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(colours.text))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        line = painter.fontMetrics().height()
        label = QRectF(field.x(), field.y(), field.width(), 2 * line)
        flags = int(side | Qt.TextFlag.TextWordWrap)
        used = painter.boundingRect(label, flags, words[0])
        painter.drawText(label, flags, words[0])
        painter.setPen(QColor(colours.muted))
        y = field.y() + min(used.height(), 2 * line)
        for told in filter(None, words[1:]):
            short = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(field.width()))
            painter.drawText(QRectF(field.x(), y, field.width(), line), int(side), short)
            y += line

    def _x(self, x: float, *, is_mirrored: bool) -> float:
        return self.width() - x if is_mirrored else x

    def _take_height(self) -> None:
        self.setFixedHeight(max(height_for(len(self._stops), self.width(), text_factor()), 1))

    def _speak_stops(self) -> None:
        if self._tongue is None:
            return
        speak = self._tongue.speak
        self._words = tuple((speak(stop.label), speak(stop.day), speak(stop.whom)) for stop in self._stops)
        told = "; ".join(", ".join(filter(None, words)) for words in self._words)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()
