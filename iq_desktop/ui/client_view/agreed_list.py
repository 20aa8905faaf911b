"""What was agreed, below each other with pictures, only to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.client_view.letters import ANSWER, font_for, layout_direction
from iq_desktop.ui.kit.drawing import paint_drawing
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.languages import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.ui.client_view.shown import Line, ShownCard

_PICTURE: Final = 52
_PAD: Final = 12
_GAP: Final = 10
_ROUND: Final = 12
_ENDLESS: Final = 100_000
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class AgreedList(QWidget):
    """Rows of a picture and words in both languages, each beginning on the side of its language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.setObjectName("agreed")
        self.cards: tuple[ShownCard, ...] = ()
        self._factor = 1.0

    def show_cards(self, cards: Sequence[ShownCard]) -> None:
        """Show what was agreed."""
        self.cards = tuple(cards)
        self.setAccessibleName("\n".join(card.words.told for card in cards))
        self.update()

    def set_factor(self, factor: float) -> None:
        """Become larger than usual by a factor."""
        self._factor = factor
        self.update()

    def height_in(self, width: int, factor: float) -> int:
        """Return the height that all rows need at a width."""
        gaps = round(_GAP * factor) * max(len(self.cards) - 1, 0)
        return sum(self._row_height(card, width, factor) for card in self.cards) + gaps

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        colours, factor = colours_now(), self._factor
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for card in self.cards:
            height = self._row_height(card, self.width(), factor)
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(QRectF(0.5, top + 0.5, self.width() - 1, height - 1), _ROUND, _ROUND)
            self._paint_row(painter, card, QRect(0, top, self.width(), height))
            top += height + round(_GAP * factor)
        painter.end()

    def _paint_row(self, painter: QPainter, card: ShownCard, box: QRect) -> None:
        colours, factor = colours_now(), self._factor
        side, pad = round(_PICTURE * factor), round(_PAD * factor)
        is_rtl = card.words.theirs.direction is Direction.RIGHT_TO_LEFT
        left = box.right() - pad - side if is_rtl else box.left() + pad
        if card.drawing is not None:
            paint_drawing(painter, card.drawing, QRectF(left, box.center().y() - side / 2, side, side))
        room = self._room(box.width(), factor)
        start = box.left() + pad if is_rtl else box.left() + 2 * pad + side
        heights = [_height(line, room, factor, is_ours=at > 0) for at, line in enumerate(card.words.lines)]
        top = box.top() + (box.height() - sum(heights)) // 2
        for at, (line, height) in enumerate(zip(card.words.lines, heights, strict=True)):
            painter.setFont(font_for(line, ANSWER * factor, is_ours=at > 0))
            painter.setLayoutDirection(layout_direction(line))
            painter.setPen(QColor(colours.muted if at else colours.text))
            painter.drawText(QRect(start, top, room, height), _flags(line), line.words)
            top += height

    def _row_height(self, card: ShownCard, width: int, factor: float) -> int:
        room = self._room(width, factor)
        words = sum(_height(line, room, factor, is_ours=at > 0) for at, line in enumerate(card.words.lines))
        return max(words, round(_PICTURE * factor)) + 2 * round(_PAD * factor)

    @staticmethod
    def _room(width: int, factor: float) -> int:
        return max(width - round(_PICTURE * factor) - 3 * round(_PAD * factor), 80)


def _flags(line: Line) -> int:
    """Return how a line is set: from the side on which its language begins."""
    side = Qt.AlignmentFlag.AlignRight if line.direction is Direction.RIGHT_TO_LEFT else Qt.AlignmentFlag.AlignLeft
    return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | side | Qt.AlignmentFlag.AlignAbsolute)


def _height(line: Line, width: int, factor: float, *, is_ours: bool) -> int:
    metrics = QFontMetrics(font_for(line, ANSWER * factor, is_ours=is_ours))
    return metrics.boundingRect(QRect(0, 0, width, _ENDLESS), _FLAGS, line.words).height()
