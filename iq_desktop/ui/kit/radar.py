"""The radar: the own view against the adviser's, told to screen readers in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.kit.fonts import SMALL
from iq_desktop.ui.kit.radar_shape import Shape, fit_most_axes
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.tongue import Tongue

_LEGEND: Final = 36
_FEWEST: Final = 3
_TAGS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: what is rated, and both views in steps, None where nobody rated."""

    text: Text
    own: int | None
    adviser: int | None


class Radar(QWidget):
    """The picture of up to a dozen ratings, the first ones where not all can be read; below three it stays empty."""

    def __init__(self, steps: int = 4, parent: QWidget | None = None) -> None:
        """Begin without axes; `steps` is the highest rating."""
        super().__init__(parent)
        self._steps = steps
        self._axes: tuple[Axis, ...] = ()
        self._words: tuple[str, ...] = ()
        self._legend = ("", "")
        self.setMinimumSize(QSize(320, 300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_axes(self, axes: Sequence[Axis]) -> None:
        """Show these ratings."""
        self._axes = tuple(axes)
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Name axes and views in a tongue, and tell the whole picture in words."""
        self._words = tuple(tongue.speak(axis.text) for axis in self._axes)
        self._legend = (tongue.speak(say("Own view")), tongue.speak(say("Adviser's view")))
        self.setAccessibleName(tongue.speak(say("Profile of competences")))
        self.setAccessibleDescription(" ".join(tongue.speak(self._sentence(axis)) for axis in self._axes))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint net, both views, labels and legend."""
        if len(self._axes) < _FEWEST or len(self._words) != len(self._axes):
            return
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        tags = self._tags(painter)
        sizes = [(float(tag.width()), float(tag.height())) for tag in tags]
        shape = fit_most_axes(sizes, self.width(), self.height() - _LEGEND)
        self._paint_net(painter, shape, colours)
        axes = self._axes[: len(shape.labels)]
        own, adviser = [axis.own for axis in axes], [axis.adviser for axis in axes]
        self._paint_view(painter, shape, own, colours.accent, is_own=True)
        self._paint_view(painter, shape, adviser, colours.second, is_own=False)
        painter.setPen(QColor(colours.text))
        for words, spot, tag in zip(self._words, shape.labels, tags, strict=False):  # the first ones that fit
            painter.drawText(QRectF(spot.x, spot.y, tag.width(), tag.height()), int(_TAGS), words)
        self._paint_legend(painter, colours)
        painter.end()

    def _tags(self, painter: QPainter) -> list[QRect]:
        """Return the room that each label needs, wrapped where it is long."""
        room = QRect(0, 0, max(self.width() // 4, 120), 400)
        measure = painter.fontMetrics()
        rects = [measure.boundingRect(room, int(_TAGS), words) for words in self._words]
        return [QRect(0, 0, rect.width() + 4, rect.height() + 2) for rect in rects]

    def _paint_net(self, painter: QPainter, shape: Shape, colours: Colours) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.border), 1))
        count = len(shape.labels)
        for step in range(1, self._steps + 1):
            painter.drawPolygon(QPolygonF([_spot(shape, axis, step / self._steps) for axis in range(count)]))
        for axis in range(count):
            painter.drawLine(_spot(shape, axis, 0), _spot(shape, axis, 1))

    def _paint_view(
        self, painter: QPainter, shape: Shape, steps: Sequence[int | None], colour: str, *, is_own: bool
    ) -> None:
        """Paint one view: own solid with dots, adviser's dashed with squares; an unrated axis is passed over."""
        spots = [_spot(shape, axis, step / self._steps) for axis, step in enumerate(steps) if step]
        fill = QColor(colour)
        fill.setAlpha(50 if is_own else 0)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine if is_own else Qt.PenStyle.DashLine))
        painter.drawPolygon(QPolygonF(spots))
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(QColor(colour))
        for spot in spots:
            _paint_point(painter, spot, is_own=is_own)

    def _paint_legend(self, painter: QPainter, colours: Colours) -> None:
        measure = painter.fontMetrics().horizontalAdvance
        widths = [measure(words) + 44 for words in self._legend]
        x, y = (self.width() - sum(widths) - 16) // 2, self.height() - _LEGEND // 2
        for words, width, colour in zip(self._legend, widths, (colours.accent, colours.second), strict=True):
            is_own = colour == colours.accent
            painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine if is_own else Qt.PenStyle.DashLine))
            painter.drawLine(x, y, x + 32, y)
            painter.setBrush(QColor(colour))
            painter.setPen(QPen(QColor(colour), 1))
            _paint_point(painter, QPointF(x + 16, y), is_own=is_own)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRect(x + 40, y - 12, width, 24), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += width + 16

    def _sentence(self, axis: Axis) -> Text:
        return say(
            "{what}: own view {own} of {steps}, adviser {adviser} of {steps}.",
            what=axis.text,
            own=axis.own if axis.own is not None else say("not rated"),
            adviser=axis.adviser if axis.adviser is not None else say("not rated"),
            steps=self._steps,
        )


def _paint_point(painter: QPainter, spot: QPointF, *, is_own: bool) -> None:
    if is_own:
        painter.drawEllipse(spot, 4, 4)
    else:
        painter.drawRect(QRectF(spot.x() - 3.5, spot.y() - 3.5, 7, 7))


def _spot(shape: Shape, axis: int, share: float) -> QPointF:
    spot = shape.point(axis, share)
    return QPointF(spot.x, spot.y)
