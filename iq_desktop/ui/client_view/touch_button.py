"""A large target for fingers: a picture or an icon, and its words in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from iq_desktop.ui.client_view.geometry import LEAST_TOUCH
from iq_desktop.ui.client_view.kept_picture import KeptPicture
from iq_desktop.ui.client_view.letters import ANSWER, height_for, least_width, one_line_width, paint_words
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.theme import colours_now

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.ui.client_view.shown import Twice
    from iq_desktop.ui.kit.colours import Colours

_PAD: Final = 12
_GAP: Final = 8
_PICTURE: Final = 88
_ICON: Final = 28
_MARK: Final = 30
_EDGE: Final = 6
"""How far the mark lies inside the edges."""
_ROUND: Final = 14
_WIDE: Final = 220


class TouchButton(QAbstractButton):
    """A target of at least 64 by 64 pixels; `is_filled` makes it the one that stands out."""

    def __init__(self, parent: QWidget | None = None, *, icon: str = "", is_filled: bool = False) -> None:
        """Begin without words; an icon stands beside the words, a picture above them."""
        super().__init__(parent)
        self.words: Twice | None = None
        self.drawing: Drawing | None = None
        self.mark = ""
        """A short sign in the corner: the number key, or the place in an order."""
        self.is_chosen = False
        self._picture_kept = KeptPicture()
        self.words_room = 0
        """How high the words of its neighbours are at most, so that all pictures of a grid are of one size."""
        self.is_target = False
        """Whether a card hangs over it."""
        self._icon, self._is_filled = icon, is_filled
        self._factor, self._picture, self._size = 1.0, 1.0, float(ANSWER)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a tap leaves no ring on what comes next
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_size(self, size: float, factor: float, picture: float = 1.0) -> None:
        """Write with letters of a size in pixels, everything else a factor larger than usual, pictures by one more."""
        if (size, factor, picture) != (self._size, self._factor, self._picture):
            self._size, self._factor, self._picture = size, factor, picture
            self.updateGeometry()
            self.update()

    def show_answer(
        self, words: Twice, drawing: Drawing | None = None, mark: str = "", *, is_chosen: bool = False
    ) -> None:
        """Show words, picture and mark."""
        if (words, mark, is_chosen) == (self.words, self.mark, self.is_chosen) and drawing is self.drawing:
            return
        self.words, self.drawing, self.mark, self.is_chosen = words, drawing, mark, is_chosen
        self.setText(words.told)
        self.setAccessibleName(words.told)
        self.setAccessibleDescription("✓" if is_chosen else "")
        self.updateGeometry()
        self.update()

    def show_target(self, *, is_target: bool) -> None:
        """Show whether a card would fall here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size with words in one line, or narrower where that would be wide."""
        if self.words is None:
            return QSize(LEAST_TOUCH, LEAST_TOUCH)
        beside = self._length(_ICON + _GAP) if self._icon else 0
        wanted = one_line_width(self.words, self._size, is_bold=True) + 2 * self._length(_PAD) + beside
        width = max(wanted if self._icon else min(wanted, self._length(_WIDE)), self.least_width(), LEAST_TOUCH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size in which no word is cut."""
        width = max(self.least_width(), LEAST_TOUCH)
        return QSize(width, LEAST_TOUCH)

    def least_width(self) -> int:
        """Return how narrow it may be."""
        if self.words is None:
            return LEAST_TOUCH
        beside = self._length(_ICON + _GAP) if self._icon else 0
        return least_width(self.words, self._size, is_bold=True) + 2 * self._length(_PAD) + beside

    def hasHeightForWidth(self) -> bool:
        """Return that its words are wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that picture and words need."""
        if self.words is None:
            return LEAST_TOUCH
        words = height_for(self.words, self._room(width), self._size, is_bold=True)
        picture = self._length(_PICTURE * self._picture + _GAP) if self.drawing is not None else 0
        return max(words + picture + self._below_mark() + 2 * self._length(_PAD), LEAST_TOUCH)

    def words_height(self, width: int) -> int:
        """Return how high its words are at a width."""
        return height_for(self.words, self._room(width), self._size, is_bold=True) if self.words is not None else 0

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the button: all of it does."""
        return self.rect().contains(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no second tap that comes at once: it would answer the next question unread."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, picture, words, mark and focus."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter, colours)
        if self.words is not None:
            self._paint_inside(painter, self.words, colours)
        if self.mark:
            self._paint_mark(painter, colours)
        painter.end()

    def _paint_field(self, painter: QPainter, colours: Colours) -> None:
        is_strong = self.is_chosen or self.is_target or self.hasFocus()
        ground = colours.accent if self._is_filled else colours.surface
        if self.is_chosen or self.is_target or self.isDown():
            ground = colours.accent_hover if self._is_filled else colours.accent_soft
        elif self.underMouse():
            ground = colours.accent_hover if self._is_filled else colours.raised
        edge = colours.accent if is_strong or self._is_filled else colours.outline
        width = 3 if is_strong else 1.5
        painter.setBrush(QColor(ground if self.isEnabled() else colours.ground))
        painter.setPen(QPen(QColor(edge if self.isEnabled() else colours.border), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
        if self.hasFocus() and self._is_filled:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent_text), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), _ROUND - 4, _ROUND - 4)

    def _paint_inside(self, painter: QPainter, words: Twice, colours: Colours) -> None:
        pad = self._length(_PAD)
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        first = colours.accent_text if self._is_filled else colours.text
        pens = (first, first if self._is_filled or self.is_chosen else colours.muted)
        if not self.isEnabled():
            pens = (colours.muted, colours.muted)
        if self._icon:
            size = self._length(_ICON)
            is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = room.right() - size + 1 if is_rtl else room.left()
            paint_icon(painter, self._icon_name(), pens[0], QPoint(left, room.center().y() - size // 2), size)
            step = size + self._length(_GAP)
            room = room.adjusted(0, 0, -step, 0) if is_rtl else room.adjusted(step, 0, 0, 0)
        if self.drawing is not None:
            picture = self._picture_height(room)
            self._picture_kept.paint(painter, self.drawing, QRect(room.left(), room.top(), room.width(), picture))
            room = room.adjusted(0, picture + self._length(_GAP), 0, 0)
        room = room.adjusted(0, self._below_mark(), 0, 0)
        paint_words(painter, words, room, self._size, pens, is_bold=True)

    def _icon_name(self) -> str:
        """Return the icon; arrows point the way the words run."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return {"left": "right", "right": "left"}.get(self._icon, self._icon) if is_rtl else self._icon

    def _picture_height(self, room: QRect) -> int:
        """Return how high the picture is: it takes what the words leave, and is never smaller than planned."""
        words = height_for(self.words, room.width(), self._size, is_bold=True) if self.words is not None else 0
        left = room.height() - max(words, self.words_room) - self._length(_GAP)
        return max(min(left, room.width()), self._length(_PICTURE * self._picture))

    def _paint_mark(self, painter: QPainter, colours: Colours) -> None:
        size = self._length(_MARK)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(self.width() - size - _EDGE if is_rtl else _EDGE, _EDGE, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self.is_chosen else colours.raised))
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setPixelSize(round(size * 0.55))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent_text if self.is_chosen else colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.mark)

    def _below_mark(self) -> int:
        """Return how far words alone move down, so that the mark in the corner covers none of them."""
        covers = self.mark and self.drawing is None
        return max(self._length(_MARK) + _EDGE - self._length(_PAD), 0) if covers else 0

    def _room(self, width: int) -> int:
        beside = self._length(_ICON + _GAP) if self._icon else 0
        return width - 2 * self._length(_PAD) - beside

    def _length(self, pixels: float) -> int:
        return round(pixels * self._factor)
