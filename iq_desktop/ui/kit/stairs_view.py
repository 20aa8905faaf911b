"""The course ladder as a staircase: the level of today, a step for each course, as wide as it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.domain.german_stairs import LANDING, Stair, StairLook, Stairs
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.tongue import Tongue

_HEIGHT: Final = 190
_HEAD: Final = 34
_DISC: Final = 22
_HATCH: Final = 7
_TREAD: Final = 3
_PAD: Final = 6


@dataclass(frozen=True, slots=True)
class StairsWords:
    """What is written on the picture: below today, on each step, and the whole of it for who cannot see it."""

    today: Text
    steps: tuple[Text, ...]
    whole: Text


class StairsView(QWidget):
    """The painted staircase; it is mirrored where one reads from the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without steps."""
        super().__init__(parent)
        self.setObjectName("german_stairs")
        self._stairs: Stairs | None = None
        self._words = StairsWords(NOTHING, (), NOTHING)
        self._said: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stairs(self, stairs: Stairs | None, words: StairsWords) -> None:
        """Show a staircase with its words, which are spoken next."""
        self._stairs, self._words = stairs, words
        self.setVisible(stairs is not None)
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Keep the words of a tongue, and tell the whole picture to screen readers."""
        self._said = tuple(tongue.speak(text) for text in (self._words.today, *self._words.steps))
        self.setAccessibleName(tongue.speak(self._words.whole))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual width and the height for the size of the text."""
        return QSize(scaled(420), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width: words that have no room are left to the list below."""
        return QSize(scaled(160), scaled(_HEIGHT))

    def fit_text(self) -> None:
        """Take the height that belongs to the size of the text."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the landing of today and every step."""
        if self._stairs is None:
            return
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._room(0, LANDING, self._stairs.floor)
        painter.fillRect(ground, QColor(colours.raised))
        painter.setPen(QPen(QColor(colours.outline), scaled(_TREAD)))
        painter.drawLine(QLineF(ground.topLeft(), ground.topRight()))
        self._name_today(painter, ground, colours)
        for at, stair in enumerate(self._stairs.steps, 1):
            self._paint_step(painter, stair, self._said[at] if at < len(self._said) else "", colours)
        painter.end()

    def _room(self, left: float, right: float, high: float) -> QRectF:
        """Return the block below a tread, mirrored where one reads from the right."""
        width, height = self.width() - 2, self.height() - scaled(_HEAD) - 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = 1 - right, 1 - left
        return QRectF(1 + width * left, 1 + scaled(_HEAD) + height * (1 - high), width * (right - left), height * high)

    def _name_today(self, painter: QPainter, ground: QRectF, colours: Colours) -> None:
        """Write level and “today” on the landing, with a person who stands there."""
        if self._stairs is None:
            return
        size = scaled(_DISC) + 4
        line = QFontMetricsF(_strong(self.font())).height()
        place = QPointF(ground.center().x() - size / 2, ground.top() - size - 4)
        paint_icon(painter, "person", colours.accent, place.toPoint(), size)
        head = QRectF(ground.left(), place.y() - line - 2, ground.width(), line)
        level = str(self._stairs.today.value) if self._stairs.today.rank else "0"
        _write(painter, head, level, _strong(self.font()), colours.text)
        if self._said:
            _write(painter, ground, self._said[0], small_font(self.font()), colours.text)

    def _paint_step(self, painter: QPainter, stair: Stair, words: str, colours: Colours) -> None:
        room = self._room(stair.left, stair.right, stair.high).adjusted(1, 0, -1, 0)
        if stair.look is StairLook.SURE:
            painter.fillRect(room, QColor(colours.accent_soft))
        elif stair.look is StairLook.ASKED:
            painter.fillRect(room, QColor(colours.warn_soft))
            _hatch(painter, room, colours.border)
        self._mark_passed(painter, stair, room, words, colours)
        style = Qt.PenStyle.SolidLine if stair.look is StairLook.SURE else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(colours.outline), 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        painter.setPen(QPen(QColor(colours.accent), scaled(_TREAD), style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(room.topLeft(), room.topRight()))
        self._name_step(painter, stair, room, words, colours)

    def _mark_passed(self, painter: QPainter, stair: Stair, room: QRectF, words: str, colours: Colours) -> None:
        """Draw a thin line for each level that is passed on the way up, with its name where there is room."""
        font = small_font(self.font())
        sizes = QFontMetricsF(font)
        line, name = sizes.height(), sizes.horizontalAdvance("A2") + 2 * _PAD
        is_roomy = room.width() > sizes.horizontalAdvance(words) + 2 * name
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight
        for level, high in stair.between:
            y = self._room(stair.left, stair.right, high).top()
            painter.setPen(QPen(QColor(colours.outline), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
            if not is_roomy:
                continue
            painter.setFont(font)
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                room.adjusted(_PAD, 0, -_PAD, 0).intersected(QRectF(0, y - line, self.width(), line)),
                side | Qt.AlignmentFlag.AlignBottom,
                str(level.value),
            )

    def _name_step(self, painter: QPainter, stair: Stair, room: QRectF, words: str, colours: Colours) -> None:
        """Write the level above the tread, the number of the step in a disc below it, and how long it lasts."""
        strong, line = _strong(self.font()), QFontMetricsF(_strong(self.font())).height()
        is_last = self._stairs is not None and stair is self._stairs.steps[-1]
        head = QRectF(room.left(), room.top() - line - 4, room.width(), line)
        level = str(stair.level.value)
        _write(painter, head, level, strong, colours.text)
        if is_last:
            side = QFontMetricsF(strong).horizontalAdvance(level) / 2 + scaled(4)
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            size = scaled(18)
            x = head.center().x() + (-side - size if is_mirrored else side)
            paint_icon(painter, "flag", colours.accent, QPointF(x, head.top()).toPoint(), size)
        size = scaled(_DISC)
        disc = QRectF(room.center().x() - size / 2, room.top() + scaled(_PAD) + 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(disc)
        _write(painter, disc, str(stair.number), _strong(small_font(self.font())), colours.accent_text)
        font = small_font(self.font())
        below = QRectF(room.left(), disc.bottom() + 3, room.width(), QFontMetricsF(font).height() + 2)
        if below.bottom() < room.bottom():
            is_plain = stair.look is StairLook.SURE and not stair.between
            ground = "" if is_plain else colours.accent_soft if stair.look is StairLook.SURE else colours.surface
            _write(painter, below, words, font, colours.text, ground)


def _write(painter: QPainter, room: QRectF, words: str, font: QFont, colour: str, ground: str = "") -> None:
    """Write words in the middle of a room, on a ground of their own where one is given; none that have no room."""
    width = QFontMetricsF(font).horizontalAdvance(words)
    if not words or width > room.width() + 1:
        return
    if ground:
        sheet = QRectF(room.center().x() - width / 2 - 4, room.top(), width + 8, room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(sheet, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _hatch(painter: QPainter, room: QRectF, colour: str) -> None:
    """Draw slanting lines over a field."""
    painter.save()
    painter.setClipRect(room)
    painter.setPen(QPen(QColor(colour), 1))
    at = room.left() - room.height()
    while at < room.right():
        painter.drawLine(QLineF(at, room.bottom(), at + room.height(), room.top()))
        at += scaled(_HATCH)
    painter.restore()
