"""The card in the hand: its picture and its sentence; it can be drawn onto a pile with a finger or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from iq_desktop.ui.client_view.letters import QUESTION, layout_direction
from iq_desktop.ui.client_view.twice_label import TwiceLabel
from iq_desktop.ui.kit.drawing import paint_drawing

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.ui.client_view.shown import ShownCard

_PAD: Final = 16
_PICTURE: Final = 120
_LARGEST: Final = 260


class CardFace(QFrame):
    """One card; `hanging` carries where its middle is while it is drawn, `dropped` where it is let go."""

    hanging = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a card."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("role", "card")
        self.picture = _Picture(self)
        self.sentence = TwiceLabel(self, is_bold=True)
        self.is_loose = False
        """Whether it can be drawn away."""
        self._grip: QPoint | None = None
        self._home = QPoint()
        self._is_drawn = False
        self._factor, self._scale, self._is_beside = 1.0, 1.0, False

    def show_card(self, card: ShownCard, *, is_loose: bool) -> None:
        """Show a card; a loose one can be drawn onto a pile."""
        self.is_loose = is_loose
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor if is_loose else Qt.CursorShape.ArrowCursor)
        self.picture.show_drawing(card.drawing)
        self.sentence.show_words(card.words)
        self.sentence.setLayoutDirection(layout_direction(card.words.theirs))
        self.setAccessibleName(card.words.told)
        self._arrange()

    def set_factor(self, factor: float, picture: float = 1.0, *, is_beside: bool = False) -> None:
        """Become larger than usual by a factor, the picture by one more; it stands above or beside the sentence."""
        self._factor, self._scale, self._is_beside = factor, picture, is_beside
        self.sentence.set_size(QUESTION * factor)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentence what it needs and the picture what is left."""
        super().resizeEvent(event)
        self._arrange()

    def height_in(self, width: int, factor: float, picture: float = 1.0, *, is_beside: bool = False) -> int:
        """Return the least height at a width with a factor, the picture by one more, above or beside."""
        side = round(_PICTURE * factor * picture) if self.picture.drawing is not None else 0
        if side and is_beside:
            words = self.sentence.height_in(width - 2 * _PAD - side - _PAD, QUESTION * factor)
            return max(words, side) + 2 * _PAD
        words = self.sentence.height_in(width - 2 * _PAD, QUESTION * factor)
        return words + (side + _PAD // 2 if side else 0) + 2 * _PAD

    def most_height(self, width: int) -> int:
        """Return the height beyond which a larger card would only be emptier."""
        more = _LARGEST - _PICTURE if self.picture.drawing is not None and not self._is_beside else _PICTURE // 3
        needed = self.height_in(width, self._factor, self._scale, is_beside=self._is_beside)
        return needed + round(more * self._factor)

    def _arrange(self) -> None:
        room = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        if self.picture.drawing is None:
            self.sentence.setGeometry(room)
        elif self._is_beside:
            side = min(room.height(), round(_PICTURE * self._factor * self._scale))
            is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = room.right() + 1 - side if is_rtl else room.left()
            self.picture.setGeometry(left, room.top(), side, room.height())
            step = side + _PAD
            self.sentence.setGeometry(room.adjusted(0, 0, -step, 0) if is_rtl else room.adjusted(step, 0, 0, 0))
        else:
            words = self.sentence.height_in(room.width(), QUESTION * self._factor)
            self.sentence.setGeometry(room.left(), room.bottom() + 1 - words, room.width(), words)
            self.picture.setGeometry(room.left(), room.top(), room.width(), room.height() - words - _PAD // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the card."""
        if self.is_loose and event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._home = event.position().toPoint(), self.pos()
            self._is_drawn = False
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the card follow the finger."""
        if self._grip is None:
            return
        here = self.mapToParent(event.position().toPoint())
        if not self._is_drawn and (here - self._home - self._grip).manhattanLength() < QApplication.startDragDistance():
            return
        self._is_drawn = True
        self.raise_()
        self.move(here - self._grip)
        self.hanging.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go; whoever listens says where it falls, else it lies where it was."""
        if self._grip is None:
            return
        here, was_drawn = self.mapToParent(event.position().toPoint()), self._is_drawn
        self._grip, self._is_drawn = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.move(self._home)
        if was_drawn:
            self.dropped.emit(here)


class _Picture(QWidget):
    """The picture of a card, as large as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawing: Drawing | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_drawing(self, drawing: Drawing | None) -> None:
        self.drawing = drawing
        self.setVisible(drawing is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        side = min(self.width(), self.height())
        painter = QPainter(self)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_drawing(painter, self.drawing, box)
        painter.end()
