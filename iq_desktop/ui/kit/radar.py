"""The radar: the own view against the adviser's, axes numbered and named beside it, all of it told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.kit.radar_shape import Shape, fit_radar, share_room
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.tongue import Tongue

_FEWEST: Final = 3
_PICTURE: Final = 210
"""How high the net with its numbers is at least, in pixels at the usual size of the text, as all lengths here."""
_BESIDE: Final = 360
"""From this width on the names stand beside the net, else below it."""
_NUMBER: Final = 28
_KEY: Final = 26
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: what is rated, and both views in steps, None where nobody rated."""

    text: Text
    own: int | None
    adviser: int | None


class Radar(QWidget):
    """The picture of up to a dozen ratings, every one of them named; below three it stays empty."""

    def __init__(self, steps: int = 4, parent: QWidget | None = None) -> None:
        """Begin without axes; `steps` is the highest rating."""
        super().__init__(parent)
        self._steps = steps
        self._axes: tuple[Axis, ...] = ()
        self._words: tuple[str, ...] = ()
        self._key = ("", "")
        self.setMinimumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.fit_text()

    def show_axes(self, axes: Sequence[Axis]) -> None:
        """Show these ratings."""
        self._axes = tuple(axes)
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Name axes and views in a tongue, and tell the whole picture in words."""
        self._words = tuple(tongue.speak(axis.text) for axis in self._axes)
        self._key = (tongue.speak(say("Own view")), tongue.speak(say("Adviser's view")))
        self.setAccessibleName(tongue.speak(say("Profile of competences")))
        self.setAccessibleDescription(" ".join(tongue.speak(self._sentence(axis)) for axis in self._axes))
        self.fit_text()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual width, and the height that all names need there."""
        return QSize(scaled(_BESIDE), self.minimumHeight())

    def fit_text(self) -> None:
        """Take the height that the net and all names need."""
        names = self._names_height(self._names_width())
        picture = scaled(_PICTURE)
        self.setMinimumHeight((max(picture, names) if self._is_beside() else picture + STEP + names) + scaled(_KEY))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the names beside or below the net."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint net, numbers, both views, names and the key to the views."""
        if len(self._axes) < _FEWEST or len(self._words) != len(self._axes):
            return
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture, names = self._places()
        tag = (float(scaled(_NUMBER) - STEP), float(QFontMetrics(_small()).height()))
        shape = fit_radar([tag] * len(self._axes), picture.width(), picture.height())
        painter.translate(picture.topLeft())
        self._paint_net(painter, shape, colours)
        own, adviser = [axis.own for axis in self._axes], [axis.adviser for axis in self._axes]
        self._paint_view(painter, shape, own, colours.accent, is_own=True)
        self._paint_view(painter, shape, adviser, colours.second, is_own=False)
        painter.setPen(QColor(colours.text))
        painter.setFont(_strong(_small()))
        for number, spot in enumerate(shape.labels, start=1):
            painter.drawText(QRectF(spot.x, spot.y, *tag), int(Qt.AlignmentFlag.AlignCenter), str(number))
        painter.translate(-picture.topLeft())
        self._paint_names(painter, names, colours)
        self._paint_key(painter, colours)
        painter.end()

    def _is_beside(self) -> bool:
        return self.width() >= scaled(_BESIDE)

    def _names_width(self) -> int:
        """Return the width for numbers and names: at most half beside the net, all of it below."""
        if not self._is_beside():
            return self.width()
        longest = max(map(QFontMetrics(_small()).horizontalAdvance, self._words), default=0)
        return min(scaled(_NUMBER) + longest + 4, self.width() // 2)

    def _names_height(self, width: int) -> int:
        room = QRect(0, 0, max(width - scaled(_NUMBER), 40), 10_000)
        measure = QFontMetrics(_small())
        return sum(measure.boundingRect(room, _WRAP, words).height() + 4 for words in self._words)

    def _places(self) -> tuple[QRect, QRect]:
        """Return where the net and where the names are."""
        key, width = scaled(_KEY), self._names_width()
        height = self._names_height(width)
        if not self._is_beside():
            top = self.height() - key - height
            return QRect(0, 0, self.width(), top - STEP), QRect(0, top, width, height)
        wide, high = share_room(self.width() - STEP, self.height() - key, width)
        left = max((self.width() - round(wide) - STEP - width) // 2, 0)
        top = max((self.height() - key - height) // 2, 0)
        return QRect(left, 0, round(wide), round(high)), QRect(left + round(wide) + STEP, top, width, height)

    def _paint_names(self, painter: QPainter, place: QRect, colours: Colours) -> None:
        painter.setPen(QColor(colours.text))
        start, top = place.x() + scaled(_NUMBER), place.y()
        for number, words in enumerate(self._words, start=1):
            room = QRect(start, top, place.width() - scaled(_NUMBER), 10_000)
            high = QFontMetrics(_small()).boundingRect(room, _WRAP, words).height()
            painter.setFont(_strong(_small()))
            beside = QRect(place.x(), top, scaled(_NUMBER) - STEP, high)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(number))
            painter.setFont(_small())
            painter.drawText(room, _WRAP, words)
            top += high + 4

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

    def _paint_key(self, painter: QPainter, colours: Colours) -> None:
        painter.setFont(_small())
        line, mark = scaled(_KEY), scaled(32)
        widths = [painter.fontMetrics().horizontalAdvance(words) + mark + 12 for words in self._key]
        x, y = max((self.width() - sum(widths) - 2 * STEP) // 2, 0), self.height() - line // 2
        for words, width, colour in zip(self._key, widths, (colours.accent, colours.second), strict=True):
            is_own = colour == colours.accent
            painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine if is_own else Qt.PenStyle.DashLine))
            painter.drawLine(x, y, x + mark, y)
            painter.setBrush(QColor(colour))
            painter.setPen(QPen(QColor(colour), 1))
            _paint_point(painter, QPointF(x + mark / 2, y), is_own=is_own)
            painter.setPen(QColor(colours.muted))
            room = QRect(x + mark + STEP, y - line // 2, width, line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            x += width + 2 * STEP

    def _sentence(self, axis: Axis) -> Text:
        return say(
            "{what}: own view {own} of {steps}, adviser {adviser} of {steps}.",
            what=axis.text,
            own=axis.own if axis.own is not None else say("not rated"),
            adviser=axis.adviser if axis.adviser is not None else say("not rated"),
            steps=self._steps,
        )


def _small() -> QFont:
    return small_font(QGuiApplication.font())


def _strong(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint_point(painter: QPainter, spot: QPointF, *, is_own: bool) -> None:
    if is_own:
        painter.drawEllipse(spot, 4, 4)
    else:
        painter.drawRect(QRectF(spot.x() - 3.5, spot.y() - 3.5, 7, 7))


def _spot(shape: Shape, axis: int, share: float) -> QPointF:
    spot = shape.point(axis, share)
    return QPointF(spot.x, spot.y)
